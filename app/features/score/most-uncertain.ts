import type { Component } from '#scoring';

/** The component that leaves most open between its best and its worst: unknown ones first, since a fact settles them. Null when nothing is open. */
export function mostUncertain(components: readonly Component[]): Component | null {
  const open = components.filter(({ low, high }) => high - low >= 0.1);
  const unknown = open.filter(({ known }) => !known);
  const widest = (unknown.length > 0 ? unknown : open).reduce<Component | null>(
    (best, each) => (best === null || each.high - each.low > best.high - best.low ? each : best),
    null,
  );
  return widest;
}
