import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { Section } from '~/ui/page-header';
import { Unknown } from '~/ui/values';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import type { SourceRead } from './read-source.server';

/** The row of the file as it was, and what was made of it. */
export function SourceRow({ row }: { row: NonNullable<SourceRead['row']> }) {
  const cleaned = row.cleaned.filter(({ value }) => value !== null && !(Array.isArray(value) && value.length === 0));
  return (
    <div className="mt-8 grid grid-cols-[minmax(0,1fr)] gap-8 lg:grid-cols-2 [&>section]:mt-0">
      <Section title={m.suppliers_source_raw()}>
        <DataTable
          caption={m.suppliers_source_raw()}
          rows={row.cells}
          rowKey={(cell) => cell.head}
          columns={[
            { key: 'head', header: m.suppliers_source_column(), wraps: true, cell: (cell) => cell.head },
            {
              key: 'raw',
              header: m.suppliers_source_cell(),
              wraps: true,
              cell: (cell) => (cell.raw === 'withheld' ? m.supply_links_withheld() : cell.raw || <Unknown />),
            },
          ]}
        />
      </Section>
      <Section title={m.suppliers_source_cleaned()}>
        <DataTable
          caption={m.suppliers_source_cleaned()}
          rows={cleaned}
          rowKey={(cell) => cell.field}
          columns={[
            { key: 'field', header: m.suppliers_source_field(), wraps: true, cell: (cell) => factName(cell.field) },
            { key: 'value', header: m.suppliers_source_value(), wraps: true, cell: (cell) => factText(cell.field, cell.value) },
          ]}
        />
      </Section>
    </div>
  );
}
