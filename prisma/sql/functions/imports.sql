-- The parties about which a written import recorded a fact or a link. isNew: the import created the party; a commit is one transaction, whose time its
-- parties and the batch share. With the rights of the caller, so row-level security applies.
CREATE FUNCTION import_parties(batch uuid) RETURNS TABLE ("partyId" uuid, "kind" text, "isNew" boolean)
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    WITH sources AS (
      SELECT s."organizationId", s."id" FROM "ImportRow" r JOIN "Source" s ON s."organizationId" = r."organizationId" AND s."importRowId" = r."id"
      WHERE r."batchId" = batch
    ), touched AS (
      SELECT f."partyId" FROM sources s JOIN "Fact" f ON f."organizationId" = s."organizationId" AND f."sourceId" = s."id"
      UNION SELECT t.party FROM sources s JOIN "SupplyLink" l ON l."organizationId" = s."organizationId" AND l."sourceId" = s."id",
        LATERAL (VALUES (l."fromPartyId"), (l."toPartyId")) AS t(party)
    )
    SELECT p."id", p."kind", p."createdAt" = b."committedAt"
    FROM "ImportBatch" b, touched t JOIN "Party" p ON p."id" = t."partyId"
    WHERE b."id" = batch AND b."status" = 'committed' AND p."kind" <> 'buyer'
  $$;
