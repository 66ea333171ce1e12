import { useId } from 'react';
import { bands } from '#scoring';
import { DrawingSvg } from '~/charts/drawing';
import type { Tone } from '~/charts/shapes';
import { drawStackedRows } from '~/charts/stacked-rows-geometry';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { formatDate, formatMoney, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { PercentText } from '~/ui/values';
import { ExposureText, MeanText } from './amount';
import { none } from './filter';
import type { Exposure } from './fold-lines';

/** The portfolio in one look: how much, at what risk, how well known; and the dollars by band as one bar. */
export function Headline({ exposure }: { exposure: Exposure }) {
  const { total, lines, rates } = exposure;
  const caption = useId();
  const cents = (key: string) => lines.band.find((line) => line.key === key)?.usdCents ?? 0;
  const highAndSevere = cents('high') + cents('severe');
  const share = total.usdCents > 0 ? highAndSevere / total.usdCents : null;
  const row = {
    label: '',
    written: '',
    parts: [...bands.map((band) => ({ size: cents(band), tone: `band-${band}` as Tone })), { size: cents(none), tone: 'hatched' as const }],
  };
  return (
    <div className="grid grid-cols-1 gap-4">
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'deals', label: m.portfolio_transactions(), value: formatNumber(total.deals) },
          {
            key: 'exposure',
            label: m.portfolio_exposure(),
            value: (
              <span className="inline-grid justify-items-start [&>span]:justify-items-start">
                <ExposureText line={total} />
              </span>
            ),
            note: rates ? m.portfolio_rates({ from: formatDate(rates.from), to: formatDate(rates.to) }) : null,
          },
          { key: 'mean', label: m.portfolio_mean(), value: <MeanText mean={total.mean} />, note: m.portfolio_mean_note() },
          {
            key: 'known',
            label: m.portfolio_scored(),
            value: <PercentText value={total.scoredShare} />,
            note: total.placeShare === null ? null : m.portfolio_place_note({ share: formatPercent(total.placeShare) }),
          },
        ]}
      />
      {share !== null && (
        <figure className="chart-figure">
          <figcaption id={caption} className="chart-caption">
            {m.portfolio_grave({ share: formatPercent(share), amount: formatMoney(highAndSevere, 'USD') })}
          </figcaption>
          <DrawingSvg
            className="chart-wide"
            drawing={drawStackedRows([row], { width: 760, labelWidth: 1, writtenWidth: 1 })}
            label={{ id: caption }}
          />
          <DrawingSvg
            className="chart-narrow"
            drawing={drawStackedRows([row], { width: 328, labelWidth: 1, writtenWidth: 1 })}
            label={{ id: caption }}
          />
          <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
            {[...bands, null].map((band) => (
              <li key={band ?? none} className="flex items-center gap-1.5">
                <BandShape band={band} className="size-3" /> {bandName(band)}
              </li>
            ))}
          </ul>
        </figure>
      )}
    </div>
  );
}
