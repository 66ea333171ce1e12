import { AlertChip } from '~/risk/alerts/alert-chip';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { classNames } from '~/ui/class-names';
import { formatCountry, formatNumber } from '~/ui/format';
import { ScoreTile } from '~/ui/score-tile';
import type { ShownGrid } from './import-grid';

const areas = {
  severe: 'bg-band-severe',
  high: 'bg-band-high',
  elevated: 'bg-band-elevated',
  moderate: 'bg-band-moderate',
  low: 'border border-edge',
} as const;

/** What would come of the list: how many suppliers in each band, and those most at risk. */
export function PreviewPanel({ preview }: { preview: ShownGrid['preview']; here: string }) {
  const { bands, suppliers, riskiest } = preview;
  const serious = bands.filter(({ band }) => band === 'severe' || band === 'high').reduce((sum, { count }) => sum + count, 0);
  const most = Math.max(1, ...bands.map(({ count }) => count));
  return (
    <aside aria-labelledby="grid-preview" className="grid grid-cols-[minmax(0,1fr)] content-start gap-6 xl:border-s xl:border-line xl:ps-6">
      <section className="grid gap-2">
        <h2 id="grid-preview" className="text-base font-semibold">
          {m.import_grid_serious({ count: serious, countText: formatNumber(serious), total: formatNumber(suppliers) })}
        </h2>
        <ul className="grid gap-1 border-t border-line pt-2">
          {bands.map(({ band, count }) => (
            <li key={band} className="grid grid-cols-[1rem_6rem_minmax(0,1fr)_2.5rem] items-center gap-2">
              <BandShape band={band} />
              <span className={band === null ? 'text-muted' : undefined}>{bandName(band)}</span>
              <span aria-hidden="true" className="h-3">
                {count > 0 && (
                  <span
                    className={classNames('block h-3', band === null ? 'hatched border border-line' : areas[band])}
                    style={{ inlineSize: `${(count / most) * 100}%` }}
                  />
                )}
              </span>
              <span className="text-end font-semibold tabular-nums">{formatNumber(count)}</span>
            </li>
          ))}
        </ul>
      </section>
      {riskiest.length > 0 && (
        <section className="grid gap-2">
          <h2 className="text-base font-semibold">{m.import_grid_riskiest()}</h2>
          <ol className="grid border-t border-line">
            {riskiest.map(({ key, name, rowNumber, score, band, country, alerts, isToBeConfirmed }) => (
              <li key={key} className="grid grid-cols-[1rem_minmax(0,1fr)_auto] items-start gap-x-2 gap-y-1 border-b border-line py-2">
                <BandShape band={band} className="mt-1" />
                <span className="grid min-w-0 justify-items-start gap-1">
                  <a href={`#row-${rowNumber}`} className="max-w-full truncate font-semibold text-ink">
                    <bdi>{name}</bdi>
                  </a>
                  {alerts[0] ? (
                    <AlertChip kind={alerts[0]} isToBeConfirmed={isToBeConfirmed} others={alerts.length - 1} />
                  ) : (
                    country !== null && <span className="text-xs text-muted">{formatCountry(country)}</span>
                  )}
                </span>
                <ScoreTile score={score} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </aside>
  );
}
