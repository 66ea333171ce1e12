import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import type { MethodComparison, ParameterDifference, TableDifference } from './compare-methods.server';
import { parameterHref } from './parameter-href';
import { ParameterValue } from './parameter-value';

/** The two days; a GET form, so that a comparison has an address. */
export function ComparisonForm({ from, to, first }: { from: string; to: string; first: string }) {
  const day = (name: string, label: string, value: string) => (
    <label className="grid gap-1">
      <span className="text-xs text-muted">{label}</span>
      <input key={value} type="date" name={name} defaultValue={value} min={first} required className="control w-auto!" />
    </label>
  );
  return (
    <Form method="get" className="mb-6 flex flex-wrap items-end gap-3" data-print="none">
      {day('from', m.method_compare_from(), from)}
      {day('to', m.method_compare_to(), to)}
      <Button type="submit">{m.method_compare_submit()}</Button>
    </Form>
  );
}

/** What differs, old beside new: dated numbers and tables. */
export function ComparisonTables({ comparison }: { comparison: MethodComparison }) {
  const { parameters, tables, from, to } = comparison;
  if (parameters.length === 0 && tables.length === 0) return <p>{m.method_compare_same()}</p>;
  const sides = [
    { key: 'before', header: formatDate(from) },
    { key: 'after', header: formatDate(to) },
  ] as const;
  return (
    <>
      <h2>{m.method_parameters()}</h2>
      <DataTable<ParameterDifference>
        caption={m.method_parameters()}
        rows={parameters}
        rowKey={({ id }) => id}
        empty={<p>{m.method_compare_no_parameters()}</p>}
        columns={[
          {
            key: 'id',
            header: m.method_parameters(),
            cell: ({ id }) => (
              <Link to={parameterHref(id)} className="font-mono text-sm">
                {id}
              </Link>
            ),
          },
          ...sides.map(({ key, header }) => ({
            key,
            header,
            wraps: true,
            cell: (row: ParameterDifference) => <Side id={row.id} dated={row[key]} />,
          })),
        ]}
      />
      <h2>{m.method_tables()}</h2>
      <DataTable<TableDifference>
        caption={m.method_tables()}
        rows={tables}
        rowKey={({ id }) => id}
        empty={<p>{m.method_compare_no_tables()}</p>}
        columns={[
          { key: 'title', header: m.method_tables(), wraps: true, cell: ({ title }) => <span lang="en">{title}</span> },
          ...sides.map(({ key, header }) => ({
            key,
            header,
            cell: (row: TableDifference) => {
              const vintage = row[key];
              return vintage === null ? (
                <span className="text-muted">{m.method_compare_not_yet()}</span>
              ) : (
                <Link to={`/methodology/tables/${row.id}?vintage=${encodeURIComponent(vintage)}`}>{vintage}</Link>
              );
            },
          })),
        ]}
      />
    </>
  );
}

function Side({ id, dated }: { id: string; dated: ParameterDifference['before'] }) {
  if (dated === null) return <span className="text-muted">{m.method_compare_not_yet()}</span>;
  return (
    <div className="grid min-w-56 gap-2 whitespace-normal">
      <ParameterValue id={id} value={dated.value} />
      <p className="text-xs text-muted">{m.method_compare_in_force({ date: formatDate(dated.effectiveFrom) })}</p>
      <p className="text-xs text-muted" lang="en">
        {dated.reason}
      </p>
    </div>
  );
}
