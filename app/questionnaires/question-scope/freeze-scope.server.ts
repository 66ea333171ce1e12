import { z } from 'zod';
import { type AppliesTo, ownScope, type PartyFacts, saysWhereItApplies, type ScopeFacts, scopeFactsOf, scopeKeyAt } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { isOwnKey } from '~/questionnaires/templates/own-version';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';

/**
 * The rules in force and what is known of a party now, as a response of it freezes them; nothing before the first rules, and
 * nothing for a questionnaire of one's own, whose questions the rules do not know, unless it says itself what calls for them. `held`: what is known without any questionnaire, so that a supplier gains
 * nothing by claiming it. Four queries.
 */
export async function freezeScope(
  db: TenantDb,
  options: { partyId: string; instrumentKey: string; now: Date },
): Promise<{ scope?: { rules: string; facts: FrozenFacts; held: FrozenFacts } }> {
  const rules = await rulesFor(db, options);
  if (!rules) return {};
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
  const linked = { recruits: isLinked('recruits'), houses: isLinked('houses'), subcontracts: isLinked('subcontracts') };
  return {
    scope: {
      rules,
      facts: frozenOf(scopeFactsOf(facts, linked)),
      held: frozenOf(scopeFactsOf(await withoutTold(db, facts), linked)),
    },
  };
}

/** Of a version that may not have been used yet: what it says of where it applies. */
const where = { appliesTo: z.custom<AppliesTo>().optional() };
const calledSchema = z.object({ sections: z.array(z.object({ ...where, questions: z.array(z.object({ ...where, key: z.string() })) })) });

async function rulesFor(db: TenantDb, { instrumentKey, now }: { instrumentKey: string; now: Date }): Promise<string | null> {
  if (!isOwnKey(instrumentKey)) return scopeKeyAt(now.toISOString().slice(0, 10), instrumentKey);
  const version = await db.questionnaireTemplate.findFirst({ where: { key: instrumentKey }, select: { content: true } });
  return version && saysWhereItApplies(calledSchema.parse(version.content)) ? ownScope : null;
}

type FrozenFacts = Record<string, string | string[]>;

function frozenOf({ countries, ...rest }: ScopeFacts): FrozenFacts {
  return { ...rest, ...(countries ? { countries: [...countries] } : {}) };
}

/** The facts without those from a questionnaire or an unknown source. */
async function withoutTold(db: TenantDb, facts: PartyFacts): Promise<PartyFacts> {
  const ids = Object.values(facts).flatMap((given) => given?.source ?? []);
  const others = await db.source.findMany({ where: { id: { in: ids }, kind: { not: 'response' } }, select: { id: true } });
  const held = new Set(others.map(({ id }) => id));
  return Object.fromEntries(Object.entries(facts).filter(([, given]) => given?.source !== undefined && held.has(given.source)));
}
