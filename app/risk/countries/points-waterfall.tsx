import { Link } from '@remix-run/react';
import { useId } from 'react';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { writeNumber } from '~/documents/charts/numbers';
import { drawWaterfall, type WaterfallRow } from '~/documents/charts/waterfall-geometry';
import { waterfallWords } from '~/documents/charts/labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { FactTable } from './fact-table';
import { oddsLabel } from '~/documents/charts/odds-labels';
import type { PointLine } from './read-score.server';
import { SourceLink } from './source-link';
import { isEnglish, lineLabel, saysLabel } from './labels';

const tenths = (value: number) => Math.round(value * 10);

/** The rows of the drawing from the world's average to the score, in tenths of a point, so that what is shown adds up exactly. */
export function pointRows(lines: readonly PointLine[], { start, end }: { start: string; end: string }): WaterfallRow[] {
  let exact = 50;
  const parts = lines.map(({ id, points }): WaterfallRow => {
    const from = tenths(exact) / 10;
    exact += points;
    const to = tenths(exact) / 10;
    const shown = Math.round((to - from) * 10) / 10;
    return { id, kind: 'part', label: lineLabel(id), points: shown, from, to, tone: shown < 0 ? 'credit' : 'findings' };
  });
  const score = tenths(exact) / 10;
  return [
    { id: 'start', kind: 'total', label: start, points: 50, from: 0, to: 50, tone: 'total' },
    ...parts,
    { id: 'end', kind: 'total', label: end, points: score, from: 0, to: score, tone: 'total' },
  ];
}

/** From the world's average to the score, line by line: as bars, and as a table with what each source says and what the points mean. */
export function PointsWaterfall({
  lines,
  title,
  start,
  end,
  pages = {},
}: {
  lines: readonly PointLine[];
  title: string;
  start: string;
  end: string;
  /** Pages that say what a line is made of, where it has no row of a table. */
  pages?: Partial<Record<PointLine['id'], string>>;
}) {
  const captionId = useId();
  const rows = pointRows(lines, { start, end });
  const words = waterfallWords();
  const signed = (value: number) => writeNumber(value, { locale: getLocale(), decimals: 1, signed: true });
  const whole = (value: number) => writeNumber(value, { locale: getLocale(), decimals: 1 });
  return (
    <div className="grid gap-4">
      <figure className="chart-figure">
        <figcaption id={captionId} className="chart-caption">
          {title}
        </figcaption>
        <DrawingSvg className="chart-wide" drawing={drawWaterfall(rows, { words, width: 640 })} label={{ id: captionId }} />
        <DrawingSvg className="chart-narrow" drawing={drawWaterfall(rows, { words, width: 330 })} label={{ id: captionId }} />
      </figure>
      <FactTable
        caption={title}
        headers={[
          { label: m.countries_column_line() },
          { label: m.countries_column_says() },
          { label: m.countries_column_points(), isNumber: true },
          { label: m.countries_column_odds() },
          { label: m.countries_column_source() },
        ]}
        rows={[
          { key: 'start', isStrong: true, cells: [start, null, whole(50), null, null] },
          ...lines.map((line, at) => ({
            key: line.id,
            cells: [
              lineLabel(line.id),
              <span key="says" lang={isEnglish(line) ? 'en' : undefined}>
                {saysLabel(line)}
              </span>,
              signed(rows[at + 1]?.points ?? 0),
              line.says === null && line.points === 0 ? m.countries_widens() : oddsLabel(line.points),
              <LineSource key="source" line={line} page={pages[line.id]} />,
            ],
          })),
          {
            key: 'end',
            isStrong: true,
            cells: [end, null, whole(rows.at(-1)?.points ?? 50), oddsLabel((rows.at(-1)?.points ?? 50) - 50), null],
          },
        ]}
      />
    </div>
  );
}

function LineSource({ line, page }: { line: PointLine; page: string | undefined }) {
  if (page) return <Link to={page}>{lineLabel(line.id)}</Link>;
  return line.says === null && line.points === 0 ? '—' : <SourceLink source={line.source} />;
}
