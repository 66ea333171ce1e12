import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatNumber } from '~/ui/format';
import { doubtLabel } from '~/suppliers/points/labels';
import type { Target } from './find-mark';
import { bandAt, doubtAt, type Places } from './pack-places';

/** A mark in one breath: the supplier of a point with its country, band and doubt; the number of suppliers of a group with the highest band. */
export function targetLabel(places: Places, target: Target): string {
  if (target.kind === 'area') {
    const { code, suppliers, worst } = target.area;
    return m.map_area_count({ country: formatCountry(code), count: suppliers.length, band: bandName(bandAt(worst)) });
  }
  const { sites, suppliers, worst, doubtful } = target.mark;
  const [site] = sites;
  const band = bandName(bandAt(worst));
  if (site === undefined) return '';
  if (suppliers === 1) {
    const supplier = places.suppliers[site] ?? 0;
    const country = places.codes[places.countries[supplier] ?? -1];
    const parts = [places.names[supplier] ?? '', ...(country ? [formatCountry(country)] : []), band];
    if (sites.length > 1) parts.push(m.map_mark_sites({ count: sites.length }));
    return [...parts, ...doubtLabels(places, sites)].join(', ');
  }
  const count = m.map_mark_suppliers({ count: suppliers, shown: formatNumber(suppliers), band });
  return doubtful === 0 ? count : `${count}, ${m.map_mark_doubtful({ count: doubtful, shown: formatNumber(doubtful) })}`;
}

/** The reasons to doubt any of some sites, each once. */
export function doubtLabels(places: Places, sites: readonly number[]): string[] {
  const found = sites.flatMap((site) => doubtAt(places.doubts[site] ?? -1) ?? []);
  return [...new Set(found)].map((doubt) => doubtLabel(doubt).toLocaleLowerCase());
}
