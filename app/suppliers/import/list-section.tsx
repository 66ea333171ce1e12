import { useNavigation } from '@remix-run/react';
import { factName, factText } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { formatCountry, formatDate } from '~/ui/format';
import { Section } from '~/ui/page-header';
import { Select } from '~/ui/select';
import type { StoredComparison } from './schema';

type Imported = { id: string; listName: string; committedAt: string | Date | null };
type Props = {
  list: { listName: string | null; replacesId: string | null };
  imported: readonly Imported[];
  comparison: StoredComparison | null;
  sectors: Readonly<Record<string, string>>;
  isOpen: boolean;
};

/** Which list this is, what it takes the place of, and what came, went and changed. */
export function ListSection({ list, imported, comparison, sectors, isOpen }: Props) {
  const { state, formData } = useNavigation();
  if (!isOpen && comparison === null) return null;
  return (
    <Section
      id="list"
      title={m.import_cleaning_list_title()}
      lead={comparison === null ? m.import_cleaning_list_lead() : m.import_cleaning_list_lead_compared()}
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
        {isOpen && (
          <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
            <input type="hidden" name="intent" value="list" />
            <Field
              key={list.listName}
              name="listName"
              label={m.import_cleaning_list_name()}
              defaultValue={list.listName ?? ''}
              maxLength={200}
              required
              className="min-w-60"
            />
            {imported.length > 0 && (
              <Select
                key={list.replacesId ?? 'none'}
                name="replaces"
                label={m.import_cleaning_list_replaces()}
                empty={m.import_cleaning_list_replaces_none()}
                defaultValue={list.replacesId ?? undefined}
                className="max-w-full min-w-60"
                options={imported.map(({ id, listName, committedAt }) => ({
                  value: id,
                  label: committedAt === null ? listName : `${listName} (${formatDate(committedAt)})`,
                }))}
              />
            )}
            <Button busy={state !== 'idle' && formData?.get('intent') === 'list'}>{m.import_cleaning_list_save()}</Button>
          </Form>
        )}
        {comparison && <Compared comparison={comparison} sectors={sectors} />}
      </div>
    </Section>
  );
}

function Compared({ comparison, sectors }: { comparison: StoredComparison; sectors: Readonly<Record<string, string>> }) {
  const { counts } = comparison;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <ul className="flex flex-wrap gap-x-6 gap-y-1">
        <li>{m.import_cleaning_came({ count: counts.came })}</li>
        <li>{m.import_cleaning_gone({ count: counts.gone })}</li>
        <li>{m.import_cleaning_changed({ count: counts.changed })}</li>
        <li>{m.import_cleaning_same({ count: counts.same })}</li>
      </ul>
      {counts.came > 0 && <Entries title={m.import_cleaning_came_title()} entries={comparison.came} total={counts.came} />}
      {counts.gone > 0 && (
        <Entries
          title={m.import_cleaning_gone_title()}
          entries={comparison.gone}
          total={counts.gone}
          note={m.import_cleaning_gone_note()}
        />
      )}
      {counts.changed > 0 && (
        <details className="rounded border border-line p-3">
          <summary className="cursor-pointer font-semibold">{m.import_cleaning_changed_title()}</summary>
          <div className="mt-3">
            <DataTable
              caption={m.import_cleaning_changed_title()}
              rows={comparison.changed}
              rowKey={({ row, name }) => `${row} ${name}`}
              columns={[
                { key: 'name', header: m.import_field_supplier_name(), isRowHeader: true, wraps: true, cell: ({ name }) => name },
                {
                  key: 'fields',
                  header: m.import_cleaning_column_changes(),
                  wraps: true,
                  cell: ({ fields }) => (
                    <ul>
                      {fields.map(({ field, site, before, after }) => (
                        <li key={`${field} ${site} ${JSON.stringify(before)}`}>
                          {site !== null && <span className="text-muted">{site} · </span>}
                          {m.shell_labelled({ name: factName(field) })} <bdi>{valueText(field, before, sectors)}</bdi> →{' '}
                          <bdi className="font-semibold">{valueText(field, after, sectors)}</bdi>
                        </li>
                      ))}
                    </ul>
                  ),
                },
                { key: 'row', header: m.import_column_row(), align: 'end', cell: ({ row }) => row },
              ]}
            />
            <More shown={comparison.changed.length} total={counts.changed} />
          </div>
        </details>
      )}
    </div>
  );
}

type Entry = StoredComparison['came'][number];

function Entries({ title, entries, total, note }: { title: string; entries: readonly Entry[]; total: number; note?: string }) {
  return (
    <details className="rounded border border-line p-3">
      <summary className="cursor-pointer font-semibold">{title}</summary>
      {note && <p className="mt-2 max-w-prose text-muted">{note}</p>}
      <div className="mt-3">
        <DataTable
          caption={title}
          rows={entries}
          rowKey={({ row, name }) => `${row} ${name}`}
          columns={[
            { key: 'name', header: m.import_field_supplier_name(), isRowHeader: true, wraps: true, cell: ({ name }) => name },
            {
              key: 'country',
              header: m.import_field_country(),
              cell: ({ country }) => (country === null ? <span className="text-muted">—</span> : formatCountry(country)),
            },
            { key: 'row', header: m.import_column_row(), align: 'end', cell: ({ row }) => row },
          ]}
        />
        <More shown={entries.length} total={total} />
      </div>
    </details>
  );
}

function More({ shown, total }: { shown: number; total: number }) {
  return total > shown ? <p className="mt-2 text-muted">{m.import_cleaning_changes_more({ count: total - shown })}</p> : null;
}

function valueText(field: string, value: unknown, sectors: Readonly<Record<string, string>>): string {
  if (value === null) return m.import_cleaning_unknown();
  if (field === 'site') return String(value);
  return factText(field, value, sectors) ?? String(value);
}
