import { type ScopeFacts, scopeFactsOf, scopeKeyAt } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOwnKey } from '~/features/instrument/own-version';
import { factsForScoring } from '~/features/supplier/facts-for-scoring.server';

/**
 * The rules in force and what is known of a party now, as an assessment of it freezes them; nothing before the first rules, and
 * nothing for an instrument of one's own, whose questions the rules do not know. Three queries.
 */
export async function freezeScope(
  db: TenantDb,
  options: { partyId: string; instrumentKey: string; now: Date },
): Promise<{ scope?: { rules: string; facts: Record<string, string | string[]> } }> {
  const rules = scopeKeyAt(options.now.toISOString().slice(0, 10));
  if (!rules || isOwnKey(options.instrumentKey)) return {};
  const facts = (await factsForScoring(db, [options.partyId])).get(options.partyId) ?? {};
  const links = await db.supplyLink.findMany({
    where: {
      withdrawnAt: null,
      toPartyId: options.partyId,
      kind: { in: ['recruits', 'houses', 'subcontracts'] },
      OR: [{ validTo: null }, { validTo: { gt: options.now } }],
    },
    distinct: ['kind'],
    select: { kind: true },
  });
  const isLinked = (kind: string) => links.some((link) => link.kind === kind);
  const known: ScopeFacts = scopeFactsOf(facts, {
    recruits: isLinked('recruits'),
    houses: isLinked('houses'),
    subcontracts: isLinked('subcontracts'),
  });
  const { countries, ...rest } = known;
  return { scope: { rules, facts: { ...rest, ...(countries ? { countries: [...countries] } : {}) } } };
}
