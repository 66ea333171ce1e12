import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { matchParameter } from '~/suppliers/parties/match/thresholds';

import { siteIdentity } from '~/suppliers/parties/place-identity';
import { type Incoming, incomingSchema, proposalSubjects } from './proposal';

type Pair = readonly [string, string];
const pairSchema = z.object({ a: z.string(), b: z.string(), verdict: z.enum(['same', 'different']) });

/**
 * What is decided about two names or sites of lists (keys without a record): the pairs that are one, by the newest answer or, of these batches, by
 * itself; and the places at which a name is another company. With `keys`, only what concerns them. At most two queries.
 */
export async function readSame(
  db: TenantDb,
  { keys = null, batchIds }: { keys?: readonly string[] | null; batchIds: readonly string[] },
): Promise<{ same: Pair[]; placesApart: string[] }> {
  const only = keys === null ? null : [...keys];
  const decided = await queryRows(
    db,
    pairSchema,
    sql`
    SELECT DISTINCT ON (least("aKey", "bKey"), greatest("aKey", "bKey")) "aKey" AS a, "bKey" AS b, "verdict" FROM "MatchDecision"
    WHERE "aPartyId" IS NULL AND "bPartyId" IS NULL AND "aKey" <> "bKey"
      AND (${only}::text[] IS NULL OR "aKey" = ANY(${only}::text[]) OR "bKey" = ANY(${only}::text[]))
    ORDER BY least("aKey", "bKey"), greatest("aKey", "bKey"), "decidedAt" DESC, "id" DESC`,
  );
  const automatic =
    batchIds.length === 0
      ? []
      : await queryRows(
          db,
          z.object({ a: z.string(), b: z.string(), about: z.enum(proposalSubjects), incoming: incomingSchema, other: incomingSchema }),
          sql`
    SELECT "nameKey" AS a, "otherKey" AS b, "about", "incoming", "other" FROM "MatchProposal"
    WHERE "batchId" = ANY(${[...batchIds]}::uuid[]) AND "otherKey" IS NOT NULL AND "answer" IS NULL AND "about" <> 'namesake'
      AND "score" >= ${matchParameter('match.automatic')}::numeric`,
        );
  const isPlace = (key: string) => !key.startsWith('site ') && key.split('|').length === 3;
  const same = [...decided.filter(({ a, verdict }) => verdict === 'same' && !isPlace(a)), ...automatic].map(({ a, b }): Pair => [a, b]);
  // Names are one by themselves at one address only, which is then one site.
  for (const { about, incoming, other } of automatic) if (about === 'company') same.push([ownSite(incoming), ownSite(other)]);
  return {
    same: same.sort(([a, b], [c, d]) => (a < c || (a === c && b < d) ? -1 : 1)),
    placesApart: decided.flatMap(({ a, verdict }) => (verdict === 'different' && isPlace(a) ? [a] : [])),
  };
}

/** The site that has the name of its supplier. */
export const ownSite = ({ name, country, address }: Incoming) => siteIdentity({ supplier: name, country, site: name, address });

/** Folded name → a text that the names share that may be one company: rows of such names are planned together. */
export function groupsOfSame(same: readonly Pair[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let up = groups.get(root); up !== undefined && up !== root; up = groups.get(root)) root = up;
    return root;
  };
  const nameOf = (key: string) => (key.split('|')[0] ?? key).replace(/^site /, '');
  for (const [one, other] of same) {
    const [a = '', b = ''] = [rootOf(nameOf(one)), rootOf(nameOf(other))].sort();
    groups.set(a, a);
    groups.set(b, a);
  }
  return new Map([...groups.keys()].map((name) => [name, rootOf(name)]));
}
