import { useId } from 'react';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { shownScore } from '~/ui/shown-score';
import { type BandReading, drawBandLine, drawBandLineCompact } from './band-line-geometry';
import { bandAt } from '~/ui/shown-score';
import { DrawingSvg } from '~/ui/drawing/drawing';
import { writeNumber } from './numbers';
import { bandLineTitle, bandLineWords, bandLabel } from './labels';

type BandLineProps = {
  /** Score with its interval and where known the prior, in points without ends; or `{ score: null }`. `readingOf(assessed)` makes it. */
  reading: BandReading;
  /** Sentence above the line; by default it states the reading. */
  title?: string;
  /** What the tick of the prior is, printed under the line; by default what is typical for the country and sector. */
  priorText?: string;
  /** Without caption and table, where the score and its interval are written beside it; the title names the drawing. */
  isBrief?: boolean;
};

/** A score as a place on the line of five bands, with its interval, and the same as a table. */
export function BandLine({ reading, title = bandLineTitle(reading), priorText, isBrief = false }: BandLineProps) {
  const captionId = useId();
  const words = { ...bandLineWords(reading), ...(priorText === undefined ? {} : { prior: priorText }) };
  if (isBrief)
    return (
      <>
        <DrawingSvg className="chart-wide" drawing={drawBandLine(reading, { words, width: 520 })} label={{ text: title }} />
        <DrawingSvg className="chart-narrow" drawing={drawBandLine(reading, { words, width: 330 })} label={{ text: title }} />
      </>
    );
  return (
    <figure className="chart-figure">
      <figcaption id={captionId} className="chart-caption">
        {title}
      </figcaption>
      <DrawingSvg className="chart-wide" drawing={drawBandLine(reading, { words, width: 640 })} label={{ id: captionId }} />
      <DrawingSvg className="chart-narrow" drawing={drawBandLine(reading, { words, width: 330 })} label={{ id: captionId }} />
      {reading.score === null ? null : <BandTable reading={reading} priorText={priorText} />}
    </figure>
  );
}

/** The line alone for a table row; its accessible name describes it. */
export function BandLineCompact({
  reading,
  width = 132,
  title = bandLineTitle(reading),
}: {
  reading: BandReading;
  width?: number;
  title?: string;
}) {
  return <DrawingSvg className="chart-compact" drawing={drawBandLineCompact(reading, width)} label={{ text: title }} />;
}

function BandTable({ reading, priorText }: { reading: Extract<BandReading, { score: number }>; priorText: string | undefined }) {
  const whole = (value: number) => writeNumber(shownScore(value), { locale: getLocale() });
  const rows = [
    [m.supplier_report_chart_score(), whole(reading.score)],
    [m.supplier_report_chart_low(), whole(reading.low)],
    [m.supplier_report_chart_high(), whole(reading.high)],
    [m.supplier_report_chart_band(), bandLabel(bandAt(reading.score))],
  ];
  if (reading.prior !== undefined) rows.push([priorText ?? m.supplier_report_chart_prior(), whole(reading.prior)]);
  return (
    <details className="chart-table">
      <summary>{m.supplier_report_chart_as_table()}</summary>
      <table>
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
