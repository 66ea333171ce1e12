import { useId } from 'react';
import { m } from '~/paraglide/messages';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { drawWaterfall, type WaterfallRow, type WaterfallWords, waterfallRows } from './waterfall-geometry';
import { type WaterfallResult, waterfallInput, waterfallTitle, waterfallWords } from './labels';

type WaterfallProps = {
  /** A scored result of the engine. */
  result: WaterfallResult;
  /** Sentence above the chart; by default it states how inherent risk becomes residual risk. */
  title?: string;
  /**
   * Address of the calculation behind a row: a component (`country`, `debt`), a domain (`recruitment-fees`), or one of `inherent`, `controlCredit`,
   * `findingsUplift`, `overrideUplift`, `residual`. Rows without an address are not links.
   */
  hrefFor?: (rowId: string) => string | undefined;
};

/** From inherent to residual risk, part by part, as bars that begin where the one before ended, and the same as a table. */
export function Waterfall({ result, title = waterfallTitle(result), hrefFor }: WaterfallProps) {
  const captionId = useId();
  const words = waterfallWords();
  const rows = waterfallRows(waterfallInput(result), words);
  const linkFor =
    hrefFor === undefined
      ? undefined
      : (rowId: string) =>
          rowLink(
            rows.find((row) => row.id === rowId),
            { hrefFor, words },
          );
  return (
    <figure className="chart-figure">
      <figcaption id={captionId} className="chart-caption">
        {title}
      </figcaption>
      <DrawingSvg className="chart-wide" drawing={drawWaterfall(rows, { words, width: 720 })} label={{ id: captionId }} linkFor={linkFor} />
      <DrawingSvg
        className="chart-narrow"
        drawing={drawWaterfall(rows, { words, width: 330 })}
        label={{ id: captionId }}
        linkFor={linkFor}
      />
      <WaterfallTable rows={rows} words={words} />
    </figure>
  );
}

function rowLink(row: WaterfallRow | undefined, options: { hrefFor: (rowId: string) => string | undefined; words: WaterfallWords }) {
  const href = row === undefined ? undefined : options.hrefFor(row.id);
  if (row === undefined || href === undefined) return undefined;
  return { href, label: m.supplier_report_waterfall_open({ label: row.label, points: writePoints(row, options.words) }) };
}

function writePoints(row: WaterfallRow, words: WaterfallWords): string {
  return row.kind === 'part' ? words.signed(row.points) : words.number(row.points);
}

function WaterfallTable({ rows, words }: { rows: WaterfallRow[]; words: WaterfallWords }) {
  return (
    <details className="chart-table">
      <summary>{m.supplier_report_chart_as_table()}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.supplier_report_chart_line()}</th>
            <th scope="col">{m.supplier_report_chart_points()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.kind === 'part' ? row.label : <strong>{row.label}</strong>}</th>
              <td>{row.kind === 'part' ? words.signed(row.points) : <strong>{words.number(row.points)}</strong>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
