-- Restricted zero-tolerance cases: seen by the people assigned to them alone, their texts sealed, their log chained by hashes.

-- CreateTable
CREATE TABLE "GivenOverride" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GivenOverride_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ZeroToleranceCase" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "openedById" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" TEXT NOT NULL DEFAULT 'open',
    "salt" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "eraseOn" DATE,
    "isHeld" BOOLEAN NOT NULL DEFAULT false,
    "erasedAt" TIMESTAMPTZ(3),
    "entryCount" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',
    "headSeal" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ZeroToleranceCase_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CaseMember" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "caseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseMember_pkey" PRIMARY KEY ("organizationId","caseId","userId")
);

-- CreateTable
CREATE TABLE "CaseEntry" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "kind" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "CaseEntry_pkey" PRIMARY KEY ("organizationId","caseId","seq")
);

-- CreateTable
CREATE TABLE "CaseText" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "CaseText_pkey" PRIMARY KEY ("organizationId","caseId","seq")
);

-- CreateTable
CREATE TABLE "CaseDecision" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "caseId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "proposedById" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CaseDecision_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "GivenOverride_organizationId_partyId_idx" ON "GivenOverride"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "CaseMember_organizationId_userId_idx" ON "CaseMember"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "CaseDecision_organizationId_caseId_kind_idx" ON "CaseDecision"("organizationId", "caseId", "kind");

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ZeroToleranceCase" ADD CONSTRAINT "ZeroToleranceCase_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseMember" ADD CONSTRAINT "CaseMember_organizationId_caseId_fkey" FOREIGN KEY ("organizationId", "caseId") REFERENCES "ZeroToleranceCase"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseEntry" ADD CONSTRAINT "CaseEntry_organizationId_caseId_fkey" FOREIGN KEY ("organizationId", "caseId") REFERENCES "ZeroToleranceCase"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseText" ADD CONSTRAINT "CaseText_organizationId_caseId_seq_fkey" FOREIGN KEY ("organizationId", "caseId", "seq") REFERENCES "CaseEntry"("organizationId", "caseId", "seq") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_organizationId_caseId_fkey" FOREIGN KEY ("organizationId", "caseId") REFERENCES "ZeroToleranceCase"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['GivenOverride', 'ZeroToleranceCase', 'CaseMember', 'CaseEntry', 'CaseText', 'CaseDecision'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT, INSERT, UPDATE, DELETE ON "GivenOverride", "ZeroToleranceCase", "CaseMember", "CaseText", "CaseDecision" TO manumit_app;
-- The log is only added to.
GRANT SELECT, INSERT ON "CaseEntry" TO manumit_app;

-- Who is assigned cannot be asked of CaseMember by a policy on CaseMember: that would never end. These two are asked instead. They answer about the
-- caller alone, and whether an id has people at all; only the first people of a new case are named without being assigned.
GRANT SELECT ON "CaseMember" TO manumit_search;
CREATE POLICY search ON "CaseMember" FOR SELECT TO manumit_search USING (true);
CREATE FUNCTION is_assigned(matter uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM "CaseMember"
      WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
        AND "caseId" = matter
        AND "userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
        AND "endedAt" IS NULL
    )
  $$;
CREATE FUNCTION is_unassigned(matter uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT NOT EXISTS (SELECT 1 FROM "CaseMember" WHERE "caseId" = matter) $$;
-- Whom the queue wakes: it then works as each of these people, and sees what he sees. Not for the app.
CREATE FUNCTION people_of_cases() RETURNS TABLE ("organizationId" uuid, "userId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT "organizationId", "userId" FROM "CaseMember" WHERE "endedAt" IS NULL ORDER BY 1, 2 $$;
REVOKE ALL ON FUNCTION is_assigned(uuid), is_unassigned(uuid), people_of_cases() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_assigned(uuid), is_unassigned(uuid) TO manumit_app;
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION is_assigned(uuid) OWNER TO manumit_search;
ALTER FUNCTION is_unassigned(uuid) OWNER TO manumit_search;
ALTER FUNCTION people_of_cases() OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;

CREATE POLICY assigned ON "ZeroToleranceCase" AS RESTRICTIVE TO manumit_app
  USING (is_assigned("id") OR ("openedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AND is_unassigned("id")));
CREATE POLICY assigned ON "CaseMember" AS RESTRICTIVE TO manumit_app
  USING (is_assigned("caseId")) WITH CHECK (is_assigned("caseId") OR is_unassigned("caseId"));
CREATE POLICY assigned ON "CaseEntry" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));
CREATE POLICY assigned ON "CaseText" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));
CREATE POLICY assigned ON "CaseDecision" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));

-- Nobody writes in another's name; what was decided stays; a case, its people and its decisions are never deleted by the app.
CREATE POLICY own_entry ON "CaseEntry" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("actorId" IS NULL OR "actorId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY own_proposal ON "CaseDecision" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("verdict" IS NULL AND "proposedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY own_verdict ON "CaseDecision" AS RESTRICTIVE FOR UPDATE TO manumit_app
  USING ("verdict" IS NULL)
  WITH CHECK ("verdict" IS NULL OR "decidedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY kept ON "ZeroToleranceCase" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);
CREATE POLICY kept ON "CaseMember" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);
CREATE POLICY kept ON "CaseDecision" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);

-- Two people at least stay assigned.
CREATE FUNCTION keep_two_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "CaseMember" WHERE "organizationId" = NEW."organizationId" AND "caseId" = NEW."caseId" AND "endedAt" IS NULL) < 3 THEN
    RAISE EXCEPTION 'two people at least stay assigned' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_two_assigned BEFORE UPDATE OF "endedAt" ON "CaseMember" FOR EACH ROW
  WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION keep_two_assigned();

ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_code" CHECK ("code" IN ('O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'O9'));
ALTER TABLE "ZeroToleranceCase" ADD CONSTRAINT "ZeroToleranceCase_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "ZeroToleranceCase" ADD CONSTRAINT "ZeroToleranceCase_closed" CHECK (
  ("status" = 'closed') = ("closedAt" IS NOT NULL) AND ("closedAt" IS NULL) = ("eraseOn" IS NULL) AND ("erasedAt" IS NULL OR "salt" IS NULL)
);
ALTER TABLE "CaseText" ADD CONSTRAINT "CaseText_sealed" CHECK ("sealed" LIKE 'v1.%');
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_kind" CHECK (
  "kind" IN ('authorities', 'release', 'assign', 'unassign', 'close', 'reopen', 'hold', 'end-hold')
);
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_verdict" CHECK ("verdict" IN ('confirmed', 'refused', 'withdrawn'));
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
);
-- Nobody decides on what he proposed himself, but he may take it back.
ALTER TABLE "CaseDecision" ADD CONSTRAINT "CaseDecision_two_people" CHECK (("verdict" = 'withdrawn') = ("decidedById" = "proposedById"));