REVOKE ALL ON FUNCTION import_parties(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_parties(uuid) TO manumit_app;

-- What builds on a written import: nothing of it may be undone while a row is returned. Which tables refer to the parties that it created is read from the
-- foreign keys, so a table that is added later counts without a change here. Left out is what the import wrote and what the software computes again.
CREATE FUNCTION import_dependents(batch uuid) RETURNS TABLE ("kind" text, "count" bigint, "ids" uuid[])
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
  AS $$
  DECLARE
    written timestamptz := (SELECT b."committedAt" FROM "ImportBatch" b WHERE b."id" = batch AND b."status" = 'committed');
    created uuid[];
    changed uuid[];
    returned uuid[];
    -- An array, which a plan hashes: joined to each row of a table that has no statistics yet, its sources would be searched again for each.
    own uuid[];
    reference record;
  BEGIN
    IF written IS NULL THEN RETURN; END IF;
    own := ARRAY(SELECT s."id" FROM "ImportRow" r JOIN "Source" s ON s."organizationId" = r."organizationId" AND s."importRowId" = r."id" WHERE r."batchId" = batch);
    SELECT COALESCE(array_agg(p."partyId") FILTER (WHERE p."isNew"), '{}'), COALESCE(array_agg(p."partyId") FILTER (WHERE NOT p."isNew"), '{}')
      INTO created, changed FROM import_parties(batch) p;
    returned := ARRAY(SELECT (a->>'partyId')::uuid FROM "ImportBatch" b, jsonb_array_elements(b."undo"->'broughtBack') a WHERE b."id" = batch);

    FOR reference IN
      SELECT child.relname::text AS "table", a.attname::text AS "column",
        CASE child.relname
          WHEN 'Fact' THEN 'AND ' || other_source WHEN 'SupplyLink' THEN 'AND ' || other_source WHEN 'OrderTotal' THEN 'AND ' || other_source
          WHEN 'SupplierContact' THEN 'AND t."updatedAt" <> $3' WHEN 'ContactPerson' THEN 'AND t."batchId" IS DISTINCT FROM $2'
          WHEN 'Site' THEN 'AND NOT t."partyId" = ANY($1)'
          WHEN 'Alert' THEN 'AND t."status" <> ''open''' WHEN 'DuplicatePair' THEN 'AND t."origin" <> ''found'''
          ELSE '' END AS condition
      FROM pg_constraint c
        JOIN pg_class child ON child.oid = c.conrelid
        JOIN unnest(c.conkey, c.confkey) AS k(own, other) ON true
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own AND a.attname <> 'organizationId',
        (VALUES ('t."sourceId" <> ALL($4)')) AS v(other_source)
      WHERE c.contype = 'f' AND c.confrelid IN ('"Party"'::regclass, '"Supplier"'::regclass, '"Site"'::regclass, '"LabourRecruiter"'::regclass)
        AND child.relname NOT IN ('Supplier', 'LabourRecruiter', 'Score', 'Notification', 'MatchProposal')
        AND NOT (child.relname = 'Site' AND a.attname = 'partyId')
      ORDER BY 1, 2
    LOOP
      RETURN QUERY EXECUTE format(
        'SELECT %L::text, count(*), (array_agg(DISTINCT t.%I))[1:5] FROM %I t WHERE t.%I = ANY($1) %s HAVING count(*) > 0',
        reference."table", reference."column", reference."table", reference."column", reference.condition) USING created, batch, written, own;
    END LOOP;

    RETURN QUERY SELECT 'owner', count(*), (array_agg(s."partyId"))[1:5] FROM "Supplier" s
      WHERE s."partyId" = ANY(created) AND s."ownerId" IS NOT NULL HAVING count(*) > 0;
    -- Of parties that were there before: what was recorded, corrected or merged since.
    RETURN QUERY SELECT 'Fact', count(*), (array_agg(DISTINCT f."partyId"))[1:5] FROM "Fact" f
      WHERE f."partyId" = ANY(changed) AND f."recordedAt" > written AND f."sourceId" <> ALL(own) HAVING count(*) > 0;
    RETURN QUERY WITH links AS (SELECT l.* FROM "SupplyLink" l WHERE l."sourceId" = ANY(own))
      SELECT 'SupplyLink', count(*), (array_agg(DISTINCT o."fromPartyId"))[1:5] FROM links o
      WHERE o."withdrawnAt" IS NOT NULL AND NOT EXISTS (SELECT FROM links n WHERE n."withdrawnAt" IS NULL AND n."fromPartyId" = o."fromPartyId"
        AND n."toPartyId" = o."toPartyId" AND n."kind" = o."kind") HAVING count(*) > 0;
    RETURN QUERY SELECT 'PartyMerge', count(*), (array_agg(DISTINCT g."keptPartyId"))[1:5] FROM "PartyMerge" g
      WHERE g."createdAt" > written AND g."undoneAt" IS NULL AND (g."keptPartyId" = ANY(changed) OR g."otherPartyId" = ANY(changed)) HAVING count(*) > 0;
    -- A later list says nothing again of what was known by then: it relies on this one wherever it names one of its parties, or takes its place.
    RETURN QUERY SELECT 'ImportBatch', count(*), (array_agg(b."id" ORDER BY b."committedAt" DESC))[1:5] FROM "ImportBatch" b
      WHERE b."status" = 'committed' AND b."committedAt" > written
        AND (b."replacesId" = batch OR b."knownPartyIds" && (created || changed || returned)) HAVING count(*) > 0;
    -- Documents about the whole organization.
    RETURN QUERY SELECT 'FrozenDocument', count(*), (array_agg(d."id" ORDER BY d."issuedAt" DESC))[1:5] FROM "FrozenDocument" d
      WHERE d."issuedAt" > written AND d."kind" IN ('yearly', 'due-diligence', 'board-paper') HAVING count(*) > 0;
  END $$;
REVOKE ALL ON FUNCTION import_dependents(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_dependents(uuid) TO manumit_app;

-- The application has no right to delete a fact. An import on which nothing builds is deleted through this function, in the organization of the caller's
-- transaction: its links, its facts, and the parties that it created with what the software computed of them. Its rows and their sources stay.
CREATE FUNCTION delete_import(batch uuid) RETURNS TABLE ("suppliers" bigint, "sites" bigint, "providers" bigint, "links" bigint, "facts" bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    sources uuid[];
    created uuid[];
  BEGIN
    PERFORM FROM "ImportBatch" b WHERE b."id" = batch AND b."status" = 'committed' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no written import %', batch USING ERRCODE = 'no_data_found';
    END IF;
    -- What is being added to one of its parties at this moment is waited for, and counts; what comes later finds no party.
    PERFORM FROM "Party" p WHERE p."id" IN (SELECT i."partyId" FROM import_parties(batch) i WHERE i."isNew") ORDER BY p."id" FOR UPDATE;
    IF EXISTS (SELECT FROM import_dependents(batch)) THEN
      RAISE EXCEPTION 'something builds on import %', batch USING ERRCODE = 'foreign_key_violation';
    END IF;
    SELECT COALESCE(array_agg(p."partyId") FILTER (WHERE p."isNew"), '{}'), count(*) FILTER (WHERE p."isNew" AND p."kind" = 'supplier'),
        count(*) FILTER (WHERE p."isNew" AND p."kind" = 'site'), count(*) FILTER (WHERE p."isNew" AND p."kind" = 'labour-recruiter')
      INTO created, suppliers, sites, providers FROM import_parties(batch) p;
    sources := ARRAY(SELECT s."id" FROM "ImportRow" r JOIN "Source" s ON s."organizationId" = r."organizationId" AND s."importRowId" = r."id" WHERE r."batchId" = batch);
    WITH deleted AS (DELETE FROM "SupplyLink" l WHERE l."sourceId" = ANY(sources) RETURNING l."fromPartyId", l."toPartyId", l."kind")
      SELECT count(DISTINCT ("fromPartyId", "toPartyId", "kind")) INTO links FROM deleted;
    DELETE FROM "Fact" f WHERE f."sourceId" = ANY(sources);
    GET DIAGNOSTICS facts = ROW_COUNT;
    DELETE FROM "OrderTotal" o WHERE o."sourceId" = ANY(sources);
    DELETE FROM "Party" p WHERE p."id" = ANY(created);
    RETURN NEXT;
  END $$;
REVOKE ALL ON FUNCTION delete_import(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delete_import(uuid) TO manumit_app;
