import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readValidation } from '~/features/method/read-validation.server';
import { ComparedTable, CountryRanking } from '~/features/method/validation-countries';
import { CalibrationTables, StabilityTables } from '~/features/method/validation-doubt';
import { AdditionRanking, PairRanking } from '~/features/method/validation-pairs';
import { MadeFrom, ReadingGuide, ValidationLimits, ValidationSummary } from '~/features/method/validation-summary';
import { m } from '~/paraglide/messages';
import { formatDate, formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';

export function loader() {
  return readValidation(new Date(Date.now()).toISOString().slice(0, 10));
}

export const meta: MetaFunction = () => [
  { title: `${m.validation_title()} · Manumit` },
  { name: 'description', content: m.validation_lead() },
];

export default function ValidationPage() {
  const { report, isCurrent, tables } = useLoaderData<typeof loader>();
  const { asOf, inputs, settings, countries, pairs, additions, calibration, stability, compared } = report;
  const [anyPairs] = pairs;
  const [anyAdditions] = additions;
  const [anyStability] = stability;
  return (
    <article>
      <PageHeader
        title={m.validation_title()}
        lead={m.validation_lead()}
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.validation_nav() }]}
        meta={
          <>
            <span>{m.method_as_of({ date: formatDate(asOf) })}</span>
            <span>{m.method_version({ version: inputs.engineVersion })}</span>
            <span className="font-mono text-xs wrap-anywhere">{m.validation_inputs_hash({ hash: inputs.hash.slice(0, 12) })}</span>
          </>
        }
      />
      <div className="grid gap-4">
        {!isCurrent && <Notice tone="warning">{m.validation_stale({ date: formatDate(asOf) })}</Notice>}
        <ValidationSummary report={report} />
      </div>
      <Section id="reading" title={m.validation_read_title()}>
        <ReadingGuide report={report} />
      </Section>
      <Section id="countries" title={m.validation_countries_title()} lead={m.validation_countries_lead()}>
        {countries.map((rankings) => (
          <CountryRanking key={rankings.outcome} rankings={rankings} aim={settings.aims[rankings.outcome]} />
        ))}
      </Section>
      {compared && (
        <Section id="compared" title={m.validation_compared_title()} lead={m.validation_compared_lead()}>
          {countries.map(({ outcome }) => (
            <ComparedTable key={outcome} compared={compared} outcome={outcome} />
          ))}
        </Section>
      )}
      <Section
        id="pairs"
        title={m.validation_pairs_title()}
        lead={m.validation_pairs_lead({
          pairs: formatNumber(anyPairs?.pairs ?? 0),
          countries: formatNumber(anyPairs?.countries ?? 0),
          divisions: formatNumber(anyPairs?.divisions ?? 0),
          draws: formatNumber(settings.pairDraws),
        })}
      >
        <p className="max-w-prose text-muted">{m.validation_pairs_circular()}</p>
        {pairs.map((rankings) => (
          <PairRanking key={rankings.outcome} rankings={rankings} />
        ))}
      </Section>
      <Section
        id="time"
        title={m.validation_time_title()}
        lead={m.validation_time_lead({ candidates: formatNumber(anyAdditions?.candidates ?? 0) })}
      >
        <p className="max-w-prose text-muted">{m.validation_time_inputs()}</p>
        {additions.map((rankings) => (
          <AdditionRanking key={rankings.outcome} rankings={rankings} />
        ))}
      </Section>
      <Section id="intervals" title={m.validation_calibration_title()} lead={m.validation_calibration_lead()}>
        <CalibrationTables calibration={calibration} />
      </Section>
      <Section
        id="stability"
        title={m.validation_stability_title()}
        lead={m.validation_stability_lead({
          draws: formatNumber(anyStability?.draws ?? 0),
          countries: formatNumber(anyStability?.countries ?? 0),
        })}
      >
        <StabilityTables stability={stability} />
      </Section>
      <Section id="limits" title={m.validation_limits_title()}>
        <ValidationLimits report={report} />
      </Section>
      <Section id="inputs" title={m.validation_made_title()}>
        <MadeFrom tables={tables} />
      </Section>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
