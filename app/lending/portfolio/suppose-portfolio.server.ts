import { readTerms } from '~/suppliers/classification/decide-term.server';
import { z } from 'zod';
import { type Band, whatIf } from '#scoring';
import { sql } from '~/access/sql.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { scoringInputs } from '~/risk/scores/scoring-inputs.server';
import type { Change } from '~/risk/what-if/changes';
import type { Figure } from '~/risk/what-if/rows-of';
import { resolve } from '~/risk/what-if/suppose.server';
import type { PortfolioFilter } from './filter';
import { buyersOf, lentRows, partiesOfLent } from './lent-rows.server';

const lentSchema = z.array(
  z.object({
    id: z.string(),
    number: z.string(),
    projectName: z.string(),
    partyId: z.string(),
    client: z.string(),
    clientPublicId: z.string(),
    currency: z.string(),
    commitmentMinor: z.number().nullable(),
    usdCents: z.number().nullable(),
  }),
);
type Lent = z.infer<typeof lentSchema>[number];
const touchSchema = z.array(z.object({ tx: z.string(), dropped: z.string(), name: z.string(), depth: z.number(), isClient: z.boolean() }));
export type Touched = { publicId: string; name: string; depth: number; isClient: boolean };

type Shown = Omit<Lent, 'partyId'>;
export type MovedLent = Shown & { before: Figure | null; after: Figure | null };
export type TouchedLent = Shown & { by: Touched[] };
/** Dollars (US cents) and deals by band of the client; `none` is not scored. */
export type ByBand = Record<Band | 'none', { deals: number; usdCents: number }>;
export type PortfolioSupposed = {
  before: ByBand;
  after: ByBand;
  moved: MovedLent[];
  touched: TouchedLent[];
  deals: number;
  /** Deals without an amount in dollars: counted, but in no sum. */
  unconverted: number;
  missing: Change[];
};

/** Links that are followed from one who fails to those who depend on it: more than any chain has, so that a circle ends. */
const mostLinks = 30;

/**
 * What the changes would do to the clients of a portfolio, and whom it would reach if a company failed: deals whose client it is, in which it is named, or
 * whose companies buy from it, however far along the chain. Reads only; a constant number of queries. Scores before are those of the method today.
 */
export async function supposePortfolio(
  inOrganization: InOrganization,
  options: { filter: PortfolioFilter; today: string; changes: readonly Change[] },
): Promise<PortfolioSupposed> {
  const { filter, today, changes } = options;
  const read = await inOrganization(
    async (db) => {
      const lent = await readLent(db, { filter, today });
      const dropped = changes.flatMap((change) => (change.kind === 'drop' ? [change.supplier] : []));
      const touched = dropped.length === 0 ? [] : await readTouched(db, { filter, today, dropped });
      const partyIds = [...new Set(lent.map(({ partyId }) => partyId))];
      const inputs = await scoringInputs(db, { partyIds, asOf: today });
      const named =
        dropped.length === 0 ? [] : await db.party.findMany({ where: { publicId: { in: dropped } }, select: { publicId: true } });
      const terms = await readTerms(db);
      return { lent, touched, inputs, terms, named: new Set(named.map(({ publicId }) => publicId)) };
    },
    { timeoutMs: 60_000 },
  );
  const { lent, touched } = read;
  const parties = read.inputs.map(({ partyId, input }) => ({ id: partyId, input }));
  const suppliers = [...new Map(lent.map((row) => [row.partyId, { partyId: row.partyId, publicId: row.clientPublicId }])).values()];
  const { method, ofParty, missing } = resolve(changes, { suppliers, parties, terms: read.terms });
  // Who is no client can fail all the same.
  const lost = missing.filter((change) => !(change.kind === 'drop' && read.named.has(change.supplier)));
  const base = { touched: touchedOf(lent, touched), deals: lent.length, missing: lost };
  const unconverted = lent.filter(({ usdCents }) => usdCents === null).length;
  const rows = new Map(whatIf({ asOf: today, parties, method, changes: ofParty }).map((row) => [row.id, row]));
  const figureOf = (row: Lent, end: 'before' | 'after') => rows.get(row.partyId)?.[end] ?? null;
  return {
    ...base,
    unconverted,
    before: byBand(lent, (row) => figureOf(row, 'before')?.band ?? null),
    after: byBand(lent, (row) => figureOf(row, 'after')?.band ?? null),
    moved: movedOf(lent, figureOf),
  };
}

