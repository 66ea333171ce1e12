import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { countDependents, type Dependents } from './count-dependents';
import type { PortfolioFilter } from './filter';
import { lentRows, partiesOfLent } from './lent-rows.server';
import type { PartyNumbers } from './party-numbers';
import { readChainLinks } from './read-chain-links.server';
import { bandSchema } from './row-schemas';

const lentSchema = z.array(z.object({ cents: z.number().nullable(), parties: z.array(z.string()) }));
const kindSchema = z.array(z.object({ id: z.string(), kind: z.string() }));
const shownSchema = z.array(
  z.object({
    id: z.string(),
    publicId: z.string(),
    name: z.string(),
    kind: z.string(),
    country: z.string().nullable(),
    band: bandSchema,
  }),
);
export type SharedParty = Omit<z.infer<typeof shownSchema>[number], 'id'> & {
  /** Deals that depend on it, and of them those where it is named. */
  deals: number;
  named: number;
  usdCents: number;
  /** Of them, deals whose commitment has no dated rate or is not known: not in the dollars. */
  unconverted: number;
  /** Links between it and the nearest party that a deal names: 0 is named itself. */
  nearest: number;
  /** Companies of its kind on which the same transactions depend, for they sell to it and to others behind it alone. */
  behind: number;
};
/** Those with the largest exposure, how many could be listed, and how many are only upstream of another. */
export type SharedOfKind = { rows: SharedParty[]; inAll: number; behind: number };
export type SharedParties = {
  suppliers: SharedOfKind;
  providers: SharedOfKind;
  /** Dollars of all deals of the filter, in US cents. */
  totalCents: number;
};

/** How many rows are shown of each kind. */
export const mostShared = 50;

/**
 * Suppliers and labour recruiters that two or more deals depend on: as client, in a project role, or as a supplier, subcontractor or recruiter anywhere
 * upstream; each deal once. Largest exposure first. Five queries, however many deals and links; computed each time over the current links. Suppliers that only
 * sell to another supplier have the same dependents and would fill the list: they are counted with it, and listed where `withBehind`. All labour recruiters
 * are listed.
 */
export async function readSharedParties(
  db: TenantDb,
  { filter, today, withBehind = false }: { filter: PortfolioFilter; today: string; withBehind?: boolean },
): Promise<SharedParties> {
  const lent = lentSchema.parse(
    await db.$queryRaw`
      WITH lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent})
      SELECT l."usd"::float8 AS cents, n.parties FROM lent l JOIN (SELECT tx, array_agg(party::text) AS parties FROM named GROUP BY tx) n ON n.tx = l."id"`,
  );
  const others = kindSchema.parse(
    await db.$queryRaw`SELECT "id", "kind" FROM "Party" WHERE "kind" IN ('labour-recruiter', 'buyer', 'unknown-origin')`,
  );
  const idsBesides = others.length + lent.reduce((sum, { parties }) => sum + parties.length, 0);
  const { links, numbers, numberOf } = await readChainLinks(db, { today, others: idsBesides });
  const kindOf = new Map(others.map(({ id, kind }) => [numberOf(id), kind]));
  const deals = lent.map(({ cents, parties }) => ({ cents, named: [...new Set(parties.map(numberOf))] }));
  const found = countDependents({ parties: numbers.size, links, deals });
  const namedIn = new Map<number, number>();
  for (const { named } of deals) for (const party of named) namedIn.set(party, (namedIn.get(party) ?? 0) + 1);
  const shared = { suppliers: [] as number[], providers: [] as number[] };
  for (let party = 0; party < numbers.size; party += 1) {
    if ((found.deals[party] ?? 0) < 2) continue;
    const kind = kindOf.get(party) ?? 'supplier';
    if (kind === 'supplier') shared.suppliers.push(party);
    if (kind === 'labour-recruiter') shared.providers.push(party);
  }
  const follows = (party: number) => found.follows[party] === 1;
  const behind = new Map<number, number>();
  for (const party of shared.suppliers.filter(follows)) {
    const group = found.group[party] ?? -1;
    behind.set(group, (behind.get(group) ?? 0) + 1);
  }
  const listed = { ...shared, suppliers: withBehind ? shared.suppliers : shared.suppliers.filter((party) => !follows(party)) };
  const order = (parties: readonly number[]) => largestOf(parties, found, numbers);
  const largest = { suppliers: order(listed.suppliers), providers: order(listed.providers) };
  const shown = await readShown(
    db,
    [...largest.suppliers, ...largest.providers].map((party) => numbers.idOf(party)),
  );
  const ofKind = (kind: keyof typeof shared): SharedOfKind => ({
    inAll: listed[kind].length,
    behind: kind === 'suppliers' ? shared.suppliers.filter(follows).length : 0,
    rows: largest[kind].flatMap((party) => {
      const row = shown.get(numbers.idOf(party));
      const figure = (of: Int32Array | Float64Array) => of[party] ?? 0;
      return row
        ? {
            ...{ ...row, named: namedIn.get(party) ?? 0, nearest: figure(found.nearest) },
            behind: kind === 'suppliers' && !follows(party) ? (behind.get(figure(found.group)) ?? 0) : 0,
            ...{ deals: figure(found.deals), usdCents: figure(found.cents), unconverted: figure(found.unconverted) },
          }
        : [];
    }),
  });
  const totalCents = lent.reduce((sum, { cents }) => sum + (cents ?? 0), 0);
  return { suppliers: ofKind('suppliers'), providers: ofKind('providers'), totalCents };
}

/** By exposure, then by deals, then the nearest. Those far below the last place are left out before they are sorted: sorting a whole map takes long. */
function largestOf(parties: readonly number[], { cents, deals, nearest }: Dependents, numbers: PartyNumbers): number[] {
  const sums = new Float64Array(parties.length);
  for (let at = 0; at < sums.length; at += 1) sums[at] = cents[parties[at] ?? 0] ?? 0;
  const least = sums.sort().at(-mostShared) ?? 0;
  const by = (of: Int32Array | Float64Array, a: number, b: number) => (of[a] ?? 0) - (of[b] ?? 0);
  return parties
    .filter((party) => (cents[party] ?? 0) >= least)
    .sort((a, b) => by(cents, b, a) || by(deals, b, a) || by(nearest, a, b) || numbers.compare(a, b))
    .slice(0, mostShared);
}

async function readShown(db: TenantDb, ids: readonly string[]) {
  const rows = shownSchema.parse(
    await db.$queryRaw`
      SELECT p."id", p."publicId", p."name", p."kind", COALESCE(s."country", v."country") AS country, s."band"
      FROM "Party" p
      LEFT JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
      LEFT JOIN "LabourRecruiter" v ON v."organizationId" = p."organizationId" AND v."partyId" = p."id"
      WHERE p."id" = ANY(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, ...row }) => [id, row]));
}
