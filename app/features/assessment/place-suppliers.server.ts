import { drawList, type Drawable, numbersAt, placesInList } from '#scoring';
import { z } from 'zod';
import { rowsOf, tableText } from '~/access/table-text.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';

/** Draws times suppliers that are held at once: 160 MB. Of longer lists fewer draws are made, never fewer than a hundred. */
const mostValues = 40_000_000;
const leastDraws = 100;

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  drawable: z.custom<Omit<Drawable, 'id'>>((value) => typeof value === 'object' && value !== null),
});

/** Orders the places of all suppliers to be drawn again once this transaction is through. */
export async function requestPlaces(db: TenantDb): Promise<void> {
  await db.$executeRaw`SELECT request_places()`;
}

/**
 * Draws all scored suppliers of an organization together (R8) and writes the range of places of each, and how probably it is among the riskiest tenth. A
 * supplier without a score has none. Reading and writing are transactions of their own, the draws outside of both. Answers how many have a place.
 * @param options.asOf ISO day whose numbers of draws are used
 */
export async function placeSuppliers(inOrganization: InOrganization, { asOf }: { asOf: string }): Promise<number> {
  const rows = await inOrganization(readDrawables, { timeoutMs: 60_000 });
  const numbers = numbersAt(asOf);
  const { count } = numbers['R8.draws'];
  const draws = Math.max(leastDraws, Math.min(count, Math.floor(mostValues / Math.max(1, rows.length))));
  const places = placesInList(
    drawList(
      rows.map(({ publicId, drawable }) => ({ ...drawable, id: publicId })),
      { ...numbers, 'R8.draws': { ...numbers['R8.draws'], count: draws } },
    ),
    numbers,
  );
  const text = tableText(
    rows.map(({ partyId }, at) => {
      const { best = 1, worst = 1, inRiskiestTenth = 0 } = places[at] ?? {};
      return [partyId, best, worst, inRiskiestTenth];
    }),
  );
  await inOrganization(
    async (db) => {
      await db.$executeRaw`
        UPDATE "Supplier" s SET "placeBest" = a[2]::int, "placeWorst" = a[3]::int, "inRiskiestTenth" = a[4]::numeric
        FROM ${rowsOf(text)}
        WHERE s."partyId" = a[1]::uuid AND (s."placeBest", s."placeWorst", s."inRiskiestTenth") IS DISTINCT FROM (a[2]::int, a[3]::int, a[4]::numeric(4,3))`;
      await db.$executeRaw`
        UPDATE "Supplier" SET "placeBest" = NULL, "placeWorst" = NULL, "inRiskiestTenth" = NULL
        WHERE "placeBest" IS NOT NULL AND ("scoreStatus" IS DISTINCT FROM 'scored' OR "archivedAt" IS NOT NULL)`;
    },
    { timeoutMs: 60_000 },
  );
  return rows.length;
}

async function readDrawables(db: TenantDb): Promise<z.infer<typeof rowSchema>[]> {
  return rowSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", p."publicId", c."result"->'drawable' AS "drawable" FROM "Supplier" s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
      WHERE s."archivedAt" IS NULL AND s."scoreStatus" = 'scored' ORDER BY p."publicId"`,
  );
}
