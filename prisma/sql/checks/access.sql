ALTER TABLE "User" ADD CONSTRAINT "User_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_status" CHECK ("status" IN ('drafted', 'reviewed'));
-- Revisions below this are those of the product’s own files.
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_revision" CHECK ("revision" > 1000);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_text" CHECK ("text" <> '' AND length("text") <= 2000);
-- The rule of "User_email".
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_kind" CHECK ("kind" IN ('company', 'audit-firm', 'lender'));
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_slug" CHECK ("slug" ~ '^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$');
