-- Scores name a confirmed edition by its hash: the application may withdraw it, and never changes or deletes it.
CREATE FUNCTION keep_confirmed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_user = 'manumit_app' AND OLD."confirmedAt" IS NOT NULL THEN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'A confirmed edition is kept' USING ERRCODE = 'restrict_violation'; END IF;
      IF (to_jsonb(NEW) - ARRAY['withdrawnById', 'withdrawnAt', 'withdrawReason']) IS DISTINCT FROM
         (to_jsonb(OLD) - ARRAY['withdrawnById', 'withdrawnAt', 'withdrawReason'])
      THEN RAISE EXCEPTION 'A confirmed edition is not changed' USING ERRCODE = 'restrict_violation'; END IF;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
CREATE TRIGGER keep_confirmed BEFORE UPDATE OR DELETE ON "ReferenceTableEdition" FOR EACH ROW EXECUTE FUNCTION keep_confirmed_edition();
