import { delphiDimensions, delphiIndicators } from '#scoring';
import type { PackSigns } from './read-signs';

/** The weights of the operational indicators on a day ("2026-12-02"), as a device takes them along. */
export function packSigns(asOf: string): PackSigns {
  const of = (list: 'adults' | 'children') =>
    delphiIndicators(list, asOf).map(({ code, dimension, weight }) => ({
      ...{ code, dimension: `D${delphiDimensions.indexOf(dimension) + 1}`, weight },
    }));
  return { adults: of('adults'), children: of('children') };
}
