import { computeTiers } from '~/suppliers/supply-links/compute-tiers';
import type { Writes } from './prepare-writes.server';

/**
 * The tiers of a piece's new suppliers by its own links, which lead to the buyer or to parties whose tiers are known. They are all the links a new
 * supplier has; only the tiers of parties known before can change with them, and those are brought up to date at the end.
 * @param today ISO date: a link counts from its first day to its last
 */
export function tiersToCome(
  { links }: Pick<Writes, 'links'>,
  context: { buyerId: string; known: ReadonlyMap<string, number>; today: string },
): Map<string, number> {
  const flow = links.flatMap(({ kind, fromPartyId, toPartyId, validFrom, validTo }) =>
    (kind === 'supplies' || kind === 'subcontracts') &&
    (validFrom === null || validFrom <= context.today) &&
    (validTo === null || validTo >= context.today)
      ? [{ from: fromPartyId, to: toPartyId }]
      : [],
  );
  return computeTiers(flow, [context.buyerId], context.known);
}
