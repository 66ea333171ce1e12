import type { TenantDb } from '~/access/tenant-db.server';
import type { Writes } from './prepare-writes.server';

const chunk = 10_000;

function* inChunks<T>(items: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < items.length; start += chunk) yield items.slice(start, start + chunk);
}

const json = (rows: readonly object[]) => JSON.stringify(rows).replace(/\\u0000/g, '');

/** Inserts a commit's rows, one statement per table and ten thousand rows, in the order in which they refer to each other. */
export async function writeAll(db: TenantDb, writes: Writes): Promise<void> {
  for (const part of inChunks(writes.parties)) {
    await db.$executeRaw`
      INSERT INTO "Party" ("id", "kind", "publicId", "name", "nameKey")
      SELECT * FROM unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ kind }) => kind)}::text[], ${part.map(({ publicId }) => publicId)}::text[], ${part.map(({ name }) => name)}::text[], ${part.map(({ nameKey }) => nameKey)}::text[])`;
  }
  for (const part of inChunks(writes.suppliers)) await writeSuppliers(db, part);
  for (const part of inChunks(writes.sites)) await writeSites(db, part);
  for (const part of inChunks(writes.providers)) {
    await db.$executeRaw`INSERT INTO "LabourProvider" ("partyId") SELECT * FROM unnest(${part.map(({ partyId }) => partyId)}::uuid[])`;
  }
  for (const part of inChunks(writes.sources)) {
    await db.$executeRaw`
      INSERT INTO "Source" ("id", "kind", "importRowId")
      SELECT t.id, 'import-row', t.row_id FROM unnest(${part.map(({ id }) => id)}::uuid[], ${part.map(({ importRowId }) => importRowId)}::uuid[]) AS t(id, row_id)`;
  }
  for (const part of inChunks(writes.links)) {
    await db.$executeRaw`
      INSERT INTO "SupplyLink" ("fromPartyId", "toPartyId", "kind", "sourceId")
      SELECT * FROM unnest(${part.map(({ fromPartyId }) => fromPartyId)}::uuid[], ${part.map(({ toPartyId }) => toPartyId)}::uuid[], ${part.map(({ kind }) => kind)}::text[], ${part.map(({ sourceId }) => sourceId)}::uuid[])
      ON CONFLICT ("organizationId", "fromPartyId", "toPartyId", "kind") DO NOTHING`;
  }
  for (const part of inChunks(writes.facts)) {
    await db.$executeRaw`
      INSERT INTO "Fact" ("partyId", "values", "sourceId", "validFrom", "recordedAt")
      SELECT t.party_id, t.values::jsonb, t.source_id, t.valid_from::date, now() + t.nth * interval '1 millisecond'
      FROM unnest(
        ${part.map(({ partyId }) => partyId)}::uuid[], ${part.map(({ values }) => JSON.stringify(values).replace(/\\u0000/g, ''))}::text[],
        ${part.map(({ sourceId }) => sourceId)}::uuid[], ${part.map(({ validFrom }) => validFrom)}::text[], ${part.map(({ order }) => order)}::int[]
      ) AS t(party_id, values, source_id, valid_from, nth)`;
  }
  for (const part of inChunks(writes.activities)) {
    await db.$executeRaw`
      INSERT INTO "Activity" ("recordKind", "recordId", "act", "userId", "changes")
      SELECT t.record_kind, t.record_id, t.act, t.user_id, t.changes::jsonb
      FROM unnest(
        ${part.map(({ recordKind }) => recordKind)}::text[], ${part.map(({ recordId }) => recordId)}::text[], ${part.map(({ act }) => act)}::text[],
        ${part.map(({ userId }) => userId)}::uuid[], ${part.map(({ changes }) => JSON.stringify(changes).replace(/\\u0000/g, ''))}::text[]
      ) AS t(record_kind, record_id, act, user_id, changes)`;
  }
}

async function writeSuppliers(db: TenantDb, part: readonly Writes['suppliers'][number][]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Supplier" ("partyId", "nameKey", "country", "sector", "products", "workers", "migrantShare", "agencyShare", "declaredTier", "parentCompany", "externalIds")
    SELECT t.id::uuid, t.key, t.v->>'country', t.v->>'sector',
      CASE WHEN jsonb_typeof(t.v->'products') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(t.v->'products')) ELSE '{}' END,
      (t.v->>'workers')::int, (t.v->>'migrantShare')::numeric, (t.v->>'agencyShare')::numeric, (t.v->>'declaredTier')::int, t.v->>'parentCompany',
      COALESCE(t.v->'externalIds', '{}')
    FROM jsonb_to_recordset(${json(part.map(({ partyId, nameKey, values }) => ({ id: partyId, key: nameKey, v: values })))}::jsonb) AS t(id text, key text, v jsonb)`;
}

async function writeSites(db: TenantDb, part: readonly Writes['sites'][number][]): Promise<void> {
  await db.$executeRaw`
    INSERT INTO "Site" ("partyId", "supplierPartyId", "country", "address", "city", "region", "postalCode", "latitude", "longitude", "workers", "femaleShare", "migrantShare", "agencyShare")
    SELECT t.id::uuid, t.owner::uuid, t.v->>'country', t.v->>'address', t.v->>'city', t.v->>'region', t.v->>'postalCode', (t.v->>'latitude')::numeric, (t.v->>'longitude')::numeric,
      (t.v->>'workers')::int, (t.v->>'femaleShare')::numeric, (t.v->>'migrantShare')::numeric, (t.v->>'agencyShare')::numeric
    FROM jsonb_to_recordset(${json(part.map(({ partyId, supplierPartyId, values }) => ({ id: partyId, owner: supplierPartyId, v: values })))}::jsonb) AS t(id text, owner text, v jsonb)`;
}
