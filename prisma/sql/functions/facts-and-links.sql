-- The facts of a party: those recorded of it, without what a split moved away, and with what a merge or split moved to it.
-- With the rights of the caller, so row-level security applies; one query, so conditions on its columns reach the indexes of "Fact".
CREATE FUNCTION known_facts()
  RETURNS TABLE ("organizationId" uuid, "id" uuid, "partyId" uuid, "values" jsonb, "validFrom" date, "validTo" date, "recordedAt" timestamptz, "sourceId" uuid)
  LANGUAGE sql STABLE
  AS $$
    SELECT f."organizationId", f."id", f."partyId", f."values", f."validFrom", f."validTo", f."recordedAt"::timestamptz, f."sourceId"
    FROM "Fact" f
    WHERE NOT EXISTS (
      SELECT FROM "FactTransfer" g WHERE g."organizationId" = f."organizationId" AND g."factId" = f."id" AND g."fromPartyId" = f."partyId")
    UNION ALL
    SELECT f."organizationId", f."id", t."toPartyId",
      (SELECT COALESCE(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each(f."values") e WHERE e.key = ANY(t."fields")),
      f."validFrom", f."validTo", COALESCE(t."at", f."recordedAt")::timestamptz, f."sourceId"
    FROM "FactTransfer" t JOIN "Fact" f ON f."organizationId" = t."organizationId" AND f."id" = t."factId"
    WHERE NOT EXISTS (
      SELECT FROM "FactTransfer" g WHERE g."organizationId" = t."organizationId" AND g."factId" = t."factId" AND g."fromPartyId" = t."toPartyId")
  $$;

-- The links as known now, or as they were known at an instant. With the rights of the caller, so row-level security applies; one query, so
-- conditions on its columns reach the indexes of "SupplyLink".
CREATE FUNCTION known_links(known_at timestamptz DEFAULT NULL) RETURNS SETOF "SupplyLink"
  LANGUAGE sql STABLE
  AS $$
    SELECT l.* FROM "SupplyLink" l
    WHERE CASE WHEN known_at IS NULL THEN l."withdrawnAt" IS NULL
      ELSE l."createdAt" <= known_at AND (l."withdrawnAt" IS NULL OR l."withdrawnAt" > known_at) END
  $$;

-- The links that are valid on some day from the first to the last, as known now or as they were known at an instant.
CREATE FUNCTION links_held(first date, last date, known_at timestamptz DEFAULT NULL) RETURNS SETOF "SupplyLink"
  LANGUAGE sql STABLE
  AS $$
    SELECT l.* FROM known_links(known_at) l
    WHERE (l."validFrom" IS NULL OR l."validFrom" <= last) AND (l."validTo" IS NULL OR l."validTo" >= first)
  $$;
