import { bases } from '#scoring';
import { z } from 'zod';
import { bandSchema } from './row-schemas';
import { noSql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { cutPage } from '~/platform/lists/cut-page';
import { decodeCursor } from '~/platform/lists/cursor';
import type { PortfolioFilter } from './filter';
import { lentRows } from './lent-rows.server';

const rowSchema = z.array(
  z.object({
    id: z.string(),
    number: z.string(),
    projectName: z.string(),
    client: z.string(),
    clientPublicId: z.string(),
    status: z.string(),
    product: z.string(),
    sector: z.string(),
    category: z.string(),
    designation: z.string(),
    hostCountries: z.array(z.string()),
    currency: z.string(),
    commitmentMinor: z.number().nullable(),
    usdCents: z.number().nullable(),
    usdRateOn: z.string().nullable(),
    band: bandSchema,
    score: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    /** What the score rests on. */
    basis: z.enum(bases).nullable(),
  }),
);
export type LentRow = z.infer<typeof rowSchema>[number];

/** The deals of a portfolio, the largest exposure in dollars first, those without one last; pages by keyset. One query. */
export async function listLent(
  db: TenantDb,
  options: { filter: PortfolioFilter; today: string; after?: string | null; before?: string | null; take?: number },
): Promise<{ rows: LentRow[]; before: string | null; after: string | null }> {
  const { filter, today, take = 50 } = options;
  const after = decodeCursor(options.after ?? null);
  const before = after ? null : decodeCursor(options.before ?? null);
  const asked = after ?? before;
  const from =
    asked &&
    z
      .string()
      .regex(/^-?\d{1,30}$/)
      .safeParse(asked.value).success
      ? asked
      : null;
  const isBackward = before !== null && from !== null;
  const beyond = from
    ? isBackward
      ? sql`WHERE (x.k, x."id") > (${from.value}::numeric, ${from.id}::uuid)`
      : sql`WHERE (x.k, x."id") < (${from.value}::numeric, ${from.id}::uuid)`
    : noSql;
  const found = z.array(z.intersection(rowSchema.element, z.object({ key: z.string() }))).parse(
    await db.$queryRaw`
      SELECT x."id", x."number", x."projectName", p."name" AS "client", p."publicId" AS "clientPublicId", x."status", x."product", x."sector",
        x."category", x."designation", x."hostCountries", x."currency", x."commitmentMinor"::float8 AS "commitmentMinor", x."usd"::float8 AS "usdCents",
        x."usdRateOn"::text AS "usdRateOn", x."band", x."score", x."low", x."high", x."basis", x.k::text AS "key"
      FROM (
        SELECT x.*, COALESCE(x."usd", -1) AS k FROM (${lentRows(filter, today)}) x
      ) x
      JOIN "Party" p ON p."id" = x."clientPartyId"
      ${beyond}
      ORDER BY x.k ${isBackward ? sql`ASC` : sql`DESC`}, x."id" ${isBackward ? sql`ASC` : sql`DESC`} LIMIT ${take + 1}::int`,
  );
  const cut = cutPage(found, { take, from, isBackward }, ({ key, id }) => ({ value: key, id }));
  return { ...cut, rows: cut.rows.map(({ key: _, ...row }) => row) };
}
