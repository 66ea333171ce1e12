-- For the queue, which then works as each of these people and reads what they may read. Not for manumit_app.
CREATE FUNCTION people_to_mail() RETURNS TABLE ("organizationId" uuid, "userId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT "organizationId", "userId" FROM "Notification" WHERE "isMailDue" ORDER BY 1, 2 $$;
REVOKE ALL ON FUNCTION people_to_mail() FROM PUBLIC;
