/** How often each end of an interval occurs: [points, how many], points rising or not. */
export type EndCounts = readonly (readonly [points: number, count: number])[];

export type PlaceRange = { best: number; worst: number };

/**
 * The places a party can hold among all scored ones, 1 being the highest risk: behind those whose whole interval lies above its own, before those whose
 * whole interval lies below. Parties whose intervals overlap or touch are a tie, so their ranges share places. `lows` and `highs` count the ends of all
 * parties, this one among them.
 */
export function placeRange(
  { low, high }: { low: number; high: number },
  { lows, highs }: { lows: EndCounts; highs: EndCounts },
): PlaceRange {
  let above = 0;
  let notBelow = 0;
  for (const [points, count] of lows) if (points > high) above += count;
  for (const [points, count] of highs) if (points >= low) notBelow += count;
  return { best: above + 1, worst: Math.max(above + 1, notBelow) };
}
