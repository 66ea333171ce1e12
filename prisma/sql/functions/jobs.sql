-- The queue's tables are closed. A job is for the caller's organization only, and is rolled back with the caller.
CREATE FUNCTION enqueue_job(task text, payload json) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF payload->>'organizationId' IS DISTINCT FROM NULLIF(current_setting('app.organization_id'::text, true), ''::text) THEN
      RAISE EXCEPTION 'a job must name the organization of its transaction' USING ERRCODE = '42501';
    END IF;
    PERFORM graphile_worker.add_job(task, payload, max_attempts => 3);
  END $$;
REVOKE ALL ON FUNCTION enqueue_job(text,json) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION enqueue_job(text,json) TO manumit_app;

-- Requests that an organization's suppliers are ranked again: at most one job waits for each organization, until two seconds pass without a change.
CREATE FUNCTION request_places() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    organization text := NULLIF(current_setting('app.organization_id'::text, true), ''::text);
  BEGIN
    IF organization IS NULL THEN
      RAISE EXCEPTION 'places are of the organization of a transaction' USING ERRCODE = '42501';
    END IF;
    PERFORM graphile_worker.add_job('place-suppliers', json_build_object('organizationId', organization, 'runId', '', 'userId', ''),
      run_at => now() + interval '2 seconds', max_attempts => 3, job_key => 'place-suppliers ' || organization);
  END $$;
REVOKE ALL ON FUNCTION request_places() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION request_places() TO manumit_app;
