import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { identifier, joinBy, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { addedUpKeys } from '~/suppliers/fields/definition/import-columns';
import { nameIdentity } from '~/suppliers/parties/name-identity';
import { placeIdentity, siteIdentity } from '~/suppliers/parties/place-identity';
import { readIdOwners } from '~/suppliers/parties/read-id-owners.server';
import { foldName } from '~/suppliers/parties/name-key';
import { readContradictionAnswers } from './contradiction-answers.server';
import { readSame } from './read-same.server';
import { readEarlier } from './read-earlier.server';
import { readApart, readLearned } from './read-learned.server';
import { placedRecord } from './pipeline/factory-place';
import { idsOf } from './pipeline/join-by-ids';
import type { KnownParties, KnownSupplier } from './pipeline/match';
import type { TableShape } from './pipeline/fields';
import type { PlanRow } from './pipeline/plan';
import { identifierOf } from './pipeline/plan-sites';
import { workforceOf } from './pipeline/workforce';

const supplierSchema = z.object({
  partyId: z.string(),
  name: z.string(),
  publicId: z.string(),
  country: z.string().nullable(),
  lei: z.string().nullable(),
});
const siteSchema = z.object({
  partyId: z.string(),
  supplierPartyId: z.string(),
  address: z.string().nullable(),
  ...workforceOf(() => z.number().nullable()),
});
const recruiterSchema = z.object({ partyId: z.string(), name: z.string() });

/**
 * What the organization knows about the names and identifiers in these rows: at most thirteen queries, however many rows; one more where rows of
 * this shape refer to sites by number. With `batchId`, what the batch would match by itself counts as matched, as accepting it will do. An archived supplier is known where no other has its name: a list that names it brings it back.
 */
export async function readKnownParties(
  db: TenantDb,
  rows: readonly PlanRow[],
  { shape = 'list', batchId = null }: { shape?: TableShape; batchId?: string | null } = {},
): Promise<KnownParties> {
  const names = new Set<string>();
  const recruiterNames = new Set<string>();
  const publicIds = new Set<string>();
  for (const { record } of rows) {
    names.add(foldName(record.supplierName));
    for (const name of [...record.subcontractors, ...record.otherCustomers]) names.add(foldName(name));
    for (const { name } of record.upstream) names.add(foldName(name));
    for (const name of record.labourProviders) recruiterNames.add(foldName(name));
    if (record.publicId) publicIds.add(record.publicId);
    for (const name of [record.parentCompany, record.group, record.customer, record.producer?.name ?? null])
      if (name !== null) names.add(foldName(name));
  }
  const keys = namesInRows(rows);
  const siteKeys = sitesInRows(rows);
  const placeKeys = placesInRows(rows);
  const earlier = await readEarlier(db);
  const answers = earlier.hasAnswers ? await readContradictionAnswers(db, [...keys, ...siteKeys]) : [];
  const decided = await readSame(db, {
    keys: earlier.hasDecisions ? [...keys, ...siteKeys, ...placeKeys] : [],
    batchIds: batchId === null ? [] : [batchId],
  });
  // A name that is one with another of a list means the supplier that has either.
  for (const [one, other] of decided.same)
    for (const key of [one, other]) if (!key.startsWith('site ')) names.add(foldName(key.split('|')[0] ?? ''));
  const owners = await readIdOwners(db, new Set(rows.flatMap(({ record }) => idsOf(record))));
  const learned = await readLearned(db, {
    keys: earlier.hasDecisions ? [...keys, ...placeKeys] : [],
    nameKeys: earlier.hasMerges ? [...names] : [],
    batchId,
  });
  const apart = earlier.hasDecisions ? await readApart(db, placeKeys) : new Map<string, string[]>();
  const byNumber = shape === 'edges' || shape === 'hierarchy' ? await readNumberOwners(db, rows) : [];
  const found = supplierSchema.array().parse(
    await db.$queryRaw`
      SELECT p."id" AS "partyId", p."name", p."publicId", s."country", s."externalIds"->>'lei' AS "lei"
      FROM "Party" p JOIN "Supplier" s ON s."organizationId" = p."organizationId" AND s."partyId" = p."id"
      WHERE p."kind" = 'supplier' AND (s."archivedAt" IS NULL OR NOT EXISTS (SELECT FROM "MergedParty" x WHERE x."partyId" = s."partyId")
          AND NOT EXISTS (SELECT FROM "Supplier" o WHERE o."nameKey" = s."nameKey" AND o."archivedAt" IS NULL))
        AND (p."nameKey" = ANY(${[...names]}::text[]) OR p."publicId" = ANY(${[...publicIds]}::text[]) OR p."id" = ANY(${[...owners.keys(), ...byNumber, ...learned.keys()]}::uuid[]))
      ORDER BY p."id"`,
  );
  const suppliers = found.map((supplier) => ({
    ...supplier,
    ids: owners.get(supplier.partyId) ?? [],
    learned: learned.get(supplier.partyId) ?? [],
    apart: apart.get(supplier.partyId) ?? [],
  }));
  const sites =
    suppliers.length === 0
      ? []
      : await readSites(
          db,
          suppliers.map(({ partyId }) => partyId),
        );
  const providers =
    recruiterNames.size === 0
      ? []
      : recruiterSchema
          .array()
          .parse(
            await db.$queryRaw`SELECT "id" AS "partyId", "name" FROM "Party" WHERE "kind" = 'labour-recruiter' AND "nameKey" = ANY(${[...recruiterNames]}::text[]) ORDER BY "id"`,
          );
  const buyer = rows.some(({ record }) => record.customer !== null) ? await readOwnName(db) : undefined;
  return { suppliers: withSame(suppliers, decided.same), sites, providers, answers, ...decided, ...(buyer === undefined ? {} : { buyer }) };
}

/** The organization's name. One query. */
async function readOwnName(db: TenantDb): Promise<string | undefined> {
  const [own] = z
    .object({ name: z.string() })
    .array()
    .parse(
      await db.$queryRaw`SELECT "name" FROM "Organization" WHERE "id" = NULLIF(current_setting('app.organization_id', true), '')::uuid`,
    );
  return own?.name;
}

const ofPartySchema = z.array(z.object({ partyId: z.string(), text: z.string().nullable() }));

/**
 * The sites of these suppliers with their names and the newest number each is known by. Three lists put together here: a join of them is planned by
 * what PostgreSQL last saw of other organizations, and searched all facts of this one for each site.
 */
async function readSites(db: TenantDb, supplierIds: readonly string[]) {
  const addedUp = joinBy(
    addedUpKeys.map((key) => sql`${identifier(key)}::float8 AS ${identifier(key)}`),
    ', ',
  );
  const found = await queryRows(
    db,
    siteSchema,
    sql`SELECT "partyId", "supplierPartyId", "address", ${addedUp} FROM "Site" WHERE "supplierPartyId" = ANY(${[...supplierIds]}::uuid[]) ORDER BY "partyId"`,
  );
  if (found.length === 0) return [];
  const ids = found.map(({ partyId }) => partyId);
  const names = ofPartySchema.parse(
    await db.$queryRaw`SELECT "id" AS "partyId", "name" AS "text" FROM "Party" WHERE "id" = ANY(${ids}::uuid[])`,
  );
  const identifiers = ofPartySchema.parse(
    await db.$queryRaw`
      SELECT DISTINCT ON (f."partyId") f."partyId",
        COALESCE(f."values"->'externalIds'->>'osId', f."values"->'externalIds'->>'supplierNumber') AS "text"
      FROM known_facts() f WHERE f."partyId" = ANY(${ids}::uuid[]) AND jsonb_exists(f."values", 'externalIds')
      ORDER BY f."partyId", f."recordedAt" DESC, f."id" DESC`,
  );
  const nameOf = new Map(names.map(({ partyId, text }) => [partyId, text ?? '']));
  const identifierOfSite = new Map(identifiers.map(({ partyId, text }) => [partyId, text]));
  return found.map((site) => ({
    ...site,
    name: nameOf.get(site.partyId) ?? '',
    identifier: identifierOfSite.get(site.partyId) ?? null,
  }));
}

/** A supplier is known by the names too that are one with its own. */
function withSame<T extends KnownSupplier>(suppliers: readonly T[], same: readonly (readonly [string, string])[]): T[] {
  if (same.length === 0) return [...suppliers];
  const others = new Map<string, string[]>();
  for (const [one, other] of same) {
    others.set(one, [...(others.get(one) ?? []), other]);
    others.set(other, [...(others.get(other) ?? []), one]);
  }
  return suppliers.map((supplier) => {
    const more = others.get(nameIdentity(supplier.name, supplier.country)) ?? [];
    return more.length === 0 ? supplier : { ...supplier, learned: [...(supplier.learned ?? []), ...more] };
  });
}

/** Every site that the rows name. */
function sitesInRows(rows: readonly PlanRow[]): string[] {
  return [
    ...new Set(
      rows.map((row) => {
        const { supplierName, country, siteName, address } = placedRecord(row);
        return siteIdentity({ supplier: supplierName, country, site: siteName ?? supplierName, address });
      }),
    ),
  ];
}

/** Every name and country under which the rows may mean a supplier; a row without a country may take that of another row of its name. */
function namesInRows(rows: readonly PlanRow[]): string[] {
  const keys = new Set<string>();
  for (const { record } of rows) {
    const { supplierName, subcontractors, customer, otherCustomers, group, parentCompany, producer, upstream } = record;
    for (const name of [supplierName, ...subcontractors, customer, ...otherCustomers, group, parentCompany])
      if (name !== null) for (const country of [record.country, null]) keys.add(nameIdentity(name, country));
    if (producer) keys.add(nameIdentity(producer.name, producer.country));
    for (const { name, country } of upstream) for (const each of [country, null]) keys.add(nameIdentity(name, each));
  }
  return [...keys];
}

/** Every name at an address in the rows. */
function placesInRows(rows: readonly PlanRow[]): string[] {
  const places = rows
    .map(placedRecord)
    .flatMap(({ supplierName, country, address }) => placeIdentity(supplierName, country, address) ?? []);
  return [...new Set(places)];
}

/** The suppliers of the sites that have one of the rows' identifiers. */
async function readNumberOwners(db: TenantDb, rows: readonly PlanRow[]): Promise<string[]> {
  const identifiers = new Set(rows.flatMap(({ record }) => identifierOf(record) ?? []));
  if (identifiers.size === 0) return [];
  const owners = await queryRows(
    db,
    z.object({ supplierPartyId: z.string() }),
    sql`
    SELECT DISTINCT s."supplierPartyId" FROM known_facts() f
    JOIN "Site" s ON s."organizationId" = f."organizationId" AND s."partyId" = f."partyId"
    WHERE jsonb_exists(f."values", 'externalIds')
      AND COALESCE(f."values"->'externalIds'->>'osId', f."values"->'externalIds'->>'supplierNumber') = ANY(${[...identifiers]}::text[])`,
  );
  return owners.map(({ supplierPartyId }) => supplierPartyId);
}
