import { type GlossaryTerm, Term } from './term';
import { Link, useSearchParams } from '@remix-run/react';
import type { CSSProperties, ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { classNames } from './class-names';
import { Icon } from './icon';
import { type Sort, sortHref } from './table-state';
import { ScrollRegion } from './scroll-region';
import { SelectAll } from './selection-bar';
import { useTableRoles } from './use-table-roles';

export type Column<Row> = {
  key: string;
  /** The heading; a unit belongs here: "Workers", "Share, %". */
  header: string;
  /** Explains the heading of a column that is not sorted by: in a heading that sorts, it would be a button in a link. */
  term?: GlossaryTerm;
  /** What the cell shows; null in a table with `isDense` is shown as a dash. */
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
  const table = useTableRoles({ isStacked });
  if (rows.length === 0 && empty) return empty;
  const headerKey = (columns.find((column) => column.isRowHeader) ?? columns[0])?.key;
  return (
    <ScrollRegion
      label={m.shell_table_scroll({ caption })}
      className={classNames('relative', isTall && tallness[isStacked ? 'stacked' : 'plain'])}
    >
      <table
        ref={table}
        className={classNames('table data-table', isStacked && 'stacked-table', isDense && 'dense-table')}
        style={isStacked ? stackedHeadings(columns, { headerKey, isAfterBox: selection !== undefined }) : undefined}
      >
        <caption className={isCaptionShown ? 'pb-2 text-start font-semibold' : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <td className="sticky top-0 z-1 w-8 border-b border-edge! bg-canvas align-bottom">
                <SelectAll form={selection.form} name={selection.name} caption={caption} />
              </td>
            )}
            {columns.map((column) => (
              <ColumnHead key={column.key} column={column} sort={sort} params={params} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-row="">
              {selection && (
                <td data-select="">
                  <input
                    type="checkbox"
                    form={selection.form}
                    name={selection.name}
                    value={rowKey(row)}
                    aria-label={m.shell_table_select_row({ row: selection.label(row) })}
                  />
                </td>
              )}
              {columns.map((column) => {
                const Cell = column.key === headerKey ? 'th' : 'td';
                return (
                  <Cell
                    key={column.key}
                    scope={Cell === 'th' ? 'row' : undefined}
                    className={cellClass(column)}
                    data-wide={isStacked && Cell === 'td' && (column.wraps === true || column.isAct) ? '' : undefined}
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

/** As many columns as elements.css names headings for in stacked rows. */
export const mostStacked = 18;

/** The headings that cells have in stacked rows, once for all rows: a property of the table for each column, by its place in the row. */
function stackedHeadings<Row>(
  columns: readonly Column<Row>[],
  { headerKey, isAfterBox }: { headerKey: string | undefined; isAfterBox: boolean },
): CSSProperties {
  const named = columns.map((column, index) => ({ column, place: index + (isAfterBox ? 2 : 1) }));
  const shown = named.filter(({ column }) => column.key !== headerKey && !column.isAct);
  return Object.fromEntries(shown.map(({ column, place }) => [`--heading-${place}`, JSON.stringify(column.header)]));
}

const tallness = { plain: 'max-h-[75dvh] overflow-y-auto', stacked: 'md:max-h-[calc(100dvh-11rem)] md:min-h-72 md:overflow-y-auto' };

/** Plain text is isolated: a name that ends in a full stop keeps it at its end, a number its sign at its beginning. */
function isolated(content: ReactNode): ReactNode {
  return typeof content === 'string' ? <bdi>{content}</bdi> : content;
}

function cellClass<Row>(column: Column<Row>): string | undefined {
  const names = classNames(
    column.align === 'end' && 'text-end!',
    column.isWideOnly && 'max-md:hidden',
    column.wraps && 'whitespace-normal',
  );
  return names === '' ? undefined : names;
}

function ColumnHead<Row>({ column, sort, params }: { column: Column<Row>; sort: Sort | undefined; params: URLSearchParams }) {
  const { sortKey, header } = column;
  const isSorted = sortKey !== undefined && sort?.key === sortKey;
  return (
    <th
      scope="col"
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
          className={classNames(
            'inline-flex items-center gap-1 no-underline hover:text-ink pointer-coarse:min-h-11',
            isSorted ? 'text-ink' : 'text-muted',
          )}
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
