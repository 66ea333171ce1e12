-- An assessment is of the kind of its instrument: two more kinds of these.
ALTER TABLE "Assessment" DROP CONSTRAINT "Assessment_kind";
ALTER TABLE "Assessment" ADD CONSTRAINT "Assessment_kind" CHECK ("kind" IN ('self-assessment', 'audit', 'screening', 'lender-review', 'recruiter-review'));
