import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readTable, requestedTable } from '~/risk/methodology/read-tables.server';
import { FieldList, TableDoubts, TableDownloads, TableLinksLine, TableOrigin } from '~/risk/methodology/table-facts';
import { TableRows } from '~/risk/methodology/table-rows';
import { m } from '~/paraglide/messages';
import { PageHeader, Section } from '~/ui/page-header';
import { FoldedSection } from '~/ui/fold';
import { ScrollRegion } from '~/ui/scroll-region';
import { notFound } from '~/platform/http/responses.server';

export function loader({ request, params }: LoaderFunctionArgs) {
  const id = requestedTable(params.table);
  if (!id) throw notFound();
  const { searchParams } = new URL(request.url);
  const table = readTable(id, {
    asOf: new Date(Date.now()).toISOString().slice(0, 10),
    vintage: searchParams.get('vintage'),
    page: Math.trunc(Number(searchParams.get('page') ?? 1)) || 1,
    row: searchParams.get('row'),
    search: givenText(searchParams, 'q').slice(0, 200),
  });
  if (!table) throw notFound();
  return { table };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data ? `${data.table.title} · Manumit` : 'Manumit' }];

export default function TablePage() {
  const { table } = useLoaderData<typeof loader>();
  return (
    <article>
      <PageHeader
        title={<span lang="en">{table.title}</span>}
        breadcrumbs={[
          { label: m.shell_nav_method(), to: '/methodology' },
          { label: m.method_tables(), to: '/methodology#tables' },
          { label: table.id },
        ]}
        actions={<TableDownloads id={table.id} vintage={table.isInForce ? null : table.vintage} />}
        meta={
          <>
            <span>{m.method_vintage({ vintage: table.vintage })}</span>
            <TableLinksLine table={table} />
          </>
        }
      />
      <TableOrigin table={table} />
      {(table.origin.doubts.length > 0 || table.corrections.length > 0) && (
        <FoldedSection
          id="doubts"
          title={m.method_table_doubts()}
          status={[
            ...(table.origin.doubts.length > 0 ? [m.methodology_doubts_status({ count: table.origin.doubts.length })] : []),
            ...(table.corrections.length > 0 ? [m.methodology_corrections_status({ count: table.corrections.length })] : []),
          ].join(' · ')}
        >
          <TableDoubts table={table} />
        </FoldedSection>
      )}
      <FoldedSection id="fields" title={m.method_fields_title()} status={m.methodology_fields_status({ count: table.fields.length })}>
        <ScrollRegion label={m.method_fields_title()}>
          <FieldList fields={table.fields} />
        </ScrollRegion>
      </FoldedSection>
      <Section id="rows" title={m.method_rows_title()} lead={m.method_rows_lead()}>
        <TableRows table={table} />
      </Section>
    </article>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
