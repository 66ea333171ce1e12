-- A desktop verification needs a file.
CREATE FUNCTION need_file_to_verify() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "FindingFile" f WHERE f."organizationId" = NEW."organizationId" AND f."actionId" = NEW."id" AND f."removedAt" IS NULL
  ) THEN RAISE EXCEPTION 'a check at the desk needs a file'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_file_to_verify BEFORE INSERT OR UPDATE OF "status" ON "CorrectiveAction" FOR EACH ROW
  WHEN (NEW."status" = 'verified' AND NEW."verification" = 'desktop' AND NOT (NEW."isFromReport" AND NEW."verifiedById" IS NULL)) EXECUTE FUNCTION need_file_to_verify();

-- A site's message is never changed, and is decided once. An accepted one becomes an action, which the message then names.
CREATE FUNCTION keep_site_message() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."verdict" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt', 'actionId'])
    <> (to_jsonb(OLD) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt', 'actionId'])
    OR (NEW."actionId" IS DISTINCT FROM OLD."actionId" AND OLD."actionId" IS NOT NULL)
  THEN RAISE EXCEPTION 'what a site said is never changed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_site_message AFTER UPDATE ON "SiteMessage" FOR EACH ROW EXECUTE FUNCTION keep_site_message();
