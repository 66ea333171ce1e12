ALTER TABLE "SensitiveCase" ADD CONSTRAINT "ZeroToleranceCase_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "SensitiveCase" ADD CONSTRAINT "ZeroToleranceCase_closed" CHECK (
  ("status" = 'closed') = ("closedAt" IS NOT NULL) AND ("closedAt" IS NULL) = ("eraseOn" IS NULL) AND ("erasedAt" IS NULL OR "salt" IS NULL)
);
ALTER TABLE "SensitiveCaseText" ADD CONSTRAINT "CaseText_sealed" CHECK ("sealed" LIKE 'v1.%');
ALTER TABLE "SensitiveCaseDecision" ADD CONSTRAINT "CaseDecision_kind" CHECK (
  "kind" IN ('authorities', 'release', 'assign', 'unassign', 'close', 'reopen', 'hold', 'end-hold')
);
ALTER TABLE "SensitiveCaseDecision" ADD CONSTRAINT "CaseDecision_verdict" CHECK ("verdict" IN ('confirmed', 'refused', 'withdrawn'));
ALTER TABLE "SensitiveCaseDecision" ADD CONSTRAINT "CaseDecision_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
);
-- The proposer may withdraw a proposal, and decides nothing else about it.
ALTER TABLE "SensitiveCaseDecision" ADD CONSTRAINT "CaseDecision_two_people" CHECK (("verdict" = 'withdrawn') = ("decidedById" = "proposedById"));
