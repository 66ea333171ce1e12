import { endsOf, type Span } from './span-ends';

/** A part of what one buyer buys, and the days on which it applies. */
export type SharePeriod = Span & { share: number };

/**
 * The greatest sum of the shares that apply on one day of the span `within`, both ends included.
 * A sum can only grow on a day on which something begins, so those days are enough.
 */
export function peakShare(parts: readonly SharePeriod[], within: Span): number {
  const [first, last] = endsOf(within);
  const days = [
    first,
    ...parts.flatMap(({ validFrom }) => (validFrom !== null && validFrom > first && validFrom <= last ? [validFrom] : [])),
  ];
  return Math.max(
    ...days.map((day) =>
      parts
        .filter((part) => {
          const [begins, ends] = endsOf(part);
          return begins <= day && ends >= day;
        })
        .reduce((sum, { share }) => sum + share, 0),
    ),
  );
}
