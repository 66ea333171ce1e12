import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readDecisions } from '~/suppliers/duplicates/read-decisions.server';
import type { Comparison } from '~/suppliers/parties/match/compare-parties';
import { type FoldedParty, foldParty } from '~/suppliers/parties/match/fold-party';
import { buildPartyIndex } from '~/suppliers/parties/match/party-index';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { foldText } from '~/suppliers/parties/name-key';
import { recordNaming } from './pipeline/factory-place';
import { idsOf } from './pipeline/join-by-ids';
import { findNearSites } from './pipeline/near-sites';
import type { Plan, PlanRow } from './pipeline/plan';
import type { Incoming, OtherName } from './proposal';
import { keepProposals, type Proposed } from './propose-matches.server';

/** Suppliers of a list beyond which they are not compared with each other: the index would take the memory that pieces save. */
export const mostCompared = 20_000;

type Named = { key: string; rowNumber: number; shown: Incoming; postalCode: string | null; ids: string[]; list: string | null };

/**
 * Finds what a list, with the others that wait for acceptance, spells in two ways: names of new suppliers that may be one company, addresses that may be
 * one site, and a name at two addresses. Call `add` for each piece of the plan, and `propose` once all is planned. Equal names (but for
 * their legal form) at an equal address are one unless a person disagrees; everything else is asked.
 */
export function withinList(db: TenantDb, batchId: string) {
  const names = new Map<string, Named>();
  const linked = new Set<string>();
  const pairs: Proposed[] = [];
  let isTooLong = false;
  return {
    add(plan: Plan, planned: readonly PlanRow[]): void {
      const fresh = plan.suppliers.filter(({ partyId }) => partyId === null);
      const keys = new Map(fresh.map(({ key, name, country }) => [key, nameIdentity(name, country)]));
      const freshKeys = new Set(keys.values());
      for (const { about, a, b, aKey, bKey, score, reasons } of findNearSites(planned, (key) => freshKeys.has(key)))
        pairs.push({
          key: aKey,
          rowNumber: a.rowNumber,
          incoming: shownOf(a),
          partyId: null,
          otherKey: bKey,
          other: otherOf(b),
          about,
          score,
          reasons,
        });
      if (names.size + fresh.length > mostCompared) isTooLong = true;
      if (isTooLong) return;
      const rows = new Map(planned.map((row) => [row.rowNumber, row]));
      for (const { key, name, country, rowNumber } of fresh) {
        const own = recordNaming(name, rows.get(rowNumber));
        const shown = { name, country, city: own?.city ?? null, address: own?.address ?? null };
        const identity = keys.get(key) ?? key;
        names.set(identity, {
          key: identity,
          rowNumber,
          shown,
          postalCode: own?.postalCode ?? null,
          ids: own ? idsOf(own) : [],
          list: null,
        });
      }
      // A company and who owns or supplies it are two by what the list says.
      for (const { fromKey, toKey } of plan.links) {
        const [from, to] = [keys.get(fromKey), keys.get(toKey)];
        if (from !== undefined && to !== undefined) linked.add(pairKey(from, to));
      }
    },
    /** @returns whether the names were compared; a list that is too long is not */
    async propose(): Promise<boolean> {
      const proposals = isTooLong
        ? pairs
        : [...pairs, ...(await compareNamed([...names.values(), ...(await readOtherLists(db, batchId, names))], linked))];
      if (proposals.length > 0) {
        const decisions = await readDecisions(db, { keys: proposals.map(({ key }) => key) });
        const open = proposals.filter(
          ({ key, otherKey }) => decisions.verdictOf({ key, partyId: null }, { key: otherKey ?? '', partyId: null }) === null,
        );
        await keepProposals(db, batchId, open);
      }
      return !isTooLong;
    },
  };
}

const pairKey = (a: string, b: string) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
const shownOf = ({ record: { supplierName, siteName, country, city, address } }: PlanRow): Incoming => ({
  name: siteName !== null && foldText(siteName) !== foldText(supplierName) ? `${supplierName}, ${siteName}` : supplierName,
  ...{ country, city, address },
});
const otherOf = (row: PlanRow): OtherName => ({ ...shownOf(row), row: row.rowNumber, list: null });

/** So many names are compared before other requests have their turn. */
const atATime = 20;

