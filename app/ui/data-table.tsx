import { type GlossaryTerm, Term } from './term';
import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from './class-names';
import { Icon } from './icon';
import { type Sort, sortHref } from './table-state';
import { ScrollRegion } from './scroll-region';
import { SelectAll } from './selection-bar';

export type Column<Row> = {
  key: string;
  /** The heading; a unit belongs here: "Workers", "Share, %". */
  header: string;
  /** Explains the heading of a column that is not sorted by: in a heading that sorts, it would be a button in a link. */
  term?: GlossaryTerm;
  cell: (row: Row) => ReactNode;
  /** The key under which the server sorts by this column; left out, it cannot be sorted by. */
  sortKey?: string;
  /** Numbers are aligned at the end, with tabular figures. */
  align?: 'start' | 'end';
  /** The column that names the row for screen readers; the first one unless another says so. */
  isRowHeader?: boolean;
  /** Hidden on narrow screens, where its content appears elsewhere. */
  isWideOnly?: boolean;
  /** May wrap; 'short' in a narrower column; others stay on one line. */
  wraps?: boolean | 'short';
  /** Contains the row's actions: in stacked rows its buttons get a line of their own without heading. */
  isAct?: boolean;
};

/**
 * The one table. `caption` names its content (for screen readers, hidden unless `isCaptionShown`).
 * Sort links keep the rest of the address. With `selection`, each row gets a checkbox of that name, tied to the form of id `form`.
 */
export function DataTable<Row>({
  caption,
  columns,
  rows,
  rowKey,
  sort,
  selection,
  isCaptionShown = false,
  empty,
  isTall = false,
  isStacked = false,
  isDense = false,
}: {
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  sort?: Sort;
  selection?: { name: string; form: string; label: (row: Row) => string } | undefined;
  isCaptionShown?: boolean;
  /** Drawn instead of the table when there is no row. */
  empty?: ReactNode;
  /** Gives the table its own scrolling, so that its head stays in view; not where rows are stacked. */
  isTall?: boolean;
  /** On a narrow screen each row is a block, its cells under their headings; of the header only sort links remain. */
  isStacked?: boolean;
  /** Less space between columns, for a table of many. */
  isDense?: boolean;
}) {
  const [params] = useSearchParams();
  if (rows.length === 0 && empty) return empty;
  // Styles that make blocks of rows must not take away what the table is to a screen reader.
  const as = (role: string) => (isStacked ? { role } : {});
  const headerKey = (columns.find((column) => column.isRowHeader) ?? columns[0])?.key;
  return (
    <ScrollRegion
      label={m.shell_table_scroll({ caption })}
      className={classNames('relative', isTall && tallness[isStacked ? 'stacked' : 'plain'])}
    >
      <table className={classNames('table data-table', isStacked && 'stacked-table', isDense && 'dense-table')} {...as('table')}>
        <caption className={isCaptionShown ? 'pb-2 text-start font-semibold' : 'sr-only'}>{caption}</caption>
        <thead {...as('rowgroup')}>
          <tr {...as('row')}>
            {selection && (
              <td className="sticky top-0 z-1 w-8 border-b border-edge! bg-canvas align-bottom" {...as('cell')}>
                <SelectAll form={selection.form} name={selection.name} caption={caption} />
              </td>
            )}
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sort={sort} params={params} {...as('columnheader')} />
            ))}
          </tr>
        </thead>
        <tbody {...as('rowgroup')}>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row="" {...as('row')}>
              {selection && (
                <td data-select="" {...as('cell')}>
                  <input
                    type="checkbox"
                    form={selection.form}
                    name={selection.name}
                    value={rowKey(row)}
                    aria-label={m.shell_table_select_row({ row: selection.label(row) })}
                    className="size-4 align-middle"
                  />
                </td>
              )}
              {columns.map((column) => {
                const Cell = column.key === headerKey ? 'th' : 'td';
                return (
                  <Cell
                    key={column.key}
                    scope={Cell === 'th' ? 'row' : undefined}
                    className={cellClass(column, Cell === 'th')}
                    data-head={isStacked && Cell === 'td' && !column.isAct ? column.header : undefined}
                    data-wide={isStacked && (column.wraps === true || column.isAct) ? '' : undefined}
                    {...as(Cell === 'th' ? 'rowheader' : 'cell')}
                  >
                    {isolated(column.cell(row))}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

const tallness = { plain: 'max-h-[75dvh] overflow-y-auto', stacked: 'md:max-h-[calc(100dvh-11rem)] md:min-h-72 md:overflow-y-auto' };

/** Plain text is isolated: a name that ends in a full stop keeps it at its end, a number its sign at its beginning. */
function isolated(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <bdi>{content}</bdi> : content;
}

function cellClass<Row>(column: Column<Row>, isHead: boolean): string | undefined {
  const names = classNames(
    column.align === 'end' && 'text-end!',
    column.isWideOnly && 'max-md:hidden',
    column.wraps && 'whitespace-normal',
    isHead && 'font-normal!',
  );
  return names === '' ? undefined : names;
}

function ColumnHead<Row>({
  column,
  sort,
  params,
  role,
}: {
  column: Column<Row>;
  sort: Sort | undefined;
  params: URLSearchParams;
  role?: string;
}) {
  const { sortKey, header } = column;
  const isSorted = sortKey !== undefined && sort?.key === sortKey;
  return (
    <th
      scope="col"
      role={role}
      aria-sort={isSorted ? sort.direction : undefined}
      className={classNames(
        column.align === 'end' && 'text-end!',
        column.isWideOnly && 'max-md:hidden',
        column.wraps === true && 'min-w-32 sm:min-w-45',
        column.wraps === 'short' && 'min-w-24',
      )}
    >
      {sortKey === undefined || sort === undefined ? (
        column.term ? (
          <Term of={column.term}>{header}</Term>
        ) : (
          header
        )
      ) : (
        <Link
          to={sortHref(params, sortKey, sort)}
          preventScrollReset
          rel="nofollow"
          className={classNames('inline-flex items-center gap-1 no-underline hover:text-ink', isSorted ? 'text-ink' : 'text-muted')}
        >
          {header}
          <Icon
            name={isSorted ? (sort.direction === 'ascending' ? 'up' : 'down') : 'sort'}
            className={classNames('size-3', !isSorted && 'opacity-50')}
          />
        </Link>
      )}
    </th>
  );
}
