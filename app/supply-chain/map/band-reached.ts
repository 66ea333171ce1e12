import { type Band, bands } from '#scoring';

/** One supplier in so many decides the fill of a country. */
const oneIn = 10;

/**
 * The highest band that at least one in ten of the scored suppliers reach, null if none is scored. Of ten suppliers or fewer it is the highest band of all;
 * of thousands one supplier does not colour a whole country, which is what its own mark is for.
 */
export function bandReached(byBand: Record<Band, number>): Band | null {
  const scored = bands.reduce((sum, band) => sum + byBand[band], 0);
  let reached = 0;
  for (const band of [...bands].reverse()) {
    reached += byBand[band];
    if (reached > 0 && reached * oneIn >= scored) return band;
  }
  return null;
}
