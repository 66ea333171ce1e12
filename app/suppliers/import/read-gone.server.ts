import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { type Plan, planImport } from './pipeline/plan';
import { buyerKey } from './pipeline/plan-links';
import { readKnownParties } from './read-known-parties.server';
import { readPieces } from './read-pieces.server';
import { readPlanRows } from './read-plan-rows.server';
import { type BatchMapping, batchMappingSchema } from './schema';

/** A supplier that the replaced list names and the new one does not. `inLists`: other lists, imported since or before, that name it. */
export type Gone = { partyId: string; publicId: string; name: string; country: string | null; inLists: string[] };
export type GoneFound = {
  listName: string;
  suppliers: Gone[];
  /** The edges that the replaced list says of them: who supplies whom. */
  edges: { fromPartyId: string; toPartyId: string }[];
};

const goneSchema = z.object({ partyId: z.string(), publicId: z.string(), name: z.string(), country: z.string().nullable() });
const namedSchema = z.object({ partyId: z.string(), listName: z.string() });

/**
 * Who went from the list that an imported batch took the place of, judged as an import judges who is who; by name. Null where the batch
 * is not imported or took no place. Archived suppliers are left out. Time grows with both lists,
 * memory with their largest piece.
 */
export async function readGone(db: TenantDb, batchId: string): Promise<GoneFound | null> {
  const batch = await db.importBatch.findFirst({
    where: { id: batchId, status: 'committed', replacesId: { not: null } },
    select: { listName: true, replacesId: true, replaces: { select: { mapping: true } }, mapping: true },
  });
  const [before, after] = [batchMappingSchema.safeParse(batch?.replaces?.mapping), batchMappingSchema.safeParse(batch?.mapping)];
  if (!batch?.replacesId || !before.success || !after.success) return null;
  const buyer = await db.party.findFirst({
    where: { kind: 'buyer' },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  const named = { before: new Set<string>(), after: new Set<string>() };
  const said: GoneFound['edges'] = [];
  const lists = [
    { batchId: batch.replacesId, shape: before.data.shape },
    { batchId, shape: after.data.shape },
  ];
  for (const [ofOld = [], ofNew = []] of await readPieces(db, lists)) {
    const old = await planKnown(db, { batchId: batch.replacesId, rowNumbers: ofOld, mapping: before.data });
    for (const id of idsOf(old)) named.before.add(id);
    for (const edge of edgesOf(old, buyer?.id)) said.push(edge);
    for (const id of idsOf(await planKnown(db, { batchId, rowNumbers: ofNew, mapping: after.data }))) named.after.add(id);
  }
  const goneIds = [...named.before].filter((id) => !named.after.has(id));
  const suppliers = goneSchema.array().parse(
    await db.$queryRaw`
      SELECT p."id" AS "partyId", p."publicId", p."name", s."country" FROM "Supplier" s
      JOIN "Party" p ON p."organizationId" = s."organizationId" AND p."id" = s."partyId"
      WHERE s."partyId" = ANY(${goneIds}::uuid[]) AND s."archivedAt" IS NULL ORDER BY p."nameKey", p."id"`,
  );
  const listName = batch.listName ?? '';
  const ids = suppliers.map(({ partyId }) => partyId);
  const inLists = await readOtherLists(db, ids, listName);
  const gone = new Set(ids);
  return {
    listName,
    suppliers: suppliers.map((supplier) => ({ ...supplier, inLists: inLists.get(supplier.partyId) ?? [] })),
    edges: said.filter(({ fromPartyId }) => gone.has(fromPartyId)),
  };
}

/** A piece of a list as an import would plan it now. */
async function planKnown(db: TenantDb, piece: { batchId: string; rowNumbers: readonly number[]; mapping: BatchMapping }): Promise<Plan> {
  const rows = await readPlanRows(db, piece.batchId, piece.rowNumbers);
  return planImport(rows, await readKnownParties(db, rows, { shape: piece.mapping.shape }), { ...piece.mapping, withoutFacts: true });
}

function idsOf(plan: Plan): Set<string> {
  return new Set(plan.suppliers.flatMap(({ partyId }) => partyId ?? []));
}

function edgesOf(plan: Plan, buyerId: string | undefined): GoneFound['edges'] {
  const idOf = new Map(plan.suppliers.map(({ key, partyId }) => [key, partyId]));
  if (buyerId) idOf.set(buyerKey, buyerId);
  return plan.links.flatMap(({ kind, fromKey, toKey }) => {
    const [fromPartyId, toPartyId] = [idOf.get(fromKey), idOf.get(toKey)];
    return kind === 'supplies' && fromPartyId && toPartyId ? [{ fromPartyId, toPartyId }] : [];
  });
}

/** Lists of other names whose imported rows say anything of these suppliers. One query. */
async function readOtherLists(db: TenantDb, partyIds: readonly string[], listName: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  if (partyIds.length === 0) return found;
  const rows = namedSchema.array().parse(
    await db.$queryRaw`
      WITH said AS (
        SELECT f."partyId", f."sourceId" FROM known_facts() f WHERE f."partyId" = ANY(${[...partyIds]}::uuid[])
        UNION
        SELECT l."fromPartyId", l."sourceId" FROM known_links() l WHERE l."fromPartyId" = ANY(${[...partyIds]}::uuid[])
      )
      SELECT DISTINCT said."partyId", b."listName" FROM said
      JOIN "Source" s ON s."id" = said."sourceId" JOIN "ImportRow" r ON r."id" = s."importRowId" JOIN "ImportBatch" b ON b."id" = r."batchId"
      WHERE b."status" = 'committed' AND b."listName" IS DISTINCT FROM ${listName} AND b."listName" IS NOT NULL ORDER BY 1, 2`,
  );
  for (const { partyId, listName: name } of rows) found.set(partyId, [...(found.get(partyId) ?? []), name]);
  return found;
}
