import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readTargets } from '~/risk/methodology/read-targets.server';
import {
  CaseTable,
  CheckTable,
  LineTable,
  ListOfGoodsTable,
  ListTable,
  SituationTable,
  TotalTable,
} from '~/risk/methodology/target-tables';
import { areaLabel } from '~/risk/methodology/target-labels';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { FoldedSection } from '~/ui/fold';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';

export const loader = () => readTargets();

export const meta: MetaFunction = () => [{ title: `${m.targets_title()} · Manumit` }, { name: 'description', content: m.targets_lead() }];

export default function TargetsPage() {
  const { report, checks, off } = useLoaderData<typeof loader>();
  const { face, separation, knownCases, list, totals, sensitivity, registered } = report;
  const { together } = sensitivity;
  const met = checks.filter(({ isMet }) => isMet).length;
  return (
    <article>
      <PageHeader
        title={m.targets_title()}
        lead={m.targets_lead()}
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.targets_nav() }]}
        meta={
          <>
            <span>{m.method_as_of({ date: formatDate(report.asOf) })}</span>
            <span>{m.method_version({ version: report.engineVersion })}</span>
            <span className="font-mono text-xs wrap-anywhere">
              {m.targets_hash({ hash: registered.hash.slice(0, 12), date: formatDate(registered.on) })}
            </span>
          </>
        }
      />
      <div className="grid gap-4">
        <Notice title={m.targets_summary({ met: formatNumber(met), count: formatNumber(checks.length) })}>{m.targets_reading()}</Notice>
        <CheckTable checks={checks} />
        <p className="max-w-prose text-muted">{m.targets_edition()}</p>
      </div>
      <Section id="missed" title={m.targets_why_title()}>
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          {[
            m.targets_why_lists,
            m.targets_why_pairs,
            m.targets_why_register,
            m.targets_why_totals,
            m.targets_why_situations,
            m.targets_why_countries,
          ].map((why) => (
            <li key={why()}>{why()}</li>
          ))}
        </ul>
      </Section>
      <FoldedSection
        id="situations"
        status={m.targets_rows_status({ count: off.length })}
        title={m.targets_face_title()}
        lead={m.targets_face_lead({ count: formatNumber(face.situations) })}
      >
        <SituationTable off={off} />
      </FoldedSection>
      <FoldedSection
        id="lists"
        status={m.targets_rows_status({ count: separation.length })}
        title={m.targets_lists_title()}
        lead={m.targets_lists_lead()}
      >
        <ListTable lists={separation} />
      </FoldedSection>
      <FoldedSection
        id="cases"
        status={m.targets_rows_status({ count: knownCases.length })}
        title={m.targets_cases_title()}
        lead={m.targets_cases_lead()}
      >
        <CaseTable sets={knownCases} />
      </FoldedSection>
      <FoldedSection
        id="pairs"
        status={m.targets_rows_status({ count: list.length })}
        title={m.targets_pairs_title()}
        lead={m.targets_pairs_lead()}
      >
        <ListOfGoodsTable list={list} />
      </FoldedSection>
      <FoldedSection
        id="totals"
        status={m.targets_rows_status({ count: totals.length })}
        title={m.targets_totals_title()}
        lead={m.targets_totals_lead()}
      >
        <TotalTable totals={totals} />
      </FoldedSection>
      <FoldedSection
        id="weights"
        status={m.targets_rows_status({ count: sensitivity.lines.length })}
        title={m.targets_lines_title()}
        lead={m.targets_lines_lead({
          draws: formatNumber(together.draws),
          median: areaLabel(together.median),
          worst: areaLabel(together.worst),
        })}
      >
        <LineTable lines={sensitivity.lines} />
      </FoldedSection>
      <Section id="limits" title={m.targets_limits_title()}>
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          {[
            m.targets_limit_list,
            m.targets_limit_size,
            m.targets_limit_source,
            m.targets_limit_company,
            m.targets_limit_fit,
            m.targets_limit_synthetic,
          ].map((limit) => (
            <li key={limit()}>{limit()}</li>
          ))}
        </ul>
      </Section>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
