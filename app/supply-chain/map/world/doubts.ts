import { m } from '~/paraglide/messages';

/** Reasons to doubt the coordinates of a site, the strongest first. */
export const doubts = ['swapped', 'sea', 'outside', 'centre', 'rounded', 'shared'] as const;
export type Doubt = (typeof doubts)[number];

const labels = {
  swapped: m.map_doubt_swapped,
  sea: m.map_doubt_sea,
  outside: m.map_doubt_outside,
  centre: m.map_doubt_centre,
  rounded: m.map_doubt_rounded,
  shared: m.map_doubt_shared,
} satisfies Record<Doubt, () => string>;

/** Why a location is doubtful, in the reader's language. */
export function doubtLabel(doubt: Doubt): string {
  return labels[doubt]();
}
