-- Right of reply: a finding is sent for comment, replied to and answered; one that is withdrawn counts no more.

-- AlterTable
ALTER TABLE "Finding" ADD COLUMN     "withdrawnAt" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "FindingReply" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "findingId" UUID NOT NULL,
    "sentOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "sentById" UUID NOT NULL,
    "kind" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "repliedBy" TEXT NOT NULL DEFAULT '',
    "repliedOn" DATE,
    "recordedById" UUID,
    "verdict" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingReply_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateIndex
CREATE INDEX "FindingReply_organizationId_findingId_idx" ON "FindingReply"("organizationId", "findingId");

-- AddForeignKey
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "FindingReply" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "FindingReply" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "FindingReply" USING ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid)
  WITH CHECK ("organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
GRANT SELECT, INSERT, UPDATE, DELETE ON "FindingReply" TO manumit_app;
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_kind" CHECK ("kind" IN ('dispute', 'comment', 'accept'));
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_verdict" CHECK ("verdict" IN ('upheld', 'changed', 'withdrawn'));
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_replied" CHECK (
  ("kind" IS NULL) = ("repliedOn" IS NULL) AND ("repliedOn" IS NULL) = ("repliedBy" = '')
  AND ("kind" IS NULL OR "kind" = 'accept' OR btrim("text") <> '') AND ("repliedOn" IS NULL OR "repliedOn" >= "sentOn")
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_answered" CHECK (
  ("verdict" IS NULL) = ("answeredAt" IS NULL) AND ("verdict" IS NULL) = ("answeredById" IS NULL) AND ("verdict" IS NULL OR btrim("answer") <> '')
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_days" CHECK ("dueOn" >= "sentOn");
