-- For anyone who has the hash of a report: who issued it and what became of it. The answer has the name that the report prints, its kind, days,
-- fingerprints, digests of its files, and the reason of a notice: nothing of the report's subject.
CREATE FUNCTION issued_report(report_hash text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  WITH issued AS (
    SELECT "organizationId", 'assessment' AS "kind", "preparedAt", "model"->'organization'->>'name' AS "name" FROM "Report" WHERE "hash" = report_hash
    UNION ALL SELECT "organizationId", 'audit', "preparedAt", "model"->'organization'->>'name' FROM "AuditReport" WHERE "hash" = report_hash
    UNION ALL SELECT "organizationId", "kind", "preparedAt", "model"->'organization'->>'name' FROM "LenderReport" WHERE "hash" = report_hash
    ORDER BY "preparedAt" LIMIT 1)
  SELECT jsonb_build_object(
    'organization', i."name", 'kind', i."kind", 'issuedAt', i."preparedAt",
    'signatures', COALESCE((SELECT jsonb_agg(jsonb_build_object('form', s."form", 'fingerprint', k."fingerprint", 'signedAt', s."signedAt", 'keyRetiredAt', k."retiredAt") ORDER BY s."form")
      FROM "ReportSignature" s JOIN "SigningKey" k ON k."organizationId" = s."organizationId" AND k."id" = s."keyId"
      WHERE s."organizationId" = i."organizationId" AND s."reportHash" = report_hash), '[]'),
    'notices', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', n."kind", 'reason', n."reason", 'at', n."at", 'correctedBy', n."correctedBy") ORDER BY n."at", n."kind")
      FROM "ReportNotice" n WHERE n."organizationId" = i."organizationId" AND n."reportHash" = report_hash), '[]'),
    'files', COALESCE((SELECT jsonb_agg(f ORDER BY f->>'sha256') FROM (SELECT jsonb_build_object('form', e."form", 'sha256', e."sha256", 'pages', e."pages") AS f
      FROM "IssuedFile" e WHERE e."organizationId" = i."organizationId" AND e."reportHash" = report_hash ORDER BY e."at" DESC LIMIT 100) AS newest), '[]'))
  FROM issued i $$;
REVOKE ALL ON FUNCTION issued_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issued_report(text) TO manumit_app;

-- For anyone who has the address of the page. Of a withdrawn result only whose it was, when and why it was withdrawn.
CREATE FUNCTION published_results(page uuid) RETURNS TABLE ("id" uuid, "model" jsonb, "publishedAt" timestamptz, "withdrawnAt" timestamptz, "reason" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r."id", CASE WHEN w."resultId" IS NULL THEN r."model" ELSE r."model" - 'issues' - 'asked' - 'notAssessed' END, r."publishedAt", w."withdrawnAt", w."reason"
    FROM "PublishedResult" r LEFT JOIN "ResultWithdrawal" w ON w."organizationId" = r."organizationId" AND w."resultId" = r."id"
    WHERE r."pageId" = page ORDER BY r."publishedAt" DESC, r."id" LIMIT 100 $$;
REVOKE ALL ON FUNCTION published_results(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_results(uuid) TO manumit_app;
