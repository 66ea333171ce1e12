ALTER TABLE "User" ADD CONSTRAINT "User_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_status" CHECK ("status" IN ('drafted', 'reviewed'));
-- Revisions below this are those of the product’s own files.
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_revision" CHECK ("revision" > 1000);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_text" CHECK ("text" <> '' AND length("text") <= 2000);
-- The rule of "User_email".
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_kind" CHECK ("kind" IN ('company', 'audit-firm', 'lender'));
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_slug" CHECK ("slug" ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$');
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_purpose" CHECK (
  "purpose" IN ('questionnaire', 'findings', 'esap', 'monitoring', 'invitation', 'shared-access', 'commission', 'claim')
);
-- Exactly the subject of the purpose is set; that of a claim is the organization.
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_subject" CHECK (
  ("responseId" IS NOT NULL) = ("purpose" = 'questionnaire') AND ("findingShareId" IS NOT NULL) = ("purpose" = 'findings')
  AND ("esapVersionId" IS NOT NULL) = ("purpose" = 'esap') AND ("dealId" IS NOT NULL) = ("purpose" = 'monitoring')
  AND ("invitationId" IS NOT NULL) = ("purpose" = 'invitation') AND ("sharedAccessId" IS NOT NULL) = ("purpose" = 'shared-access')
  AND ("commissionId" IS NOT NULL) = ("purpose" = 'commission')
);
-- A link to an account opens no device.
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_kind" CHECK (
  "kind" = 'link' OR ("kind" = 'device' AND "purpose" NOT IN ('invitation', 'shared-access', 'commission', 'claim'))
);
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_user" CHECK (("usedById" IS NOT NULL) = ("purpose" = 'claim' AND "usedAt" IS NOT NULL));
-- A link is used once and opens a device, which is never used itself.
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_device" CHECK (
  ("kind" = 'device') = ("parentId" IS NOT NULL) AND ("kind" = 'device') = ("lastSeenAt" IS NOT NULL)
  AND ("kind" = 'link' OR ("usedAt" IS NULL AND "renewalAskedAt" IS NULL))
);
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_deviceKey" CHECK ("deviceKey" IS NULL OR ("purpose" = 'questionnaire' AND "kind" = 'device'));
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_sections" CHECK ("purpose" = 'questionnaire' OR (cardinality("sections") = 0 AND "label" = ''));
-- A request, a share, an invitation and shared access have their own address, and links to an account the language of their reader.
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_locale" CHECK (("locale" IS NOT NULL) = ("purpose" IN ('esap', 'monitoring')));
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_email" CHECK (
  CASE
    WHEN "email" IS NULL THEN "purpose" <> 'claim'
    ELSE "purpose" IN ('esap', 'monitoring', 'claim') AND "email" = lower("email") AND position('@' IN "email") > 1
  END
);
-- A reminder or a bounced email has an address.
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_letters" CHECK ("email" IS NOT NULL OR ("remindedAt" IS NULL AND "bouncedAt" IS NULL));
