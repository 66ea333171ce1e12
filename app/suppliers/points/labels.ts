import { m } from '~/paraglide/messages';
import { type PointDoubt, pointDoubts } from './point-doubt';

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

/** The same of a stored code; null where nothing is doubtful. */
export function storedDoubtLabel(stored: string | null): string | null {
  const doubt = pointDoubts.find((code) => code === stored);
  return doubt === undefined ? null : doubtLabel(doubt);
}

/** The same with what to do about it. */
export function doubtText(stored: string | null): string | null {
  const reason = storedDoubtLabel(stored);
  return reason === null ? null : m.suppliers_site_point_doubt({ reason });
}
