import type { Component } from '#scoring';

/** The component that leaves most open between its best and its worst although it is known. Null when nothing is open by a tenth of a point. */
export function mostUncertain(components: readonly Component[]): Component | null {
  return components
    .filter(({ low, high, known }) => known && high - low >= 0.1)
    .reduce<Component | null>((best, each) => (best === null || each.high - each.low > best.high - best.low ? each : best), null);
}
