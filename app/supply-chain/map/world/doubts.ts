import { m } from '~/paraglide/messages';
import type { PointDoubt } from '~/suppliers/sites/points/point-doubt';

const labels = {
  swapped: m.map_doubt_swapped,
  sea: m.map_doubt_sea,
  'outside-country': m.map_doubt_outside,
  centroid: m.map_doubt_centre,
  shared: m.map_doubt_shared,
} satisfies Record<PointDoubt, () => string>;

/** Why a location is doubtful, in the reader's language. */
export function doubtLabel(doubt: PointDoubt): string {
  return labels[doubt]();
}
