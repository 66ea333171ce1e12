-- A person's wish for another address. A global table: it belongs to the person, who may have several organizations or none.
CREATE TABLE "EmailChange" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("tokenHash")
);

CREATE INDEX "EmailChange_userId_idx" ON "EmailChange"("userId");

ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As "User_email": what would not be taken there is not asked for here.
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);

GRANT SELECT, INSERT, UPDATE, DELETE ON "EmailChange" TO manumit_app;
