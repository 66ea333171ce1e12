import { type Drawable, numbersAt, placeList } from '#scoring';
import { z } from 'zod';
import { rowsOf, tableText } from '~/access/table-text.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';

/** What a list is drawn from and the hash of the input that it was computed from, by party id. */
export type Drawables = ReadonlyMap<string, { inputHash: string; drawable: Omit<Drawable, 'id'> }>;

const rowSchema = z.object({
  partyId: z.string(),
  publicId: z.string(),
  drawable: z.custom<Omit<Drawable, 'id'>>((value) => typeof value === 'object').nullable(),
});

/** Orders the places of all suppliers to be drawn again once this transaction is through. */
export async function requestPlaces(db: TenantDb): Promise<void> {
  await db.$executeRaw`SELECT request_places()`;
}

/**
 * Draws all scored suppliers of an organization together (R8) and writes the range of ranks of each, and its probability of being among the riskiest tenth. A
 * supplier without a score has no rank. Reading and writing are separate transactions, the draws outside of both. Returns how many have a rank.
 * @param options.asOf ISO day whose numbers of draws are used
 * @param options.computed scores just stored, which need not be read again; for a party scored again since, the stored score counts
 */
export async function placeSuppliers(
  inOrganization: InOrganization,
  { asOf, computed = new Map() }: { asOf: string; computed?: Drawables },
): Promise<number> {
  const rows = (await inOrganization((db) => readScored(db, computed), { timeoutMs: 60_000 })).flatMap(
    ({ partyId, publicId, drawable }) => {
      const drawn = drawable ?? computed.get(partyId)?.drawable;
      return drawn ? [{ partyId, publicId, drawable: drawn }] : [];
    },
  );
  const places = placeList(
    rows.map(({ publicId, drawable }) => ({ ...drawable, id: publicId })),
    numbersAt(asOf),
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

async function readScored(db: TenantDb, computed: Drawables): Promise<z.infer<typeof rowSchema>[]> {
  const hashes = [...computed.values()].map(({ inputHash }) => inputHash);
  return rowSchema.array().parse(
    await db.$queryRaw`
      SELECT s."partyId", p."publicId", CASE WHEN k.hash = c."inputHash" THEN NULL ELSE c."result"->'drawable' END AS "drawable" FROM "Supplier" s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      JOIN "Score" c ON c."organizationId" = s."organizationId" AND c."id" = s."scoreId"
      LEFT JOIN unnest(${[...computed.keys()]}::uuid[], ${hashes}::text[]) AS k(party_id, hash) ON k.party_id = s."partyId"
      WHERE s."archivedAt" IS NULL AND s."scoreStatus" = 'scored' ORDER BY p."publicId"`,
  );
}
