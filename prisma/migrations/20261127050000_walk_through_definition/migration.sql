-- A kind of entry more: the elements of the legal definition of forced labour.
ALTER TABLE "AuditEntry" DROP CONSTRAINT "AuditEntry_kind";
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_kind" CHECK ("kind" IN ('check', 'finding', 'photo', 'signature', 'tally', 'hours', 'wage', 'note', 'meeting', 'practice', 'element'));
