/** A part of what one buyer buys, over the days on which it holds; null is an open end. */
export type SharePeriod = { share: number; validFrom: string | null; validTo: string | null };

/**
 * The greatest sum of the shares that hold on one day within the period given, both ends included. ISO dates compare as text.
 * A sum can only grow on a day on which something begins, so those days are enough.
 */
export function peakShare(parts: readonly SharePeriod[], within: { validFrom: string | null; validTo: string | null }): number {
  const first = within.validFrom ?? '';
  const last = within.validTo ?? '9999-12-31';
  const days = [
    first,
    ...parts.flatMap(({ validFrom }) => (validFrom !== null && validFrom > first && validFrom <= last ? [validFrom] : [])),
  ];
  return Math.max(
    ...days.map((day) =>
      parts
        .filter((part) => (part.validFrom ?? '') <= day && (part.validTo ?? '9999-12-31') >= day)
        .reduce((sum, { share }) => sum + share, 0),
    ),
  );
}
