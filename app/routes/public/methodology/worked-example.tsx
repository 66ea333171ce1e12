import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readWorked } from '~/risk/methodology/read-worked.server';
import { HandStatus, HandTable, InputStatus, WorkedInput, workedTitle, WorkedWaterfall } from '~/risk/methodology/worked-parts';
import { ScoreSummary } from '~/risk/scores/score-summary';
import { ComponentTable } from '~/risk/scores/score-tables';
import { TraceTree } from '~/risk/scores/trace-tree';
import { m } from '~/paraglide/messages';
import { FoldedSection } from '~/ui/fold';
import { formatDate, formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export function loader({ params }: LoaderFunctionArgs) {
  const worked = readWorked(param(params, 'exampleId'), new Date(Date.now()).toISOString().slice(0, 10));
  if (!worked) throw notFound();
  return { worked };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? workedTitle(data.worked.id) : m.methodology_worked_title()} · Manumit` },
];

export default function WorkedExample() {
  const { worked } = useLoaderData<typeof loader>();
  const { id, result, trace, context } = worked;
  return (
    <article className="min-w-0">
      <PageHeader
        title={workedTitle(id)}
        lead={m.methodology_worked_fictional()}
        breadcrumbs={[
          { label: m.shell_nav_method(), to: '/methodology' },
          { label: m.methodology_worked_title(), to: '/methodology/worked' },
          { label: workedTitle(id) },
        ]}
        meta={
          <>
            <span>{m.method_as_of({ date: formatDate(result.asOf) })}</span>
            <span>{m.method_version({ version: result.engineVersion })}</span>
          </>
        }
      />
      <ScoreSummary result={result} />
      <FoldedSection
        id="input"
        title={m.methodology_worked_input()}
        status={<InputStatus worked={worked} />}
        lead={m.methodology_worked_input_lead()}
      >
        <WorkedInput worked={worked} />
      </FoldedSection>
      <Section id="waterfall" title={m.method_waterfall_title()} lead={m.method_waterfall_lead()}>
        <WorkedWaterfall result={result} />
      </Section>
      <FoldedSection
        id="components"
        title={m.method_components_title()}
        status={formatNumber(result.components.length)}
        lead={m.method_components_lead()}
      >
        <ComponentTable components={result.components} />
      </FoldedSection>
      <FoldedSection
        id="by-hand"
        title={m.methodology_worked_hand()}
        status={<HandStatus worked={worked} />}
        lead={m.methodology_worked_hand_lead()}
      >
        <HandTable worked={worked} />
      </FoldedSection>
      <FoldedSection id="calculation" title={m.method_tree_title()} lead={m.what_if_calc_tree_lead()}>
        <TraceTree root={trace} context={{ ...context, slug: '', publicId: '', isOpen: true }} />
      </FoldedSection>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
