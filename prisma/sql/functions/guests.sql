-- The record that a guest of this purpose was admitted to, for the policies on guests: null to every other caller, and to a guest of another purpose.
CREATE FUNCTION guest_subject(purpose text) RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('app.guest_purpose', true) = purpose
    THEN NULLIF(current_setting('app.guest_subject_id', true), '')::uuid END;
REVOKE ALL ON FUNCTION guest_subject(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guest_subject(text) TO manumit_respondent;
