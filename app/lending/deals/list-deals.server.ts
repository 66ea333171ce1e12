import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import { findPartyIds } from '~/access/sql/find-party-ids.server';
import { query, queryRows, readRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { foldName } from '~/suppliers/parties/name-key';
import { cutPage } from '~/platform/lists/cut-page';
import { decodeCursor } from '~/platform/lists/cursor';
import { readScore, scoreColumns } from './read-score';

const shown = {
  id: true,
  number: true,
  projectName: true,
  status: true,
  product: true,
  sector: true,
  hostCountries: true,
  currency: true,
  commitmentMinor: true,
  openedAt: true,
  client: {
    select: {
      name: true,
      publicId: true,
      supplier: { select: scoreColumns },
    },
  },
  categories: { orderBy: [{ at: 'desc' }, { id: 'desc' }], take: 1, select: { category: true } },
} as const satisfies Prisma.DealSelect;

export type DealFilter = {
  status?: string | undefined;
  category?: string | undefined;
  product?: string | undefined;
  country?: string | undefined;
  search?: string | undefined;
};

/** The filter as a condition: the newest category counts. One query for a search or a category, else none. */
export async function dealsWhere(db: TenantDb, filter: DealFilter): Promise<Prisma.DealWhereInput> {
  const { status, product, country, category, search } = filter;
  const inCategory = category
    ? await readRows(
        db,
        query
          .selectFrom((from) =>
            from
              .selectFrom('DealCategorisation')
              .distinctOn('dealId')
              .select(['dealId', 'category'])
              .orderBy('dealId')
              .orderBy('at', 'desc')
              .orderBy('id', 'desc')
              .as('t'),
          )
          .select('t.dealId as id')
          .where('t.category', '=', category),
      )
    : null;
  const named = search ? await findPartyIds(db, foldName(search)) : null;
  return {
    ...(status ? { status } : {}),
    ...(product ? { product } : {}),
    ...(country ? { hostCountries: { has: country } } : {}),
    ...(inCategory ? { id: { in: inCategory.map(({ id }) => id) } } : {}),
    ...(search && named
      ? {
          OR: [
            { number: { startsWith: search.toUpperCase() } },
            { projectName: { contains: search, mode: 'insensitive' } },
            { clientPartyId: { in: named } },
          ],
        }
      : {}),
  };
}

/** The filtered deals, newest first; 50 a page by keyset. At most three queries and those of the columns shown. */
export async function listDeals(db: TenantDb, options: DealFilter & { after: string | null; before: string | null; take?: number }) {
  const take = options.take ?? 50;
  const after = decodeCursor(options.after);
  const before = after ? null : decodeCursor(options.before);
  const from = after ?? before;
  const at = from && z.iso.datetime().safeParse(from.value).success ? new Date(String(from.value)) : null;
  const isBackward = before !== null && at !== null;
  const order = isBackward ? 'asc' : 'desc';
  const beyond: Prisma.DealWhereInput =
    at && from
      ? isBackward
        ? { OR: [{ openedAt: { gt: at } }, { openedAt: at, id: { gt: from.id } }] }
        : { OR: [{ openedAt: { lt: at } }, { openedAt: at, id: { lt: from.id } }] }
      : {};
  const found = await db.deal.findMany({
    where: { AND: [await dealsWhere(db, options), beyond] },
    orderBy: [{ openedAt: order }, { id: order }],
    take: take + 1,
    select: shown,
  });
  const cut = cutPage(found, { take, from: at ? from : null, isBackward }, ({ openedAt, id }) => ({ value: openedAt.toISOString(), id }));
  return { ...cut, rows: cut.rows.map(readRow) };
}

type Found = Prisma.DealGetPayload<{ select: typeof shown }>;

function readRow({ client, categories, commitmentMinor, openedAt, ...row }: Found) {
  return {
    ...row,
    // Whole minor units stay exact up to 90 trillion in cents.
    commitmentMinor: commitmentMinor === null ? null : Number(commitmentMinor),
    category: categories[0]?.category ?? null,
    client: { name: client.name, publicId: client.publicId },
    score: readScore(client.supplier).score,
    openedAt,
  };
}
export type DealRow = ReturnType<typeof readRow>;

/** The host countries that occur, for the filter. One query. */
export async function listHostCountries(db: TenantDb): Promise<string[]> {
  const rows = await queryRows(
    db,
    z.object({ code: z.string() }),
    sql`SELECT DISTINCT unnest("hostCountries") AS "code" FROM "Deal" ORDER BY 1`,
  );
  return rows.map(({ code }) => code);
}