/** Each name with the earlier one that is most like it, where that is enough to ask. Lets other requests have their turn between the names. */
export async function compareNamed(named: readonly Named[], linked: ReadonlySet<string>): Promise<Proposed[]> {
  const folded: FoldedParty[] = [];
  for (const { shown, postalCode, ids } of named) {
    folded.push(foldParty({ ...shown, postalCode, ids }));
    if (folded.length % (atATime * 5) === 0) await setImmediate();
  }
  const index = buildPartyIndex(folded);
  await setImmediate();
  const proposals: Proposed[] = [];
  for (const [at, party] of folded.entries()) {
    if (at % atATime === atATime - 1) await setImmediate();
    const one = named[at];
    if (!one || one.list !== null) continue;
    const isEarlier = (other: number) => {
      const there = named[other];
      if (!there || other === at || linked.has(pairKey(one.key, there.key))) return false;
      return there.list !== null || there.rowNumber < one.rowNumber || (there.rowNumber === one.rowNumber && other < at);
    };
    const found = index.find(party, { floor: matchParameter('match.ask'), isAllowed: isEarlier }).find(isAskedOf);
    const there = found && named[found.at];
    if (!found || !there) continue;
    const score =
      there.list === null && isAutomatic(found, party, folded[found.at])
        ? Math.max(found.score, matchParameter('match.automatic'))
        : Math.min(found.score, below);
    proposals.push({
      key: one.key,
      rowNumber: one.rowNumber,
      incoming: one.shown,
      partyId: null,
      otherKey: there.key,
      other: { ...there.shown, row: there.rowNumber, list: there.list },
      about: 'company',
      score,
      reasons: found.reasons,
    });
  }
  return proposals;
}

const below = matchParameter('match.automatic') - 0.01;

/**
 * Whether a pair of one list is asked about. Whoever made the list wrote two lines: a like name alone is no reason, a place in common or an equal name is.
 */
function isAskedOf({ score, reasons }: Comparison): boolean {
  if (reasons.includes('same-address') || reasons.includes('same-name') || reasons.includes('same-id')) return true;
  const isNear = reasons.some((reason) => reason === 'close-address' || reason === 'same-postal-code' || reason === 'same-city');
  return score >= (isNear ? 0.8 : 0.9) && !reasons.includes('other-address') && !reasons.includes('other-city');
}

/**
 * Nothing of one list is one by a like name: two lines with equal names at an equal address are, whatever their legal form. An address with another
 * number (a plot, a unit) is another address, and another identifier another company.
 */
function isAutomatic({ score, reasons }: Comparison, a: FoldedParty, b: FoldedParty | undefined): boolean {
  if (b === undefined || score < matchParameter('match.automatic')) return false;
  const numbersOf = ({ address }: FoldedParty) => [...new Set(address.numbers)].sort().join(' ');
  const kindOf = (id: string) => id.slice(0, id.indexOf(':'));
  const haveOtherIds = a.ids.some((id) => !b.ids.includes(id) && b.ids.some((other) => kindOf(other) === kindOf(id)));
  return reasons.includes('same-name') && reasons.includes('same-address') && numbersOf(a) === numbersOf(b) && !haveOtherIds;
}

const rowSchema = z.object({
  name: z.string(),
  country: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  rowNumber: z.number(),
  fileName: z.string(),
});

/** Names of the other lists that are read and not accepted; one query. Equal names are one company anyway. */
async function readOtherLists(db: TenantDb, batchId: string, names: ReadonlyMap<string, Named>): Promise<Named[]> {
  if (names.size === 0) return [];
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    SELECT DISTINCT ON (r."cleaned"->>'supplierName', r."cleaned"->>'country') r."cleaned"->>'supplierName' AS name, r."cleaned"->>'country' AS country,
      r."cleaned"->>'city' AS city, r."cleaned"->>'address' AS address, r."rowNumber", f."fileName"
    FROM "ImportBatch" b JOIN "StoredFile" f ON f."organizationId" = b."organizationId" AND f."id" = b."fileId"
    JOIN "ImportRow" r ON r."organizationId" = b."organizationId" AND r."batchId" = b."id" AND r."status" IN ('valid', 'warned')
    WHERE b."status" = 'staged' AND b."id" <> ${batchId}::uuid AND b."createdAt" > now() - interval '30 days'
    ORDER BY 1, 2, r."rowNumber" LIMIT ${mostCompared}::int`,
  );
  const others = new Map<string, Named>();
  for (const { rowNumber, fileName, ...shown } of rows) {
    const key = nameIdentity(shown.name, shown.country);
    if (!names.has(key) && !others.has(key)) others.set(key, { key, rowNumber, shown, postalCode: null, ids: [], list: fileName });
  }
  return [...others.values()];
}
