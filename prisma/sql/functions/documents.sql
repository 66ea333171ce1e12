-- For anyone who has the hash of a report: who issued it and what became of it. The answer has the name that the report prints, its kind, days,
-- fingerprints, digests of its files, and the reason of a notice: nothing of the report's subject.
CREATE FUNCTION issued_report(report_hash text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  WITH issued AS (
    SELECT "organizationId", "id", "kind", "issuedAt", "content"->'organization'->>'name' AS "name" FROM "FrozenDocument"
    WHERE "hash" = report_hash AND "kind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper')
    ORDER BY "issuedAt" LIMIT 1)
  SELECT jsonb_build_object(
    'organization', i."name", 'kind', i."kind", 'issuedAt', i."issuedAt",
    'signatures', COALESCE((SELECT jsonb_agg(jsonb_build_object('form', s."form", 'fingerprint', k."fingerprint", 'signedAt', s."signedAt", 'keyRetiredAt', k."retiredAt") ORDER BY s."form")
      FROM "DocumentSignature" s JOIN "SigningKey" k ON k."organizationId" = s."organizationId" AND k."id" = s."keyId"
      WHERE s."organizationId" = i."organizationId" AND s."documentId" = i."id"), '[]'),
    'people', COALESCE((SELECT jsonb_agg(jsonb_build_object('form', a."form", 'fingerprint', a."fingerprint", 'signedAt', a."addedAt",
        'protection', COALESCE(p."protection", 'certificate-file')) ORDER BY a."form", a."addedAt")
      FROM "SignatureAddition" a LEFT JOIN "PersonalSignature" p ON p."organizationId" = a."organizationId" AND p."id" = a."personalId"
      WHERE a."organizationId" = i."organizationId" AND a."documentId" = i."id" AND a."kind" = 'person'), '[]'),
    'notices', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', n."kind", 'reason', n."reason", 'at', n."withdrawnAt", 'correctedBy', c."hash") ORDER BY n."withdrawnAt", n."kind")
      FROM "DocumentWithdrawal" n LEFT JOIN "FrozenDocument" c ON c."organizationId" = n."organizationId" AND c."id" = n."correctedById"
      WHERE n."organizationId" = i."organizationId" AND n."documentId" = i."id"), '[]'),
    'files', COALESCE((SELECT jsonb_agg(f ORDER BY f->>'sha256') FROM (SELECT jsonb_build_object('form', e."form", 'sha256', e."sha256", 'pages', e."pages") AS f
      FROM "DocumentFile" e WHERE e."organizationId" = i."organizationId" AND e."documentId" = i."id" ORDER BY e."at" DESC LIMIT 100) AS newest), '[]'))
  FROM issued i $$;
REVOKE ALL ON FUNCTION issued_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issued_report(text) TO manumit_app;

-- For anyone who has the address of the page. Of a withdrawn result only whose it was, when and why it was withdrawn.
CREATE FUNCTION published_results(page uuid) RETURNS TABLE ("id" uuid, "model" jsonb, "publishedAt" timestamptz, "withdrawnAt" timestamptz, "reason" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r."id", CASE WHEN w."documentId" IS NULL THEN r."content"->'result' ELSE (r."content"->'result') - 'issues' - 'asked' - 'notAssessed' END,
      r."issuedAt", w."withdrawnAt", w."reason"
    FROM "FrozenDocument" r LEFT JOIN "DocumentWithdrawal" w ON w."organizationId" = r."organizationId" AND w."documentId" = r."id"
    WHERE r."item" = page::text AND r."kind" = 'published-result' ORDER BY r."issuedAt" DESC, r."id" LIMIT 100 $$;
REVOKE ALL ON FUNCTION published_results(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_results(uuid) TO manumit_app;

-- What belongs to a document of one kind names no other document. Arguments: the column, and the kinds.
CREATE FUNCTION require_document_kind() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE document CONSTANT uuid := to_jsonb(NEW) ->> TG_ARGV[0];
  BEGIN
    IF document IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "FrozenDocument" d
      WHERE d."organizationId" = NEW."organizationId" AND d."id" = document AND d."kind" = ANY (TG_ARGV[1:]))
    THEN RAISE EXCEPTION '% names no document of the kind', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation'; END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "EsapAgreement_version" AFTER INSERT ON "EsapAgreement" FOR EACH ROW EXECUTE FUNCTION require_document_kind('versionId', 'esap');
CREATE TRIGGER "EsapComment_version" AFTER INSERT ON "EsapComment" FOR EACH ROW EXECUTE FUNCTION require_document_kind('versionId', 'esap');
CREATE TRIGGER "GuestAccess_version" AFTER INSERT OR UPDATE OF "esapVersionId" ON "GuestAccess" FOR EACH ROW EXECUTE FUNCTION require_document_kind('esapVersionId', 'esap');
CREATE TRIGGER "SharedAccess_report" AFTER INSERT OR UPDATE OF "auditReportId" ON "SharedAccess" FOR EACH ROW EXECUTE FUNCTION require_document_kind('auditReportId', 'audit');
CREATE TRIGGER "SharedAccess_content" AFTER INSERT OR UPDATE OF "snapshotId" ON "SharedAccess" FOR EACH ROW EXECUTE FUNCTION require_document_kind('snapshotId', 'answers', 'shared-audit-report');
-- No other kind is open to recipients.
CREATE TRIGGER "DocumentRecipient_document" AFTER INSERT OR UPDATE OF "documentId" ON "DocumentRecipient" FOR EACH ROW EXECUTE FUNCTION require_document_kind('documentId', 'answers', 'shared-audit-report');
