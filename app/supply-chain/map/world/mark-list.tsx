import { Link } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { BandShape } from '~/ui/band-shapes';
import { Button } from '~/ui/button';
import { formatCountry, formatNumber } from '~/ui/format';
import { doubtLabels } from './world-labels';
import type { Target } from './find-mark';
import { bandAt, type Places } from './pack-places';

const mostListed = 50;

/** The suppliers of a mark that cannot be drawn apart, or of a country without coordinates, beside the map; on a phone at its lower edge. */
export function MarkList({
  places,
  target,
  hrefOf,
  countryHref,
  onClose,
}: {
  places: Places;
  target: Target;
  hrefOf: (publicId: string) => string;
  countryHref: (country: string) => string;
  onClose: () => void;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another list takes the focus
  useEffect(() => heading.current?.focus({ preventScroll: true }), [target]);
  const rows = rowsOf(places, target);
  const title =
    target.kind === 'area'
      ? m.map_area_title({ country: formatCountry(target.area.code) })
      : m.map_spot_title({ count: rows.length, shown: formatNumber(rows.length) });
  return (
    <section
      aria-labelledby="mark-list-title"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="absolute inset-x-0 bottom-0 grid max-h-[60%] grid-rows-[auto_minmax(0,1fr)] gap-2 rounded border border-line bg-surface p-3 shadow-float sm:inset-x-auto sm:start-3 sm:top-3 sm:bottom-auto sm:max-h-[calc(100%-1.5rem)] sm:w-72"
    >
      <div className="flex items-start justify-between gap-2">
        <h3 id="mark-list-title" ref={heading} tabIndex={-1} className="text-sm font-semibold">
          {title}
        </h3>
        <Button type="button" size="sm" variant="quiet" icon="close" onClick={onClose}>
          {m.shell_close()}
        </Button>
      </div>
      <div className="min-h-0 overflow-y-auto">
        <ul className="grid gap-1">
          {rows.slice(0, mostListed).map(({ supplier, sites }) => {
            const id = places.ids[supplier];
            if (id === undefined) return null;
            const band = bandAt(places.bands[supplier] ?? -1);
            const reasons = doubtLabels(places, sites);
            return (
              <li key={supplier} className="text-sm">
                <span className="flex min-h-7 items-center gap-1.5 pointer-coarse:min-h-11">
                  <BandShape band={band} />
                  <span className="sr-only">{bandName(band)}</span>
                  <Link to={hrefOf(id)} preventScrollReset className="min-w-0 truncate">
                    <bdi>{places.names[supplier]}</bdi>
                  </Link>
                </span>
                {reasons.length > 0 && <span className="block ps-5.5 text-xs text-muted">{reasons.join(', ')}</span>}
              </li>
            );
          })}
        </ul>
        {rows.length > mostListed && (
          <p className="mt-2 text-xs text-muted">{m.map_list_cut({ shown: formatNumber(mostListed), all: formatNumber(rows.length) })}</p>
        )}
        {target.kind === 'area' && (
          <p className="mt-2 text-sm">
            <Link to={countryHref(target.area.code)} preventScrollReset>
              {m.map_area_show()}
            </Link>
          </p>
        )}
      </div>
    </section>
  );
}

/** Suppliers with the highest score first, those without a score last: as the columns have them. */
function rowsOf(places: Places, target: Target): { supplier: number; sites: number[] }[] {
  if (target.kind === 'area') return target.area.suppliers.map((supplier) => ({ supplier, sites: [] }));
  const byOwner = new Map<number, number[]>();
  for (const site of target.mark.sites) {
    const supplier = places.suppliers[site] ?? 0;
    byOwner.set(supplier, [...(byOwner.get(supplier) ?? []), site]);
  }
  return [...byOwner].map(([supplier, sites]) => ({ supplier, sites })).sort((a, b) => a.supplier - b.supplier);
}
