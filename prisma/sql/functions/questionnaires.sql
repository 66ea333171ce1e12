-- The first assessment with an organization's own questionnaire freezes it; one that is not offered cannot be used.
CREATE FUNCTION freeze_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "QuestionnaireTemplate" SET "frozenAt" = now()
    WHERE "organizationId" = NEW."organizationId" AND "key" = NEW."instrumentKey" AND "status" = 'offered' AND "frozenAt" IS NULL;
  IF NOT EXISTS (SELECT 1 FROM "QuestionnaireTemplate"
    WHERE "organizationId" = NEW."organizationId" AND "key" = NEW."instrumentKey" AND "frozenAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'instrument % is not offered', NEW."instrumentKey" USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_instrument BEFORE INSERT OR UPDATE OF "instrumentKey" ON "QuestionnaireResponse"
  FOR EACH ROW WHEN (NEW."instrumentKey" LIKE 'own-%') EXECUTE FUNCTION freeze_instrument();

-- A used questionnaire is never changed, as long as its organization exists.
CREATE FUNCTION keep_frozen_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "Organization" WHERE "id" = OLD."organizationId") THEN
      RAISE EXCEPTION 'instrument % was used and stays', OLD."key" USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'instrument % was used and stays as it is', OLD."key" USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_frozen_instrument BEFORE UPDATE OR DELETE ON "QuestionnaireTemplate"
  FOR EACH ROW WHEN (OLD."frozenAt" IS NOT NULL) EXECUTE FUNCTION keep_frozen_instrument();

-- Only the installation's operator, as the owner of the database, appoints translators.
CREATE FUNCTION only_translators_translate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Translator" t WHERE t."userId" = NEW."userId" AND t."locale" IN (NEW."locale", '*')) THEN
    RAISE EXCEPTION 'not entitled to translate into %', NEW."locale" USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_translators_translate BEFORE INSERT ON "TranslatedString" FOR EACH ROW EXECUTE FUNCTION only_translators_translate();

-- Which requests went to an address, for the person who proved that it is theirs. Only app/access calls it.
CREATE FUNCTION requests_to_address(address text)
  RETURNS TABLE ("supplierOrganizationId" uuid, "askerOrganizationId" uuid, "invitedAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT "supplierOrganizationId", "organizationId", min("invitedAt") FROM "QuestionnaireRequest"
    WHERE "email" = lower(address) AND "withdrawnAt" IS NULL GROUP BY 1, 2
  $$;
REVOKE ALL ON FUNCTION requests_to_address(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION requests_to_address(text) TO manumit_app;
