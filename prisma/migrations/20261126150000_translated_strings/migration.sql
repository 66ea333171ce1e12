-- Translations of instruments, corrected in the product by those who are entitled to. They belong to no organization: the words of a released
-- instrument are the same for all. Nothing is overwritten: each correction is a revision of its own, and an answer keeps the one it was shown.

-- CreateTable
CREATE TABLE "Translator" (
    "userId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Translator_pkey" PRIMARY KEY ("userId","locale")
);

-- CreateTable
CREATE TABLE "TranslatedString" (
    "id" SERIAL NOT NULL,
    "instrumentKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "userId" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TranslatedString_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TranslatedString_instrumentKey_locale_place_revision_key" ON "TranslatedString"("instrumentKey", "locale", "place", "revision");

-- AddForeignKey
ALTER TABLE "Translator" ADD CONSTRAINT "Translator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "Answer" ADD COLUMN "shownLocale" TEXT, ADD COLUMN "shownRevision" INTEGER;
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_shown" CHECK (("shownLocale" IS NULL) = ("shownRevision" IS NULL) AND "shownRevision" >= 0);

ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_status" CHECK ("status" IN ('drafted', 'reviewed'));
-- The files of the product number their own revisions below this.
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_revision" CHECK ("revision" > 1000);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_text" CHECK ("text" <> '' AND length("text") <= 2000);

-- Who may translate is said by the installation's operator alone, as the owner of the database.
GRANT SELECT ON "Translator" TO manumit_app;
GRANT SELECT, INSERT ON "TranslatedString" TO manumit_app;
GRANT USAGE ON SEQUENCE "TranslatedString_id_seq" TO manumit_app;

CREATE FUNCTION only_translators_translate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Translator" t WHERE t."userId" = NEW."userId" AND t."locale" IN (NEW."locale", '*')) THEN
    RAISE EXCEPTION 'not entitled to translate into %', NEW."locale" USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_translators_translate BEFORE INSERT ON "TranslatedString" FOR EACH ROW EXECUTE FUNCTION only_translators_translate();
