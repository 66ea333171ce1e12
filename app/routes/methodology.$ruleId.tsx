import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readRule } from '~/features/method/read-rules.server';
import { ParameterList, RuleText, TableLinks } from '~/features/method/rule-text';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';
import { notFound } from '~/web/responses.server';

export function loader({ params }: LoaderFunctionArgs) {
  const page = readRule(params.ruleId ?? '', new Date(Date.now()).toISOString().slice(0, 10));
  if (!page) throw notFound();
  return page;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.rule.id} ${data.rule.title} · Manumit` : 'Manumit' },
];

export default function RulePage() {
  const { rule, parameters, tables } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHeader
        title={
          <>
            <span className="text-muted">{rule.id}</span> <span lang={rule.lang}>{rule.title}</span>
          </>
        }
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.method_rule({ rule: rule.id }) }]}
      />
      <div className="prose-page">
        <RuleText rule={rule} />
        {tables.length > 0 && (
          <>
            <h2>{m.method_tables_read()}</h2>
            <TableLinks tables={tables} />
          </>
        )}
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

export { ErrorSection as ErrorBoundary } from '~/web/error-boundary';
