-- A decision has its person, time and reason; an open alert has none of them.
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_decided" CHECK (
  "status" IN ('open', 'confirmed', 'dismissed')
  AND ("status" = 'open') = ("decidedById" IS NULL) AND ("decidedById" IS NULL) = ("decidedAt" IS NULL)
  AND ("decidedById" IS NULL) = ("reason" IS NULL) AND ("reason" IS NULL OR btrim("reason") <> '')
);
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_kind" CHECK (
  "kind" IN ('presumed-region', 'listed-entity', 'import-order', 'state-imposed', 'priority-sector', 'listed-good',
    'recruiter-status', 'recruiter-sanction', 'recruiter-licence') AND "rank" >= 1
);
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_code" CHECK ("code" IN ('O1', 'O2', 'O3', 'O4', 'O5', 'O6', 'O7', 'O8', 'O9'));
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_reading" CHECK ("reading" IS NULL OR "auditId" IS NOT NULL);
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_signs" CHECK ("reading" IS NULL OR "code" = 'O2');
-- A member’s observation is described, and refers to one record or one publication.
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_seen" CHECK (
  "reason" IS NULL OR (
    btrim("reason") <> '' AND "reading" IS NULL AND "alertReason" IS NULL
    AND num_nonnulls("reference", "auditId", "alertId", "findingId", "recruiterPartyId") = 1
  )
);
