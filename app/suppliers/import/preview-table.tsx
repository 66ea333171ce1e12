import { factText } from '~/suppliers/facts/fact-labels';
import { fieldOfColumn } from '~/suppliers/fields/definition/import-columns';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { Icon } from '~/ui/icon';
import type { Field } from './pipeline/fields';
import type { PreviewRow } from './preview-rows.server';
import { fieldName } from './field-labels';
import { problemText } from './labels';

/** The key of a cleaned record that a column fills. */
const recordKey = (column: Field): string => (column === 'product' ? 'products' : column);

const statuses: Record<PreviewRow['status'], () => string> = {
  valid: m.import_status_valid,
  warned: m.import_status_warned,
  invalid: m.import_status_invalid,
  parsed: m.import_status_parsed,
};

/** Rows as they will be written: cleaned values, beneath them what the file has where it differs, and every problem in words. */
export function PreviewTable({
  rows,
  columns,
  sectors,
}: {
  rows: readonly PreviewRow[];
  columns: readonly Field[];
  sectors: Readonly<Record<string, string>>;
}) {
  const shown = columns
    .flatMap((field, at) => (field === 'ignore' ? [] : [{ field, at }]))
    .filter(({ field }, at, all) => all.findIndex((other) => other.field === field) === at);
  const values: Column<PreviewRow>[] = shown.map(({ field, at }) => ({
    key: field,
    header: fieldName(field),
    wraps: true,
    isWideOnly: field !== 'supplierName' && field !== 'siteName' && field !== 'country',
    cell: (row) => (
      <Value
        row={row}
        field={field}
        raw={
          columns
            .flatMap((other, column) => (other === field ? (row.raw[column] ?? '') : []))
            .filter(Boolean)
            .join(', ') ||
          (row.raw[at] ?? '')
        }
        sectors={sectors}
      />
    ),
  }));
  return (
    <DataTable
      caption={m.import_check_caption()}
      rows={rows}
      rowKey={({ rowNumber }) => String(rowNumber)}
      isTall
      columns={[
        { key: 'row', header: m.import_column_row(), align: 'end', cell: ({ rowNumber }) => rowNumber },
        { key: 'status', header: m.import_column_status(), cell: (row) => <Status status={row.status} /> },
        ...(rows.some(({ problems }) => problems.length > 0)
          ? [{ key: 'problems', header: m.import_column_problems(), wraps: true, cell: (row: PreviewRow) => <Problems row={row} /> }]
          : []),
        ...values.map((column, at) => ({ ...column, isRowHeader: at === 0 })),
      ]}
    />
  );
}

function Status({ status }: { status: PreviewRow['status'] }) {
  const look = status === 'invalid' ? 'text-danger' : status === 'warned' ? 'text-warning' : 'text-success';
  return (
    <span className="inline-flex items-center gap-1">
      <Icon name={status === 'valid' ? 'check' : status === 'invalid' ? 'close' : 'attention'} className={look} />
      {statuses[status]()}
    </span>
  );
}

function Problems({ row }: { row: PreviewRow }) {
  if (row.problems.length === 0) return null;
  return (
    <ul className="grid min-w-56 gap-1">
      {row.problems.map((problem) => (
        <li key={`${problem.code} ${problem.column}`} className={problem.severity === 'error' ? 'text-danger' : undefined}>
          {problem.column && <span className="font-semibold">{m.import_in_column({ column: problem.column })} </span>}
          {problemText(problem)}
        </li>
      ))}
    </ul>
  );
}

function Value({ row, field, raw, sectors }: { row: PreviewRow; field: Field; raw: string; sectors: Readonly<Record<string, string>> }) {
  if (row.cleaned === null) return <span className="text-muted">{raw}</span>;
  const key = recordKey(field);
  const value = row.cleaned[key];
  // An order, a factory or a contact is one value of several columns: each shows its part as written.
  if (!(key in row.cleaned) || (typeof value === 'object' && value !== null && !Array.isArray(value)))
    return raw === '' ? <span className="text-muted">—</span> : raw;
  const isEmpty = value === null || value === undefined || (Array.isArray(value) && value.length === 0);
  const text = isEmpty ? null : Array.isArray(value) ? value.join(' · ') : factText(fieldOfColumn(field)?.key ?? key, value, sectors);
  const good = field === 'product' ? factText('listedGoods', row.cleaned.listedGoods) : null;
  const differs = raw !== '' && text !== raw && String(value) !== raw;
  return (
    <>
      {text ?? <span className="text-muted">—</span>}
      {good && <span className="block text-xs text-muted">{m.shell_named({ name: m.classification_good(), text: good })}</span>}
      {differs && <span className="block text-xs text-muted">{m.import_was({ value: raw.slice(0, 120) })}</span>}
    </>
  );
}
