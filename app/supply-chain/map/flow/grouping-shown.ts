import type { MapState } from '../map-state';
import type { Grouping } from './flow';

/** Up to so many suppliers are boxes of their own unless the address asks for groups. */
export const mostSingle = 70;

/** What the tiers are grouped by: as the address says, else single suppliers where they are few and countries where they are many. */
export function groupingShown({ group, isZoomable }: Pick<MapState, 'group' | 'isZoomable'>, total: number): Grouping | 'none' {
  if (group !== null) return group;
  return isZoomable || total <= mostSingle ? 'none' : 'country';
}
