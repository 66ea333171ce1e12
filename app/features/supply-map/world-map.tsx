import type { Band } from '#scoring';
import { m } from '~/paraglide/messages';
import { BandShape, bandName } from '~/ui/band-badge';
import { formatCountry, formatNumber } from '~/ui/format';
import type { WorldCountry, WorldDrawing } from './read-world.server';

const fills: Record<Band, string> = {
  low: 'fill-band-low',
  moderate: 'fill-band-moderate',
  elevated: 'fill-band-elevated',
  high: 'fill-band-high',
  severe: 'fill-band-severe',
};

/**
 * The world: a country is filled by its worst band, hatched where no supplier is scored, and is a link to its suppliers.
 * Dots are sites whose coordinates are known; a country too small for an outline is a ring. The table beside it says the same.
 */
export function WorldMap({ world, hrefOf, title }: { world: WorldDrawing; hrefOf: (country: string) => string; title: string }) {
  return (
    <figure>
      <figcaption className="mb-2 font-semibold">{title}</figcaption>
      <svg viewBox={`0 0 ${world.width} ${world.height}`} className="block h-auto w-full">
        <title>{title}</title>
        <defs>
          <pattern id="not-scored" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className="fill-sunken" />
            <path d="M0 0V5" className="stroke-muted" strokeWidth="1.6" />
          </pattern>
        </defs>
        <path d={world.land} className="fill-sunken stroke-line" strokeWidth="0.5" />
        {world.countries.map((country) => (
          <a key={country.country} href={hrefOf(country.country)} aria-label={wordsOf(country)} className="group">
            <title>{wordsOf(country)}</title>
            {country.outline ? (
              <path
                d={country.outline}
                className={`${country.worst ? fills[country.worst] : ''} stroke-canvas group-hover:stroke-accent group-focus-visible:stroke-accent`}
                fill={country.worst ? undefined : 'url(#not-scored)'}
                strokeWidth="0.8"
              />
            ) : (
              country.centre && (
                <circle
                  cx={country.centre[0]}
                  cy={country.centre[1]}
                  r="5"
                  className={`${country.worst ? fills[country.worst] : ''} stroke-ink group-hover:stroke-accent`}
                  fill={country.worst ? undefined : 'url(#not-scored)'}
                  strokeWidth="1"
                />
              )
            )}
          </a>
        ))}
        <path d={world.borders} fill="none" className="stroke-canvas" strokeWidth="0.5" pointerEvents="none" />
        <g pointerEvents="none">
          {world.dots.map((dot) => (
            <circle
              key={`${dot.x} ${dot.y}`}
              cx={dot.x}
              cy={dot.y}
              r={dot.r}
              className="fill-ink stroke-canvas"
              strokeWidth="0.8"
              fillOpacity="0.75"
            />
          ))}
        </g>
      </svg>
      <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted" aria-label={m.supplier_map_legend()}>
        {(['low', 'moderate', 'elevated', 'high', 'severe', null] as const).map((band) => (
          <li key={band ?? 'none'} className="flex items-center gap-1.5">
            <svg width="18" height="12" aria-hidden="true">
              <rect width="18" height="12" className={band ? fills[band] : ''} fill={band ? undefined : 'url(#not-scored)'} />
            </svg>
            <BandShape band={band} className="size-3" /> {bandName(band)}
          </li>
        ))}
        {world.dots.length > 0 && <li>● {m.supplier_map_dots()}</li>}
      </ul>
      <p className="mt-1 text-xs text-muted">{m.supplier_map_source()}</p>
    </figure>
  );
}

function wordsOf({ country, suppliers, sites, worst }: WorldCountry): string {
  return m.supplier_map_country({
    country: formatCountry(country),
    suppliers: formatNumber(suppliers),
    sites: formatNumber(sites),
    band: bandName(worst),
  });
}
