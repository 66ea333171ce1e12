import type { TenantDb } from '~/access/tenant-db.server';

/**
 * Writes the newest facts of these parties into the columns of Supplier, Site and LabourRecruiter: what `projectFacts` says, in one
 * statement, however many parties. Names are left alone: a verb that renames a party folds the name as well.
 * A value that does not fit its column (a share above 1) fails the transaction: whoever records facts has parsed them.
 */
export async function refreshProjection(db: TenantDb, partyIds: readonly string[]): Promise<void> {
  if (partyIds.length === 0) return;
  await db.$executeRaw`
    WITH newest AS (
      SELECT DISTINCT ON (f."partyId", e.key) f."partyId", e.key, e.value
      FROM known_facts() f CROSS JOIN LATERAL jsonb_each(f."values") e
      WHERE f."partyId" = ANY(${[...partyIds]}::uuid[])
      ORDER BY f."partyId", e.key, f."recordedAt" DESC, f."id" DESC
    ), known AS (
      SELECT "partyId", jsonb_object_agg(key, value) AS v FROM newest GROUP BY "partyId"
    ), supplier AS (
      UPDATE "Supplier" s SET
        "country" = v->>'country', "sector" = v->>'sector',
        "products" = CASE WHEN jsonb_typeof(v->'products') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(v->'products')) ELSE '{}' END,
        "workers" = (v->>'workers')::numeric::int, "migrantShare" = (v->>'migrantShare')::numeric, "agencyShare" = (v->>'agencyShare')::numeric,
        "declaredTier" = (v->>'declaredTier')::numeric::int, "parentCompany" = v->>'parentCompany',
        "externalIds" = CASE WHEN jsonb_typeof(v->'externalIds') = 'object' THEN v->'externalIds' ELSE '{}' END
      FROM known WHERE s."partyId" = known."partyId"
    ), site AS (
      UPDATE "Site" s SET
        "country" = v->>'country', "address" = v->>'address', "city" = v->>'city', "region" = v->>'region', "postalCode" = v->>'postalCode',
        "latitude" = (v->>'latitude')::numeric, "longitude" = (v->>'longitude')::numeric, "workers" = (v->>'workers')::numeric::int,
        "femaleShare" = (v->>'femaleShare')::numeric, "migrantShare" = (v->>'migrantShare')::numeric, "agencyShare" = (v->>'agencyShare')::numeric
      FROM known WHERE s."partyId" = known."partyId"
    )
    UPDATE "LabourRecruiter" p SET
      "country" = v->>'country', "licence" = v->>'licence',
      "originCountries" = CASE WHEN jsonb_typeof(v->'originCountries') = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(v->'originCountries')) ELSE '{}' END
    FROM known WHERE p."partyId" = known."partyId"`;
}
