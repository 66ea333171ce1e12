import { useNavigation, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { DataTable } from '~/ui/data-table';
import { FilterBar } from '~/ui/filter-bar';
import { Form } from '~/ui/form';
import { formatNumber } from '~/ui/format';
import { Notice } from '~/ui/notice';
import { Section } from '~/ui/page-header';
import type { Repairs } from './pipeline/repairs';
import type { ValuesPage } from './read-values.server';

/** The distinct values of one column with their counts; a new value replaces all cells with it. */
export function ValuesStep({
  here,
  column,
  header,
  page,
  repairs,
}: {
  here: string;
  column: number;
  header: string;
  page: ValuesPage;
  repairs: Repairs;
}) {
  const { state, formData } = useNavigation();
  const [search] = useSearchParams();
  const edits = new Map(
    repairs.edits.flatMap((edit) => (edit.column === column && edit.row === undefined ? [[edit.from, edit.to] as const] : [])),
  );
  return (
    <Section
      title={m.import_cleaning_values_of({ header })}
      lead={m.import_cleaning_values_of_lead()}
      actions={<LinkButton to={`${here}?step=clean`}>{m.import_cleaning_back()}</LinkButton>}
    >
      {search.has('saved') && (
        <div className="mb-4">
          <Notice tone="success" isLive>
            {m.import_cleaning_values_saved({ count: edits.size })}
          </Notice>
        </div>
      )}
      <FilterBar searchLabel={m.import_cleaning_values_search()} />
      <Form method="post" preventScrollReset className="grid grid-cols-[minmax(0,1fr)] gap-3">
        <input type="hidden" name="intent" value="values" />
        <input type="hidden" name="column" value={column} />
        <DataTable
          caption={m.import_cleaning_values_caption({ header })}
          rows={page.values}
          rowKey={({ value }) => value}
          empty={<p>{m.import_cleaning_values_none()}</p>}
          columns={[
            {
              key: 'value',
              header: m.import_cleaning_column_before(),
              isRowHeader: true,
              wraps: true,
              cell: ({ value }) => (
                <>
                  <bdi>{value === '' ? <span className="text-muted">{m.import_cleaning_empty()}</span> : value}</bdi>
                  <input type="hidden" name="from" value={JSON.stringify(value)} />
                </>
              ),
            },
            { key: 'count', header: m.import_cleaning_column_cells(), align: 'end', cell: ({ count }) => formatNumber(count) },
            { key: 'row', header: m.import_cleaning_column_first_row(), align: 'end', isWideOnly: true, cell: ({ row }) => row },
            {
              key: 'to',
              header: m.import_cleaning_column_new_value(),
              cell: ({ value }) => <NewValue key={edits.get(value) ?? value} value={value} held={edits.get(value) ?? value} />,
            },
          ]}
        />
        <CursorPager before={page.before} after={page.after} shown={page.values.length} total={page.total} />
        <div>
          <Button variant="primary" busy={state !== 'idle' && formData?.get('intent') === 'values'}>
            {m.import_cleaning_values_save()}
          </Button>
        </div>
      </Form>
    </Section>
  );
}

/** One line as a field, several as an area: a field would lose the line ends. */
function NewValue({ value, held }: { value: string; held: string }) {
  const common = {
    name: 'to',
    'aria-label': m.import_cleaning_new_value_of({ value }),
    defaultValue: held,
    maxLength: 1000,
    className: 'control min-w-40 sm:min-w-72',
  };
  return value.includes('\n') || held.includes('\n') ? <textarea {...common} rows={2} /> : <input {...common} />;
}
