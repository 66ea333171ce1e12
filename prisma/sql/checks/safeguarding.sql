ALTER TABLE "SensitiveCase" ADD CONSTRAINT "ZeroToleranceCase_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "SensitiveCase" ADD CONSTRAINT "ZeroToleranceCase_closed" CHECK (
  ("status" = 'closed') = ("closedAt" IS NOT NULL) AND ("closedAt" IS NULL) = ("eraseOn" IS NULL) AND ("erasedAt" IS NULL OR "salt" IS NULL)
);
ALTER TABLE "SensitiveCaseText" ADD CONSTRAINT "CaseText_sealed" CHECK ("sealed" LIKE 'v1.%');
