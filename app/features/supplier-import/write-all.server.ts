import { setImmediate } from 'node:timers/promises';
import { forgetStatements } from '~/access/forget-statements.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Writes } from './prepare-writes.server';
import { withoutZeros } from './without-zeros';

const chunk = 10_000;

type Insert = (json: string) => Promise<unknown>;

/** Inserts one after the other, each as one JSON text of at most ten thousand rows: the next text is made while PostgreSQL is busy with the last. */
function insertsInTurn(onChunk: () => Promise<void>) {
  let running: Promise<unknown> = Promise.resolve();
  return {
    settle: () => running,
    async add<Row>(rows: readonly Row[], shape: (row: Row) => object, insert: Insert): Promise<void> {
      for (let start = 0; start < rows.length; start += chunk) {
        const json = withoutZeros(JSON.stringify(rows.slice(start, start + chunk).map(shape)));
        await running;
        forgetStatements();
        await onChunk();
        // A statement of Prisma begins when it is waited for, and leaves when the event loop turns.
        running = insert(json);
        // Whoever settles hears of an error; until then it is nobody's.
        running.catch(() => {});
        await setImmediate();
      }
    },
  };
}

/**
 * Writes pieces of a commit, one after the other, each table by table in the order in which they refer to each other. The last insert of
 * a piece is left under way, so that the next piece can be planned beside it: call `settle` before the connection is used for anything else.
 * @param onChunk is called before each insert; when it throws, nothing more is written
 */
export function pieceWriter(db: TenantDb, onChunk: () => Promise<void>) {
  const inserts = insertsInTurn(onChunk);
  return {
    settle: inserts.settle,
    /** All of a piece but its activity. @param tiers computed tiers of its new suppliers */
    async writeRecords(writes: Writes, tiers: ReadonlyMap<string, number>): Promise<void> {
      await inserts.add(
        writes.parties,
        (party) => party,
        (json) => db.$executeRaw`
          INSERT INTO "Party" ("id", "kind", "publicId", "name", "nameKey")
          SELECT * FROM json_to_recordset(${json}::json) AS t("id" uuid, "kind" text, "publicId" text, "name" text, "nameKey" text)`,
      );
      await inserts.add(
        writes.sources,
        ({ id, importRowId }) => ({ id, importRowId, kind: 'import-row' }),
        (json) => db.$executeRaw`
          INSERT INTO "Source" ("id", "kind", "importRowId")
          SELECT * FROM json_to_recordset(${json}::json) AS t("id" uuid, "kind" text, "importRowId" uuid)`,
      );
      await inserts.add(
        writes.links,
        (link) => link,
        (json) => db.$executeRaw`
          INSERT INTO "SupplyLink" ("fromPartyId", "toPartyId", "kind", "sourceId", "product", "share", "validFrom", "validTo")
          SELECT * FROM json_to_recordset(${json}::json)
            AS t("fromPartyId" uuid, "toPartyId" uuid, "kind" text, "sourceId" uuid, "product" text, "share" numeric, "validFrom" date, "validTo" date)
          ON CONFLICT DO NOTHING`,
      );
      await inserts.add(
        writes.suppliers,
        ({ partyId, nameKey, values }) => ({ id: partyId, key: nameKey, tier: tiers.get(partyId) ?? null, v: values }),
        (json) => writeSuppliers(db, json),
      );
      await inserts.add(
        writes.sites,
        ({ partyId, supplierPartyId, values }) => ({ id: partyId, owner: supplierPartyId, v: values }),
        (json) => writeSites(db, json),
      );
      await inserts.add(
        writes.providers,
        (provider) => provider,
        (json) => db.$executeRaw`
          INSERT INTO "LabourProvider" ("partyId") SELECT * FROM json_to_recordset(${json}::json) AS t("partyId" uuid)`,
      );
      await inserts.add(
        writes.facts,
        (fact) => fact,
        (json) => db.$executeRaw`
          INSERT INTO "Fact" ("partyId", "values", "sourceId", "validFrom", "recordedAt")
          SELECT "partyId", "values", "sourceId", "validFrom", now() + "order" * interval '1 millisecond'
          FROM json_to_recordset(${json}::json) AS t("partyId" uuid, "values" jsonb, "sourceId" uuid, "validFrom" date, "order" int)`,
      );
      await inserts.settle();
    },
    async writeActivity(writes: Pick<Writes, 'activities'>): Promise<void> {
      await inserts.add(
        writes.activities,
        (activity) => activity,
        (json) => db.$executeRaw`
          INSERT INTO "Activity" ("recordKind", "recordId", "act", "userId", "changes")
          SELECT * FROM json_to_recordset(${json}::json) AS t("recordKind" text, "recordId" text, "act" text, "userId" uuid, "changes" jsonb)`,
      );
    },
  };
}

function writeSuppliers(db: TenantDb, json: string): Promise<unknown> {
  return db.$executeRaw`
    INSERT INTO "Supplier" ("partyId", "nameKey", "tier", "country", "sector", "products", "workers", "migrantShare", "agencyShare", "declaredTier", "parentCompany", "externalIds")
    SELECT t.id, t.key, t.tier, t.v->>'country', t.v->>'sector',
      CASE WHEN jsonb_typeof(t.v->'products') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(t.v->'products')) ELSE '{}' END,
      (t.v->>'workers')::int, (t.v->>'migrantShare')::numeric, (t.v->>'agencyShare')::numeric, (t.v->>'declaredTier')::int, t.v->>'parentCompany',
      COALESCE(t.v->'externalIds', '{}')
    FROM json_to_recordset(${json}::json) AS t(id uuid, key text, tier int, v jsonb)`;
}

function writeSites(db: TenantDb, json: string): Promise<unknown> {
  return db.$executeRaw`
    INSERT INTO "Site" ("partyId", "supplierPartyId", "country", "address", "city", "region", "postalCode", "latitude", "longitude", "workers", "femaleShare", "migrantShare", "agencyShare")
    SELECT t.id, t.owner, t.v->>'country', t.v->>'address', t.v->>'city', t.v->>'region', t.v->>'postalCode', (t.v->>'latitude')::numeric, (t.v->>'longitude')::numeric,
      (t.v->>'workers')::int, (t.v->>'femaleShare')::numeric, (t.v->>'migrantShare')::numeric, (t.v->>'agencyShare')::numeric
    FROM json_to_recordset(${json}::json) AS t(id uuid, owner uuid, v jsonb)`;
}
