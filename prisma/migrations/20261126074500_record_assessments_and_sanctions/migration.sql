-- Assessments of a labour provider, and bans and court cases against it, are lines of it too.
ALTER TABLE "ProviderRecord" DROP CONSTRAINT "ProviderRecord_kind";
ALTER TABLE "ProviderRecord" ADD CONSTRAINT "ProviderRecord_kind"
  CHECK ("kind" IN ('licence', 'certification', 'assessment', 'sanction', 'complaints', 'corridor', 'fee', 'status'));
