import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { ControlFormula, ControlSections, DomainWeightTable, FactorTables } from '~/risk/methodology/control-tables';
import { readControls } from '~/risk/methodology/read-controls.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { LinkButton } from '~/ui/button';
import { FoldedSection } from '~/ui/fold';
import { formatDate } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';

export function loader() {
  return readControls(new Date(Date.now()).toISOString().slice(0, 10), getLocale());
}

export const meta: MetaFunction = () => [
  { title: `${m.methodology_controls_title()} · Manumit` },
  { name: 'description', content: m.methodology_controls_lead() },
];

export default function ControlQuestions() {
  const { asOf, most, evidence, age, values, questionnaires } = useLoaderData<typeof loader>();
  return (
    <article className="min-w-0">
      <PageHeader
        title={m.methodology_controls_title()}
        lead={m.methodology_controls_lead()}
        breadcrumbs={[
          { label: m.shell_nav_method(), to: '/methodology' },
          { label: m.method_rule({ rule: 'R5' }), to: '/methodology/R5' },
          { label: m.methodology_controls_title() },
        ]}
        meta={<span>{m.method_as_of({ date: formatDate(asOf) })}</span>}
        actions={
          <LinkButton to="/methodology/controls.csv" icon="download" reloadDocument>
            {m.methodology_download_csv()}
          </LinkButton>
        }
      />
      <Section id="formula" title={m.methodology_controls_formula()}>
        <ControlFormula most={most} />
      </Section>
      <FoldedSection id="factors" title={m.methodology_controls_factors()}>
        <FactorTables evidence={evidence} age={age} values={values} />
      </FoldedSection>
      {questionnaires.map((questionnaire) => (
        <Section
          key={questionnaire.key}
          id={questionnaire.key.split('@')[0] ?? ''}
          title={<span lang={questionnaire.title.lang}>{questionnaire.title.text}</span>}
          lead={questionnaire.whole === null ? undefined : m.methodology_controls_short()}
        >
          <p className="mb-3 text-sm text-muted">
            <span className="font-mono">{questionnaire.key}</span> · <span lang="en">{questionnaire.licence}</span>
          </p>
          <FoldedSection id={`${questionnaire.key.split('@')[0]}-domains`} level="h3" title={m.methodology_controls_domains()}>
            <DomainWeightTable questionnaire={questionnaire} />
          </FoldedSection>
          <ControlSections questionnaire={questionnaire} />
        </Section>
      ))}
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
