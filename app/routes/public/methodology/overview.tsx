import type { MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { ChangelogTable } from '~/risk/methodology/changelog-table';
import { noCountReasons } from '~/suppliers/fields/definition/counting';
import { PageContents } from '~/risk/methodology/page-contents';
import { NoCountTable } from '~/risk/methodology/no-count-table';
import { BandTable, ExampleScore, RuleList, TableList } from '~/risk/methodology/overview-parts';
import { readOverview } from '~/risk/methodology/read-overview.server';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { formatDate, formatNumber } from '~/ui/format';

export function loader() {
  return readOverview(new Date(Date.now()).toISOString().slice(0, 10));
}

export const meta: MetaFunction = () => [
  { title: `${m.method_index_title()} · Manumit` },
  { name: 'description', content: m.method_index_lead() },
];

export default function MethodOverview() {
  const { bounds, example, rules, following, supplements, tables, changes, engineVersion, questions } = useLoaderData<typeof loader>();
  const newest = changes
    .map(({ effectiveFrom }) => effectiveFrom)
    .sort()
    .at(-1);
  const chain = rules.find(({ id }) => id === 'R10');
  return (
    <article className="prose-page max-w-none!">
      <h1 className="max-w-[42rem]">{m.method_index_title()}</h1>
      <p className="max-w-[42rem] text-lg text-muted">{m.method_index_lead()}</p>
      <div className="max-w-[42rem] rounded border-s-4 border-warning bg-warning-soft p-4">
        <h2 className="text-base">{m.method_limits_title()}</h2>
        <ul className="mt-2 grid gap-1">
          <li>{m.method_limit_law()}</li>
          <li>{m.method_limit_weights()}</li>
          <li>{m.method_limit_outcomes()}</li>
          <li>{m.method_limit_complaints()}</li>
          <li>{m.method_limit_national()}</li>
        </ul>
      </div>

      <PageContents
        anchors={[
          ['what', m.method_what_title()],
          ['lines', m.method_lines_title()],
          ['example', m.method_example_title()],
          ['doubt', m.method_doubt_title()],
          ['beside', m.methodology_beside_title()],
          ['not-counted', m.methodology_counts_title()],
          ['bands', m.method_bands_title()],
          ['rules', m.method_rules()],
          ['tables', m.method_tables()],
          ['changes', m.what_if_changelog()],
        ]}
      />

      <h2 id="what">{m.method_what_title()}</h2>
      <p className="max-w-[42rem]">{m.method_what_1()}</p>
      <p className="max-w-[42rem]">{m.method_what_2()}</p>

      <h2 id="lines">{m.method_lines_title()}</h2>
      <ol className="grid max-w-[42rem] gap-2">
        <li>
          <Link to="/methodology/R4">{m.supplier_report_line_inherent()}</Link>. {m.method_line_inherent()}
        </li>
        <li>
          <Link to="/methodology/R5">{m.method_step_credit()}</Link>. {m.method_line_credit({ count: formatNumber(questions) })}{' '}
          <Link to="/methodology/controls">{m.methodology_controls_link()}</Link>
        </li>
        <li>
          <Link to="/methodology/R6">{m.method_step_findings()}</Link>. {m.method_line_findings()}
        </li>
        <li>
          <Link to="/methodology/R7">{m.method_line_override_name()}</Link>. {m.method_line_override()}
        </li>
      </ol>

      <h2 id="example">{m.method_example_title()}</h2>
      <p className="max-w-[42rem]">
        {m.methodology_worked_garments()}. {m.methodology_worked_fictional()}{' '}
        <Link to="/methodology/worked">{m.methodology_worked_link()}</Link>
      </p>
      <ExampleScore result={example} />

      <p className="mt-4">
        <Link to="/methodology/calculator">{m.what_if_calculator_link()}</Link>
      </p>
      <p className="mt-2">
        <Link to="/methodology/debt">{m.what_if_debt_link()}</Link>
      </p>

      <h2 id="doubt">{m.method_doubt_title()}</h2>
      <p className="max-w-[42rem]">{m.method_doubt_interval()}</p>
      <p className="max-w-[42rem]">{m.method_doubt_confidence()}</p>
      <p className="max-w-[42rem]">
        {m.method_doubt_not_scored()} <Link to="/methodology/R8">{m.method_rule({ rule: 'R8' })}</Link>
      </p>

      <h2 id="beside">{m.methodology_beside_title()}</h2>
      <ul className="grid max-w-[42rem] gap-2">
        {supplements.map(({ id, title, lang }) => (
          <li key={id}>
            <Link to={`/methodology/${id}`} lang={lang}>
              {title}
            </Link>
            . {id === 'child-labour' ? m.methodology_beside_child() : m.methodology_beside_state()}
          </li>
        ))}
        <li>
          <Link to="/methodology/R8">{m.methodology_beside_people()}</Link>. {m.methodology_beside_people_text()}
        </li>
        {chain && (
          <li>
            <Link to="/methodology/R10" lang={chain.lang}>
              {chain.title}
            </Link>
            . {m.methodology_beside_chain()}
          </li>
        )}
      </ul>

      <FoldedSection
        id="not-counted"
        title={m.methodology_counts_title()}
        status={m.methodology_counts_status({ count: noCountReasons.length })}
        lead={m.methodology_counts_lead()}
      >
        <NoCountTable />
      </FoldedSection>

      <p className="max-w-[42rem]">
        {m.methodology_validity_link()} <Link to="/methodology/targets">{m.targets_title()}</Link>
      </p>

      <h2 id="bands">{m.method_bands_title()}</h2>
      <BandTable bounds={bounds} />

      <h2 id="rules">{m.method_rules()}</h2>
      <p className="max-w-[42rem]">{m.method_rules_lead()}</p>
      <RuleList rules={rules} />
      {following.length > 0 && (
        <>
          <h3>{m.method_following_title()}</h3>
          <p className="max-w-[42rem] text-muted">{m.method_following_text()}</p>
          <ul className="max-w-[42rem]">
            {following.map(({ id, title, lang }) => (
              <li key={id}>
                <Link to={`/methodology/${id}`}>
                  {id} <span lang={lang}>{title}</span>
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}

      <FoldedSection
        id="tables"
        title={m.method_tables()}
        status={m.methodology_tables_status({ count: tables.length })}
        lead={m.method_tables_lead()}
      >
        <TableList tables={tables} />
      </FoldedSection>

      <FoldedSection
        id="changes"
        title={m.what_if_changelog()}
        status={newest && m.methodology_changes_status({ count: changes.length, date: formatDate(newest) })}
        lead={m.what_if_changelog_lead()}
      >
        <p className="max-w-[42rem]">{m.methodology_earlier()}</p>
        <ChangelogTable rows={changes} />
      </FoldedSection>
      <p className="text-sm text-muted">{m.method_version({ version: engineVersion })}</p>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
