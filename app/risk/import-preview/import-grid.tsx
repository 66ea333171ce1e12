import { Link, useNavigation, useSearchParams } from '@remix-run/react';
import type { SerializeFrom } from '@remix-run/node';
import { useEffect, useRef, useState } from 'react';
import { GrainPanel } from '~/suppliers/import/grain-panel';
import type { Detected } from '~/suppliers/import/schema';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { formatNumber } from '~/ui/format';
import { Icon } from '~/ui/icon';
import { Notice } from '~/ui/notice';
import { ScrollRegion } from '~/ui/scroll-region';
import { useTableRoles } from '~/ui/use-table-roles';
import { AcceptBar } from './accept-bar';
import { ColumnHeads, ColumnsForm, columnsForm } from './column-heads';
import { GridRows } from './grid-rows';
import { PreviewPanel } from './preview-panel';
import type { readImportGrid } from './read-import-grid.server';

export type ShownGrid = SerializeFrom<Awaited<ReturnType<typeof readImportGrid>>>;

/** A list on one page: its columns, its rows with what was guessed and what is asked, what would come of it, and the button that imports it. */
export function ImportGrid({
  grid,
  detected,
  here,
  error,
}: {
  grid: ShownGrid;
  detected: Detected;
  here: string;
  error?: string | undefined;
}) {
  const [search] = useSearchParams();
  const { editing, edit, stop } = useEditing(search.get('edit'));
  const table = useTableRoles({ isStacked: true });
  const { counts, mapping, heads, columns, rows, preview } = grid;
  const view = `${grid.show === 'all' ? '' : `&show=${grid.show}`}${grid.page > 1 ? `&page=${grid.page}` : ''}`;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      {error && (
        <Notice tone="danger" isLive>
          {error}
        </Notice>
      )}
      <GrainPanel grain={detected.grain} counts={counts} isInLine />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-8 xl:grid-cols-[minmax(0,1fr)_18rem]">
        <div className="grid grid-cols-[minmax(0,1fr)] content-start gap-3">
          <Views grid={grid} here={here} />
          <ColumnsForm grid={grid} here={here} view={view} />
          <ScrollRegion label={m.shell_table_scroll({ caption: m.import_grid_caption() })}>
            <table ref={table} className="table data-table stacked-table dense-table import-grid" style={headingsOf(columns)}>
              <caption className="sr-only">{m.import_grid_caption()}</caption>
              <ColumnHeads heads={heads} columns={columns} mapping={mapping} form={columnsForm} />
              <GridRows rows={rows} preview={preview.rows} width={columns.length + 2} context={{ editing, edit, stop, here, view }} />
            </table>
          </ScrollRegion>
          {grid.pages > 1 && (
            <Pages
              page={grid.page}
              pages={grid.pages}
              hrefOf={(page) => `${here}?step=grid${grid.show === 'all' ? '' : `&show=${grid.show}`}&page=${page}`}
            />
          )}
        </div>
        <PreviewPanel preview={preview} here={here} />
      </div>
      <AcceptBar counts={counts} asked={grid.asked} here={here} />
    </div>
  );
}

/** Which cell is being edited: by script at once, else as the address says ("7.2": row 7, column 2). */
function useEditing(named: string | null) {
  const [editing, setEditing] = useState<string | null>(named);
  const { state, location } = useNavigation();
  const last = useRef<string | null>(null);
  useEffect(() => setEditing(named), [named]);
  // Back where the person was, once the rows are there again.
  useEffect(() => {
    if (state !== 'idle' || editing !== null || last.current === null) return;
    document.getElementById(`cell-${last.current}`)?.focus();
    last.current = null;
  }, [state, editing]);
  return {
    editing: location === undefined || editing !== null ? editing : null,
    edit: (cell: string) => setEditing(cell),
    stop: () => {
      last.current = editing;
      setEditing(null);
    },
  };
}

/** The headings that cells have where rows are blocks: the number of the row comes first. */
const headingsOf = (columns: ShownGrid['columns']) =>
  Object.fromEntries([
    ...columns.map(({ name }, at) => [`--heading-${at + 2}`, JSON.stringify(name)]),
    [`--heading-${columns.length + 2}`, JSON.stringify(m.import_grid_risk())],
  ]);

function Views({ grid, here }: { grid: ShownGrid; here: string }) {
  const views = [
    { key: 'all', label: m.import_grid_all({ count: grid.total }), count: grid.total },
    { key: 'questions', label: m.import_grid_needs_answer({ count: grid.asked }), count: grid.asked },
    { key: 'known', label: m.import_grid_existing({ count: grid.known }), count: grid.known },
  ].filter(({ key, count }) => key === 'all' || count > 0);
  return (
    <nav aria-label={m.import_grid_views()} className="flex flex-wrap items-center gap-x-5 gap-y-2 text-sm">
      {views.map(({ key, label }) => (
        <Link
          key={key}
          to={`${here}?step=grid${key === 'all' ? '' : `&show=${key}`}`}
          preventScrollReset
          aria-current={grid.show === key ? 'true' : undefined}
          className={
            grid.show === key ? 'font-semibold text-ink no-underline' : key === 'questions' ? 'font-semibold text-warning' : undefined
          }
        >
          {key === 'questions' && <Icon name="question" />} {label}
        </Link>
      ))}
      {grid.guesses > 0 && (
        <span className="text-muted">
          <span aria-hidden="true" className="me-1.5 inline-block w-5 border-b border-dotted border-accent" />
          {m.import_grid_guessed({ count: grid.guesses, countText: formatNumber(grid.guesses) })}
        </span>
      )}
    </nav>
  );
}

function Pages({ page, pages, hrefOf }: { page: number; pages: number; hrefOf: (page: number) => string }) {
  return (
    <nav aria-label={m.shell_pager_label()} className="flex flex-wrap items-center gap-3 text-muted">
      <span>{m.shell_progress_of({ completed: formatNumber(page), total: formatNumber(pages) })}</span>
      {page > 1 && (
        <LinkButton to={hrefOf(page - 1)} size="sm" rel="prev">
          {m.shell_pager_previous()}
        </LinkButton>
      )}
      {page < pages && (
        <LinkButton to={hrefOf(page + 1)} size="sm" rel="next">
          {m.shell_pager_next()}
        </LinkButton>
      )}
    </nav>
  );
}