async function readLent(db: TenantDb, { filter, today }: { filter: PortfolioFilter; today: string }): Promise<Lent[]> {
  return lentSchema.parse(
    await db.$queryRaw`
      SELECT l."id", l."number", l."projectName", l."clientPartyId" AS "partyId", p."name" AS client, p."publicId" AS "clientPublicId", l."currency",
        l."commitmentMinor"::float8 AS "commitmentMinor", l."usd"::float8 AS "usdCents"
      FROM (${lentRows(filter, today)}) l JOIN "Party" p ON p."id" = l."clientPartyId" ORDER BY l."usd" DESC NULLS LAST, l."number"`,
  );
}

async function readTouched(
  db: TenantDb,
  { filter, today, dropped }: { filter: PortfolioFilter; today: string; dropped: readonly string[] },
) {
  return touchSchema.parse(
    await db.$queryRaw`
      WITH RECURSIVE lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent}), reach AS (
        SELECT p."publicId" AS dropped, p."name", p."id" AS party, 0 AS depth FROM "Party" p
          WHERE p."publicId" = ANY(${[...dropped]}::text[]) AND p."kind" IN ('supplier', 'labour-recruiter')
        UNION
        SELECT r.dropped, r."name", buyer."id", r.depth + 1 FROM reach r CROSS JOIN LATERAL (${buyersOf(sql`r.party`, today)}) buyer
          WHERE r.depth < ${mostLinks}::int
      )
      SELECT n.tx, r.dropped, r."name", min(r.depth)::int AS depth, bool_or(r.depth = 0 AND l."clientPartyId" = r.party) AS "isClient"
      FROM reach r JOIN named n ON n.party = r.party JOIN lent l ON l."id" = n.tx GROUP BY n.tx, r.dropped, r."name"`,
  );
}

const shown = ({ partyId: _, ...row }: Lent): Shown => row;

function touchedOf(lent: readonly Lent[], touched: z.infer<typeof touchSchema>): TouchedLent[] {
  const byDeal = new Map<string, Touched[]>();
  for (const { tx, dropped, name, depth, isClient } of touched)
    byDeal.set(tx, [...(byDeal.get(tx) ?? []), { publicId: dropped, name, depth, isClient }]);
  return lent.flatMap((row) => {
    const by = byDeal.get(row.id);
    return by ? [{ ...shown(row), by: by.sort((a, b) => a.depth - b.depth) }] : [];
  });
}

type ScoreAndBand = { score: number; band: Band } | null;

function movedOf(lent: readonly Lent[], figureOf: (row: Lent, end: 'before' | 'after') => ScoreAndBand): MovedLent[] {
  const figure = (each: ScoreAndBand): Figure | null => each && { score: each.score, band: each.band };
  const size = ({ before, after }: MovedLent) => (before && after ? Math.abs(after.score - before.score) : 1_000);
  return lent
    .map((row) => ({ ...shown(row), before: figure(figureOf(row, 'before')), after: figure(figureOf(row, 'after')) }))
    .filter(({ before, after }) => before?.score !== after?.score)
    .sort((a, b) => size(b) - size(a) || (b.usdCents ?? -1) - (a.usdCents ?? -1));
}

function byBand(lent: readonly Lent[], bandOf: (row: Lent) => Band | null): ByBand {
  const empty = () => ({ deals: 0, usdCents: 0 });
  const all: ByBand = { low: empty(), moderate: empty(), elevated: empty(), high: empty(), severe: empty(), none: empty() };
  for (const row of lent) {
    const line = all[bandOf(row) ?? 'none'];
    line.deals += 1;
    line.usdCents += row.usdCents ?? 0;
  }
  return all;
}
