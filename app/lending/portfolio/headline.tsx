import { useId } from 'react';
import { bands } from '#scoring';
import { DrawingSvg } from '~/ui/drawing/drawing';
import type { Tone } from '~/ui/drawing/shapes';
import { drawStackedRows } from '~/documents/charts/stacked-rows-geometry';
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
  const { total, rates } = exposure;
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
      <ExposureBar exposure={exposure} width={1380} />
    </div>
  );
}

/** The dollars of a portfolio at severe or high risk, and their share of all; null without dollars. */
export function atRisk({ total, lines }: Exposure): { usdCents: number; share: number } | null {
  if (total.usdCents === 0) return null;
  const usdCents = lines.band.reduce((sum, { key, usdCents: own }) => (key === 'high' || key === 'severe' ? sum + own : sum), 0);
  return { usdCents, share: usdCents / total.usdCents };
}

/** The dollars by band as one bar over the whole width, on an axis of their shares; nothing without dollars. `width`: about that of its place, in pixels. */
export function ExposureBar({ exposure, width = 900 }: { exposure: Exposure; width?: number }) {
  const caption = useId();
  const risk = atRisk(exposure);
  const cents = (key: string) => exposure.lines.band.find((line) => line.key === key)?.usdCents ?? 0;
  const row = {
    label: '',
    written: '',
    parts: [...bands.map((band) => ({ size: cents(band), tone: `band-${band}` as Tone })), { size: cents(none), tone: 'hatched' as const }],
  };
  if (risk === null) return null;
  return (
    <figure className="chart-figure">
      <figcaption id={caption} className="chart-caption">
        {m.portfolio_grave({ share: formatPercent(risk.share), amount: formatMoney(risk.usdCents, 'USD') })}
      </figcaption>
      <DrawingSvg
        className="chart-wide w-full"
        drawing={drawStackedRows([row], { width, labelWidth: 1, writtenWidth: 1 })}
        label={{ id: caption }}
      />
      <DrawingSvg
        className="chart-narrow w-full"
        drawing={drawStackedRows([row], { width: 328, labelWidth: 1, writtenWidth: 1 })}
        label={{ id: caption }}
      />
      <p aria-hidden="true" dir="ltr" className="flex justify-between text-xs text-muted tabular-nums">
        {[0, 0.5, 1].map((share) => (
          <span key={share}>{formatPercent(share)}</span>
        ))}
      </p>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {/* Only the bands of which the bar has a part. */}
        {[...bands, null]
          .filter((band) => cents(band ?? none) > 0)
          .map((band) => (
            <li key={band ?? none} className="flex items-center gap-1.5">
              <BandShape band={band} className="size-3" /> {bandName(band)}
            </li>
          ))}
      </ul>
    </figure>
  );
}
