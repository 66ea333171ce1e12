-- Certificates and counts of complaints are lines of a labour provider too.
ALTER TABLE "ProviderRecord" DROP CONSTRAINT "ProviderRecord_kind";
ALTER TABLE "ProviderRecord" ADD CONSTRAINT "ProviderRecord_kind"
  CHECK ("kind" IN ('licence', 'certification', 'complaints', 'corridor', 'fee', 'status'));
