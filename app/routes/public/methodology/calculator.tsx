import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { Waterfall } from '~/documents/charts/waterfall';
import { calculate } from '~/risk/methodology/calculate.server';
import { CalculatorForm } from '~/risk/methodology/calculator-form';
import { waterfallHref } from '~/risk/scores/addresses';
import { NotScored } from '~/risk/scores/not-scored';
import { ScoreSummary } from '~/risk/scores/score-summary';
import { ComponentTable } from '~/risk/scores/score-tables';
import { TellingTable } from '~/risk/scores/sensitivity-tables';
import { TraceTree } from '~/risk/scores/trace-tree';
import { fieldsOfAddress, foundByAddress } from '~/platform/forms/search-step.server';
import { knownSectors } from '~/suppliers/choices/sector-choices.server';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';

/** Public, without sign-in. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const searchParams = fieldsOfAddress(request);
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const calculated = calculate(searchParams, today);
  return {
    ...calculated,
    sectors: knownSectors([calculated.values.sector ?? null]),
    ...(await foundByAddress({ request, params })),
    isTreeOpen: searchParams.get('steps') === 'all',
  };
}

export const meta: MetaFunction = () => [{ title: `${m.what_if_calculator()} · Manumit` }];

export default function Calculator() {
  const { sectors, shown, asOf, ...calculated } = useLoaderData<typeof loader>();
  return (
    <article className="min-w-0">
      <PageHeader
        title={m.what_if_calculator()}
        lead={m.what_if_calculator_lead()}
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.what_if_calculator() }]}
      />
      <CalculatorForm calculated={calculated} sectors={sectors} />
      {shown && (
        <div className="mt-10" id="result">
          <Outcome />
          <p className="mt-6 text-sm text-muted">
            {asOf && m.method_as_of({ date: formatDate(asOf) })} · {m.method_version({ version: shown.result.engineVersion })} ·{' '}
            {m.method_limit_law()} <Link to="/methodology">{m.method_limits_title()}</Link>
          </p>
        </div>
      )}
    </article>
  );
}

function Outcome() {
  const { shown, isTreeOpen } = useLoaderData<typeof loader>();
  if (!shown) return null;
  const { result, trace, telling } = shown;
  if (result.status === 'not-scored') return <NotScored editTo={null} />;
  const ids = { components: result.components.map(({ id }) => id), domains: result.domains.map(({ domain }) => domain) };
  return (
    <>
      <ScoreSummary result={result} />
      <Section id="waterfall" title={m.method_waterfall_title()} lead={m.method_waterfall_lead()}>
        <Waterfall result={result} hrefFor={(rowId) => waterfallHref(rowId, ids)} />
      </Section>
      {telling.length > 0 && (
        <Section id="missing" title={m.method_missing_title()} lead={m.method_missing_lead()}>
          <TellingTable telling={telling} editTo={null} />
        </Section>
      )}
      <Section id="components" title={m.method_components_title()} lead={m.method_components_lead()}>
        <ComponentTable components={result.components} />
      </Section>
      <Section id="calculation" title={m.method_tree_title()} lead={m.what_if_calc_tree_lead()}>
        <TraceTree
          root={trace}
          context={{ sourceLinks: {}, answers: [], findings: [], questions: {}, slug: '', publicId: '', isOpen: isTreeOpen }}
        />
      </Section>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
