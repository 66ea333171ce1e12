import type { Point } from './country-at.server';

/**
 * Areas that several states claim, 2026-12. The outlines follow actual control (Natural Earth's policy on disputed boundaries), and the United Nations
 * notes on its maps that the final status of these areas is not agreed. A list that names any of the claimants is therefore not wrong. `ring`: a
 * rough outline as longitude and latitude, a few kilometres wider than the area; or `drawnAs`: the area is drawn as a country of its own.
 */
type DisputedArea = { claimants: readonly string[]; source: string } & (
  | { drawnAs: string }
  | { ring: readonly (readonly [number, number])[] }
);

const disputedAreas: readonly DisputedArea[] = [
  // The United Nations lists Taiwan as a province of China (General Assembly resolution 2758); ISO 3166 gives it a code of its own.
  { claimants: ['CN', 'TW'], source: 'UN General Assembly resolution 2758 (XXVI)', drawnAs: 'TW' },
  {
    claimants: ['UA', 'RU'],
    source: 'UN General Assembly resolution 68/262',
    ring: [
      [32.3, 44.2],
      [36.7, 44.2],
      [36.7, 46.3],
      [32.3, 46.3],
    ],
  },
  // Jammu and Kashmir within the borders of 1947, with Gilgit-Baltistan, Aksai Chin and the Shaksgam valley.
  {
    claimants: ['IN', 'PK', 'CN'],
    source: 'UN Security Council resolution 47 (1948)',
    ring: [
      [73.6, 33.0],
      [73.4, 34.4],
      [73.7, 35.0],
      [72.5, 35.9],
      [72.6, 36.5],
      [74.0, 37.0],
      [76.6, 37.0],
      [78.2, 35.9],
      [80.3, 35.8],
      [80.3, 34.2],
      [79.3, 32.4],
      [78.4, 32.5],
      [76.0, 32.9],
      [75.6, 32.25],
      [74.6, 32.7],
      [74.0, 32.85],
    ],
  },
  {
    claimants: ['SY', 'IL'],
    source: 'UN Security Council resolution 497 (1981)',
    ring: [
      [35.6, 32.65],
      [35.95, 32.7],
      [35.95, 33.35],
      [35.6, 33.3],
    ],
  },
];

/** Whether a country claims the area that a point lies in. `isDrawnAs`: whether the point is in the outline of a country. */
export function isClaimedBy(point: Point, country: string, isDrawnAs: (country: string) => boolean): boolean {
  return disputedAreas.some(
    (area) => area.claimants.includes(country) && ('drawnAs' in area ? isDrawnAs(area.drawnAs) : isWithin(point, area.ring)),
  );
}

function isWithin({ longitude: x, latitude: y }: Point, ring: readonly (readonly [number, number])[]): boolean {
  let inside = false;
  ring.forEach(([x1, y1], at) => {
    const [x2, y2] = ring.at(at - 1) ?? [x1, y1];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  });
  return inside;
}
