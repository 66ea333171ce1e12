-- A row is what one source says of an edge for one product over one period; a pair and kind may have several. A row that is taken away or
-- corrected stays, with who did it and when, so that what was known on a day can be read.
ALTER TABLE "SupplyLink" ADD COLUMN "withdrawnAt" TIMESTAMPTZ(3), ADD COLUMN "withdrawnById" UUID, ADD COLUMN "withdrawnAs" TEXT;
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_withdrawn" CHECK (
  "withdrawnAs" IN ('taken-away', 'corrected') AND ("withdrawnAt" IS NULL) = ("withdrawnAs" IS NULL) AND ("withdrawnById" IS NULL OR "withdrawnAt" IS NOT NULL));

DROP INDEX "SupplyLink_organizationId_fromPartyId_toPartyId_kind_key";
-- NULLS NOT DISTINCT: an edge without product and beginning stands once.
CREATE UNIQUE INDEX "SupplyLink_span_key"
  ON "SupplyLink"("organizationId", "fromPartyId", "toPartyId", "kind", "product", "validFrom", "withdrawnAt") NULLS NOT DISTINCT;

-- The links as known now, or as they were known at an instant. With the rights of the caller, so row-level security holds; one query, so
-- conditions on its columns reach the indexes of "SupplyLink".
CREATE FUNCTION known_links(known_at timestamptz DEFAULT NULL) RETURNS SETOF "SupplyLink"
  LANGUAGE sql STABLE
  AS $$
    SELECT l.* FROM "SupplyLink" l
    WHERE CASE WHEN known_at IS NULL THEN l."withdrawnAt" IS NULL
      ELSE l."createdAt" <= known_at AND (l."withdrawnAt" IS NULL OR l."withdrawnAt" > known_at) END
  $$;
