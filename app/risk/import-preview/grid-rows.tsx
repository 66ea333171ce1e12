import { Link, useNavigation } from '@remix-run/react';
import type { ReactNode } from 'react';
import { AlertChip } from '~/risk/alerts/alert-chip';
import { m } from '~/paraglide/messages';
import { BandShape } from '~/ui/band-shapes';
import { bandName } from '~/ui/band-badge';
import { classNames } from '~/ui/class-names';
import { Icon } from '~/ui/icon';
import { ScoreTile } from '~/ui/score-tile';
import { CellForm } from './cell-form';
import { Answer, GridQuestionRow } from './grid-question';
import type { ShownGrid } from './import-grid';

export type Row = ShownGrid['rows'][number];
export type Cell = Row['cells'][number];
export type GridContext = {
  editing: string | null;
  edit: (cell: string) => void;
  stop: () => void;
  here: string;
  /** The part of the address that says which rows are shown. */
  view: string;
};

/** The rows of the grid, each followed by what is asked about it. */
export function GridRows({
  rows,
  preview,
  width,
  context,
}: {
  rows: readonly Row[];
  preview: ShownGrid['preview']['rows'];
  width: number;
  context: GridContext;
}) {
  return (
    <tbody>
      {rows.map((row) => (
        <RowPart key={row.rowNumber} row={row} shown={preview[row.rowNumber] ?? null} width={width} context={context} />
      ))}
    </tbody>
  );
}

function RowPart({
  row,
  shown,
  width,
  context,
}: {
  row: Row;
  shown: ShownGrid['preview']['rows'][string];
  width: number;
  context: GridContext;
}) {
  const named = row.cells.find(({ field }) => field === 'supplierName') ?? row.cells[0];
  const look = row.question ? 'bg-warning-soft' : undefined;
  return (
    <>
      <tr data-row="" id={`row-${row.rowNumber}`} className={look}>
        <td className="text-xs whitespace-nowrap! text-muted tabular-nums">
          {row.question ? <Icon name="question" label={m.import_grid_asked()} className="text-warning" /> : null} {row.rowNumber}
          {row.question?.kind !== 'error' && <LeaveOut row={row} context={context} />}
        </td>
        {row.cells.map((cell) => {
          const isHead = cell === named;
          const Tag = isHead ? 'th' : 'td';
          return (
            <Tag key={`${cell.column ?? cell.field}`} scope={isHead ? 'row' : undefined}>
              <GridCellText cell={cell} row={row} isName={isHead} context={context} />
            </Tag>
          );
        })}
        <td>{shown ? <Risk {...shown} /> : <span className="text-muted">–</span>}</td>
      </tr>
      {row.question && <GridQuestionRow row={row} question={row.question} width={width} context={context} />}
    </>
  );
}

function LeaveOut({ row, context }: { row: Row; context: GridContext }) {
  return (
    <Answer intent="row" hidden={{ row: row.rowNumber }} context={context}>
      <button
        type="submit"
        name="what"
        value="out"
        title={m.import_grid_leave_out()}
        aria-label={m.shell_named({ name: m.import_grid_row({ row: row.rowNumber }), text: m.import_grid_leave_out() })}
        className="min-h-6 min-w-6 rounded-sm text-muted hover:bg-sunken hover:text-ink"
      >
        <Icon name="close" className="size-3" />
      </button>
    </Answer>
  );
}

function Risk({ score, band, alerts, isToBeConfirmed }: NonNullable<ShownGrid['preview']['rows'][string]>) {
  const [first, ...others] = alerts;
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <BandShape band={band} />
      <ScoreTile score={score} isBeside />
      <span className="sr-only">{bandName(band)}</span>
      {first && <AlertChip kind={first} isToBeConfirmed={isToBeConfirmed} others={others.length} />}
    </span>
  );
}

/** A cell: its text opens the field in its place; under it what the file says otherwise, what was guessed, and what is wrong. */
function GridCellText({ cell, row, isName, context }: { cell: Cell; row: Row; isName: boolean; context: GridContext }) {
  const { editing, edit, here, view } = context;
  const place = `${row.rowNumber}.${cell.column}`;
  const { formData } = useNavigation();
  if (cell.column !== null && editing === place) return <CellForm cell={cell} row={row} context={context} />;
  const isSent = formData?.get('intent') === 'cell' && `${formData.get('row')}.${formData.get('column')}` === place;
  const text = isSent ? String(formData.get('to')) : cell.text;
  const label = m.import_grid_edit({ column: cell.name, row: row.rowNumber, value: text ?? m.suppliers_unknown() });
  return (
    <span className="grid min-w-0 justify-items-start gap-0.5">
      {cell.column === null ? (
        <span>{text ?? <None />}</span>
      ) : (
        <Link
          id={`cell-${place}`}
          to={`${here}?step=grid${view}&edit=${place}#row-${row.rowNumber}`}
          preventScrollReset
          aria-label={label}
          className={classNames(
            'grid-cell min-h-6 min-w-8 rounded-sm text-ink no-underline hover:bg-sunken hover:text-ink',
            isName && 'font-semibold',
            isSent && 'opacity-60',
          )}
          onClick={(event) => {
            event.preventDefault();
            edit(place);
          }}
        >
          {text === null || text === '' ? <None /> : <bdi className="line-clamp-3">{text}</bdi>}
        </Link>
      )}
      {isName && row.isKnown && <Second>{m.import_grid_existing_supplier()}</Second>}
      {isName && row.isRepeated && <Second>{m.import_grid_repeated()}</Second>}
      {cell.written !== null && <Second title={m.import_grid_written()}>{cell.written}</Second>}
      {cell.guess && (
        <Second title={cell.guess.source}>
          {cell.guess.text}
          <span className="sr-only"> {cell.guess.source}</span>
        </Second>
      )}
      {cell.problem && <span className="max-w-60 text-xs text-warning">{cell.problem}</span>}
    </span>
  );
}

const None = () => <span className="text-muted">–</span>;

/** What was read or guessed, with its source on hover. */
function Second({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <span title={title} className="line-clamp-2 max-w-56 text-xs text-accent underline decoration-dotted underline-offset-2">
      {children}
    </span>
  );
}
