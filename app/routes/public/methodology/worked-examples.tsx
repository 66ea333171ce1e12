import type { MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listWorked } from '~/risk/methodology/read-worked.server';
import { WorkedTable } from '~/risk/methodology/worked-parts';
import { m } from '~/paraglide/messages';
import { formatDate } from '~/ui/format';
import { PageHeader } from '~/ui/page-header';

export function loader() {
  const asOf = new Date(Date.now()).toISOString().slice(0, 10);
  return { asOf, rows: listWorked(asOf) };
}

export const meta: MetaFunction = () => [
  { title: `${m.methodology_worked_title()} · Manumit` },
  { name: 'description', content: m.methodology_worked_lead() },
];

export default function WorkedExamples() {
  const { asOf, rows } = useLoaderData<typeof loader>();
  return (
    <article className="min-w-0">
      <PageHeader
        title={m.methodology_worked_title()}
        lead={m.methodology_worked_lead()}
        breadcrumbs={[{ label: m.shell_nav_method(), to: '/methodology' }, { label: m.methodology_worked_title() }]}
        meta={<span>{m.method_as_of({ date: formatDate(asOf) })}</span>}
      />
      <WorkedTable rows={rows} />
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
