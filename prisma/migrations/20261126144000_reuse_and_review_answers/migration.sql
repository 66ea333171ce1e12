-- What a supplier answered before is proposed to it when it is asked anew; what it submitted is reviewed answer by answer at the desk.

-- CreateTable
CREATE TABLE "EarlierAnswer" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "assessmentId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "isSameAsker" BOOLEAN NOT NULL,
    "evidenceAt" TIMESTAMPTZ(3),

    CONSTRAINT "EarlierAnswer_pkey" PRIMARY KEY ("organizationId","assessmentId","question")
);

-- CreateTable
CREATE TABLE "AnswerReview" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "assessmentId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "outcome" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "value" JSONB NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "gradeBefore" TEXT,
    "grade" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "scoreBefore" DECIMAL(4,1),
    "scoreAfter" DECIMAL(4,1),
    "reviewedById" UUID NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerReview_pkey" PRIMARY KEY ("organizationId","assessmentId","question")
);

-- AddForeignKey
ALTER TABLE "EarlierAnswer" ADD CONSTRAINT "EarlierAnswer_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_organizationId_assessmentId_fkey" FOREIGN KEY ("organizationId", "assessmentId") REFERENCES "Assessment"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['EarlierAnswer', 'AnswerReview'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format(
      'CREATE POLICY tenant ON %I USING ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid) '
      'WITH CHECK ("organizationId" = (NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid)', table_name);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO manumit_app', table_name);
    EXECUTE format(
      'CREATE POLICY respondent ON %I AS RESTRICTIVE TO manumit_respondent '
      'USING ("assessmentId" = (NULLIF(current_setting(''app.assessment_id''::text, true), ''''::text))::uuid)', table_name);
  END LOOP;
END $$;
GRANT SELECT ON "EarlierAnswer" TO manumit_respondent;
-- Of a review a respondent reads what was sent back, and nothing of grades, reasons and scores.
GRANT SELECT ("organizationId", "assessmentId", "question", "comment", "sentBackAt") ON "AnswerReview" TO manumit_respondent;

ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_outcome" CHECK ("outcome" IN ('accepted', 'questioned'));
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_comment" CHECK ("outcome" IS DISTINCT FROM 'questioned' OR "comment" <> '');
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_grade" CHECK ("grade" IS NULL OR ("reason" <> '' AND "gradeBefore" IS NOT NULL));
