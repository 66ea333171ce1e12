import { endsOf } from '~/suppliers/supply-links/span-ends';
import type { LinkSpan } from './link-spans';

/** A span that is known of an edge already. Days as ISO dates; null is an open side. */
export type KnownSpan = { product: string | null; validFrom: string | null; validTo: string | null };
type Period = { validFrom: string | null; validTo: string | null };

/**
 * The periods of a planned span that are not known yet. Any span of the edge covers one without a time or product; an open end states nothing
 * about days after the last stated one, so an edge that was ended since stays ended. With `bringsBackOn`, the day of a replacing list, a span
 * without a time starts again on that day when all spans have ended before.
 */
export function newPeriods(span: LinkSpan, held: readonly KnownSpan[], bringsBackOn: string | null = null): Period[] {
  const same = held.filter(({ product }) => span.product === null || product === span.product);
  if (same.length === 0) return [{ validFrom: span.validFrom, validTo: span.validTo }];
  const { validFrom, saidTo } = span;
  if (validFrom === null || saidTo === null) {
    const hasEnded = bringsBackOn !== null && same.every(({ validTo }) => validTo !== null && validTo < bringsBackOn);
    return hasEnded ? [{ validFrom: bringsBackOn, validTo: null }] : [];
  }
  let open = [{ from: validFrom, to: saidTo }];
  for (const known of same)
    open = open.flatMap(({ from, to }) => {
      const [first, last] = endsOf(known);
      if (last < from || first > to) return [{ from, to }];
      return [...(first > from ? [{ from, to: dayAfter(first, -1) }] : []), ...(last < to ? [{ from: dayAfter(last, 1), to }] : [])];
    });
  return open.map(({ from, to }) => ({ validFrom: from, validTo: to === saidTo ? span.validTo : to }));
}

function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
