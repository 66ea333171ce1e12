import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { readRule } from '~/risk/methodology/read-rules.server';
import { readStandards } from '~/risk/methodology/read-standards.server';
import { StandardTables } from '~/risk/methodology/standard-tables';
import { ParameterList, RuleText, TableLinks } from '~/risk/methodology/rule-text';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';

export function loader({ params }: LoaderFunctionArgs) {
  const { ruleId = '' } = params;
  // Steps of a calculation name the child labour figures C0 to C4, which share a page.
  if (/^C[0-4]$/.test(ruleId)) return redirect('/methodology/child-labour', 301);
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  const page = readRule(ruleId, asOf);
  if (!page) throw notFound();
  return { ...page, standards: readStandards(ruleId, asOf) };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${numberOf(data.rule.id)} ${data.rule.title} · Manumit`.trim() : 'Manumit' },
];

/** "R4"; a supplement has no number. */
const numberOf = (id: string): string => (/^R\d+$/.test(id) ? id : '');

export default function RulePage() {
  const { rule, parameters, tables, standards } = useLoaderData<typeof loader>();
  const number = numberOf(rule.id);
  return (
    <article>
      <PageHeader
        title={
          <>
            {number && <span className="text-muted">{number} </span>}
            <span lang={rule.lang}>{rule.title}</span>
          </>
        }
        breadcrumbs={[
          { label: m.shell_nav_method(), to: '/methodology' },
          { label: number ? m.method_rule({ rule: number }) : rule.title },
        ]}
      />
      <div className="prose-page">
        <RuleText rule={rule} />
        {rule.id === 'R5' && (
          <p>
            <Link to="/methodology/controls">{m.methodology_controls_link()}</Link>
          </p>
        )}
        {tables.length > 0 && (
          <>
            <h2>{m.method_tables_read()}</h2>
            <TableLinks tables={tables} />
          </>
        )}
        {standards && <StandardTables standards={standards} />}
        {parameters.length > 0 && (
          <>
            <h2>{m.method_parameters()}</h2>
            <p className="text-muted">{m.method_parameters_lead()}</p>
            <ParameterList parameters={parameters} />
          </>
        )}
      </div>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
