-- What an assessment asks is chosen by facts, frozen when it is opened; a question that was left out may be asked for.

-- AlterTable
ALTER TABLE "Assessment" ADD COLUMN     "opened" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "scope" JSONB;

GRANT UPDATE ("opened") ON "Assessment" TO manumit_respondent;
