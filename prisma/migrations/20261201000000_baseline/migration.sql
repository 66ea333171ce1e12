-- Written by `npm run db:baseline` from prisma/schema.prisma and prisma/sql: edit those.

-- ==== prisma/sql/extensions.sql ====

-- Before the tables: an index of Party uses its operator class.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ==== prisma/schema.prisma ====

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

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

-- CreateTable
CREATE TABLE "MeasuredPace" (
    "kind" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "answers" INTEGER NOT NULL,
    "responses" INTEGER NOT NULL,
    "measuredOn" DATE NOT NULL,

    CONSTRAINT "MeasuredPace_pkey" PRIMARY KEY ("kind")
);

-- CreateTable
CREATE TABLE "Credential" (
    "userId" UUID NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" TEXT NOT NULL,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "MagicLink" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "MagicLink_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "EmailChange" (
    "tokenHash" TEXT NOT NULL,
    "userId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "EmailChange_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "isDemonstration" BOOLEAN NOT NULL DEFAULT false,
    "isClaimed" BOOLEAN NOT NULL DEFAULT true,
    "isSignedOffBySecond" BOOLEAN NOT NULL DEFAULT false,
    "sharingCode" TEXT,
    "turnedOn" DATE,
    "alertListsKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GuestKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "accessId" UUID NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "GuestKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "NotificationKey" (
    "tokenHash" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "NotificationKey_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Membership" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "userId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "notificationSettings" JSONB NOT NULL DEFAULT '{}',
    "lastDigestOn" DATE,
    "lastVisitOn" DATE,
    "visitBeforeOn" DATE,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("organizationId","userId")
);

-- CreateTable
CREATE TABLE "BoardPaperDraft" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "decisions" JSONB NOT NULL,
    "editedById" UUID NOT NULL,
    "editedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BoardPaperDraft_pkey" PRIMARY KEY ("organizationId")
);

-- CreateTable
CREATE TABLE "SavedView" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isShared" BOOLEAN NOT NULL DEFAULT false,
    "ownerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ListPreference" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "userId" UUID NOT NULL,
    "list" TEXT NOT NULL,
    "view" TEXT NOT NULL,
    "columns" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isDefault" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ListPreference_pkey" PRIMARY KEY ("organizationId","userId","list","view")
);

-- CreateTable
CREATE TABLE "Notification" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "recordId" UUID NOT NULL,
    "partyId" UUID,
    "count" INTEGER NOT NULL DEFAULT 1,
    "occurrence" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),
    "isMailDue" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "email" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "invitedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Party" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "publicId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Party_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Supplier" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "country" TEXT,
    "sector" TEXT,
    "products" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "annualSpend" TEXT,
    "workers" INTEGER,
    "migrantShare" DECIMAL(7,6),
    "agencyShare" DECIMAL(7,6),
    "declaredTier" INTEGER,
    "tier" INTEGER,
    "parentCompany" TEXT,
    "externalIds" JSONB NOT NULL DEFAULT '{}',
    "scoreStatus" TEXT,
    "score" DECIMAL(4,1),
    "scoreLow" DECIMAL(4,1),
    "scoreHigh" DECIMAL(4,1),
    "band" TEXT,
    "basis" TEXT,
    "childScore" DECIMAL(4,1),
    "childBand" TEXT,
    "isStateImposed" BOOLEAN,
    "placeBest" INTEGER,
    "placeWorst" INTEGER,
    "inRiskiestTenth" DECIMAL(4,3),
    "placeOrder" DOUBLE PRECISION,
    "riskOrder" DOUBLE PRECISION,
    "alertOrder" INTEGER,
    "auditedOn" DATE,
    "scoreId" UUID,
    "archivedAt" TIMESTAMPTZ(3),
    "ownerId" UUID,

    CONSTRAINT "Supplier_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "SupplierTally" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "measure" TEXT NOT NULL,
    "code" TEXT,
    "scoreStatus" TEXT,
    "band" TEXT,
    "tier" INTEGER,
    "count" INTEGER NOT NULL,

    CONSTRAINT "SupplierTally_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Site" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "supplierPartyId" UUID NOT NULL,
    "country" TEXT,
    "address" TEXT,
    "city" TEXT,
    "region" TEXT,
    "postalCode" TEXT,
    "latitude" DECIMAL(9,6),
    "longitude" DECIMAL(9,6),
    "pointDoubt" TEXT,
    "workers" INTEGER,
    "femaleShare" DECIMAL(7,6),
    "migrantShare" DECIMAL(7,6),
    "agencyShare" DECIMAL(7,6),

    CONSTRAINT "Site_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "LabourRecruiter" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "country" TEXT,
    "licence" TEXT,
    "originCountries" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "LabourRecruiter_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "RecruiterRecord" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "entryId" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "values" JSONB NOT NULL,
    "isWithdrawn" BOOLEAN NOT NULL DEFAULT false,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sourceId" UUID NOT NULL,

    CONSTRAINT "RecruiterRecord_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SupplyLink" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fromPartyId" UUID NOT NULL,
    "toPartyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "product" TEXT,
    "share" DECIMAL(7,6),
    "volume" DECIMAL(18,3),
    "volumeUnit" TEXT,
    "isInferred" BOOLEAN NOT NULL DEFAULT false,
    "confidence" DECIMAL(4,3),
    "validFrom" DATE,
    "validTo" DATE,
    "sourceId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnAs" TEXT,

    CONSTRAINT "SupplyLink_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "OrderTotal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fromPartyId" UUID NOT NULL,
    "toPartyId" UUID NOT NULL,
    "product" TEXT,
    "lines" INTEGER NOT NULL,
    "volumes" JSONB NOT NULL,
    "values" JSONB NOT NULL,
    "firstOn" DATE,
    "lastOn" DATE,
    "lineKeys" BIGINT[],
    "sourceId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrderTotal_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Source" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "importRowId" UUID,
    "responseId" UUID,
    "userId" UUID,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Source_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Fact" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "values" JSONB NOT NULL,
    "validFrom" DATE,
    "validTo" DATE,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sourceId" UUID NOT NULL,

    CONSTRAINT "Fact_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "StoredFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "uploadedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "responseId" UUID,
    "isStripped" BOOLEAN NOT NULL DEFAULT false,
    "scan" TEXT NOT NULL DEFAULT 'not-scanned',
    "scanDetail" TEXT,
    "scannedAt" TIMESTAMPTZ(3),
    "hasPreview" BOOLEAN NOT NULL DEFAULT false,
    "preparedAt" TIMESTAMPTZ(3),
    "purgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoredFile_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ImportBatch" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fileId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'received',
    "detected" JSONB NOT NULL DEFAULT '{}',
    "headers" JSONB NOT NULL DEFAULT '[]',
    "mapping" JSONB NOT NULL DEFAULT '{}',
    "counts" JSONB NOT NULL DEFAULT '{}',
    "repairs" JSONB NOT NULL DEFAULT '{}',
    "listName" TEXT,
    "continuesId" UUID,
    "replacesId" UUID,
    "retired" JSONB,
    "changedSince" JSONB,
    "acceptedWith" UUID[] DEFAULT ARRAY[]::UUID[],
    "knownPartyIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "undo" JSONB NOT NULL DEFAULT '{}',
    "undoneAt" TIMESTAMPTZ(3),
    "undoneById" UUID,
    "problemCode" TEXT,
    "rowCount" INTEGER NOT NULL DEFAULT 0,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "committedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ImportBatch_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ImportRow" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batchId" UUID NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "cleaned" JSONB,
    "problems" JSONB NOT NULL DEFAULT '[]',
    "status" TEXT NOT NULL DEFAULT 'parsed',

    CONSTRAINT "ImportRow_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ColumnMapping" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "headerKey" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ColumnMapping_pkey" PRIMARY KEY ("organizationId","headerKey")
);

-- CreateTable
CREATE TABLE "RecognisedTerm" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "field" TEXT NOT NULL,
    "termKey" TEXT NOT NULL,
    "term" TEXT NOT NULL,
    "value" TEXT,
    "decidedById" UUID NOT NULL,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "RecognisedTerm_pkey" PRIMARY KEY ("organizationId","field","termKey")
);

-- CreateTable
CREATE TABLE "JobRun" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "subjectId" UUID,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER NOT NULL DEFAULT 0,
    "input" JSONB NOT NULL DEFAULT '{}',
    "result" JSONB NOT NULL DEFAULT '{}',
    "problemCode" TEXT,
    "startedById" UUID,
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextAttemptAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finishedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JobRun_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReferenceTableEdition" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "producer" TEXT NOT NULL,
    "licence" TEXT NOT NULL,
    "publishedOn" TEXT,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "tables" JSONB NOT NULL,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "readRows" INTEGER NOT NULL,
    "refusedRows" INTEGER NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "hash" TEXT,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawReason" TEXT,

    CONSTRAINT "ReferenceTableEdition_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Approval" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "partyId" UUID,
    "actionId" UUID,
    "covenantId" UUID,
    "breachId" UUID,
    "caseId" UUID,
    "checkId" UUID,
    "auditId" UUID,
    "item" TEXT NOT NULL DEFAULT '',
    "payload" JSONB NOT NULL,
    "reason" TEXT NOT NULL,
    "proposer" TEXT NOT NULL DEFAULT 'member',
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3),
    "state" TEXT NOT NULL DEFAULT 'open',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "decisionNote" TEXT NOT NULL DEFAULT '',
    "revokedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),
    "revokeReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Activity" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "recordKind" TEXT NOT NULL,
    "recordId" TEXT NOT NULL,
    "act" TEXT NOT NULL,
    "changes" JSONB NOT NULL DEFAULT '[]',
    "userId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Activity_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "QuestionnaireResponse" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "instrumentKey" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "dueOn" DATE,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submittedById" UUID,
    "submittedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "unreviewedAtApproval" INTEGER,
    "reopenedReason" TEXT,
    "reopenedAt" TIMESTAMPTZ(3),
    "scope" JSONB,
    "opened" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "doubts" INTEGER,

    CONSTRAINT "QuestionnaireResponse_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "FrozenDocument" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "responseId" UUID,
    "auditId" UUID,
    "dealId" UUID,
    "monitoringReportId" UUID,
    "item" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL,
    "schemaVersion" TEXT NOT NULL,
    "locale" TEXT,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "supersedesId" UUID,
    "issuedById" UUID NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FrozenDocument_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DocumentFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "documentId" UUID NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'report',
    "sha256" TEXT NOT NULL,
    "pages" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentFile_pkey" PRIMARY KEY ("organizationId","documentId","form","sha256")
);

-- CreateTable
CREATE TABLE "DocumentSignature" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "documentId" UUID NOT NULL,
    "form" TEXT NOT NULL DEFAULT 'report',
    "keyId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "signedById" UUID NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DocumentSignature_pkey" PRIMARY KEY ("organizationId","documentId","form")
);

-- CreateTable
CREATE TABLE "SignatureAddition" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "documentId" UUID NOT NULL,
    "form" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "personalId" UUID,

    CONSTRAINT "SignatureAddition_pkey" PRIMARY KEY ("organizationId","documentId","form","number")
);

-- CreateTable
CREATE TABLE "DocumentRecipient" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "documentId" UUID NOT NULL,
    "recipientOrganizationId" UUID,
    "role" TEXT,
    "sections" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "evidenceIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "isGranted" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "supersededAt" TIMESTAMPTZ(3),

    CONSTRAINT "DocumentRecipient_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DocumentRead" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "documentId" UUID NOT NULL,
    "readerOrganizationId" UUID NOT NULL,
    "readerId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "how" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "times" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "DocumentRead_pkey" PRIMARY KEY ("organizationId","documentId","readerOrganizationId","readerId","section","how","day")
);

-- CreateTable
CREATE TABLE "DocumentWithdrawal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "documentId" UUID NOT NULL,
    "documentKind" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "correctedById" UUID,
    "withdrawnById" UUID NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DocumentWithdrawal_pkey" PRIMARY KEY ("organizationId","documentId","kind")
);

-- CreateTable
CREATE TABLE "SigningKey" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "certificate" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "SigningKey_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "PersonalSigningKey" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "label" TEXT NOT NULL,
    "credentialId" TEXT NOT NULL,
    "credentialKey" TEXT NOT NULL,
    "uses" BIGINT NOT NULL,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "isSynced" BOOLEAN NOT NULL,
    "protection" TEXT NOT NULL,
    "salt" TEXT NOT NULL,
    "sealedKey" TEXT NOT NULL,
    "publicKey" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "issuerId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),
    "revokedById" UUID,

    CONSTRAINT "PersonalSigningKey_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "PersonalSignature" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "documentId" UUID NOT NULL,
    "keyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "protection" TEXT NOT NULL,
    "statement" TEXT NOT NULL,
    "challenge" TEXT NOT NULL,
    "credentialKey" TEXT NOT NULL,
    "authenticatorData" TEXT NOT NULL,
    "clientData" TEXT NOT NULL,
    "assertion" TEXT NOT NULL,
    "origin" TEXT NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PersonalSignature_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Audit" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "partyId" UUID NOT NULL,
    "sitePartyId" UUID,
    "type" TEXT NOT NULL,
    "announcement" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'planned',
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "personDays" DECIMAL(5,2) NOT NULL,
    "workers" INTEGER,
    "paidBy" TEXT NOT NULL DEFAULT '',
    "purpose" TEXT NOT NULL DEFAULT '',
    "previousAuditId" UUID,
    "responseId" UUID NOT NULL,
    "screeningId" UUID,
    "signsId" UUID,
    "focus" JSONB NOT NULL,
    "samplePlan" JSONB NOT NULL,
    "contact" TEXT NOT NULL DEFAULT '',
    "licences" TEXT NOT NULL DEFAULT '',
    "place" JSONB,
    "limits" TEXT NOT NULL DEFAULT '',
    "plannedById" UUID NOT NULL,
    "plannedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "concludedById" UUID,
    "concludedAt" TIMESTAMPTZ(3),
    "returnedReason" TEXT,
    "returnedAt" TIMESTAMPTZ(3),
    "approvedById" UUID,
    "approvedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledReason" TEXT,
    "commissionId" UUID,
    "buyerOrganizationId" UUID,
    "buyerName" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Audit_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditCommission" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "firmOrganizationId" UUID,
    "firmEmail" TEXT,
    "clientId" UUID,
    "partyId" UUID,
    "sitePartyId" UUID,
    "place" JSONB NOT NULL,
    "type" TEXT NOT NULL,
    "announcement" TEXT NOT NULL,
    "checklists" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "reason" TEXT NOT NULL,
    "wantedFrom" DATE NOT NULL,
    "wantedTo" DATE NOT NULL,
    "payer" TEXT NOT NULL,
    "payerNote" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'sent',
    "startsOn" DATE,
    "endsOn" DATE,
    "team" JSONB NOT NULL DEFAULT '[]',
    "auditNumber" TEXT,
    "declineReason" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuditCommission_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CommissionMessage" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "commissionId" UUID NOT NULL,
    "side" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CommissionMessage_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditClient" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "country" TEXT,
    "contact" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "clientOrganizationId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditClient_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CommissionPlan" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "commissionId" UUID NOT NULL,
    "clientId" UUID,
    "partyId" UUID,
    "sitePartyId" UUID,
    "startsOn" DATE,
    "endsOn" DATE,
    "personDays" DECIMAL(5,2),

    CONSTRAINT "CommissionPlan_pkey" PRIMARY KEY ("organizationId","commissionId")
);

-- CreateTable
CREATE TABLE "CommissionAuditor" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "commissionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "explanation" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "CommissionAuditor_pkey" PRIMARY KEY ("organizationId","commissionId","userId")
);

-- CreateTable
CREATE TABLE "ConflictDecision" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "commissionId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "subject" TEXT NOT NULL DEFAULT '',
    "basis" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "proposedById" UUID NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "isAccepted" BOOLEAN,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "ConflictDecision_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ConsultingService" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "sitePartyId" UUID,
    "kind" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "startedOn" DATE NOT NULL,
    "endedOn" DATE,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsultingService_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditorCredential" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "countries" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "fileId" UUID,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditorCredential_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditorAbsence" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "userId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditorAbsence_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditMember" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "auditId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "declaration" TEXT,
    "interest" TEXT NOT NULL DEFAULT '',
    "declaredAt" TIMESTAMPTZ(3),
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "explanation" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditMember_pkey" PRIMARY KEY ("organizationId","auditId","userId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "auditId" UUID NOT NULL,
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "replaces" UUID[] DEFAULT ARRAY[]::UUID[],
    "fileId" UUID,
    "hash" TEXT NOT NULL,
    "deviceId" UUID NOT NULL,
    "byUserId" UUID NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("organizationId","auditId","id")
);

-- CreateTable
CREATE TABLE "AuditReceipt" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "auditId" UUID NOT NULL,
    "deviceId" UUID NOT NULL,
    "byUserId" UUID NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "counts" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "AuditReceipt_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditSampleFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "auditId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "staged" TEXT,
    "mapping" JSONB NOT NULL,
    "counts" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "addedById" UUID,
    "addedAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "AuditSampleFile_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EnteredRequirement" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "iso2" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "question" TEXT,
    "text" TEXT NOT NULL,
    "law" TEXT NOT NULL,
    "article" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "readOn" DATE NOT NULL,
    "validFrom" DATE,
    "validUntil" DATE,
    "limitKind" TEXT,
    "limitValue" DECIMAL(14,4),
    "limitCurrency" TEXT,
    "auditId" UUID,
    "correctsId" UUID,
    "enteredById" UUID NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "confirmedById" UUID,
    "confirmedAt" TIMESTAMPTZ(3),
    "withdrawnById" UUID,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "EnteredRequirement_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditComment" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "auditId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "about" TEXT,
    "text" TEXT NOT NULL,
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "AuditComment_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "QuestionnaireTemplate" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "code" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "translations" JSONB NOT NULL DEFAULT '{}',
    "crosswalk" JSONB NOT NULL DEFAULT '[]',
    "importedAs" TEXT,
    "lentBy" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "frozenAt" TIMESTAMPTZ(3),
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionnaireTemplate_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "QuestionnaireTemplateImport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "resultKey" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionnaireTemplateImport_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "QuestionnaireTemplateStep" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "instrumentId" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "before" JSONB NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "QuestionnaireTemplateStep_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "QuestionnaireRequest" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "responseId" UUID NOT NULL,
    "supplierOrganizationId" UUID NOT NULL,
    "snapshotId" UUID,
    "status" TEXT NOT NULL DEFAULT 'invited',
    "locale" TEXT NOT NULL,
    "email" TEXT,
    "message" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "invitedById" UUID NOT NULL,
    "invitedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "mailedAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3),
    "startedAt" TIMESTAMPTZ(3),
    "submittedAt" TIMESTAMPTZ(3),
    "receivedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "refusalReason" TEXT,
    "bouncedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "campaignId" UUID,
    "remindWantedAt" TIMESTAMPTZ(3),
    "viaResponseId" UUID,
    "chainStatement" TEXT,
    "chainNote" TEXT,
    "takenBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "QuestionnaireRequest_pkey" PRIMARY KEY ("organizationId","responseId")
);

-- CreateTable
CREATE TABLE "Campaign" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "instrumentKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "dueOn" DATE,
    "message" TEXT NOT NULL DEFAULT '',
    "reminderDays" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "selection" TEXT NOT NULL DEFAULT '',
    "takenOut" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "allows" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'draft',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "startedAt" TIMESTAMPTZ(3),
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Campaign_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CampaignTarget" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "campaignId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "email" TEXT,
    "responseId" UUID,
    "touchedAt" TIMESTAMPTZ(3),

    CONSTRAINT "CampaignTarget_pkey" PRIMARY KEY ("organizationId","campaignId","partyId")
);

-- CreateTable
CREATE TABLE "SupplierContact" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "updatedById" UUID NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "wrongAt" TIMESTAMPTZ(3),

    CONSTRAINT "SupplierContact_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "ContactPerson" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "personKey" TEXT NOT NULL,
    "name" TEXT,
    "role" TEXT,
    "email" TEXT,
    "phone" TEXT,
    "batchId" UUID,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "keptUntil" DATE NOT NULL,

    CONSTRAINT "ContactPerson_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Tag" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "name" TEXT NOT NULL,
    "nameKey" TEXT NOT NULL,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Tag_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SupplierTag" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "tagId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupplierTag_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SupplierFollower" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "followedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SupplierFollower_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Note" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "editedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Note_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "NoteMention" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "noteId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "length" INTEGER NOT NULL,

    CONSTRAINT "NoteMention_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Task" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "assigneeId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "doneAt" TIMESTAMPTZ(3),
    "doneById" UUID,

    CONSTRAINT "Task_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DeclaredParty" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "responseId" UUID NOT NULL,
    "askerOrganizationId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "work" TEXT NOT NULL DEFAULT '',
    "requestResponseId" UUID,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "takenBackAt" TIMESTAMPTZ(3),
    "takenBackById" UUID,

    CONSTRAINT "DeclaredParty_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GuestAccess" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "purpose" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "parentId" UUID,
    "responseId" UUID,
    "findingShareId" UUID,
    "esapVersionId" UUID,
    "dealId" UUID,
    "invitationId" UUID,
    "sharedAccessId" UUID,
    "commissionId" UUID,
    "sections" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "label" TEXT NOT NULL DEFAULT '',
    "locale" TEXT,
    "email" TEXT,
    "device" TEXT NOT NULL DEFAULT '',
    "deviceKey" UUID,
    "createdById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "usedById" UUID,
    "revokedAt" TIMESTAMPTZ(3),
    "lastSeenAt" TIMESTAMPTZ(3),
    "remindedAt" TIMESTAMPTZ(3),
    "bouncedAt" TIMESTAMPTZ(3),
    "renewalAskedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GuestAccess_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Answer" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "responseId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "shownLocale" TEXT,
    "shownRevision" INTEGER,

    CONSTRAINT "Answer_pkey" PRIMARY KEY ("organizationId","responseId","question")
);

-- CreateTable
CREATE TABLE "PreviousAnswer" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "responseId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "isSameAsker" BOOLEAN NOT NULL,
    "evidenceAt" TIMESTAMPTZ(3),
    "instrumentKey" TEXT,

    CONSTRAINT "PreviousAnswer_pkey" PRIMARY KEY ("organizationId","responseId","question")
);

-- CreateTable
CREATE TABLE "AnswerReview" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "responseId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "outcome" TEXT,
    "comment" TEXT NOT NULL DEFAULT '',
    "value" JSONB NOT NULL,
    "answeredAt" TIMESTAMPTZ(3) NOT NULL,
    "gradeBefore" TEXT,
    "grade" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "scoreBefore" DECIMAL(4,1),
    "scoreAfter" DECIMAL(4,1),
    "reviewedById" UUID NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL,
    "sentBackAt" TIMESTAMPTZ(3),

    CONSTRAINT "AnswerReview_pkey" PRIMARY KEY ("organizationId","responseId","question")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "responseId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "fileId" UUID NOT NULL,
    "grade" TEXT NOT NULL DEFAULT 'document-uploaded',
    "note" TEXT NOT NULL DEFAULT '',
    "gradedById" UUID,
    "gradedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "section" TEXT NOT NULL DEFAULT '',
    "validUntil" DATE,
    "audience" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "redactedFileId" UUID,
    "redactedAudience" TEXT[] DEFAULT ARRAY[]::TEXT[],

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EvidenceUpload" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "responseId" UUID NOT NULL,
    "question" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "declaredType" TEXT NOT NULL DEFAULT '',
    "sizeBytes" INTEGER NOT NULL,
    "receivedBytes" INTEGER NOT NULL DEFAULT 0,
    "audience" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "validUntil" DATE,
    "evidenceId" UUID,
    "refusal" TEXT,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EvidenceUpload_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SharedFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "documentId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "variant" TEXT NOT NULL,
    "recipientOrganizationId" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "section" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,
    "hasPreview" BOOLEAN NOT NULL DEFAULT false,
    "scan" TEXT NOT NULL,

    CONSTRAINT "SharedFile_pkey" PRIMARY KEY ("organizationId","documentId","recipientOrganizationId","evidenceId","variant")
);

-- CreateTable
CREATE TABLE "Finding" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "responseId" UUID,
    "question" TEXT,
    "indicator" TEXT,
    "grade" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "evidenceGrade" TEXT NOT NULL DEFAULT 'self-declared',
    "text" TEXT NOT NULL,
    "dueOn" DATE,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verifiedAt" TIMESTAMPTZ(3),
    "origin" TEXT NOT NULL DEFAULT 'answer',
    "auditId" UUID,
    "frequency" TEXT,
    "peopleAffected" INTEGER,
    "isPeopleUnknown" BOOLEAN NOT NULL DEFAULT false,
    "extent" TEXT,
    "rootCause" TEXT NOT NULL DEFAULT '',
    "lawReference" TEXT NOT NULL DEFAULT '',
    "lawUrl" TEXT,
    "codeReference" TEXT NOT NULL DEFAULT '',
    "codeUrl" TEXT,
    "methods" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "agreement" TEXT,
    "evidenceIds" UUID[] DEFAULT ARRAY[]::UUID[],
    "hasFile" BOOLEAN NOT NULL DEFAULT false,
    "evidenceSeen" TEXT NOT NULL DEFAULT '',
    "compliancePoint" TEXT,
    "isLegalContext" BOOLEAN NOT NULL DEFAULT false,
    "repeatOfId" UUID,
    "restrictedNote" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID,
    "amendedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "attachedReportId" UUID,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "FindingFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "findingId" UUID NOT NULL,
    "actionId" UUID,
    "fileId" UUID NOT NULL,
    "addedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "FindingFile_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CorrectiveAction" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "findingId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "rootCause" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL,
    "ownerMemberId" UUID,
    "timescale" TEXT NOT NULL,
    "dueOn" DATE NOT NULL,
    "verification" TEXT NOT NULL,
    "agreedBy" TEXT NOT NULL DEFAULT '',
    "agreedOn" DATE,
    "amountMinor" BIGINT,
    "currency" TEXT,
    "people" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'pending',
    "startedAt" TIMESTAMPTZ(3),
    "completedById" UUID,
    "completedAt" TIMESTAMPTZ(3),
    "completionNote" TEXT NOT NULL DEFAULT '',
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "verificationSeen" TEXT NOT NULL DEFAULT '',
    "verificationBasis" JSONB,
    "reopenedAt" TIMESTAMPTZ(3),
    "reopenReason" TEXT NOT NULL DEFAULT '',
    "committee" TEXT NOT NULL DEFAULT '',
    "committeeOn" DATE,
    "isFromReport" BOOLEAN NOT NULL DEFAULT false,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CorrectiveAction_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "FindingReply" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "findingId" UUID NOT NULL,
    "sentOn" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "sentById" UUID NOT NULL,
    "kind" TEXT,
    "text" TEXT NOT NULL DEFAULT '',
    "repliedBy" TEXT NOT NULL DEFAULT '',
    "repliedOn" DATE,
    "recordedById" UUID,
    "verdict" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingReply_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "FindingShare" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "auditId" UUID,
    "supplierOrganizationId" UUID,
    "email" TEXT,
    "locale" TEXT NOT NULL,
    "message" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE NOT NULL,
    "visit" JSONB,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "FindingShare_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SharedFinding" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "shareId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "extent" TEXT,
    "frequency" TEXT,
    "people" TEXT,
    "lawReference" TEXT NOT NULL DEFAULT '',
    "codeReference" TEXT NOT NULL DEFAULT '',
    "rewordedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SharedFinding_pkey" PRIMARY KEY ("organizationId","shareId","findingId")
);

-- CreateTable
CREATE TABLE "SiteMessage" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "actionId" UUID,
    "kind" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "replyKind" TEXT,
    "rootCause" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "timescale" TEXT,
    "isDone" BOOLEAN NOT NULL DEFAULT false,
    "newDueOn" DATE,
    "sentById" UUID NOT NULL,
    "sentAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verdict" TEXT,
    "answer" TEXT NOT NULL DEFAULT '',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SiteMessage_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SiteMessageFile" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "messageId" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "sizeBytes" INTEGER NOT NULL,

    CONSTRAINT "SiteMessageFile_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GoodPractice" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "auditId" UUID,
    "text" TEXT NOT NULL,
    "compliancePoint" TEXT,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "GoodPractice_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Alert" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "sourceTable" TEXT NOT NULL,
    "sourceVintage" TEXT NOT NULL,
    "sourceRow" TEXT NOT NULL,
    "rank" INTEGER NOT NULL,
    "isToBeConfirmed" BOOLEAN NOT NULL,
    "basis" JSONB NOT NULL,
    "basisHash" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenOn" DATE NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'open',
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GivenOverride" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "evidence" TEXT NOT NULL,
    "since" DATE NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" TEXT,
    "reference" TEXT,
    "findingId" UUID,
    "recruiterPartyId" UUID,
    "auditId" UUID,
    "reading" TEXT,
    "alertId" UUID,
    "alertReason" TEXT,

    CONSTRAINT "GivenOverride_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SensitiveCase" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "openedById" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" TEXT NOT NULL DEFAULT 'open',
    "salt" TEXT,
    "closedAt" TIMESTAMPTZ(3),
    "eraseOn" DATE,
    "isHeld" BOOLEAN NOT NULL DEFAULT false,
    "erasedAt" TIMESTAMPTZ(3),
    "entryCount" INTEGER NOT NULL DEFAULT 0,
    "headHash" TEXT NOT NULL DEFAULT '',
    "headSeal" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "SensitiveCase_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SensitiveCaseMember" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "caseId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "assignedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SensitiveCaseMember_pkey" PRIMARY KEY ("organizationId","caseId","userId")
);

-- CreateTable
CREATE TABLE "SensitiveCaseEntry" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "kind" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "SensitiveCaseEntry_pkey" PRIMARY KEY ("organizationId","caseId","seq")
);

-- CreateTable
CREATE TABLE "SensitiveCaseText" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "caseId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sealed" TEXT NOT NULL,

    CONSTRAINT "SensitiveCaseText_pkey" PRIMARY KEY ("organizationId","caseId","seq")
);

-- CreateTable
CREATE TABLE "Score" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "partyId" UUID NOT NULL,
    "responseId" UUID,
    "engineVersion" TEXT NOT NULL,
    "asOf" DATE NOT NULL,
    "inputHash" TEXT NOT NULL,
    "parameterHash" TEXT,
    "input" JSONB NOT NULL,
    "result" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Score_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SharedAccess" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "responseId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "instrumentKey" TEXT NOT NULL,
    "auditReportId" UUID,
    "reportTitle" TEXT,
    "commissionId" UUID,
    "recipientOrganizationId" UUID,
    "recipientEmail" TEXT,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "scope" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "status" TEXT NOT NULL DEFAULT 'offered',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "refusedAt" TIMESTAMPTZ(3),
    "refusalReason" TEXT,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "SharedAccess_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AccessRequest" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "granterOrganizationId" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "requestedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answeredAt" TIMESTAMPTZ(3),
    "answer" TEXT,

    CONSTRAINT "AccessRequest_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AttachedResponse" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "responseId" UUID NOT NULL,
    "granterOrganizationId" UUID NOT NULL,
    "sharedAccessId" UUID NOT NULL,
    "snapshotId" UUID NOT NULL,
    "attachedById" UUID NOT NULL,
    "attachedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "detachedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttachedResponse_pkey" PRIMARY KEY ("organizationId","responseId")
);

-- CreateTable
CREATE TABLE "AttachedReport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "granterOrganizationId" UUID NOT NULL,
    "sharedAccessId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "auditNumber" TEXT NOT NULL,
    "issuer" TEXT NOT NULL,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE NOT NULL,
    "reportHash" TEXT NOT NULL,
    "issuedAt" TIMESTAMPTZ(3) NOT NULL,
    "isOwnClaim" BOOLEAN NOT NULL DEFAULT false,
    "attachedById" UUID NOT NULL,
    "attachedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "detachedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),

    CONSTRAINT "AttachedReport_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "PartyMerge" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "keptPartyId" UUID NOT NULL,
    "otherPartyId" UUID NOT NULL,
    "journal" JSONB NOT NULL DEFAULT '{}',
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undoneById" UUID,
    "undoneAt" TIMESTAMPTZ(3),

    CONSTRAINT "PartyMerge_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MergedParty" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "partyId" UUID NOT NULL,
    "intoPartyId" UUID NOT NULL,
    "mergeId" UUID NOT NULL,

    CONSTRAINT "MergedParty_pkey" PRIMARY KEY ("organizationId","partyId")
);

-- CreateTable
CREATE TABLE "FactTransfer" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "mergeId" UUID NOT NULL,
    "factId" UUID NOT NULL,
    "fromPartyId" UUID,
    "toPartyId" UUID NOT NULL,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3),

    CONSTRAINT "FactTransfer_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MatchDecision" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aKey" TEXT NOT NULL,
    "bKey" TEXT NOT NULL,
    "aPartyId" UUID,
    "bPartyId" UUID,
    "verdict" TEXT NOT NULL,
    "score" DECIMAL(4,3),
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MatchDecision_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ContradictionAnswer" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "subject" TEXT NOT NULL,
    "field" TEXT NOT NULL,
    "day" DATE,
    "stated" TEXT[],
    "chosen" TEXT NOT NULL,
    "batchId" UUID,
    "decidedById" UUID,
    "decidedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ContradictionAnswer_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DuplicatePair" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "aPartyId" UUID NOT NULL,
    "bPartyId" UUID NOT NULL,
    "score" DECIMAL(4,3) NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "origin" TEXT NOT NULL,
    "reportedById" UUID,
    "note" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DuplicatePair_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MatchProposal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "batchId" UUID NOT NULL,
    "nameKey" TEXT NOT NULL,
    "rowNumber" INTEGER NOT NULL,
    "incoming" JSONB NOT NULL,
    "partyId" UUID,
    "otherKey" TEXT,
    "other" JSONB,
    "about" TEXT NOT NULL DEFAULT 'company',
    "cluster" TEXT NOT NULL,
    "score" DECIMAL(4,3) NOT NULL,
    "reasons" JSONB NOT NULL DEFAULT '[]',
    "answer" TEXT,
    "answeredById" UUID,
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "MatchProposal_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Deal" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" TEXT NOT NULL,
    "projectName" TEXT NOT NULL,
    "clientPartyId" UUID NOT NULL,
    "sponsor" TEXT NOT NULL DEFAULT '',
    "hostCountries" TEXT[],
    "latitude" DECIMAL(8,6),
    "longitude" DECIMAL(9,6),
    "sector" TEXT NOT NULL,
    "sectorCode" TEXT NOT NULL DEFAULT '',
    "product" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "lenderRole" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "capitalCostMinor" BIGINT,
    "loanTotalMinor" BIGINT,
    "commitmentMinor" BIGINT,
    "usdRate" DECIMAL(18,8),
    "usdRateOn" DATE,
    "tenorMonths" INTEGER,
    "isMostlyForProject" BOOLEAN,
    "isControlled" BOOLEAN,
    "refinancedBy" TEXT,
    "wasFinancedUnderPrinciples" BOOLEAN,
    "hasMaterialChange" BOOLEAN,
    "isCompleteAtSigning" BOOLEAN,
    "signedOn" DATE,
    "closedOn" DATE,
    "region" TEXT,
    "hasNameConsent" BOOLEAN NOT NULL DEFAULT false,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "heldFrom" TEXT,
    "equatorId" UUID,
    "ps2Id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ApplicabilityScreening" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "edition" TEXT NOT NULL,
    "result" TEXT NOT NULL,
    "facts" JSONB NOT NULL,
    "criteria" JSONB NOT NULL,
    "exception" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ApplicabilityScreening_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DealCategorisation" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "reasons" JSONB NOT NULL,
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealCategorisation_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DealStatusChange" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "fromStatus" TEXT NOT NULL,
    "toStatus" TEXT NOT NULL,
    "decision" TEXT,
    "reason" TEXT NOT NULL DEFAULT '',
    "conditions" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealStatusChange_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "DealParty" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "dealId" UUID NOT NULL,
    "partyId" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "addedById" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealParty_pkey" PRIMARY KEY ("organizationId","dealId","partyId")
);

-- CreateTable
CREATE TABLE "SharedWording" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "shareId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "grade" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SharedWording_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapItem" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "action" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "reference" TEXT NOT NULL DEFAULT '',
    "deliverable" TEXT NOT NULL DEFAULT '',
    "owner" TEXT NOT NULL DEFAULT '',
    "dueOn" DATE,
    "costMinor" BIGINT,
    "currency" TEXT,
    "milestone" TEXT,
    "indicator" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "statusReason" TEXT NOT NULL DEFAULT '',
    "doneById" UUID,
    "doneAt" TIMESTAMPTZ(3),
    "doneNote" TEXT NOT NULL DEFAULT '',
    "verifiedById" UUID,
    "verifiedAt" TIMESTAMPTZ(3),
    "verifiedSeen" TEXT NOT NULL DEFAULT '',
    "itemKey" TEXT,
    "findingId" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapItem_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapAgreement" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "versionId" UUID NOT NULL,
    "how" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "agreedOn" DATE NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapAgreement_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "EsapComment" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "itemId" UUID NOT NULL,
    "versionId" UUID,
    "text" TEXT NOT NULL,
    "byUserId" UUID,
    "byName" TEXT NOT NULL DEFAULT '',
    "byFunction" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EsapComment_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "Covenant" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "reference" TEXT NOT NULL DEFAULT '',
    "frequency" TEXT NOT NULL,
    "firstTestOn" DATE NOT NULL,
    "tester" TEXT NOT NULL,
    "noticeHours" INTEGER,
    "noticeOf" TEXT,
    "nextDueOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedOn" DATE,
    "endReason" TEXT NOT NULL DEFAULT '',
    "endedById" UUID,

    CONSTRAINT "Covenant_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CovenantTest" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenantId" UUID NOT NULL,
    "dueOn" DATE NOT NULL,
    "testedOn" DATE NOT NULL,
    "result" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "evidence" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CovenantTest_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "CovenantBreach" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "covenantId" UUID NOT NULL,
    "openedOn" DATE NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "planDueOn" DATE,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CovenantBreach_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "BreachStep" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "breachId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "dueOn" DATE,
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "BreachStep_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReportSchedule" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "frequency" TEXT NOT NULL,
    "firstPeriodFrom" DATE NOT NULL,
    "dueDays" INTEGER NOT NULL,
    "nextPeriodFrom" DATE,
    "nextDueOn" DATE,
    "createdById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "endedOn" DATE,
    "endReason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "ReportSchedule_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MonitoringReport" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "scheduleId" UUID NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "dueOn" DATE NOT NULL,
    "draft" JSONB NOT NULL DEFAULT '{}',
    "draftAt" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL DEFAULT 'draft',

    CONSTRAINT "MonitoringReport_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ReportVerdict" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "reportId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verdict" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ReportVerdict_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "MonitoringIncident" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "happenedAt" TIMESTAMPTZ(3) NOT NULL,
    "learnedAt" TIMESTAMPTZ(3) NOT NULL,
    "reportedAt" TIMESTAMPTZ(3),
    "noticeHours" INTEGER,
    "deadlineAt" TIMESTAMPTZ(3),
    "covenantId" UUID,
    "died" INTEGER,
    "harmed" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'open',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "MonitoringIncident_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "IncidentNote" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "incidentId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "byUserId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "IncidentNote_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "SalientIssue" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "affected" TEXT[],
    "vulnerable" TEXT[],
    "scale" INTEGER,
    "scaleReason" TEXT NOT NULL DEFAULT '',
    "scope" INTEGER,
    "scopeReason" TEXT NOT NULL DEFAULT '',
    "irremediability" INTEGER,
    "irremediabilityReason" TEXT NOT NULL DEFAULT '',
    "likelihood" INTEGER,
    "likelihoodReason" TEXT NOT NULL DEFAULT '',
    "response" TEXT NOT NULL DEFAULT '',
    "itemId" UUID,
    "itemKey" TEXT,
    "findingId" UUID,
    "residual" TEXT,
    "residualReason" TEXT NOT NULL DEFAULT '',
    "source" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "statusReason" TEXT NOT NULL DEFAULT '',
    "assessedById" UUID NOT NULL,
    "assessedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SalientIssue_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "StakeholderEngagement" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "heldOn" DATE NOT NULL,
    "groups" TEXT[],
    "way" TEXT NOT NULL,
    "languages" TEXT NOT NULL,
    "people" TEXT NOT NULL,
    "subjects" TEXT NOT NULL,
    "answered" TEXT NOT NULL DEFAULT '',
    "disclosed" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StakeholderEngagement_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GrievanceMechanism" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "audience" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "channels" TEXT[],
    "languages" TEXT NOT NULL,
    "isAnonymous" TEXT NOT NULL,
    "isFree" TEXT NOT NULL,
    "noRetaliation" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GrievanceMechanism_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "GrievancePeriod" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "mechanismId" UUID NOT NULL,
    "mechanismNumber" INTEGER NOT NULL,
    "periodFrom" DATE NOT NULL,
    "periodTo" DATE NOT NULL,
    "version" INTEGER NOT NULL,
    "opened" TEXT NOT NULL,
    "closed" TEXT NOT NULL,
    "retaliation" TEXT NOT NULL,
    "medianDays" INTEGER,
    "note" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "GrievancePeriod_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "ConsultantCheck" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "dealId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "firm" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "isRequired" TEXT NOT NULL,
    "requiredReason" TEXT NOT NULL,
    "paidBy" TEXT NOT NULL,
    "earlierWork" TEXT NOT NULL,
    "financialInterest" TEXT NOT NULL,
    "ownDocuments" TEXT NOT NULL,
    "otherTies" TEXT NOT NULL,
    "isShared" TEXT NOT NULL,
    "reportOn" DATE,
    "conclusions" TEXT NOT NULL DEFAULT '',
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ConsultantCheck_pkey" PRIMARY KEY ("organizationId","id")
);

-- CreateTable
CREATE TABLE "AuditChecklist" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "auditId" UUID NOT NULL,
    "responseId" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "AuditChecklist_pkey" PRIMARY KEY ("organizationId","auditId","responseId")
);

-- CreateTable
CREATE TABLE "FormKey" (
    "organizationId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid,
    "userId" UUID NOT NULL DEFAULT (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid,
    "key" TEXT NOT NULL,
    "location" TEXT,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL DEFAULT (now() + '2 days'::interval),

    CONSTRAINT "FormKey_pkey" PRIMARY KEY ("organizationId","userId","key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "TranslatedString_instrumentKey_locale_place_revision_key" ON "TranslatedString"("instrumentKey", "locale", "place", "revision");

-- CreateIndex
CREATE UNIQUE INDEX "Session_id_key" ON "Session"("id");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "MagicLink_userId_idx" ON "MagicLink"("userId");

-- CreateIndex
CREATE INDEX "EmailChange_userId_idx" ON "EmailChange"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_sharingCode_key" ON "Organization"("sharingCode");

-- CreateIndex
CREATE INDEX "GuestKey_organizationId_accessId_kind_idx" ON "GuestKey"("organizationId", "accessId", "kind");

-- CreateIndex
CREATE INDEX "NotificationKey_organizationId_userId_purpose_idx" ON "NotificationKey"("organizationId", "userId", "purpose");

-- CreateIndex
CREATE INDEX "Membership_userId_idx" ON "Membership"("userId");

-- CreateIndex
CREATE INDEX "SavedView_organizationId_list_name_idx" ON "SavedView"("organizationId", "list", "name");

-- CreateIndex
CREATE INDEX "Notification_organizationId_userId_createdAt_id_idx" ON "Notification"("organizationId", "userId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Notification_organizationId_partyId_idx" ON "Notification"("organizationId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "Notification_organizationId_userId_event_recordId_occurrenc_key" ON "Notification"("organizationId", "userId", "event", "recordId", "occurrence");

-- CreateIndex
CREATE INDEX "Party_organizationId_kind_nameKey_id_idx" ON "Party"("organizationId", "kind", "nameKey", "id");

-- CreateIndex
CREATE INDEX "Party_nameKey_trgm" ON "Party" USING GIN ("nameKey" gin_trgm_ops);

-- CreateIndex
CREATE UNIQUE INDEX "Party_organizationId_publicId_key" ON "Party"("organizationId", "publicId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_ownerId_idx" ON "Supplier"("organizationId", "ownerId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_nameKey_partyId_idx" ON "Supplier"("organizationId", "nameKey", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_country_partyId_idx" ON "Supplier"("organizationId", "country", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_sector_partyId_idx" ON "Supplier"("organizationId", "sector", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_tier_partyId_idx" ON "Supplier"("organizationId", "tier", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_workers_partyId_idx" ON "Supplier"("organizationId", "workers", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_annualSpend_partyId_idx" ON "Supplier"("organizationId", "annualSpend", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_placeOrder_partyId_idx" ON "Supplier"("organizationId", "placeOrder", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_childScore_partyId_idx" ON "Supplier"("organizationId", "childScore", "partyId");

-- CreateIndex
CREATE INDEX "Supplier_organizationId_alertOrder_partyId_idx" ON "Supplier"("organizationId", "alertOrder", "partyId");

-- CreateIndex
CREATE INDEX "Site_organizationId_supplierPartyId_idx" ON "Site"("organizationId", "supplierPartyId");

-- CreateIndex
CREATE INDEX "Site_organizationId_country_supplierPartyId_idx" ON "Site"("organizationId", "country", "supplierPartyId");

-- CreateIndex
CREATE INDEX "RecruiterRecord_organizationId_partyId_recordedAt_idx" ON "RecruiterRecord"("organizationId", "partyId", "recordedAt");

-- CreateIndex
CREATE INDEX "SupplyLink_organizationId_toPartyId_idx" ON "SupplyLink"("organizationId", "toPartyId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplyLink_span_key" ON "SupplyLink"("organizationId", "fromPartyId", "toPartyId", "kind", "product", "validFrom", "withdrawnAt");

-- CreateIndex
CREATE INDEX "OrderTotal_organizationId_fromPartyId_idx" ON "OrderTotal"("organizationId", "fromPartyId");

-- CreateIndex
CREATE INDEX "OrderTotal_organizationId_toPartyId_idx" ON "OrderTotal"("organizationId", "toPartyId");

-- CreateIndex
CREATE INDEX "OrderTotal_organizationId_sourceId_idx" ON "OrderTotal"("organizationId", "sourceId");

-- CreateIndex
CREATE INDEX "Source_organizationId_importRowId_idx" ON "Source"("organizationId", "importRowId");

-- CreateIndex
CREATE INDEX "Source_organizationId_responseId_idx" ON "Source"("organizationId", "responseId");

-- CreateIndex
CREATE INDEX "Fact_organizationId_partyId_recordedAt_idx" ON "Fact"("organizationId", "partyId", "recordedAt");

-- CreateIndex
CREATE INDEX "StoredFile_organizationId_sha256_idx" ON "StoredFile"("organizationId", "sha256");

-- CreateIndex
CREATE INDEX "StoredFile_organizationId_responseId_idx" ON "StoredFile"("organizationId", "responseId");

-- CreateIndex
CREATE INDEX "ImportBatch_organizationId_createdAt_idx" ON "ImportBatch"("organizationId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportBatch_organizationId_listName_idx" ON "ImportBatch"("organizationId", "listName");

-- CreateIndex
CREATE UNIQUE INDEX "ImportRow_organizationId_batchId_rowNumber_key" ON "ImportRow"("organizationId", "batchId", "rowNumber");

-- CreateIndex
CREATE INDEX "JobRun_organizationId_kind_createdAt_idx" ON "JobRun"("organizationId", "kind", "createdAt");

-- CreateIndex
CREATE INDEX "JobRun_organizationId_subjectId_idx" ON "JobRun"("organizationId", "subjectId");

-- CreateIndex
CREATE INDEX "ReferenceTableEdition_organizationId_kind_confirmedAt_idx" ON "ReferenceTableEdition"("organizationId", "kind", "confirmedAt");

-- CreateIndex
CREATE INDEX "ReferenceTableEdition_organizationId_hash_idx" ON "ReferenceTableEdition"("organizationId", "hash");

-- CreateIndex
CREATE INDEX "Approval_organizationId_auditId_kind_idx" ON "Approval"("organizationId", "auditId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_partyId_kind_idx" ON "Approval"("organizationId", "partyId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_actionId_kind_idx" ON "Approval"("organizationId", "actionId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_covenantId_kind_idx" ON "Approval"("organizationId", "covenantId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_breachId_kind_idx" ON "Approval"("organizationId", "breachId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_caseId_kind_idx" ON "Approval"("organizationId", "caseId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_checkId_kind_idx" ON "Approval"("organizationId", "checkId", "kind");

-- CreateIndex
CREATE INDEX "Approval_organizationId_state_expiresAt_idx" ON "Approval"("organizationId", "state", "expiresAt");

-- CreateIndex
CREATE INDEX "Activity_organizationId_at_id_idx" ON "Activity"("organizationId", "at", "id");

-- CreateIndex
CREATE INDEX "Activity_organizationId_recordKind_recordId_at_idx" ON "Activity"("organizationId", "recordKind", "recordId", "at");

-- CreateIndex
CREATE INDEX "QuestionnaireResponse_organizationId_partyId_idx" ON "QuestionnaireResponse"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "QuestionnaireResponse_organizationId_openedAt_id_idx" ON "QuestionnaireResponse"("organizationId", "openedAt", "id");

-- CreateIndex
CREATE INDEX "FrozenDocument_responseId_kind_idx" ON "FrozenDocument"("responseId", "kind");

-- CreateIndex
CREATE INDEX "FrozenDocument_auditId_kind_idx" ON "FrozenDocument"("auditId", "kind");

-- CreateIndex
CREATE INDEX "FrozenDocument_dealId_kind_idx" ON "FrozenDocument"("dealId", "kind");

-- CreateIndex
CREATE INDEX "FrozenDocument_monitoringReportId_idx" ON "FrozenDocument"("monitoringReportId");

-- CreateIndex
CREATE INDEX "FrozenDocument_organizationId_supersedesId_idx" ON "FrozenDocument"("organizationId", "supersedesId");

-- CreateIndex
CREATE INDEX "FrozenDocument_item_kind_idx" ON "FrozenDocument"("item", "kind");

-- CreateIndex
CREATE INDEX "FrozenDocument_hash_idx" ON "FrozenDocument"("hash");

-- CreateIndex
CREATE INDEX "FrozenDocument_id_idx" ON "FrozenDocument"("id");

-- CreateIndex
CREATE UNIQUE INDEX "FrozenDocument_organizationId_id_kind_key" ON "FrozenDocument"("organizationId", "id", "kind");

-- CreateIndex
CREATE UNIQUE INDEX "FrozenDocument_version_key" ON "FrozenDocument"("organizationId", "kind", "responseId", "auditId", "dealId", "monitoringReportId", "item", "version");

-- CreateIndex
CREATE INDEX "DocumentSignature_organizationId_keyId_idx" ON "DocumentSignature"("organizationId", "keyId");

-- CreateIndex
CREATE INDEX "DocumentSignature_organizationId_fileId_idx" ON "DocumentSignature"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "SignatureAddition_organizationId_fileId_idx" ON "SignatureAddition"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "SignatureAddition_organizationId_personalId_idx" ON "SignatureAddition"("organizationId", "personalId");

-- CreateIndex
CREATE INDEX "DocumentRecipient_recipientOrganizationId_idx" ON "DocumentRecipient"("recipientOrganizationId");

-- CreateIndex
CREATE UNIQUE INDEX "DocumentRecipient_organizationId_documentId_recipientOrgani_key" ON "DocumentRecipient"("organizationId", "documentId", "recipientOrganizationId");

-- CreateIndex
CREATE INDEX "DocumentRead_organizationId_at_idx" ON "DocumentRead"("organizationId", "at");

-- CreateIndex
CREATE INDEX "DocumentRead_readerOrganizationId_at_idx" ON "DocumentRead"("readerOrganizationId", "at");

-- CreateIndex
CREATE INDEX "DocumentWithdrawal_organizationId_correctedById_idx" ON "DocumentWithdrawal"("organizationId", "correctedById");

-- CreateIndex
CREATE INDEX "PersonalSigningKey_organizationId_userId_idx" ON "PersonalSigningKey"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "PersonalSigningKey_organizationId_issuerId_idx" ON "PersonalSigningKey"("organizationId", "issuerId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonalSigningKey_organizationId_id_userId_key" ON "PersonalSigningKey"("organizationId", "id", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonalSigningKey_organizationId_credentialId_key" ON "PersonalSigningKey"("organizationId", "credentialId");

-- CreateIndex
CREATE INDEX "PersonalSignature_organizationId_documentId_idx" ON "PersonalSignature"("organizationId", "documentId");

-- CreateIndex
CREATE INDEX "PersonalSignature_organizationId_keyId_userId_idx" ON "PersonalSignature"("organizationId", "keyId", "userId");

-- CreateIndex
CREATE UNIQUE INDEX "PersonalSignature_organizationId_challenge_key" ON "PersonalSignature"("organizationId", "challenge");

-- CreateIndex
CREATE INDEX "Audit_organizationId_startsOn_id_idx" ON "Audit"("organizationId", "startsOn", "id");

-- CreateIndex
CREATE INDEX "Audit_organizationId_partyId_idx" ON "Audit"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "Audit_organizationId_sitePartyId_idx" ON "Audit"("organizationId", "sitePartyId");

-- CreateIndex
CREATE INDEX "Audit_organizationId_previousAuditId_idx" ON "Audit"("organizationId", "previousAuditId");

-- CreateIndex
CREATE INDEX "Audit_organizationId_commissionId_idx" ON "Audit"("organizationId", "commissionId");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_number_key" ON "Audit"("organizationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_responseId_key" ON "Audit"("organizationId", "responseId");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_screeningId_key" ON "Audit"("organizationId", "screeningId");

-- CreateIndex
CREATE UNIQUE INDEX "Audit_organizationId_signsId_key" ON "Audit"("organizationId", "signsId");

-- CreateIndex
CREATE INDEX "AuditCommission_organizationId_createdAt_id_idx" ON "AuditCommission"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AuditCommission_organizationId_clientId_idx" ON "AuditCommission"("organizationId", "clientId");

-- CreateIndex
CREATE INDEX "AuditCommission_organizationId_partyId_idx" ON "AuditCommission"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "AuditCommission_organizationId_sitePartyId_idx" ON "AuditCommission"("organizationId", "sitePartyId");

-- CreateIndex
CREATE INDEX "AuditCommission_firmOrganizationId_createdAt_id_idx" ON "AuditCommission"("firmOrganizationId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "AuditCommission_organizationId_number_key" ON "AuditCommission"("organizationId", "number");

-- CreateIndex
CREATE INDEX "CommissionMessage_organizationId_commissionId_sentAt_idx" ON "CommissionMessage"("organizationId", "commissionId", "sentAt");

-- CreateIndex
CREATE UNIQUE INDEX "AuditClient_organizationId_clientOrganizationId_key" ON "AuditClient"("organizationId", "clientOrganizationId");

-- CreateIndex
CREATE INDEX "CommissionPlan_organizationId_clientId_idx" ON "CommissionPlan"("organizationId", "clientId");

-- CreateIndex
CREATE INDEX "CommissionPlan_organizationId_partyId_idx" ON "CommissionPlan"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "CommissionPlan_organizationId_sitePartyId_idx" ON "CommissionPlan"("organizationId", "sitePartyId");

-- CreateIndex
CREATE INDEX "CommissionAuditor_organizationId_userId_idx" ON "CommissionAuditor"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "ConflictDecision_organizationId_commissionId_proposedAt_idx" ON "ConflictDecision"("organizationId", "commissionId", "proposedAt");

-- CreateIndex
CREATE INDEX "ConsultingService_organizationId_partyId_idx" ON "ConsultingService"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "ConsultingService_organizationId_sitePartyId_idx" ON "ConsultingService"("organizationId", "sitePartyId");

-- CreateIndex
CREATE INDEX "AuditorCredential_organizationId_userId_idx" ON "AuditorCredential"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "AuditorCredential_organizationId_fileId_idx" ON "AuditorCredential"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "AuditorAbsence_organizationId_userId_startsOn_idx" ON "AuditorAbsence"("organizationId", "userId", "startsOn");

-- CreateIndex
CREATE INDEX "AuditMember_organizationId_userId_idx" ON "AuditMember"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "AuditEntry_organizationId_auditId_kind_key_idx" ON "AuditEntry"("organizationId", "auditId", "kind", "key");

-- CreateIndex
CREATE INDEX "AuditEntry_organizationId_fileId_idx" ON "AuditEntry"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "AuditReceipt_organizationId_auditId_receivedAt_idx" ON "AuditReceipt"("organizationId", "auditId", "receivedAt");

-- CreateIndex
CREATE INDEX "AuditSampleFile_organizationId_auditId_createdAt_idx" ON "AuditSampleFile"("organizationId", "auditId", "createdAt");

-- CreateIndex
CREATE INDEX "EnteredRequirement_organizationId_iso2_topic_idx" ON "EnteredRequirement"("organizationId", "iso2", "topic");

-- CreateIndex
CREATE INDEX "EnteredRequirement_organizationId_correctsId_idx" ON "EnteredRequirement"("organizationId", "correctsId");

-- CreateIndex
CREATE INDEX "AuditComment_organizationId_auditId_at_idx" ON "AuditComment"("organizationId", "auditId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireTemplate_organizationId_key_key" ON "QuestionnaireTemplate"("organizationId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "QuestionnaireTemplateStep_organizationId_instrumentId_posit_key" ON "QuestionnaireTemplateStep"("organizationId", "instrumentId", "position");

-- CreateIndex
CREATE INDEX "QuestionnaireRequest_organizationId_campaignId_responseId_idx" ON "QuestionnaireRequest"("organizationId", "campaignId", "responseId");

-- CreateIndex
CREATE INDEX "QuestionnaireRequest_organizationId_viaResponseId_idx" ON "QuestionnaireRequest"("organizationId", "viaResponseId");

-- CreateIndex
CREATE INDEX "QuestionnaireRequest_organizationId_status_dueOn_responseId_idx" ON "QuestionnaireRequest"("organizationId", "status", "dueOn", "responseId");

-- CreateIndex
CREATE INDEX "QuestionnaireRequest_organizationId_invitedAt_responseId_idx" ON "QuestionnaireRequest"("organizationId", "invitedAt", "responseId");

-- CreateIndex
CREATE INDEX "QuestionnaireRequest_supplierOrganizationId_invitedAt_respo_idx" ON "QuestionnaireRequest"("supplierOrganizationId", "invitedAt", "responseId");

-- CreateIndex
CREATE INDEX "QuestionnaireRequest_email_idx" ON "QuestionnaireRequest"("email");

-- CreateIndex
CREATE INDEX "Campaign_organizationId_createdAt_id_idx" ON "Campaign"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "CampaignTarget_organizationId_campaignId_status_partyId_idx" ON "CampaignTarget"("organizationId", "campaignId", "status", "partyId");

-- CreateIndex
CREATE INDEX "CampaignTarget_organizationId_partyId_idx" ON "CampaignTarget"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "SupplierContact_organizationId_email_idx" ON "SupplierContact"("organizationId", "email");

-- CreateIndex
CREATE INDEX "ContactPerson_organizationId_keptUntil_idx" ON "ContactPerson"("organizationId", "keptUntil");

-- CreateIndex
CREATE UNIQUE INDEX "ContactPerson_organizationId_partyId_personKey_key" ON "ContactPerson"("organizationId", "partyId", "personKey");

-- CreateIndex
CREATE UNIQUE INDEX "Tag_organizationId_nameKey_key" ON "Tag"("organizationId", "nameKey");

-- CreateIndex
CREATE INDEX "SupplierTag_organizationId_tagId_partyId_idx" ON "SupplierTag"("organizationId", "tagId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplierTag_organizationId_partyId_tagId_key" ON "SupplierTag"("organizationId", "partyId", "tagId");

-- CreateIndex
CREATE INDEX "SupplierFollower_organizationId_userId_partyId_idx" ON "SupplierFollower"("organizationId", "userId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "SupplierFollower_organizationId_partyId_userId_key" ON "SupplierFollower"("organizationId", "partyId", "userId");

-- CreateIndex
CREATE INDEX "Note_organizationId_partyId_createdAt_idx" ON "Note"("organizationId", "partyId", "createdAt");

-- CreateIndex
CREATE INDEX "NoteMention_organizationId_noteId_idx" ON "NoteMention"("organizationId", "noteId");

-- CreateIndex
CREATE INDEX "NoteMention_organizationId_userId_idx" ON "NoteMention"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "Task_organizationId_partyId_dueOn_idx" ON "Task"("organizationId", "partyId", "dueOn");

-- CreateIndex
CREATE INDEX "Task_organizationId_assigneeId_dueOn_idx" ON "Task"("organizationId", "assigneeId", "dueOn");

-- CreateIndex
CREATE INDEX "DeclaredParty_organizationId_responseId_idx" ON "DeclaredParty"("organizationId", "responseId");

-- CreateIndex
CREATE INDEX "DeclaredParty_organizationId_requestResponseId_idx" ON "DeclaredParty"("organizationId", "requestResponseId");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_parentId_idx" ON "GuestAccess"("organizationId", "parentId");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_responseId_createdAt_idx" ON "GuestAccess"("organizationId", "responseId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_deviceKey_idx" ON "GuestAccess"("organizationId", "deviceKey");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_findingShareId_createdAt_idx" ON "GuestAccess"("organizationId", "findingShareId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_esapVersionId_createdAt_idx" ON "GuestAccess"("organizationId", "esapVersionId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_dealId_createdAt_idx" ON "GuestAccess"("organizationId", "dealId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_invitationId_createdAt_idx" ON "GuestAccess"("organizationId", "invitationId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_sharedAccessId_createdAt_idx" ON "GuestAccess"("organizationId", "sharedAccessId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_organizationId_commissionId_createdAt_idx" ON "GuestAccess"("organizationId", "commissionId", "createdAt");

-- CreateIndex
CREATE INDEX "GuestAccess_usedById_idx" ON "GuestAccess"("usedById");

-- CreateIndex
CREATE UNIQUE INDEX "GuestAccess_organizationId_id_kind_key" ON "GuestAccess"("organizationId", "id", "kind");

-- CreateIndex
CREATE INDEX "Evidence_organizationId_responseId_question_idx" ON "Evidence"("organizationId", "responseId", "question");

-- CreateIndex
CREATE INDEX "Evidence_organizationId_fileId_idx" ON "Evidence"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "Evidence_organizationId_redactedFileId_idx" ON "Evidence"("organizationId", "redactedFileId");

-- CreateIndex
CREATE INDEX "EvidenceUpload_organizationId_responseId_question_idx" ON "EvidenceUpload"("organizationId", "responseId", "question");

-- CreateIndex
CREATE INDEX "SharedFile_organizationId_evidenceId_idx" ON "SharedFile"("organizationId", "evidenceId");

-- CreateIndex
CREATE INDEX "SharedFile_recipientOrganizationId_responseId_idx" ON "SharedFile"("recipientOrganizationId", "responseId");

-- CreateIndex
CREATE INDEX "Finding_organizationId_partyId_idx" ON "Finding"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "Finding_organizationId_openedAt_id_idx" ON "Finding"("organizationId", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Finding_organizationId_auditId_idx" ON "Finding"("organizationId", "auditId");

-- CreateIndex
CREATE INDEX "Finding_organizationId_repeatOfId_idx" ON "Finding"("organizationId", "repeatOfId");

-- CreateIndex
CREATE INDEX "Finding_organizationId_attachedReportId_idx" ON "Finding"("organizationId", "attachedReportId");

-- CreateIndex
CREATE INDEX "FindingFile_organizationId_findingId_idx" ON "FindingFile"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "FindingFile_organizationId_fileId_idx" ON "FindingFile"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "FindingFile_organizationId_actionId_idx" ON "FindingFile"("organizationId", "actionId");

-- CreateIndex
CREATE INDEX "CorrectiveAction_organizationId_findingId_idx" ON "CorrectiveAction"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "CorrectiveAction_organizationId_dueOn_id_idx" ON "CorrectiveAction"("organizationId", "dueOn", "id");

-- CreateIndex
CREATE INDEX "FindingReply_organizationId_findingId_idx" ON "FindingReply"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "FindingShare_organizationId_partyId_idx" ON "FindingShare"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "FindingShare_organizationId_createdAt_id_idx" ON "FindingShare"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "FindingShare_supplierOrganizationId_idx" ON "FindingShare"("supplierOrganizationId");

-- CreateIndex
CREATE INDEX "SharedFinding_organizationId_findingId_idx" ON "SharedFinding"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "SiteMessage_organizationId_shareId_findingId_idx" ON "SiteMessage"("organizationId", "shareId", "findingId");

-- CreateIndex
CREATE INDEX "SiteMessage_organizationId_findingId_sentAt_idx" ON "SiteMessage"("organizationId", "findingId", "sentAt");

-- CreateIndex
CREATE INDEX "SiteMessage_organizationId_actionId_idx" ON "SiteMessage"("organizationId", "actionId");

-- CreateIndex
CREATE INDEX "SiteMessageFile_organizationId_messageId_idx" ON "SiteMessageFile"("organizationId", "messageId");

-- CreateIndex
CREATE INDEX "SiteMessageFile_organizationId_fileId_idx" ON "SiteMessageFile"("organizationId", "fileId");

-- CreateIndex
CREATE INDEX "GoodPractice_organizationId_partyId_recordedAt_idx" ON "GoodPractice"("organizationId", "partyId", "recordedAt");

-- CreateIndex
CREATE INDEX "Alert_organizationId_rank_id_idx" ON "Alert"("organizationId", "rank", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Alert_organizationId_partyId_kind_sourceTable_sourceRow_key" ON "Alert"("organizationId", "partyId", "kind", "sourceTable", "sourceRow");

-- CreateIndex
CREATE INDEX "GivenOverride_organizationId_auditId_idx" ON "GivenOverride"("organizationId", "auditId");

-- CreateIndex
CREATE INDEX "GivenOverride_organizationId_alertId_idx" ON "GivenOverride"("organizationId", "alertId");

-- CreateIndex
CREATE INDEX "GivenOverride_organizationId_findingId_idx" ON "GivenOverride"("organizationId", "findingId");

-- CreateIndex
CREATE INDEX "GivenOverride_organizationId_recruiterPartyId_idx" ON "GivenOverride"("organizationId", "recruiterPartyId");

-- CreateIndex
CREATE INDEX "GivenOverride_organizationId_partyId_idx" ON "GivenOverride"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "SensitiveCaseMember_organizationId_userId_idx" ON "SensitiveCaseMember"("organizationId", "userId");

-- CreateIndex
CREATE INDEX "Score_organizationId_partyId_createdAt_idx" ON "Score"("organizationId", "partyId", "createdAt");

-- CreateIndex
CREATE INDEX "SharedAccess_organizationId_createdAt_id_idx" ON "SharedAccess"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "SharedAccess_organizationId_responseId_idx" ON "SharedAccess"("organizationId", "responseId");

-- CreateIndex
CREATE INDEX "SharedAccess_organizationId_auditReportId_idx" ON "SharedAccess"("organizationId", "auditReportId");

-- CreateIndex
CREATE INDEX "SharedAccess_organizationId_snapshotId_idx" ON "SharedAccess"("organizationId", "snapshotId");

-- CreateIndex
CREATE INDEX "SharedAccess_recipientOrganizationId_createdAt_id_idx" ON "SharedAccess"("recipientOrganizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessRequest_organizationId_createdAt_id_idx" ON "AccessRequest"("organizationId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "AccessRequest_granterOrganizationId_status_createdAt_idx" ON "AccessRequest"("granterOrganizationId", "status", "createdAt");

-- CreateIndex
CREATE INDEX "AttachedResponse_organizationId_sharedAccessId_idx" ON "AttachedResponse"("organizationId", "sharedAccessId");

-- CreateIndex
CREATE INDEX "AttachedReport_organizationId_partyId_idx" ON "AttachedReport"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "AttachedReport_organizationId_sharedAccessId_idx" ON "AttachedReport"("organizationId", "sharedAccessId");

-- CreateIndex
CREATE INDEX "PartyMerge_organizationId_keptPartyId_idx" ON "PartyMerge"("organizationId", "keptPartyId");

-- CreateIndex
CREATE INDEX "PartyMerge_organizationId_otherPartyId_idx" ON "PartyMerge"("organizationId", "otherPartyId");

-- CreateIndex
CREATE INDEX "MergedParty_organizationId_intoPartyId_idx" ON "MergedParty"("organizationId", "intoPartyId");

-- CreateIndex
CREATE INDEX "MergedParty_organizationId_mergeId_idx" ON "MergedParty"("organizationId", "mergeId");

-- CreateIndex
CREATE INDEX "FactTransfer_organizationId_factId_fromPartyId_idx" ON "FactTransfer"("organizationId", "factId", "fromPartyId");

-- CreateIndex
CREATE INDEX "FactTransfer_organizationId_toPartyId_idx" ON "FactTransfer"("organizationId", "toPartyId");

-- CreateIndex
CREATE INDEX "FactTransfer_organizationId_mergeId_idx" ON "FactTransfer"("organizationId", "mergeId");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_aKey_idx" ON "MatchDecision"("organizationId", "aKey");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_bKey_idx" ON "MatchDecision"("organizationId", "bKey");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_aPartyId_idx" ON "MatchDecision"("organizationId", "aPartyId");

-- CreateIndex
CREATE INDEX "MatchDecision_organizationId_bPartyId_idx" ON "MatchDecision"("organizationId", "bPartyId");

-- CreateIndex
CREATE INDEX "ContradictionAnswer_organizationId_subject_idx" ON "ContradictionAnswer"("organizationId", "subject");

-- CreateIndex
CREATE INDEX "ContradictionAnswer_organizationId_batchId_idx" ON "ContradictionAnswer"("organizationId", "batchId");

-- CreateIndex
CREATE INDEX "DuplicatePair_organizationId_score_id_idx" ON "DuplicatePair"("organizationId", "score", "id");

-- CreateIndex
CREATE INDEX "DuplicatePair_organizationId_bPartyId_idx" ON "DuplicatePair"("organizationId", "bPartyId");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicatePair_organizationId_aPartyId_bPartyId_key" ON "DuplicatePair"("organizationId", "aPartyId", "bPartyId");

-- CreateIndex
CREATE INDEX "MatchProposal_organizationId_batchId_cluster_idx" ON "MatchProposal"("organizationId", "batchId", "cluster");

-- CreateIndex
CREATE INDEX "MatchProposal_organizationId_batchId_score_id_idx" ON "MatchProposal"("organizationId", "batchId", "score", "id");

-- CreateIndex
CREATE INDEX "MatchProposal_organizationId_partyId_idx" ON "MatchProposal"("organizationId", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchProposal_organizationId_batchId_nameKey_partyId_key" ON "MatchProposal"("organizationId", "batchId", "nameKey", "partyId");

-- CreateIndex
CREATE UNIQUE INDEX "MatchProposal_organizationId_batchId_nameKey_otherKey_key" ON "MatchProposal"("organizationId", "batchId", "nameKey", "otherKey");

-- CreateIndex
CREATE INDEX "Deal_organizationId_openedAt_id_idx" ON "Deal"("organizationId", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Deal_organizationId_clientPartyId_idx" ON "Deal"("organizationId", "clientPartyId");

-- CreateIndex
CREATE INDEX "Deal_organizationId_status_idx" ON "Deal"("organizationId", "status");

-- CreateIndex
CREATE INDEX "Deal_organizationId_closedOn_idx" ON "Deal"("organizationId", "closedOn");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_organizationId_number_key" ON "Deal"("organizationId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_organizationId_equatorId_key" ON "Deal"("organizationId", "equatorId");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_organizationId_ps2Id_key" ON "Deal"("organizationId", "ps2Id");

-- CreateIndex
CREATE INDEX "ApplicabilityScreening_organizationId_dealId_at_idx" ON "ApplicabilityScreening"("organizationId", "dealId", "at");

-- CreateIndex
CREATE INDEX "DealCategorisation_organizationId_dealId_at_idx" ON "DealCategorisation"("organizationId", "dealId", "at");

-- CreateIndex
CREATE INDEX "DealStatusChange_organizationId_dealId_at_idx" ON "DealStatusChange"("organizationId", "dealId", "at");

-- CreateIndex
CREATE INDEX "DealParty_organizationId_partyId_idx" ON "DealParty"("organizationId", "partyId");

-- CreateIndex
CREATE INDEX "SharedWording_organizationId_shareId_findingId_until_idx" ON "SharedWording"("organizationId", "shareId", "findingId", "until");

-- CreateIndex
CREATE INDEX "EsapItem_organizationId_findingId_idx" ON "EsapItem"("organizationId", "findingId");

-- CreateIndex
CREATE UNIQUE INDEX "EsapItem_organizationId_dealId_number_key" ON "EsapItem"("organizationId", "dealId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "EsapItem_organizationId_dealId_itemKey_key" ON "EsapItem"("organizationId", "dealId", "itemKey");

-- CreateIndex
CREATE UNIQUE INDEX "EsapItem_organizationId_dealId_findingId_key" ON "EsapItem"("organizationId", "dealId", "findingId");

-- CreateIndex
CREATE UNIQUE INDEX "EsapAgreement_organizationId_versionId_key" ON "EsapAgreement"("organizationId", "versionId");

-- CreateIndex
CREATE INDEX "EsapComment_organizationId_itemId_at_idx" ON "EsapComment"("organizationId", "itemId", "at");

-- CreateIndex
CREATE INDEX "EsapComment_organizationId_versionId_idx" ON "EsapComment"("organizationId", "versionId");

-- CreateIndex
CREATE INDEX "Covenant_organizationId_nextDueOn_idx" ON "Covenant"("organizationId", "nextDueOn");

-- CreateIndex
CREATE UNIQUE INDEX "Covenant_organizationId_dealId_number_key" ON "Covenant"("organizationId", "dealId", "number");

-- CreateIndex
CREATE INDEX "CovenantTest_organizationId_covenantId_dueOn_idx" ON "CovenantTest"("organizationId", "covenantId", "dueOn");

-- CreateIndex
CREATE INDEX "CovenantBreach_organizationId_covenantId_status_idx" ON "CovenantBreach"("organizationId", "covenantId", "status");

-- CreateIndex
CREATE INDEX "BreachStep_organizationId_breachId_at_idx" ON "BreachStep"("organizationId", "breachId", "at");

-- CreateIndex
CREATE INDEX "ReportSchedule_organizationId_dealId_idx" ON "ReportSchedule"("organizationId", "dealId");

-- CreateIndex
CREATE INDEX "ReportSchedule_organizationId_nextDueOn_idx" ON "ReportSchedule"("organizationId", "nextDueOn");

-- CreateIndex
CREATE INDEX "MonitoringReport_organizationId_dealId_periodFrom_idx" ON "MonitoringReport"("organizationId", "dealId", "periodFrom");

-- CreateIndex
CREATE UNIQUE INDEX "MonitoringReport_organizationId_scheduleId_periodFrom_key" ON "MonitoringReport"("organizationId", "scheduleId", "periodFrom");

-- CreateIndex
CREATE INDEX "ReportVerdict_organizationId_reportId_at_idx" ON "ReportVerdict"("organizationId", "reportId", "at");

-- CreateIndex
CREATE INDEX "MonitoringIncident_organizationId_status_deadlineAt_idx" ON "MonitoringIncident"("organizationId", "status", "deadlineAt");

-- CreateIndex
CREATE UNIQUE INDEX "MonitoringIncident_organizationId_dealId_number_key" ON "MonitoringIncident"("organizationId", "dealId", "number");

-- CreateIndex
CREATE INDEX "IncidentNote_organizationId_incidentId_at_idx" ON "IncidentNote"("organizationId", "incidentId", "at");

-- CreateIndex
CREATE INDEX "SalientIssue_organizationId_findingId_idx" ON "SalientIssue"("organizationId", "findingId");

-- CreateIndex
CREATE UNIQUE INDEX "SalientIssue_organizationId_dealId_number_version_key" ON "SalientIssue"("organizationId", "dealId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "StakeholderEngagement_organizationId_dealId_number_version_key" ON "StakeholderEngagement"("organizationId", "dealId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "GrievanceMechanism_organizationId_dealId_number_version_key" ON "GrievanceMechanism"("organizationId", "dealId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "GrievancePeriod_organizationId_dealId_mechanismNumber_perio_key" ON "GrievancePeriod"("organizationId", "dealId", "mechanismNumber", "periodFrom", "periodTo", "version");

-- CreateIndex
CREATE UNIQUE INDEX "ConsultantCheck_organizationId_dealId_number_version_key" ON "ConsultantCheck"("organizationId", "dealId", "number", "version");

-- CreateIndex
CREATE UNIQUE INDEX "AuditChecklist_organizationId_responseId_key" ON "AuditChecklist"("organizationId", "responseId");

-- AddForeignKey
ALTER TABLE "Translator" ADD CONSTRAINT "Translator_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MagicLink" ADD CONSTRAINT "MagicLink_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EmailChange" ADD CONSTRAINT "EmailChange_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestKey" ADD CONSTRAINT "GuestKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestKey" ADD CONSTRAINT "GuestKey_organizationId_accessId_kind_fkey" FOREIGN KEY ("organizationId", "accessId", "kind") REFERENCES "GuestAccess"("organizationId", "id", "kind") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationKey" ADD CONSTRAINT "NotificationKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NotificationKey" ADD CONSTRAINT "NotificationKey_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "Membership"("organizationId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BoardPaperDraft" ADD CONSTRAINT "BoardPaperDraft_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListPreference" ADD CONSTRAINT "ListPreference_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "Membership"("organizationId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_organizationId_userId_fkey" FOREIGN KEY ("organizationId", "userId") REFERENCES "Membership"("organizationId", "userId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Party" ADD CONSTRAINT "Party_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierTally" ADD CONSTRAINT "SupplierTally_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Site" ADD CONSTRAINT "Site_organizationId_supplierPartyId_fkey" FOREIGN KEY ("organizationId", "supplierPartyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "LabourRecruiter" ADD CONSTRAINT "LabourRecruiter_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecruiterRecord" ADD CONSTRAINT "RecruiterRecord_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "LabourRecruiter"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecruiterRecord" ADD CONSTRAINT "RecruiterRecord_organizationId_sourceId_fkey" FOREIGN KEY ("organizationId", "sourceId") REFERENCES "Source"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_organizationId_fromPartyId_fkey" FOREIGN KEY ("organizationId", "fromPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_organizationId_toPartyId_fkey" FOREIGN KEY ("organizationId", "toPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_organizationId_sourceId_fkey" FOREIGN KEY ("organizationId", "sourceId") REFERENCES "Source"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderTotal" ADD CONSTRAINT "OrderTotal_organizationId_fromPartyId_fkey" FOREIGN KEY ("organizationId", "fromPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderTotal" ADD CONSTRAINT "OrderTotal_organizationId_toPartyId_fkey" FOREIGN KEY ("organizationId", "toPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrderTotal" ADD CONSTRAINT "OrderTotal_organizationId_sourceId_fkey" FOREIGN KEY ("organizationId", "sourceId") REFERENCES "Source"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_organizationId_importRowId_fkey" FOREIGN KEY ("organizationId", "importRowId") REFERENCES "ImportRow"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Fact" ADD CONSTRAINT "Fact_organizationId_sourceId_fkey" FOREIGN KEY ("organizationId", "sourceId") REFERENCES "Source"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_continuesId_fkey" FOREIGN KEY ("organizationId", "continuesId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_organizationId_replacesId_fkey" FOREIGN KEY ("organizationId", "replacesId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_organizationId_batchId_fkey" FOREIGN KEY ("organizationId", "batchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ColumnMapping" ADD CONSTRAINT "ColumnMapping_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecognisedTerm" ADD CONSTRAINT "RecognisedTerm_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "JobRun" ADD CONSTRAINT "JobRun_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_actionId_fkey" FOREIGN KEY ("organizationId", "actionId") REFERENCES "CorrectiveAction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_breachId_fkey" FOREIGN KEY ("organizationId", "breachId") REFERENCES "CovenantBreach"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_caseId_fkey" FOREIGN KEY ("organizationId", "caseId") REFERENCES "SensitiveCase"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_checkId_fkey" FOREIGN KEY ("organizationId", "checkId") REFERENCES "ConsultantCheck"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Activity" ADD CONSTRAINT "Activity_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "QuestionnaireResponse_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "QuestionnaireResponse_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_organizationId_monitoringReportId_fkey" FOREIGN KEY ("organizationId", "monitoringReportId") REFERENCES "MonitoringReport"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_organizationId_supersedesId_fkey" FOREIGN KEY ("organizationId", "supersedesId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentFile" ADD CONSTRAINT "DocumentFile_organizationId_documentId_fkey" FOREIGN KEY ("organizationId", "documentId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentSignature" ADD CONSTRAINT "DocumentSignature_organizationId_documentId_fkey" FOREIGN KEY ("organizationId", "documentId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentSignature" ADD CONSTRAINT "DocumentSignature_organizationId_keyId_fkey" FOREIGN KEY ("organizationId", "keyId") REFERENCES "SigningKey"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentSignature" ADD CONSTRAINT "DocumentSignature_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_organizationId_documentId_form_fkey" FOREIGN KEY ("organizationId", "documentId", "form") REFERENCES "DocumentSignature"("organizationId", "documentId", "form") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_organizationId_personalId_fkey" FOREIGN KEY ("organizationId", "personalId") REFERENCES "PersonalSignature"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentRecipient" ADD CONSTRAINT "DocumentRecipient_organizationId_documentId_fkey" FOREIGN KEY ("organizationId", "documentId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentRead" ADD CONSTRAINT "DocumentRead_organizationId_documentId_fkey" FOREIGN KEY ("organizationId", "documentId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentWithdrawal" ADD CONSTRAINT "DocumentWithdrawal_organizationId_documentId_documentKind_fkey" FOREIGN KEY ("organizationId", "documentId", "documentKind") REFERENCES "FrozenDocument"("organizationId", "id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DocumentWithdrawal" ADD CONSTRAINT "DocumentWithdrawal_organizationId_correctedById_documentKi_fkey" FOREIGN KEY ("organizationId", "correctedById", "documentKind") REFERENCES "FrozenDocument"("organizationId", "id", "kind") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_organizationId_issuerId_fkey" FOREIGN KEY ("organizationId", "issuerId") REFERENCES "SigningKey"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalSignature" ADD CONSTRAINT "PersonalSignature_organizationId_documentId_fkey" FOREIGN KEY ("organizationId", "documentId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PersonalSignature" ADD CONSTRAINT "PersonalSignature_organizationId_keyId_userId_fkey" FOREIGN KEY ("organizationId", "keyId", "userId") REFERENCES "PersonalSigningKey"("organizationId", "id", "userId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_sitePartyId_fkey" FOREIGN KEY ("organizationId", "sitePartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_previousAuditId_fkey" FOREIGN KEY ("organizationId", "previousAuditId") REFERENCES "Audit"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_screeningId_fkey" FOREIGN KEY ("organizationId", "screeningId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_organizationId_signsId_fkey" FOREIGN KEY ("organizationId", "signsId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_organizationId_clientId_fkey" FOREIGN KEY ("organizationId", "clientId") REFERENCES "AuditClient"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_organizationId_sitePartyId_fkey" FOREIGN KEY ("organizationId", "sitePartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionMessage" ADD CONSTRAINT "CommissionMessage_organizationId_commissionId_fkey" FOREIGN KEY ("organizationId", "commissionId") REFERENCES "AuditCommission"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditClient" ADD CONSTRAINT "AuditClient_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionPlan" ADD CONSTRAINT "CommissionPlan_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionPlan" ADD CONSTRAINT "CommissionPlan_organizationId_clientId_fkey" FOREIGN KEY ("organizationId", "clientId") REFERENCES "AuditClient"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionPlan" ADD CONSTRAINT "CommissionPlan_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionPlan" ADD CONSTRAINT "CommissionPlan_organizationId_sitePartyId_fkey" FOREIGN KEY ("organizationId", "sitePartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CommissionAuditor" ADD CONSTRAINT "CommissionAuditor_organizationId_commissionId_fkey" FOREIGN KEY ("organizationId", "commissionId") REFERENCES "CommissionPlan"("organizationId", "commissionId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultingService" ADD CONSTRAINT "ConsultingService_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultingService" ADD CONSTRAINT "ConsultingService_organizationId_sitePartyId_fkey" FOREIGN KEY ("organizationId", "sitePartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditorCredential" ADD CONSTRAINT "AuditorCredential_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditorCredential" ADD CONSTRAINT "AuditorCredential_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditorAbsence" ADD CONSTRAINT "AuditorAbsence_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditReceipt" ADD CONSTRAINT "AuditReceipt_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_organizationId_correctsId_fkey" FOREIGN KEY ("organizationId", "correctsId") REFERENCES "EnteredRequirement"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditComment" ADD CONSTRAINT "AuditComment_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "QuestionnaireTemplate_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireTemplateImport" ADD CONSTRAINT "QuestionnaireTemplateImport_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireTemplateStep" ADD CONSTRAINT "QuestionnaireTemplateStep_organizationId_instrumentId_fkey" FOREIGN KEY ("organizationId", "instrumentId") REFERENCES "QuestionnaireTemplate"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "QuestionnaireRequest_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "QuestionnaireRequest_organizationId_campaignId_fkey" FOREIGN KEY ("organizationId", "campaignId") REFERENCES "Campaign"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "QuestionnaireRequest_organizationId_viaResponseId_fkey" FOREIGN KEY ("organizationId", "viaResponseId") REFERENCES "QuestionnaireRequest"("organizationId", "responseId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_organizationId_campaignId_fkey" FOREIGN KEY ("organizationId", "campaignId") REFERENCES "Campaign"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierContact" ADD CONSTRAINT "SupplierContact_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContactPerson" ADD CONSTRAINT "ContactPerson_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierTag" ADD CONSTRAINT "SupplierTag_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierTag" ADD CONSTRAINT "SupplierTag_organizationId_tagId_fkey" FOREIGN KEY ("organizationId", "tagId") REFERENCES "Tag"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SupplierFollower" ADD CONSTRAINT "SupplierFollower_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Note" ADD CONSTRAINT "Note_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "NoteMention" ADD CONSTRAINT "NoteMention_organizationId_noteId_fkey" FOREIGN KEY ("organizationId", "noteId") REFERENCES "Note"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Task" ADD CONSTRAINT "Task_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Supplier"("organizationId", "partyId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredParty" ADD CONSTRAINT "DeclaredParty_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredParty" ADD CONSTRAINT "DeclaredParty_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeclaredParty" ADD CONSTRAINT "DeclaredParty_organizationId_requestResponseId_fkey" FOREIGN KEY ("organizationId", "requestResponseId") REFERENCES "QuestionnaireRequest"("organizationId", "responseId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_parentId_fkey" FOREIGN KEY ("organizationId", "parentId") REFERENCES "GuestAccess"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireRequest"("organizationId", "responseId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_findingShareId_fkey" FOREIGN KEY ("organizationId", "findingShareId") REFERENCES "FindingShare"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_esapVersionId_fkey" FOREIGN KEY ("organizationId", "esapVersionId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_invitationId_fkey" FOREIGN KEY ("organizationId", "invitationId") REFERENCES "Invitation"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_sharedAccessId_fkey" FOREIGN KEY ("organizationId", "sharedAccessId") REFERENCES "SharedAccess"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GuestAccess" ADD CONSTRAINT "GuestAccess_organizationId_commissionId_fkey" FOREIGN KEY ("organizationId", "commissionId") REFERENCES "AuditCommission"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PreviousAnswer" ADD CONSTRAINT "PreviousAnswer_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_organizationId_redactedFileId_fkey" FOREIGN KEY ("organizationId", "redactedFileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EvidenceUpload" ADD CONSTRAINT "EvidenceUpload_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_organizationId_documentId_fkey" FOREIGN KEY ("organizationId", "documentId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_organizationId_evidenceId_fkey" FOREIGN KEY ("organizationId", "evidenceId") REFERENCES "Evidence"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_organizationId_repeatOfId_fkey" FOREIGN KEY ("organizationId", "repeatOfId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_organizationId_attachedReportId_fkey" FOREIGN KEY ("organizationId", "attachedReportId") REFERENCES "AttachedReport"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingFile" ADD CONSTRAINT "FindingFile_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingFile" ADD CONSTRAINT "FindingFile_organizationId_actionId_fkey" FOREIGN KEY ("organizationId", "actionId") REFERENCES "CorrectiveAction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingFile" ADD CONSTRAINT "FindingFile_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingShare" ADD CONSTRAINT "FindingShare_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_organizationId_shareId_fkey" FOREIGN KEY ("organizationId", "shareId") REFERENCES "FindingShare"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_organizationId_shareId_findingId_fkey" FOREIGN KEY ("organizationId", "shareId", "findingId") REFERENCES "SharedFinding"("organizationId", "shareId", "findingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_organizationId_actionId_fkey" FOREIGN KEY ("organizationId", "actionId") REFERENCES "CorrectiveAction"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessageFile" ADD CONSTRAINT "SiteMessageFile_organizationId_messageId_fkey" FOREIGN KEY ("organizationId", "messageId") REFERENCES "SiteMessage"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SiteMessageFile" ADD CONSTRAINT "SiteMessageFile_organizationId_fileId_fkey" FOREIGN KEY ("organizationId", "fileId") REFERENCES "StoredFile"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GoodPractice" ADD CONSTRAINT "GoodPractice_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Alert" ADD CONSTRAINT "Alert_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_alertId_fkey" FOREIGN KEY ("organizationId", "alertId") REFERENCES "Alert"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GivenOverride" ADD CONSTRAINT "GivenOverride_organizationId_recruiterPartyId_fkey" FOREIGN KEY ("organizationId", "recruiterPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SensitiveCase" ADD CONSTRAINT "SensitiveCase_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SensitiveCaseMember" ADD CONSTRAINT "SensitiveCaseMember_organizationId_caseId_fkey" FOREIGN KEY ("organizationId", "caseId") REFERENCES "SensitiveCase"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SensitiveCaseEntry" ADD CONSTRAINT "SensitiveCaseEntry_organizationId_caseId_fkey" FOREIGN KEY ("organizationId", "caseId") REFERENCES "SensitiveCase"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SensitiveCaseText" ADD CONSTRAINT "SensitiveCaseText_organizationId_caseId_seq_fkey" FOREIGN KEY ("organizationId", "caseId", "seq") REFERENCES "SensitiveCaseEntry"("organizationId", "caseId", "seq") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Score" ADD CONSTRAINT "Score_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAccess" ADD CONSTRAINT "SharedAccess_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAccess" ADD CONSTRAINT "SharedAccess_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAccess" ADD CONSTRAINT "SharedAccess_organizationId_snapshotId_fkey" FOREIGN KEY ("organizationId", "snapshotId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedAccess" ADD CONSTRAINT "SharedAccess_organizationId_auditReportId_fkey" FOREIGN KEY ("organizationId", "auditReportId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttachedResponse" ADD CONSTRAINT "AttachedResponse_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AttachedReport" ADD CONSTRAINT "AttachedReport_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_organizationId_keptPartyId_fkey" FOREIGN KEY ("organizationId", "keptPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_organizationId_otherPartyId_fkey" FOREIGN KEY ("organizationId", "otherPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedParty" ADD CONSTRAINT "MergedParty_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedParty" ADD CONSTRAINT "MergedParty_organizationId_intoPartyId_fkey" FOREIGN KEY ("organizationId", "intoPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MergedParty" ADD CONSTRAINT "MergedParty_organizationId_mergeId_fkey" FOREIGN KEY ("organizationId", "mergeId") REFERENCES "PartyMerge"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_mergeId_fkey" FOREIGN KEY ("organizationId", "mergeId") REFERENCES "PartyMerge"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_factId_fkey" FOREIGN KEY ("organizationId", "factId") REFERENCES "Fact"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_fromPartyId_fkey" FOREIGN KEY ("organizationId", "fromPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FactTransfer" ADD CONSTRAINT "FactTransfer_organizationId_toPartyId_fkey" FOREIGN KEY ("organizationId", "toPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_organizationId_aPartyId_fkey" FOREIGN KEY ("organizationId", "aPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_organizationId_bPartyId_fkey" FOREIGN KEY ("organizationId", "bPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContradictionAnswer" ADD CONSTRAINT "ContradictionAnswer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ContradictionAnswer" ADD CONSTRAINT "ContradictionAnswer_organizationId_batchId_fkey" FOREIGN KEY ("organizationId", "batchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_organizationId_aPartyId_fkey" FOREIGN KEY ("organizationId", "aPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_organizationId_bPartyId_fkey" FOREIGN KEY ("organizationId", "bPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_organizationId_batchId_fkey" FOREIGN KEY ("organizationId", "batchId") REFERENCES "ImportBatch"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_organizationId_clientPartyId_fkey" FOREIGN KEY ("organizationId", "clientPartyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_organizationId_equatorId_fkey" FOREIGN KEY ("organizationId", "equatorId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_organizationId_ps2Id_fkey" FOREIGN KEY ("organizationId", "ps2Id") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApplicabilityScreening" ADD CONSTRAINT "ApplicabilityScreening_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealCategorisation" ADD CONSTRAINT "DealCategorisation_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "DealStatusChange_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealParty" ADD CONSTRAINT "DealParty_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealParty" ADD CONSTRAINT "DealParty_organizationId_partyId_fkey" FOREIGN KEY ("organizationId", "partyId") REFERENCES "Party"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_organizationId_shareId_findingId_fkey" FOREIGN KEY ("organizationId", "shareId", "findingId") REFERENCES "SharedFinding"("organizationId", "shareId", "findingId") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapItem_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapItem_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_organizationId_versionId_fkey" FOREIGN KEY ("organizationId", "versionId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_organizationId_itemId_fkey" FOREIGN KEY ("organizationId", "itemId") REFERENCES "EsapItem"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_organizationId_versionId_fkey" FOREIGN KEY ("organizationId", "versionId") REFERENCES "FrozenDocument"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_organizationId_covenantId_fkey" FOREIGN KEY ("organizationId", "covenantId") REFERENCES "Covenant"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_organizationId_breachId_fkey" FOREIGN KEY ("organizationId", "breachId") REFERENCES "CovenantBreach"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_organizationId_scheduleId_fkey" FOREIGN KEY ("organizationId", "scheduleId") REFERENCES "ReportSchedule"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_organizationId_reportId_fkey" FOREIGN KEY ("organizationId", "reportId") REFERENCES "MonitoringReport"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "IncidentNote" ADD CONSTRAINT "IncidentNote_organizationId_incidentId_fkey" FOREIGN KEY ("organizationId", "incidentId") REFERENCES "MonitoringIncident"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_organizationId_itemId_fkey" FOREIGN KEY ("organizationId", "itemId") REFERENCES "EsapItem"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_organizationId_findingId_fkey" FOREIGN KEY ("organizationId", "findingId") REFERENCES "Finding"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StakeholderEngagement" ADD CONSTRAINT "StakeholderEngagement_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrievanceMechanism" ADD CONSTRAINT "GrievanceMechanism_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_organizationId_mechanismId_fkey" FOREIGN KEY ("organizationId", "mechanismId") REFERENCES "GrievanceMechanism"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_organizationId_dealId_fkey" FOREIGN KEY ("organizationId", "dealId") REFERENCES "Deal"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_organizationId_auditId_fkey" FOREIGN KEY ("organizationId", "auditId") REFERENCES "Audit"("organizationId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_organizationId_responseId_fkey" FOREIGN KEY ("organizationId", "responseId") REFERENCES "QuestionnaireResponse"("organizationId", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FormKey" ADD CONSTRAINT "FormKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ==== prisma/sql/roles.sql ====

-- Roles belong to the whole server: another of its databases may have created them already.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['manumit_app', 'manumit_respondent', 'manumit_search'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOSUPERUSER NOCREATEDB NOCREATEROLE', role_name);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
      END;
    END IF;
  END LOOP;
END $$;
-- The owner assigns functions to this role (grants.sql).
GRANT manumit_search TO CURRENT_USER;

REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO manumit_app, manumit_respondent, manumit_search;

-- ==== prisma/sql/corrections.sql ====

-- What Prisma writes differently from what schema.prisma means: its SQL knows neither generated columns nor NULLS NOT DISTINCT.

-- By the riskier end of the range, then by the other. Double precision, since its comparisons are leakproof and an index serves them under row-level security.
ALTER TABLE "Supplier" DROP COLUMN "placeOrder";
ALTER TABLE "Supplier" ADD COLUMN "placeOrder" DOUBLE PRECISION GENERATED ALWAYS AS ("placeBest" + "placeWorst"::float8 / 100000000) STORED;
CREATE INDEX "Supplier_organizationId_placeOrder_partyId_idx" ON "Supplier" ("organizationId", "placeOrder", "partyId");

-- By score, then by rank, the riskiest greatest; suppliers without a rank come last among equal scores. Ranks of up to 999,999 keep their order.
ALTER TABLE "Supplier" DROP COLUMN "riskOrder";
ALTER TABLE "Supplier" ADD COLUMN "riskOrder" DOUBLE PRECISION GENERATED ALWAYS AS (
  ("score" * 10)::float8 * 1000000000000 - COALESCE("placeBest", 999999)::float8 * 1000000 - COALESCE("placeWorst", 999999)
) STORED;

-- A link without product and start date is unique too.
DROP INDEX "SupplyLink_span_key";
CREATE UNIQUE INDEX "SupplyLink_span_key"
  ON "SupplyLink" ("organizationId", "fromPartyId", "toPartyId", "kind", "product", "validFrom", "withdrawnAt") NULLS NOT DISTINCT;

-- A version is issued once of a subject, whose other columns are null.
DROP INDEX "FrozenDocument_version_key";
CREATE UNIQUE INDEX "FrozenDocument_version_key"
  ON "FrozenDocument" ("organizationId", "kind", "responseId", "auditId", "dealId", "monitoringReportId", "item", "version") NULLS NOT DISTINCT;

-- ==== prisma/sql/indexes.sql ====

-- Indexes over some rows of a table, which schema.prisma cannot express.

-- One key with which an organization signs, and one current schedule of a deal.
CREATE UNIQUE INDEX "SigningKey_one_in_use" ON "SigningKey" ("organizationId") WHERE "retiredAt" IS NULL;
CREATE UNIQUE INDEX "ReportSchedule_one_going" ON "ReportSchedule" ("organizationId", "dealId") WHERE "endedOn" IS NULL;
-- Each item and each finding is proposed once in a deal.
CREATE UNIQUE INDEX "SalientIssue_item_once" ON "SalientIssue" ("organizationId", "dealId", "itemKey") WHERE "version" = 1;
CREATE UNIQUE INDEX "SalientIssue_finding_once" ON "SalientIssue" ("organizationId", "dealId", "findingId") WHERE "version" = 1;
-- The indicators of an audit count once.
CREATE UNIQUE INDEX "GivenOverride_signs_once" ON "GivenOverride" ("organizationId", "auditId") WHERE "reading" IS NOT NULL;
-- Archived suppliers are few among many: to count and list them.
CREATE INDEX "Supplier_archived" ON "Supplier" ("organizationId", "nameKey", "partyId") WHERE "archivedAt" IS NOT NULL;
-- One open proposal of a kind and subject.
CREATE UNIQUE INDEX "Approval_one_open" ON "Approval" ("organizationId", "kind", "partyId", "actionId", "covenantId", "breachId", "caseId", "checkId", "auditId", "item") NULLS NOT DISTINCT WHERE "state" = 'open';
-- The order of the list of suppliers, whole and by band, with what the list is filtered by most: pages and counts are read from these without the table.
CREATE INDEX "Supplier_by_risk" ON "Supplier" ("organizationId", "riskOrder", "partyId")
  INCLUDE ("band", "country", "sector", "tier", "basis", "auditedOn", "ownerId") WHERE "archivedAt" IS NULL;
CREATE INDEX "Supplier_by_band" ON "Supplier" ("organizationId", "band", "riskOrder", "partyId")
  INCLUDE ("country", "sector", "tier", "basis", "auditedOn", "ownerId") WHERE "archivedAt" IS NULL;
-- Suppliers without a score come last in the order of risk, by name.
CREATE INDEX "Supplier_not_scored" ON "Supplier" ("organizationId", "nameKey", "partyId") WHERE "riskOrder" IS NULL;
-- A member has one default view of a list.
CREATE UNIQUE INDEX "ListPreference_one_default" ON "ListPreference" ("organizationId", "userId", "list") WHERE "isDefault";
-- What is due of suppliers: open responses, findings that are not verified, open tasks. Lists and queues read the earliest of many.
CREATE INDEX "QuestionnaireResponse_due" ON "QuestionnaireResponse" ("organizationId", "dueOn", "partyId") WHERE "status" = 'open' AND "dueOn" IS NOT NULL;
CREATE INDEX "Finding_due" ON "Finding" ("organizationId", "dueOn", "partyId") WHERE "status" <> 'verified' AND "withdrawnAt" IS NULL AND "dueOn" IS NOT NULL;
CREATE INDEX "Task_due" ON "Task" ("organizationId", "dueOn", "partyId") WHERE "doneAt" IS NULL;
-- What waits for a letter, and what is unread, are few among many.
CREATE INDEX "Notification_mail_due" ON "Notification" ("organizationId", "userId") WHERE "isMailDue";
CREATE INDEX "Notification_unread" ON "Notification" ("organizationId", "userId", "event") WHERE "readAt" IS NULL;
-- What the navigation counts on every page: answers to review, audits that are not over, corrective actions to verify or to carry out.
CREATE INDEX "QuestionnaireResponse_submitted" ON "QuestionnaireResponse" ("organizationId") WHERE "status" = 'submitted';
CREATE INDEX "Audit_current" ON "Audit" ("organizationId", "status", "startsOn") WHERE "status" IN ('planned', 'on-site', 'in-review');
CREATE INDEX "CorrectiveAction_completed" ON "CorrectiveAction" ("organizationId", "findingId") WHERE "status" = 'completed';
CREATE INDEX "CorrectiveAction_due" ON "CorrectiveAction" ("organizationId", "ownerMemberId", "dueOn") WHERE "status" IN ('pending', 'in-progress');

-- ==== prisma/sql/checks/access.sql ====

ALTER TABLE "User" ADD CONSTRAINT "User_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_status" CHECK ("status" IN ('drafted', 'reviewed'));
-- Revisions below this are those of the product’s own files.
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_revision" CHECK ("revision" > 1000);
ALTER TABLE "TranslatedString" ADD CONSTRAINT "TranslatedString_text" CHECK ("text" <> '' AND length("text") <= 2000);
-- Fewer answers, or those of fewer responses, say nothing of a kind of question and could say something of one respondent.
ALTER TABLE "MeasuredPace" ADD CONSTRAINT "MeasuredPace_enough" CHECK ("answers" >= 30 AND "responses" >= 5);
ALTER TABLE "MeasuredPace" ADD CONSTRAINT "MeasuredPace_seconds" CHECK ("seconds" BETWEEN 1 AND 300);
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

-- ==== prisma/sql/checks/audits.sql ====

ALTER TABLE "Audit" ADD CONSTRAINT "Audit_type" CHECK ("type" IN ('initial', 'periodic', 'follow-up'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_announcement" CHECK ("announcement" IN ('announced', 'semi-announced', 'unannounced'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_status" CHECK ("status" IN ('planned', 'on-site', 'in-review', 'approved', 'cancelled'));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_days" CHECK ("endsOn" >= "startsOn" AND "personDays" > 0);
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_follows" CHECK ("type" <> 'follow-up' OR "previousAuditId" IS NOT NULL);
-- Concluded and approved by two people.
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_four_eyes" CHECK ("approvedById" IS NULL OR ("concludedById" IS NOT NULL AND "approvedById" <> "concludedById"));
ALTER TABLE "Audit" ADD CONSTRAINT "Audit_approved" CHECK (("status" = 'approved') = ("approvedAt" IS NOT NULL));
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_part" CHECK ("part" IN ('lead', 'assessor', 'interpreter', 'observer'));
ALTER TABLE "AuditMember" ADD CONSTRAINT "AuditMember_declaration" CHECK ("declaration" IN ('independent', 'interest') AND ("declaration" <> 'interest' OR "interest" <> ''));
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_hash" CHECK ("hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_kind" CHECK ("kind" IN ('check', 'finding', 'photo', 'signature', 'tally', 'hours', 'wage', 'note', 'meeting', 'practice', 'element', 'revisit', 'explanation', 'narrative', 'requirement', 'review-reply', 'planLine', 'signedPlan'));
ALTER TABLE "AuditChecklist" ADD CONSTRAINT "AuditChecklist_position" CHECK ("position" >= 1);
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_kind" CHECK ("kind" IN ('hours', 'wage'));
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_status" CHECK ("status" IN ('proposed', 'added', 'withdrawn', 'discarded'));
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_hash" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
-- What was read of a file is kept only until it is added or discarded.
ALTER TABLE "AuditSampleFile" ADD CONSTRAINT "AuditSampleFile_staged" CHECK ("status" = 'proposed' OR "staged" IS NULL);
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_four_eyes" CHECK ("confirmedById" IS NULL OR "confirmedById" <> "enteredById");
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_confirmed" CHECK (("confirmedById" IS NULL) = ("confirmedAt" IS NULL));
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_withdrawn" CHECK (("withdrawnById" IS NULL) = ("withdrawnAt" IS NULL));
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_valid" CHECK ("validUntil" IS NULL OR "validFrom" IS NULL OR "validUntil" >= "validFrom");
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_limit" CHECK ("limitKind" IN ('weekly-hours', 'overtime-rate', 'deduction-share', 'hourly-minimum'));
ALTER TABLE "EnteredRequirement" ADD CONSTRAINT "EnteredRequirement_limit_value" CHECK (("limitKind" IS NULL) = ("limitValue" IS NULL));
-- A comment has a text and, unless it is about the record as a whole, a subject; a withdrawal names the comment that it ends.
ALTER TABLE "AuditComment" ADD CONSTRAINT "AuditComment_kind" CHECK (
  CASE "kind"
    WHEN 'record' THEN "about" IS NULL AND btrim("text") <> ''
    WHEN 'question' THEN "about" <> '' AND btrim("text") <> ''
    WHEN 'finding' THEN "about" <> '' AND btrim("text") <> ''
    WHEN 'withdrawal' THEN "about" <> '' AND "text" = ''
    ELSE FALSE
  END IS TRUE
);
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_type" CHECK ("type" IN ('initial', 'periodic', 'follow-up'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_announcement" CHECK ("announcement" IN ('announced', 'semi-announced', 'unannounced'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_payer" CHECK ("payer" IN ('buyer', 'site', 'other'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_status" CHECK ("status" IN ('sent', 'question', 'accepted', 'planned', 'reported', 'declined', 'withdrawn'));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_wanted" CHECK ("wantedTo" >= "wantedFrom");
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_agreed" CHECK (
  "status" NOT IN ('accepted', 'planned', 'reported') OR ("startsOn" IS NOT NULL AND "endsOn" >= "startsOn" AND "firmOrganizationId" IS NOT NULL)
);
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_declined" CHECK (("status" = 'declined') = ("declineReason" IS NOT NULL));
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_email" CHECK ("firmEmail" = lower("firmEmail") AND position('@' IN "firmEmail") > 1);
-- What the firm writes for a client of its own is accepted by itself.
ALTER TABLE "AuditCommission" ADD CONSTRAINT "AuditCommission_client" CHECK ("clientId" IS NULL OR "firmOrganizationId" = "organizationId");
ALTER TABLE "CommissionMessage" ADD CONSTRAINT "CommissionMessage_side" CHECK ("side" IN ('buyer', 'firm'));
ALTER TABLE "AuditClient" ADD CONSTRAINT "AuditClient_kind" CHECK ("kind" IN ('company', 'lender', 'other'));
ALTER TABLE "CommissionPlan" ADD CONSTRAINT "CommissionPlan_days" CHECK ("endsOn" >= "startsOn" AND ("personDays" IS NULL OR "personDays" > 0));
ALTER TABLE "CommissionAuditor" ADD CONSTRAINT "CommissionAuditor_part" CHECK ("part" IN ('lead', 'assessor', 'interpreter', 'observer'));
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_code" CHECK (
  "code" IN ('site-pays', 'earlier-consulting', 'rotation', 'member-of-buyer', 'member-of-supplier')
);
-- Proposed and decided by two people.
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_four_eyes" CHECK ("decidedById" IS NULL OR "decidedById" <> "proposedById");
ALTER TABLE "ConflictDecision" ADD CONSTRAINT "ConflictDecision_decided" CHECK (
  ("isAccepted" IS NULL) = ("decidedById" IS NULL) AND ("decidedById" IS NULL) = ("decidedAt" IS NULL)
);
ALTER TABLE "ConsultingService" ADD CONSTRAINT "ConsultingService_kind" CHECK ("kind" IN ('consulting', 'training', 'remediation', 'other'));
ALTER TABLE "ConsultingService" ADD CONSTRAINT "ConsultingService_days" CHECK ("endedOn" IS NULL OR "endedOn" >= "startedOn");
ALTER TABLE "AuditorCredential" ADD CONSTRAINT "AuditorCredential_kind" CHECK (
  "kind" IN ('apsca-csca', 'apsca-asca', 'apsca-ra', 'sa8000-lead', 'iso-45001-lead', 'interpreter', 'other')
);
ALTER TABLE "AuditorCredential" ADD CONSTRAINT "AuditorCredential_days" CHECK ("validFrom" IS NULL OR "validUntil" >= "validFrom");
ALTER TABLE "AuditorAbsence" ADD CONSTRAINT "AuditorAbsence_kind" CHECK ("kind" IN ('leave', 'travel', 'training', 'other'));
ALTER TABLE "AuditorAbsence" ADD CONSTRAINT "AuditorAbsence_days" CHECK ("endsOn" >= "startsOn");

-- ==== prisma/sql/checks/documents.sql ====

ALTER TABLE "SigningKey" ADD CONSTRAINT "SigningKey_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_kind" CHECK ("kind" IN ('person', 'time-stamp'));
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "SignatureAddition" ADD CONSTRAINT "SignatureAddition_personal" CHECK ("personalId" IS NULL OR "kind" = 'person');
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_protection" CHECK ("protection" IN ('passkey-secret', 'passkey-check'));
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_fingerprint" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$');
ALTER TABLE "PersonalSigningKey" ADD CONSTRAINT "PersonalSigningKey_revoked" CHECK (("revokedAt" IS NULL) = ("revokedById" IS NULL));
ALTER TABLE "PersonalSignature" ADD CONSTRAINT "PersonalSignature_protection" CHECK ("protection" IN ('passkey-secret', 'passkey-check'));
-- The passkey signed the hash of exactly this statement.
ALTER TABLE "PersonalSignature" ADD CONSTRAINT "PersonalSignature_challenge" CHECK (
  "challenge" = rtrim(translate(encode(sha256(convert_to("statement", 'UTF8')), 'base64'), '+/', '-_'), '=')
);
-- Exactly the subject of the kind; a year and a board paper of the organization have none.
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_subject" CHECK (
  num_nonnulls("responseId", "auditId", "dealId", "monitoringReportId") = ("kind" NOT IN ('yearly', 'board-paper'))::int AND CASE "kind"
    WHEN 'assessment' THEN "responseId" IS NOT NULL AND "item" = ''
    WHEN 'audit' THEN "auditId" IS NOT NULL AND "item" = ''
    WHEN 'yearly' THEN "item" ~ '^[0-9]{4}$' AND "item" BETWEEN '2003' AND '2200'
    WHEN 'board-paper' THEN "item" = ''
    WHEN 'due-diligence' THEN "dealId" IS NOT NULL AND "item" = ''
    WHEN 'monitoring' THEN "dealId" IS NOT NULL AND "item" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'
    WHEN 'esap' THEN "dealId" IS NOT NULL AND "item" = ''
    WHEN 'client-report' THEN "monitoringReportId" IS NOT NULL AND "item" = ''
    WHEN 'answers' THEN "responseId" IS NOT NULL AND "item" = ''
    WHEN 'shared-audit-report' THEN "auditId" IS NOT NULL AND "item" = ''
    WHEN 'published-result' THEN "auditId" IS NOT NULL AND "item" ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'
    ELSE FALSE
  END
);
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_hash" CHECK (
  "hash" ~ '^[0-9a-f]{64}$' AND ("content" ->> 'hash' IS NULL OR "content" ->> 'hash' = "hash")
);
-- The first version of a subject supersedes none.
ALTER TABLE "FrozenDocument" ADD CONSTRAINT "FrozenDocument_version" CHECK (
  "version" >= 1 AND ("version" > 1 OR "supersedesId" IS NULL) AND "supersedesId" <> "id"
);
ALTER TABLE "DocumentFile" ADD CONSTRAINT "DocumentFile_sha256" CHECK ("sha256" ~ '^[0-9a-f]{64}$');
ALTER TABLE "DocumentWithdrawal" ADD CONSTRAINT "DocumentWithdrawal_kind" CHECK (
  ("kind" = 'withdrawn' AND "correctedById" IS NULL) OR ("kind" = 'corrected' AND "correctedById" IS NOT NULL AND "correctedById" <> "documentId")
);
-- Every reader of a report sees the reason: one of a list without anything about a person. A published result shows the publisher's own text.
ALTER TABLE "DocumentWithdrawal" ADD CONSTRAINT "DocumentWithdrawal_reason" CHECK (CASE "documentKind"
  WHEN 'published-result' THEN "kind" = 'withdrawn' AND btrim("reason") <> ''
  ELSE "documentKind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper')
    AND "reason" IN ('error', 'new-information', 'issued-by-mistake', 'not-stated')
END);
ALTER TABLE "DocumentRecipient" ADD CONSTRAINT "DocumentRecipient_role" CHECK ("role" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "DocumentRecipient" ADD CONSTRAINT "DocumentRecipient_superseded" CHECK ("supersededAt" >= "createdAt");
ALTER TABLE "DocumentRead" ADD CONSTRAINT "DocumentRead_how" CHECK ("how" IN ('page', 'json', 'csv', 'xlsx', 'pdf', 'report', 'file'));
ALTER TABLE "DocumentRead" ADD CONSTRAINT "DocumentRead_times" CHECK ("times" >= 1);

-- ==== prisma/sql/checks/findings.sql ====

ALTER TABLE "Finding" ADD CONSTRAINT "Finding_evidenceGrade" CHECK ("evidenceGrade" IN ('none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_status" CHECK ("status" IN ('open', 'plan-agreed', 'fixed', 'verified'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_origin" CHECK ("origin" IN ('answer', 'auditor'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_frequency" CHECK ("frequency" IN ('once', 'occasional', 'frequent', 'continuous', 'unknown'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_extent" CHECK ("extent" IN ('isolated', 'systemic'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_methods" CHECK ("methods" <@ ARRAY['document', 'management', 'worker', 'union', 'observation']);
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_agreement" CHECK ("agreement" IN ('agree', 'partly', 'contradict', 'single-source'));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_people" CHECK ("peopleAffected" IS NULL OR ("peopleAffected" >= 0 AND NOT "isPeopleUnknown"));
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_links" CHECK ("lawUrl" ~ '^https?://' AND "codeUrl" ~ '^https?://');
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_repeat" CHECK ("repeatOfId" <> "id");
-- A person who records a finding states what was seen, the evidence, the number of people or that it is unknown, and whether it is isolated.
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_of_auditor" CHECK ("origin" <> 'auditor' OR (
  btrim("text") <> '' AND "extent" IS NOT NULL AND "recordedById" IS NOT NULL
  AND ("peopleAffected" IS NOT NULL OR "isPeopleUnknown")
  AND ("hasFile" OR cardinality("evidenceIds") > 0 OR btrim("evidenceSeen") <> '')
));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_kind" CHECK ("kind" IN ('corrective', 'remediation'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_timescale" CHECK ("timescale" IN ('immediate', '30', '60', '90', '180', '365'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_verification" CHECK ("verification" IN ('desktop', 'follow-up-visit', 'worker-interviews'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_status" CHECK ("status" IN ('pending', 'in-progress', 'completed', 'verified'));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_words" CHECK (btrim("action") <> '' AND btrim("owner") <> '');
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_agreed" CHECK (("agreedBy" = '') = ("agreedOn" IS NULL));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_committee" CHECK (("committee" = '') = ("committeeOn" IS NULL));
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_money" CHECK (
  ("amountMinor" IS NULL) = ("currency" IS NULL) AND ("amountMinor" IS NULL OR "amountMinor" >= 0) AND ("people" IS NULL OR "people" >= 0)
  AND ("currency" IS NULL OR "currency" ~ '^[A-Z]{3}$') AND ("kind" = 'remediation' OR ("amountMinor" IS NULL AND "people" IS NULL))
);
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_completed" CHECK (
  ("status" IN ('completed', 'verified')) = ("completedAt" IS NOT NULL AND ("completedById" IS NOT NULL OR "isFromReport"))
);
-- Completion and verification are by two people, and a verification states what was seen. What a shared report says was verified has no verifier here.
ALTER TABLE "CorrectiveAction" ADD CONSTRAINT "CorrectiveAction_verified" CHECK (
  ("status" = 'verified') = ("verifiedAt" IS NOT NULL) AND ("verifiedAt" IS NULL) <= ("verifiedById" IS NULL)
  AND ("verifiedAt" IS NULL OR "verifiedById" IS NOT NULL OR "isFromReport")
  AND ("status" <> 'verified' OR ("isFromReport" AND "verifiedById" IS NULL)
    OR (COALESCE("verifiedById" <> "completedById", "isFromReport") AND btrim("verificationSeen") <> ''))
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_kind" CHECK ("kind" IN ('dispute', 'comment', 'accept'));
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_verdict" CHECK ("verdict" IN ('upheld', 'changed', 'withdrawn'));
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_replied" CHECK (
  ("kind" IS NULL) = ("repliedOn" IS NULL) AND ("repliedOn" IS NULL) = ("repliedBy" = '')
  AND ("kind" IS NULL OR "kind" = 'accept' OR btrim("text") <> '') AND ("repliedOn" IS NULL OR "repliedOn" >= "sentOn")
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_answered" CHECK (
  ("verdict" IS NULL) = ("answeredAt" IS NULL) AND ("verdict" IS NULL) = ("answeredById" IS NULL) AND ("verdict" IS NULL OR btrim("answer") <> '')
);
ALTER TABLE "FindingReply" ADD CONSTRAINT "FindingReply_days" CHECK ("dueOn" >= "sentOn");
ALTER TABLE "FindingShare" ADD CONSTRAINT "FindingShare_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_words" CHECK (btrim("text") <> '');
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));
-- A group of one to four is never a number here.
ALTER TABLE "SharedFinding" ADD CONSTRAINT "SharedFinding_people" CHECK ("people" IN ('unknown', 'under-5', '0') OR "people" ~ '^([5-9]|[1-9][0-9]+)$');
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_kind" CHECK ("kind" IN ('reply', 'action', 'progress', 'extension'));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_by" CHECK (btrim("by") <> '');
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_reply" CHECK (
  ("kind" = 'reply') = ("replyKind" IS NOT NULL) AND ("replyKind" IS NULL OR "replyKind" IN ('dispute', 'comment', 'accept'))
);
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_action" CHECK (
  ("kind" = 'action') = ("timescale" IS NOT NULL) AND ("timescale" IS NULL OR "timescale" IN ('immediate', '30', '60', '90', '180', '365'))
  AND ("kind" <> 'action' OR (btrim("text") <> '' AND btrim("owner") <> '' AND btrim("rootCause") <> ''))
);
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_of_action" CHECK ("kind" NOT IN ('progress', 'extension') OR ("actionId" IS NOT NULL AND btrim("text") <> ''));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_extension" CHECK (("kind" = 'extension') = ("newDueOn" IS NOT NULL));
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_verdict" CHECK ("verdict" IN ('accepted', 'returned'));
-- Decided by another person than the author; a return states its reason.
ALTER TABLE "SiteMessage" ADD CONSTRAINT "SiteMessage_decided" CHECK (
  ("verdict" IS NULL) = ("decidedAt" IS NULL) AND ("verdict" IS NULL) = ("decidedById" IS NULL)
  AND ("decidedById" IS NULL OR "decidedById" <> "sentById") AND ("verdict" IS NULL OR "kind" IN ('action', 'progress'))
  AND ("verdict" <> 'returned' OR btrim("answer") <> '')
);
ALTER TABLE "GoodPractice" ADD CONSTRAINT "GoodPractice_text" CHECK (btrim("text") <> '');
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_words" CHECK (btrim("text") <> '');
ALTER TABLE "SharedWording" ADD CONSTRAINT "SharedWording_grade" CHECK ("grade" IN ('critical', 'major', 'moderate', 'minor'));

-- ==== prisma/sql/checks/lending.sql ====

ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_product" CHECK ("product" IN ('advisory', 'project-finance', 'corporate-loan', 'bridge-loan', 'refinance', 'other'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_sector" CHECK ("sector" IN ('mining', 'infrastructure', 'oil-and-gas', 'power', 'others'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_stage" CHECK ("stage" IN ('planning', 'construction', 'operation', 'decommissioning'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_lenderRole" CHECK ("lenderRole" IN ('lender', 'arranger', 'agent', 'adviser'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_refinancedBy" CHECK ("refinancedBy" IN ('project-finance', 'corporate-loan', 'other'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_currency" CHECK ("currency" ~ '^[A-Z]{3}$');
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_amounts" CHECK ("capitalCostMinor" >= 0 AND "loanTotalMinor" >= 0 AND "commitmentMinor" >= 0 AND "tenorMonths" > 0 AND "usdRate" > 0);
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_rate" CHECK (("usdRate" IS NULL) = ("usdRateOn" IS NULL));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_hostCountries" CHECK (cardinality("hostCountries") BETWEEN 1 AND 20);
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_closed" CHECK ("closedOn" IS NULL OR ("signedOn" IS NOT NULL AND "closedOn" >= "signedOn"));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_status" CHECK ("status" IN ('draft', 'screened', 'categorised', 'assessed', 'reviewed', 'plan-agreed',
  'committee', 'conditions-met', 'closed', 'monitoring', 'exited', 'held', 'declined'));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_held" CHECK (("status" = 'held') = ("heldFrom" IS NOT NULL));
ALTER TABLE "Deal" ADD CONSTRAINT "Transaction_region" CHECK ("region" IN ('americas', 'emea', 'asia-pacific'));
ALTER TABLE "ApplicabilityScreening" ADD CONSTRAINT "TransactionScope_edition" CHECK ("edition" IN ('EP3', 'EP4'));
ALTER TABLE "ApplicabilityScreening" ADD CONSTRAINT "TransactionScope_result" CHECK ("result" IN ('in', 'out', 'unknown'));
ALTER TABLE "DealCategorisation" ADD CONSTRAINT "TransactionCategory_category" CHECK ("category" IN ('A', 'B', 'C'));
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "TransactionStep_decision" CHECK ("decision" IN ('approve', 'approve-with-conditions', 'hold', 'decline'));
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "TransactionStep_conditions" CHECK ("decision" <> 'approve-with-conditions' OR "conditions" <> '');
ALTER TABLE "DealStatusChange" ADD CONSTRAINT "TransactionStep_reason" CHECK ("reason" <> '' OR ("decision" IS NULL AND "toStatus" NOT IN ('held', 'declined')));
ALTER TABLE "DealParty" ADD CONSTRAINT "TransactionParty_part" CHECK ("part" IN ('sponsor', 'epc-contractor', 'subcontractor', 'labour-recruiter', 'camp', 'primary-supplier', 'operator'));
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_number" CHECK ("number" > 0);
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_action" CHECK (btrim("action") <> '');
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_milestone" CHECK ("milestone" IN ('cp-signing', 'cp-disbursement', 'construction', 'operation'));
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_cost" CHECK (("costMinor" IS NULL) = ("currency" IS NULL) AND "costMinor" >= 0 AND "currency" ~ '^[A-Z]{3}$');
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_source" CHECK ("itemKey" IS NULL OR "findingId" IS NULL);
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_status" CHECK ("status" IN ('open', 'in-progress', 'done', 'verified', 'dropped'));
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_dropped" CHECK ("status" <> 'dropped' OR btrim("statusReason") <> '');
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_done" CHECK (
  ("status" IN ('done', 'verified')) = ("doneById" IS NOT NULL) AND ("doneById" IS NULL) = ("doneAt" IS NULL)
  AND ("doneById" IS NULL OR btrim("doneNote") <> ''));
-- Verified by another person than the one who marked it done, who describes what was seen.
ALTER TABLE "EsapItem" ADD CONSTRAINT "EsapLine_verified" CHECK (
  ("status" = 'verified') = ("verifiedById" IS NOT NULL) AND ("verifiedById" IS NULL) = ("verifiedAt" IS NULL)
  AND ("verifiedById" IS NULL OR ("verifiedById" <> "doneById" AND btrim("verifiedSeen") <> '')));
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_how" CHECK ("how" IN ('link', 'paper') AND ("how" = 'paper') = ("byUserId" IS NOT NULL));
ALTER TABLE "EsapAgreement" ADD CONSTRAINT "EsapAgreement_who" CHECK (btrim("name") <> '' AND btrim("function") <> '');
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_text" CHECK (btrim("text") <> '');
ALTER TABLE "EsapComment" ADD CONSTRAINT "EsapComment_client" CHECK (
  "versionId" IS NULL OR ("byUserId" IS NULL AND btrim("byName") <> '' AND btrim("byFunction") <> ''));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_kind" CHECK ("kind" IN ('law', 'esmp', 'action-plan', 'reporting', 'access', 'notification', 'traceability',
  'fee-repayment', 'camp-standard', 'flow-down', 'decommissioning'));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_text" CHECK (btrim("text") <> '' AND "number" > 0);
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_frequency" CHECK ("frequency" IN ('once', 'monthly', 'quarterly', 'half-yearly', 'yearly'));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_tester" CHECK ("tester" IN ('lender', 'client', 'consultant'));
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_notice" CHECK (
  ("kind" = 'notification') = ("noticeHours" IS NOT NULL) AND ("noticeHours" IS NULL) = ("noticeOf" IS NULL)
  AND ("noticeHours" IS NULL OR "noticeHours" BETWEEN 1 AND 8784) AND ("noticeOf" IS NULL OR "noticeOf" IN ('any', 'grave'))
);
ALTER TABLE "Covenant" ADD CONSTRAINT "Covenant_ended" CHECK (
  ("endedOn" IS NULL) = ("endedById" IS NULL) AND ("endedOn" IS NULL) = ("endReason" = '') AND ("endedOn" IS NULL OR "nextDueOn" IS NULL)
);
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_result" CHECK ("result" IN ('met', 'not-met', 'not-tested'));
-- A covenant not met or not tested has a reason; one that is met has evidence.
ALTER TABLE "CovenantTest" ADD CONSTRAINT "CovenantTest_words" CHECK (CASE "result" WHEN 'met' THEN btrim("evidence") <> '' ELSE btrim("reason") <> '' END);
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_status" CHECK ("status" IN ('open', 'planned', 'remedied', 'default') AND btrim("text") <> '');
ALTER TABLE "CovenantBreach" ADD CONSTRAINT "CovenantBreach_plan" CHECK ("status" <> 'planned' OR "planDueOn" IS NOT NULL);
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_kind" CHECK ("kind" IN ('planned', 'remedied', 'default') AND btrim("text") <> '');
ALTER TABLE "BreachStep" ADD CONSTRAINT "BreachStep_plan" CHECK (("kind" = 'planned') = ("dueOn" IS NOT NULL));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_frequency" CHECK ("frequency" IN ('monthly', 'quarterly', 'half-yearly', 'yearly'));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_days" CHECK ("dueDays" BETWEEN 1 AND 366);
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_next" CHECK (("nextPeriodFrom" IS NULL) = ("nextDueOn" IS NULL));
ALTER TABLE "ReportSchedule" ADD CONSTRAINT "ReportSchedule_ended" CHECK (("endedOn" IS NULL) = ("endReason" = ''));
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_period" CHECK ("periodFrom" <= "periodTo" AND "periodTo" < "dueOn");
ALTER TABLE "MonitoringReport" ADD CONSTRAINT "MonitoringReport_status" CHECK ("status" IN ('draft', 'sent', 'questioned', 'accepted'));
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_verdict" CHECK ("verdict" IN ('accepted', 'questioned'));
ALTER TABLE "ReportVerdict" ADD CONSTRAINT "ReportVerdict_comment" CHECK ("verdict" <> 'questioned' OR btrim("comment") <> '');
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_kind" CHECK ("kind" IN ('death', 'injury', 'fire', 'violence', 'strike', 'housing',
  'pay', 'environment', 'authority', 'other', 'restricted'));
-- Of a sensitive case only the fact that the lender was notified is recorded here.
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_restricted" CHECK (
  CASE "kind" WHEN 'restricted' THEN "text" = '' AND "died" IS NULL AND "harmed" IS NULL ELSE btrim("text") <> '' END
);
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_times" CHECK (
  "learnedAt" >= "happenedAt" AND ("reportedAt" IS NULL OR "reportedAt" >= "happenedAt") AND ("noticeHours" IS NULL) = ("deadlineAt" IS NULL)
  AND "died" >= 0 AND "harmed" >= 0
);
ALTER TABLE "MonitoringIncident" ADD CONSTRAINT "MonitoringIncident_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "IncidentNote" ADD CONSTRAINT "IncidentNote_kind" CHECK ("kind" IN ('follow-up', 'told', 'closed') AND ("kind" = 'told' OR btrim("text") <> ''));
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_place" CHECK ("number" > 0 AND "version" > 0);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_topic" CHECK ("topic" IN ('forced-labour', 'recruitment-fees', 'papers-and-movement', 'migrant-terms',
  'child-labour', 'association', 'discrimination', 'harassment', 'wages-hours', 'safety', 'housing', 'dismissal', 'grievance', 'supply-chain', 'security',
  'land', 'community-health', 'indigenous', 'other') AND btrim("title") <> '');
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_people" CHECK (
  "affected" <@ ARRAY['project', 'contracted', 'supply-chain', 'communities'] AND "vulnerable" <@ ARRAY['migrants', 'women', 'young']
);
-- A grade has a reason; null means not known.
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_grades" CHECK (
  "scale" BETWEEN 1 AND 5 AND "scope" BETWEEN 1 AND 5 AND "irremediability" BETWEEN 1 AND 5 AND "likelihood" BETWEEN 1 AND 5
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_reasons" CHECK (
  ("scale" IS NULL OR btrim("scaleReason") <> '') AND ("scope" IS NULL OR btrim("scopeReason") <> '')
  AND ("irremediability" IS NULL OR btrim("irremediabilityReason") <> '') AND ("likelihood" IS NULL OR btrim("likelihoodReason") <> '')
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_residual" CHECK (
  "residual" IS NULL OR "residual" IN ('unchanged', 'lower', 'much-lower') AND btrim("residualReason") <> ''
);
ALTER TABLE "SalientIssue" ADD CONSTRAINT "SalientIssue_status" CHECK (
  "status" IN ('open', 'closed') AND ("status" = 'open' OR btrim("statusReason") <> '') AND ("itemKey" IS NULL OR "findingId" IS NULL)
);
-- A count is a number, *fewer than five* or *not known*: one to four are never kept.
ALTER TABLE "StakeholderEngagement" ADD CONSTRAINT "Engagement_people" CHECK ("people" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$');
ALTER TABLE "StakeholderEngagement" ADD CONSTRAINT "Engagement_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("subjects") <> '' AND btrim("languages") <> ''
  AND "way" IN ('meeting', 'small-group', 'interviews', 'survey', 'hearing', 'visit', 'writing')
  AND "groups" <@ ARRAY['workers', 'contracted', 'migrants', 'women', 'representatives', 'communities', 'indigenous', 'organizations', 'authorities']
);
ALTER TABLE "GrievanceMechanism" ADD CONSTRAINT "GrievanceMechanism_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("name") <> '' AND "audience" IN ('workers', 'communities', 'both')
  AND "operator" IN ('client', 'contractor', 'independent', 'union', 'authority')
  AND "channels" <@ ARRAY['person', 'box', 'phone', 'message', 'web', 'representative']
  AND "isAnonymous" IN ('yes', 'no', 'unknown') AND "isFree" IN ('yes', 'no', 'unknown') AND "noRetaliation" IN ('yes', 'no', 'unknown')
);
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_counts" CHECK (
  "opened" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$' AND "closed" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$'
  AND "retaliation" ~ '^(unknown|under-5|0|[5-9]|[1-9][0-9]{1,7})$'
);
-- The median of fewer than five could be one person's.
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_median" CHECK (
  "medianDays" IS NULL OR "medianDays" >= 0 AND "closed" ~ '^([5-9]|[1-9][0-9]{1,7})$'
);
ALTER TABLE "GrievancePeriod" ADD CONSTRAINT "GrievancePeriod_period" CHECK ("periodFrom" <= "periodTo" AND "version" > 0 AND "mechanismNumber" > 0);
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_words" CHECK (
  "number" > 0 AND "version" > 0 AND btrim("name") <> '' AND btrim("firm") <> '' AND "purpose" IN ('review', 'monitoring')
  AND "isRequired" IN ('yes', 'no') AND btrim("requiredReason") <> '' AND "isShared" IN ('yes', 'no', 'unknown')
);
-- Each tie is described; conclusions are those of a report.
ALTER TABLE "ConsultantCheck" ADD CONSTRAINT "ConsultantCheck_ties" CHECK (
  btrim("paidBy") <> '' AND btrim("earlierWork") <> '' AND btrim("financialInterest") <> '' AND btrim("ownDocuments") <> '' AND btrim("otherTies") <> ''
  AND ("conclusions" = '' OR "reportOn" IS NOT NULL)
);

-- ==== prisma/sql/checks/organizations.sql ====

ALTER TABLE "Membership" ADD CONSTRAINT "Membership_role" CHECK ("role" IN ('owner', 'manager', 'auditor', 'reviewer', 'viewer'));
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role" CHECK ("role" IN ('owner', 'manager', 'auditor', 'reviewer', 'viewer'));

-- ==== prisma/sql/checks/platform.sql ====

ALTER TABLE "StoredFile" ADD CONSTRAINT "StoredFile_scan" CHECK ("scan" IN ('not-scanned', 'waiting', 'clean', 'infected', 'failed'));
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_status" CHECK ("status" IN ('waiting', 'running', 'done', 'failed', 'cancelled'));
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_attempt" CHECK ("attempt" BETWEEN 0 AND "attempts");
ALTER TABLE "JobRun" ADD CONSTRAINT "Run_nextAttemptAt" CHECK ("nextAttemptAt" IS NULL OR "attempt" < "attempts");
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_confirmed" CHECK (("confirmedAt" IS NULL) = ("hash" IS NULL) AND ("confirmedAt" IS NULL) = ("confirmedById" IS NULL));
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_withdrawn" CHECK (
    ("withdrawnAt" IS NULL) = ("withdrawnById" IS NULL) AND ("withdrawnAt" IS NULL) = ("withdrawReason" IS NULL)
    AND ("withdrawnAt" IS NULL OR "confirmedAt" IS NOT NULL));
ALTER TABLE "ReferenceTableEdition" ADD CONSTRAINT "ReferenceTableEdition_hash" CHECK ("hash" IS NULL OR "hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_state" CHECK ("state" IN ('open', 'approved', 'rejected', 'withdrawn', 'expired', 'revoked'));
-- Exactly the subject of the kind.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_subject" CHECK (
  num_nonnulls("partyId", "actionId", "covenantId", "breachId", "caseId", "checkId", "auditId") = 1 AND CASE "kind"
    WHEN 'override-waiver' THEN "partyId" IS NOT NULL AND "item" <> ''
    WHEN 'due-date-extension' THEN "actionId" IS NOT NULL AND "item" = ''
    WHEN 'covenant-deletion' THEN "covenantId" IS NOT NULL AND "item" = ''
    WHEN 'covenant-end' THEN "covenantId" IS NOT NULL AND "item" = ''
    WHEN 'breach-remedy' THEN "breachId" IS NOT NULL AND "item" = ''
    WHEN 'covenant-waiver' THEN "covenantId" IS NOT NULL AND "item" = ''
    WHEN 'recruiter-status' THEN "partyId" IS NOT NULL AND "item" = ''
    WHEN 'consultant-independence' THEN "checkId" IS NOT NULL AND "item" = ''
    WHEN 'audit-gate-point' THEN "auditId" IS NOT NULL AND "item" <> ''
    WHEN 'verification-gate-point' THEN "actionId" IS NOT NULL AND "item" <> ''
    WHEN 'sensitive-case-decision' THEN "caseId" IS NOT NULL
      AND "item" IN ('authorities', 'release', 'assign', 'unassign', 'close', 'reopen', 'hold', 'end-hold')
    ELSE FALSE
  END
);
-- A status has a reason code beside its text, the record of a consultant is its own reason, and texts of a sensitive case are sealed in its log.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_reason" CHECK (
  CASE "kind"
    WHEN 'recruiter-status' THEN "payload" ->> 'reasonCode' IS NOT NULL
    WHEN 'consultant-independence' THEN "reason" = ''
    WHEN 'sensitive-case-decision' THEN "reason" = '' AND "decisionNote" = '' AND "payload" = '{}'
    ELSE btrim("reason") <> ''
  END
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_decided" CHECK (
  ("state" = 'open') = ("decidedAt" IS NULL) AND ("state" IN ('open', 'expired')) = ("decidedById" IS NULL)
);
-- A covenant waiver expires after its last day, the judgement of a consultant when a later record replaces the one to judge; no other kind expires.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_ends" CHECK (
  ("expiresAt" IS NOT NULL) = ("kind" = 'covenant-waiver') AND ("state" <> 'expired' OR "kind" IN ('covenant-waiver', 'consultant-independence'))
  AND ("state" <> 'withdrawn' OR "kind" IN ('override-waiver', 'due-date-extension', 'recruiter-status', 'sensitive-case-decision', 'audit-gate-point', 'verification-gate-point'))
);
-- An accepted gate point is revoked with a reason; no other decision is.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_revoked" CHECK (
  ("state" = 'revoked') = ("revokedAt" IS NOT NULL) AND ("revokedAt" IS NULL) = ("revokedById" IS NULL) AND ("revokedAt" IS NULL) = (btrim("revokeReason") = '')
  AND ("state" <> 'revoked' OR "kind" IN ('audit-gate-point', 'verification-gate-point'))
);
-- The proposer may withdraw a proposal, and decides nothing else about it.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_two_people" CHECK (
  "decidedById" IS NULL OR ("state" = 'withdrawn') = ("decidedById" = "proposedById")
);
-- A site proposes more time and nothing else, and withdraws nothing.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_proposer" CHECK (
  "proposer" = 'member' OR "proposer" = 'site' AND "kind" = 'due-date-extension' AND "state" <> 'withdrawn'
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_explained" CHECK (
  "kind" IN ('override-waiver', 'sensitive-case-decision') OR "state" <> 'rejected' OR btrim("decisionNote") <> ''
);
-- The independence of a consultant and a gate point are decided with reasons, either way.
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_judged" CHECK (
  "kind" NOT IN ('consultant-independence', 'audit-gate-point', 'verification-gate-point') OR "state" NOT IN ('approved', 'rejected')
  OR btrim("decisionNote") <> ''
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_extension" CHECK (
  "kind" <> 'due-date-extension' OR ("payload" ->> 'newDueOn')::date > ("payload" ->> 'oldDueOn')::date IS TRUE
);
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_covenant" CHECK (
  CASE "kind"
    WHEN 'covenant-end' THEN ("payload" ->> 'endedOn')::date IS NOT NULL
    WHEN 'covenant-waiver' THEN ("payload" ->> 'untilOn')::date IS NOT NULL
      AND ("state" <> 'approved' OR ("decidedAt" AT TIME ZONE 'UTC')::date <= ("payload" ->> 'untilOn')::date)
    ELSE TRUE
  END
);
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_list" CHECK ("list" IN ('suppliers', 'findings', 'requests'));
ALTER TABLE "SavedView" ADD CONSTRAINT "SavedView_text" CHECK (btrim("name") <> '' AND length("name") <= 80 AND length("query") <= 4000);
ALTER TABLE "ListPreference" ADD CONSTRAINT "ListPreference_list" CHECK ("list" IN ('suppliers', 'findings', 'requests'));
-- The events of app/platform/notifications/notification-events.ts. None is about a sensitive case.
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_event" CHECK ("event" IN (
  'task-assigned', 'supplier-assigned', 'action-assigned', 'audit-assigned', 'commission-received', 'commission-changed', 'credential-expiring', 'note-mention', 'task-due', 'task-overdue', 'action-due', 'action-overdue',
  'alert-raised', 'response-received', 'finding-replied', 'site-message', 'report-ready', 'audit-returned', 'audit-replied', 'score-report-ready', 'deal-report-ready',
  'band-changed', 'followed-alert', 'followed-finding', 'audit-starting', 'request-overdue', 'covenant-due', 'covenant-overdue', 'monitoring-due',
  'monitoring-overdue'
));
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_count" CHECK ("count" > 0);
ALTER TABLE "NotificationKey" ADD CONSTRAINT "NotificationKey_purpose" CHECK (
  "purpose" = 'calendar' AND "expiresAt" IS NULL OR "purpose" = 'unsubscribe' AND "expiresAt" IS NOT NULL
);

-- ==== prisma/sql/checks/questionnaires.sql ====

ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_kind" CHECK ("kind" IN ('self-assessment', 'audit', 'screening', 'lender-review', 'recruiter-review'));
-- No page opens an assessment that an audit records before the audit is approved.
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_status" CHECK ("status" IN ('recording', 'open', 'submitted', 'approved'));
-- A sign-off names its person and time; reopening the answers or sending new ones ends it.
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_approved" CHECK (("status" = 'approved') = ("approvedAt" IS NOT NULL) AND ("approvedAt" IS NULL) = ("approvedById" IS NULL));
ALTER TABLE "QuestionnaireResponse" ADD CONSTRAINT "Assessment_unreviewed" CHECK ("unreviewedAtApproval" IS NULL OR ("unreviewedAtApproval" >= 0 AND "approvedAt" IS NOT NULL));
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_status" CHECK ("status" IN ('draft', 'offered'));
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_frozen" CHECK ("frozenAt" IS NULL OR "status" = 'offered');
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_version" CHECK ("version" >= 1);
ALTER TABLE "QuestionnaireTemplate" ADD CONSTRAINT "OwnInstrument_key" CHECK ("frozenAt" IS NULL OR "key" = "code" || '@' || "version" || '.0.0');
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_status" CHECK ("status" IN ('invited', 'opened', 'started', 'submitted', 'refused', 'bounced', 'withdrawn'));
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_refused" CHECK ("status" <> 'refused' OR "refusedAt" IS NOT NULL);
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_chainStatement" CHECK ("chainStatement" IN ('all', 'some', 'none', 'unknown', 'withheld'));
ALTER TABLE "QuestionnaireRequest" ADD CONSTRAINT "AnswerRequest_submitted" CHECK ("status" <> 'submitted' OR ("submittedAt" IS NOT NULL AND ("snapshotId" IS NOT NULL OR "viaResponseId" IS NOT NULL)));
ALTER TABLE "Campaign" ADD CONSTRAINT "Campaign_status" CHECK ("status" IN ('draft', 'going', 'closed'));
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_status" CHECK ("status" IN ('waiting', 'asked', 'sent', 'left-out'));
ALTER TABLE "CampaignTarget" ADD CONSTRAINT "CampaignTarget_reason" CHECK (("status" = 'left-out') = ("reason" IS NOT NULL));
ALTER TABLE "Answer" ADD CONSTRAINT "Answer_shown" CHECK (("shownLocale" IS NULL) = ("shownRevision" IS NULL) AND "shownRevision" >= 0);
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_outcome" CHECK ("outcome" IN ('accepted', 'questioned'));
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_comment" CHECK ("outcome" IS DISTINCT FROM 'questioned' OR "comment" <> '');
ALTER TABLE "AnswerReview" ADD CONSTRAINT "AnswerReview_grade" CHECK ("grade" IS NULL OR ("reason" <> '' AND "gradeBefore" IS NOT NULL));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_grade" CHECK ("grade" IN ('none', 'self-declared', 'document-uploaded', 'document-checked', 'audit-announced', 'audit-unannounced'));
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_audience" CHECK ("audience" <@ ARRAY['buyer', 'auditor', 'lender'] AND "redactedAudience" <@ ARRAY['buyer', 'auditor', 'lender']);
ALTER TABLE "EvidenceUpload" ADD CONSTRAINT "EvidenceUpload_size" CHECK ("sizeBytes" > 0 AND "receivedBytes" BETWEEN 0 AND "sizeBytes");

-- ==== prisma/sql/checks/risk.sql ====

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

-- ==== prisma/sql/checks/safeguarding.sql ====

ALTER TABLE "SensitiveCase" ADD CONSTRAINT "ZeroToleranceCase_status" CHECK ("status" IN ('open', 'closed'));
ALTER TABLE "SensitiveCase" ADD CONSTRAINT "ZeroToleranceCase_closed" CHECK (
  ("status" = 'closed') = ("closedAt" IS NOT NULL) AND ("closedAt" IS NULL) = ("eraseOn" IS NULL) AND ("erasedAt" IS NULL OR "salt" IS NULL)
);
ALTER TABLE "SensitiveCaseText" ADD CONSTRAINT "CaseText_sealed" CHECK ("sealed" LIKE 'v1.%');

-- ==== prisma/sql/checks/sharing.sql ====

ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_variant" CHECK ("variant" IN ('original', 'redacted'));
ALTER TABLE "SharedFile" ADD CONSTRAINT "SharedFile_scan" CHECK ("scan" IN ('clean', 'not-scanned'));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_status" CHECK ("status" IN ('offered', 'accepted', 'refused', 'revoked'));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_purpose" CHECK ("purpose" IN ('buyer', 'auditor', 'lender'));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_accepted" CHECK ("status" <> 'accepted' OR ("acceptedAt" IS NOT NULL AND "recipientOrganizationId" IS NOT NULL));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_email" CHECK ("recipientEmail" = lower("recipientEmail") AND position('@' IN "recipientEmail") > 1);
-- A shared report is named.
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_report" CHECK (("auditReportId" IS NULL) = ("reportTitle" IS NULL));
ALTER TABLE "SharedAccess" ADD CONSTRAINT "AccessGrant_commission" CHECK ("commissionId" IS NULL OR "auditReportId" IS NOT NULL);
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_status" CHECK ("status" IN ('open', 'granted', 'refused', 'withdrawn'));
ALTER TABLE "AccessRequest" ADD CONSTRAINT "AccessRequest_purpose" CHECK ("purpose" IN ('buyer', 'auditor', 'lender'));

-- ==== prisma/sql/checks/suppliers.sql ====

ALTER TABLE "Party" ADD CONSTRAINT "Party_kind" CHECK ("kind" IN ('buyer', 'supplier', 'site', 'labour-recruiter', 'unknown-origin'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_country" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_people" CHECK ("workers" >= 0 AND "migrantShare" BETWEEN 0 AND 1 AND "agencyShare" BETWEEN 0 AND 1);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_tier" CHECK ("tier" >= 1 AND "declaredTier" >= 0);
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_band" CHECK ("band" IN ('low', 'moderate', 'elevated', 'high', 'severe'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_scoreStatus" CHECK ("scoreStatus" IN ('scored', 'not-scored'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_score" CHECK ("scoreLow" <= "score" AND "score" <= "scoreHigh");
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_basis" CHECK ("basis" IN ('A', 'B', 'C', 'D', 'E'));
ALTER TABLE "Supplier" ADD CONSTRAINT "Supplier_place" CHECK ("placeBest" >= 1 AND "placeBest" <= "placeWorst" AND "inRiskiestTenth" BETWEEN 0 AND 1);
ALTER TABLE "SupplierTally" ADD CONSTRAINT "SupplierTally_measure" CHECK ("measure" IN ('standing', 'country', 'division'));
ALTER TABLE "Site" ADD CONSTRAINT "Site_country" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "Site" ADD CONSTRAINT "Site_place" CHECK ("latitude" BETWEEN -90 AND 90 AND "longitude" BETWEEN -180 AND 180);
ALTER TABLE "Site" ADD CONSTRAINT "Site_pointDoubt" CHECK ("pointDoubt" IS NULL OR "pointDoubt" IN ('sea', 'outside-country', 'swapped', 'centroid', 'shared'));
ALTER TABLE "Site" ADD CONSTRAINT "Site_people" CHECK ("workers" >= 0 AND "femaleShare" BETWEEN 0 AND 1 AND "migrantShare" BETWEEN 0 AND 1 AND "agencyShare" BETWEEN 0 AND 1);
ALTER TABLE "LabourRecruiter" ADD CONSTRAINT "LabourProvider_country" CHECK ("country" ~ '^[A-Z]{2}$');
ALTER TABLE "RecruiterRecord" ADD CONSTRAINT "ProviderRecord_kind" CHECK ("kind" IN ('licence', 'certification', 'assessment', 'sanction', 'complaints', 'corridor', 'fee', 'status'));
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_kind" CHECK ("kind" IN ('supplies', 'subcontracts', 'recruits', 'owns', 'houses'));
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_not_itself" CHECK ("fromPartyId" <> "toPartyId");
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_share" CHECK ("share" BETWEEN 0 AND 1 AND "confidence" BETWEEN 0 AND 1);
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_volume" CHECK ("volume" >= 0 AND ("volume" IS NULL) = ("volumeUnit" IS NULL));
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_period" CHECK ("validFrom" <= "validTo");
ALTER TABLE "OrderTotal" ADD CONSTRAINT "OrderTotal_lines" CHECK ("lines" > 0 AND cardinality("lineKeys") = "lines" AND "firstOn" <= "lastOn");
ALTER TABLE "SupplyLink" ADD CONSTRAINT "SupplyLink_withdrawn" CHECK (
  "withdrawnAs" IN ('taken-away', 'corrected', 'taken-back') AND ("withdrawnAt" IS NULL) = ("withdrawnAs" IS NULL) AND ("withdrawnById" IS NULL OR "withdrawnAt" IS NOT NULL));
ALTER TABLE "Source" ADD CONSTRAINT "Source_kind" CHECK ("kind" IN ('import-row', 'member', 'response', 'demonstration') AND ("kind" <> 'import-row' OR "importRowId" IS NOT NULL));
ALTER TABLE "ImportBatch" ADD CONSTRAINT "ImportBatch_status" CHECK ("status" IN ('received', 'staged', 'accepted', 'committed', 'failed', 'cancelled', 'undone')
  AND ("status" = 'undone') = ("undoneAt" IS NOT NULL));
ALTER TABLE "ImportRow" ADD CONSTRAINT "ImportRow_status" CHECK ("status" IN ('parsed', 'valid', 'warned', 'invalid'));
ALTER TABLE "RecognisedTerm" ADD CONSTRAINT "RecognisedTerm_field" CHECK ("field" IN ('sector', 'product', 'country', 'tier') AND btrim("termKey") <> '');
ALTER TABLE "SupplierContact" ADD CONSTRAINT "SupplierContact_email" CHECK ("email" = lower("email") AND position('@' IN "email") > 1);
ALTER TABLE "ContactPerson" ADD CONSTRAINT "ContactPerson_person" CHECK (
  btrim("personKey") <> '' AND ("email" IS NULL OR "email" = lower("email") AND position('@' IN "email") > 1));
ALTER TABLE "DeclaredParty" ADD CONSTRAINT "NamedParty_kind" CHECK ("kind" IN ('subcontractor', 'labour-recruiter'));
ALTER TABLE "DeclaredParty" ADD CONSTRAINT "NamedParty_takenBack" CHECK (("takenBackAt" IS NULL) = ("takenBackById" IS NULL));
ALTER TABLE "PartyMerge" ADD CONSTRAINT "PartyMerge_kind" CHECK ("kind" IN ('merge', 'split'));
ALTER TABLE "MatchDecision" ADD CONSTRAINT "MatchDecision_verdict" CHECK ("verdict" IN ('same', 'different'));
ALTER TABLE "DuplicatePair" ADD CONSTRAINT "DuplicatePair_origin" CHECK ("origin" IN ('found', 'reported'));
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_answer" CHECK ("answer" IN ('same', 'different'));
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_about" CHECK ("about" IN ('company', 'site', 'namesake'));
ALTER TABLE "MatchProposal" ADD CONSTRAINT "MatchProposal_other" CHECK (("partyId" IS NULL) = ("otherKey" IS NOT NULL) AND ("otherKey" IS NULL) = ("other" IS NULL));
ALTER TABLE "Tag" ADD CONSTRAINT "Tag_name" CHECK ("name" = btrim("name") AND length("name") BETWEEN 1 AND 40);
ALTER TABLE "Note" ADD CONSTRAINT "Note_text" CHECK (btrim("text") <> '' AND length("text") <= 4000);
ALTER TABLE "NoteMention" ADD CONSTRAINT "NoteMention_place" CHECK ("start" >= 0 AND "length" >= 1);
ALTER TABLE "Task" ADD CONSTRAINT "Task_title" CHECK (btrim("title") <> '' AND length("title") <= 300);
ALTER TABLE "Task" ADD CONSTRAINT "Task_done" CHECK (("doneAt" IS NULL) = ("doneById" IS NULL));

-- ==== prisma/sql/functions/alerts.sql ====

-- How serious the current alerts of a party are: by the most serious, then by the number of kinds, then by their number. Null without an alert.
CREATE FUNCTION alert_order(organization uuid, party uuid) RETURNS integer
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    SELECT (100 - LEAST(min(a."rank"), 99)) * 1000000 + LEAST(count(DISTINCT a."kind"), 999)::int * 1000 + LEAST(count(*), 999)::int
    FROM "Alert" a
    WHERE a."organizationId" = organization AND a."partyId" = party AND a."endedAt" IS NULL AND a."status" <> 'dismissed'
    HAVING count(*) > 0
  $$;

-- Each statement that raises, ends, decides or moves alerts updates the order of their suppliers, except where only the day last seen changes.
CREATE FUNCTION order_alerts() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    touched uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(DISTINCT a."partyId") INTO touched FROM after_rows a;
    ELSIF TG_OP = 'DELETE' THEN
      SELECT array_agg(DISTINCT b."partyId") INTO touched FROM before_rows b;
    ELSE
      SELECT array_agg(DISTINCT t.party) INTO touched
      FROM after_rows a JOIN before_rows b ON b."organizationId" = a."organizationId" AND b."id" = a."id",
        LATERAL (VALUES (a."partyId"), (b."partyId")) AS t(party)
      WHERE (a."partyId", a."kind", a."rank", a."status", a."endedAt" IS NULL)
        IS DISTINCT FROM (b."partyId", b."kind", b."rank", b."status", b."endedAt" IS NULL);
    END IF;
    IF touched IS NULL THEN
      RETURN NULL;
    END IF;
    -- Two at once take the rows in one order, and the second counts what the first has written.
    PERFORM 1 FROM "Supplier" s WHERE s."partyId" = ANY(touched) ORDER BY s."partyId" FOR NO KEY UPDATE;
    UPDATE "Supplier" s SET "alertOrder" = alert_order(s."organizationId", s."partyId")
    WHERE s."partyId" = ANY(touched) AND s."alertOrder" IS DISTINCT FROM alert_order(s."organizationId", s."partyId");
    RETURN NULL;
  END $$;
CREATE TRIGGER "Alert_order_insert" AFTER INSERT ON "Alert" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
CREATE TRIGGER "Alert_order_update" AFTER UPDATE ON "Alert" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();
CREATE TRIGGER "Alert_order_delete" AFTER DELETE ON "Alert" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION order_alerts();

-- ==== prisma/sql/functions/approvals.sql ====

-- A proposal is decided once, never changed otherwise, and once decided is deleted only with its subject. An accepted gate point is revoked once.
CREATE FUNCTION keep_approval() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD."state" <> 'open' AND EXISTS (SELECT 1 FROM "Organization" o WHERE o."id" = OLD."organizationId")
      AND (EXISTS (SELECT 1 FROM "Party" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."partyId")
        OR EXISTS (SELECT 1 FROM "CorrectiveAction" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."actionId")
        OR EXISTS (SELECT 1 FROM "Covenant" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."covenantId")
        OR EXISTS (SELECT 1 FROM "CovenantBreach" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."breachId")
        OR EXISTS (SELECT 1 FROM "SensitiveCase" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."caseId")
        OR EXISTS (SELECT 1 FROM "ConsultantCheck" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."checkId")
        OR EXISTS (SELECT 1 FROM "Audit" s WHERE s."organizationId" = OLD."organizationId" AND s."id" = OLD."auditId"))
    THEN RAISE EXCEPTION 'a decided approval is not deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD."state" = 'approved' AND NEW."state" = 'revoked' AND (to_jsonb(NEW) - ARRAY['state', 'revokedById', 'revokedAt', 'revokeReason'])
    = (to_jsonb(OLD) - ARRAY['state', 'revokedById', 'revokedAt', 'revokeReason'])
  THEN RETURN NEW; END IF;
  IF OLD."state" <> 'open' OR NEW."state" = 'revoked' OR (to_jsonb(NEW) - ARRAY['state', 'decidedById', 'decidedAt', 'decisionNote'])
    <> (to_jsonb(OLD) - ARRAY['state', 'decidedById', 'decidedAt', 'decisionNote'])
  THEN RAISE EXCEPTION 'an approval is decided once'; END IF;
  RETURN NEW;
END $$;
-- After a change, so that policies and keys are checked first; before a deletion, while the subject can be looked up.
CREATE TRIGGER keep_changed_approval AFTER UPDATE ON "Approval" FOR EACH ROW EXECUTE FUNCTION keep_approval();
CREATE TRIGGER keep_deleted_approval BEFORE DELETE ON "Approval" FOR EACH ROW EXECUTE FUNCTION keep_approval();

-- ==== prisma/sql/functions/audits.sql ====

-- The last day of a party's newest approved audit: others may still be changed, or never happen. Null without one.
CREATE FUNCTION audited_on(organization uuid, party uuid) RETURNS date
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    SELECT max(a."endsOn") FROM "Audit" a WHERE a."organizationId" = organization AND a."partyId" = party AND a."approvedAt" IS NOT NULL
  $$;

-- Each statement that approves, changes, moves or removes audits updates the day of their suppliers.
CREATE FUNCTION date_audits() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE
    touched uuid[];
  BEGIN
    IF TG_OP = 'INSERT' THEN
      SELECT array_agg(DISTINCT a."partyId") INTO touched FROM after_rows a WHERE a."approvedAt" IS NOT NULL;
    ELSIF TG_OP = 'DELETE' THEN
      SELECT array_agg(DISTINCT b."partyId") INTO touched FROM before_rows b WHERE b."approvedAt" IS NOT NULL;
    ELSE
      SELECT array_agg(DISTINCT t.party) INTO touched
      FROM after_rows a JOIN before_rows b ON b."organizationId" = a."organizationId" AND b."id" = a."id",
        LATERAL (VALUES (a."partyId"), (b."partyId")) AS t(party)
      WHERE (a."partyId", a."endsOn", a."approvedAt" IS NULL) IS DISTINCT FROM (b."partyId", b."endsOn", b."approvedAt" IS NULL);
    END IF;
    IF touched IS NULL THEN
      RETURN NULL;
    END IF;
    -- Two at once take the rows in one order, and the second reads what the first has written.
    PERFORM 1 FROM "Supplier" s WHERE s."partyId" = ANY(touched) ORDER BY s."partyId" FOR NO KEY UPDATE;
    UPDATE "Supplier" s SET "auditedOn" = audited_on(s."organizationId", s."partyId")
    WHERE s."partyId" = ANY(touched) AND s."auditedOn" IS DISTINCT FROM audited_on(s."organizationId", s."partyId");
    RETURN NULL;
  END $$;
CREATE TRIGGER "Audit_date_insert" AFTER INSERT ON "Audit" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION date_audits();
CREATE TRIGGER "Audit_date_update" AFTER UPDATE ON "Audit" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION date_audits();
CREATE TRIGGER "Audit_date_delete" AFTER DELETE ON "Audit" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION date_audits();

-- Audits and reports name an entered requirement as it was: the application confirms or withdraws it once, and never changes or deletes it.
CREATE FUNCTION keep_entered_requirement() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    decided CONSTANT text[] := ARRAY['confirmedById', 'confirmedAt', 'withdrawnById', 'withdrawnAt', 'withdrawnReason'];
  BEGIN
    IF current_user = 'manumit_app' THEN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'An entered requirement is kept' USING ERRCODE = 'restrict_violation'; END IF;
      IF (to_jsonb(NEW) - decided) IS DISTINCT FROM (to_jsonb(OLD) - decided)
        OR (OLD."confirmedAt" IS NOT NULL AND NEW."confirmedAt" IS DISTINCT FROM OLD."confirmedAt")
        OR OLD."withdrawnAt" IS NOT NULL
      THEN RAISE EXCEPTION 'An entered requirement is not changed' USING ERRCODE = 'restrict_violation'; END IF;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER keep_entered AFTER UPDATE OR DELETE ON "EnteredRequirement" FOR EACH ROW EXECUTE FUNCTION keep_entered_requirement();

-- ==== prisma/sql/functions/callers.sql ====

-- The caller in one statement: the session of a token's hash, its person, and every organization of that person (one row without organization when
-- there is none). It has no rights of its own: it sets the person, whose own rows the policy "own" of Membership admits.
CREATE FUNCTION read_caller(token_hash text)
  RETURNS TABLE (
    "sessionId" uuid, "expiresAt" timestamptz, "lastSeenAt" timestamptz,
    "userId" uuid, "userName" text, "email" text, "locale" text,
    "role" text, "organizationId" uuid, "slug" text, "name" text, "kind" text, "isDemonstration" boolean
  )
  LANGUAGE plpgsql VOLATILE SECURITY INVOKER SET search_path = public, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    person uuid := (SELECT s."userId" FROM "Session" s WHERE s."tokenHash" = token_hash);
  BEGIN
    IF person IS NULL THEN RETURN; END IF;
    PERFORM set_config('app.user_id', person::text, true);
    RETURN QUERY
      SELECT s."id", s."expiresAt", s."lastSeenAt", u."id", u."name", u."email", u."locale",
        m."role", o."id", o."slug", o."name", o."kind", o."isDemonstration"
      FROM "Session" s JOIN "User" u ON u."id" = s."userId"
      LEFT JOIN "Membership" m ON m."userId" = u."id"
      LEFT JOIN "Organization" o ON o."id" = m."organizationId"
      WHERE s."tokenHash" = token_hash
      ORDER BY o."name", o."slug";
  END $$;
REVOKE ALL ON FUNCTION read_caller(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION read_caller(text) TO manumit_app;

-- ==== prisma/sql/functions/covenants.sql ====

-- A tested covenant is never changed, and is ended, not deleted (except with its whole deal).
CREATE FUNCTION keep_tested_covenant() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM "CovenantTest" t WHERE t."organizationId" = OLD."organizationId" AND t."covenantId" = OLD."id") THEN
    IF TG_OP = 'UPDATE' AND (to_jsonb(NEW) - ARRAY['nextDueOn', 'endedOn', 'endReason', 'endedById'])
      <> (to_jsonb(OLD) - ARRAY['nextDueOn', 'endedOn', 'endReason', 'endedById'])
    THEN RAISE EXCEPTION 'a covenant that was tested is not changed'; END IF;
    IF TG_OP = 'DELETE' AND EXISTS (SELECT 1 FROM "Deal" t WHERE t."organizationId" = OLD."organizationId" AND t."id" = OLD."dealId")
    THEN RAISE EXCEPTION 'a covenant that was tested is ended, not deleted'; END IF;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$;
-- After a change, so that policies and keys are checked first; before a deletion, which deletes the results too.
CREATE TRIGGER keep_changed_covenant AFTER UPDATE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION keep_tested_covenant();
CREATE TRIGGER keep_deleted_covenant BEFORE DELETE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION keep_tested_covenant();

-- Two people agree before an untested covenant ends or a breach is remedied.
CREATE FUNCTION agreed_by_two() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
DECLARE wanted TEXT; found BOOLEAN;
BEGIN
  IF TG_TABLE_NAME = 'Covenant' THEN
    IF TG_OP = 'UPDATE' AND (NEW."endedOn" IS NULL OR OLD."endedOn" IS NOT NULL) THEN RETURN NEW; END IF;
    IF EXISTS (SELECT 1 FROM "CovenantTest" t WHERE t."organizationId" = OLD."organizationId" AND t."covenantId" = OLD."id" AND t."result" <> 'not-tested')
    THEN RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END; END IF;
    -- With its deal it goes all the same.
    IF TG_OP = 'DELETE' AND NOT EXISTS (SELECT 1 FROM "Deal" t WHERE t."organizationId" = OLD."organizationId" AND t."id" = OLD."dealId")
    THEN RETURN OLD; END IF;
    wanted := CASE TG_OP WHEN 'DELETE' THEN 'covenant-deletion' ELSE 'covenant-end' END;
    SELECT EXISTS (SELECT 1 FROM "Approval" p WHERE p."organizationId" = OLD."organizationId" AND p."covenantId" = OLD."id"
      AND p."kind" = wanted AND p."state" = 'approved') INTO found;
    IF NOT found THEN RAISE EXCEPTION 'a covenant that was never tested goes or ends by two people'; END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END IF;
  IF NEW."status" <> 'remedied' OR OLD."status" = 'remedied' THEN RETURN NEW; END IF;
  IF NOT EXISTS (SELECT 1 FROM "Approval" p WHERE p."organizationId" = NEW."organizationId" AND p."breachId" = NEW."id"
    AND p."kind" = 'breach-remedy' AND p."state" = 'approved')
  THEN RAISE EXCEPTION 'a breach is remedied by two people'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER end_covenant_by_two AFTER UPDATE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
CREATE TRIGGER delete_covenant_by_two BEFORE DELETE ON "Covenant" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();
CREATE TRIGGER remedy_by_two AFTER UPDATE ON "CovenantBreach" FOR EACH ROW EXECUTE FUNCTION agreed_by_two();

-- ==== prisma/sql/functions/documents.sql ====

-- For anyone who has the hash of a report: who issued it and what became of it. The answer has the name that the report prints, its kind, days,
-- fingerprints, digests of its files, and the reason of a notice: nothing of the report's subject.
CREATE FUNCTION issued_report(report_hash text) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  WITH issued AS (
    SELECT "organizationId", "id", "kind", "issuedAt", "content"->'organization'->>'name' AS "name" FROM "FrozenDocument"
    WHERE "hash" = report_hash AND "kind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper')
    ORDER BY "issuedAt" LIMIT 1)
  SELECT jsonb_build_object(
    'organization', i."name", 'kind', i."kind", 'issuedAt', i."issuedAt",
    'signatures', COALESCE((SELECT jsonb_agg(jsonb_build_object('form', s."form", 'fingerprint', k."fingerprint", 'signedAt', s."signedAt", 'keyRetiredAt', k."retiredAt") ORDER BY s."form")
      FROM "DocumentSignature" s JOIN "SigningKey" k ON k."organizationId" = s."organizationId" AND k."id" = s."keyId"
      WHERE s."organizationId" = i."organizationId" AND s."documentId" = i."id"), '[]'),
    'people', COALESCE((SELECT jsonb_agg(jsonb_build_object('form', a."form", 'fingerprint', a."fingerprint", 'signedAt', a."addedAt",
        'protection', COALESCE(p."protection", 'certificate-file')) ORDER BY a."form", a."addedAt")
      FROM "SignatureAddition" a LEFT JOIN "PersonalSignature" p ON p."organizationId" = a."organizationId" AND p."id" = a."personalId"
      WHERE a."organizationId" = i."organizationId" AND a."documentId" = i."id" AND a."kind" = 'person'), '[]'),
    'notices', COALESCE((SELECT jsonb_agg(jsonb_build_object('kind', n."kind", 'reason', n."reason", 'at', n."withdrawnAt", 'correctedBy', c."hash") ORDER BY n."withdrawnAt", n."kind")
      FROM "DocumentWithdrawal" n LEFT JOIN "FrozenDocument" c ON c."organizationId" = n."organizationId" AND c."id" = n."correctedById"
      WHERE n."organizationId" = i."organizationId" AND n."documentId" = i."id"), '[]'),
    'files', COALESCE((SELECT jsonb_agg(f ORDER BY f->>'sha256') FROM (SELECT jsonb_build_object('form', e."form", 'sha256', e."sha256", 'pages', e."pages") AS f
      FROM "DocumentFile" e WHERE e."organizationId" = i."organizationId" AND e."documentId" = i."id" ORDER BY e."at" DESC LIMIT 100) AS newest), '[]'))
  FROM issued i $$;
REVOKE ALL ON FUNCTION issued_report(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION issued_report(text) TO manumit_app;

-- For anyone who has the address of the page. Of a withdrawn result only whose it was, when and why it was withdrawn.
CREATE FUNCTION published_results(page uuid) RETURNS TABLE ("id" uuid, "model" jsonb, "publishedAt" timestamptz, "withdrawnAt" timestamptz, "reason" text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT r."id", CASE WHEN w."documentId" IS NULL THEN r."content"->'result' ELSE (r."content"->'result') - 'issues' - 'asked' - 'notAssessed' END,
      r."issuedAt", w."withdrawnAt", w."reason"
    FROM "FrozenDocument" r LEFT JOIN "DocumentWithdrawal" w ON w."organizationId" = r."organizationId" AND w."documentId" = r."id"
    WHERE r."item" = page::text AND r."kind" = 'published-result' ORDER BY r."issuedAt" DESC, r."id" LIMIT 100 $$;
REVOKE ALL ON FUNCTION published_results(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION published_results(uuid) TO manumit_app;

-- What belongs to a document of one kind names no other document. Arguments: the column, and the kinds.
CREATE FUNCTION require_document_kind() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE document CONSTANT uuid := to_jsonb(NEW) ->> TG_ARGV[0];
  BEGIN
    IF document IS NOT NULL AND NOT EXISTS (SELECT 1 FROM "FrozenDocument" d
      WHERE d."organizationId" = NEW."organizationId" AND d."id" = document AND d."kind" = ANY (TG_ARGV[1:]))
    THEN RAISE EXCEPTION '% names no document of the kind', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation'; END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "EsapAgreement_version" AFTER INSERT ON "EsapAgreement" FOR EACH ROW EXECUTE FUNCTION require_document_kind('versionId', 'esap');
CREATE TRIGGER "EsapComment_version" AFTER INSERT ON "EsapComment" FOR EACH ROW EXECUTE FUNCTION require_document_kind('versionId', 'esap');
CREATE TRIGGER "GuestAccess_version" AFTER INSERT OR UPDATE OF "esapVersionId" ON "GuestAccess" FOR EACH ROW EXECUTE FUNCTION require_document_kind('esapVersionId', 'esap');
CREATE TRIGGER "SharedAccess_report" AFTER INSERT OR UPDATE OF "auditReportId" ON "SharedAccess" FOR EACH ROW EXECUTE FUNCTION require_document_kind('auditReportId', 'audit');
CREATE TRIGGER "SharedAccess_content" AFTER INSERT OR UPDATE OF "snapshotId" ON "SharedAccess" FOR EACH ROW EXECUTE FUNCTION require_document_kind('snapshotId', 'answers', 'shared-audit-report');
-- No other kind is open to recipients.
CREATE TRIGGER "DocumentRecipient_document" AFTER INSERT OR UPDATE OF "documentId" ON "DocumentRecipient" FOR EACH ROW EXECUTE FUNCTION require_document_kind('documentId', 'answers', 'shared-audit-report');

-- ==== prisma/sql/functions/facts-and-links.sql ====

-- The facts of a party: those recorded of it, without what a split moved away, and with what a merge or split moved to it.
-- With the rights of the caller, so row-level security applies; one query, so conditions on its columns reach the indexes of "Fact".
CREATE FUNCTION known_facts()
  RETURNS TABLE ("organizationId" uuid, "id" uuid, "partyId" uuid, "values" jsonb, "validFrom" date, "validTo" date, "recordedAt" timestamptz, "sourceId" uuid)
  LANGUAGE sql STABLE
  AS $$
    SELECT f."organizationId", f."id", f."partyId", f."values", f."validFrom", f."validTo", f."recordedAt"::timestamptz, f."sourceId"
    FROM "Fact" f
    WHERE NOT EXISTS (
      SELECT FROM "FactTransfer" g WHERE g."organizationId" = f."organizationId" AND g."factId" = f."id" AND g."fromPartyId" = f."partyId")
    UNION ALL
    SELECT f."organizationId", f."id", t."toPartyId",
      (SELECT COALESCE(jsonb_object_agg(e.key, e.value), '{}') FROM jsonb_each(f."values") e WHERE e.key = ANY(t."fields")),
      f."validFrom", f."validTo", COALESCE(t."at", f."recordedAt")::timestamptz, f."sourceId"
    FROM "FactTransfer" t JOIN "Fact" f ON f."organizationId" = t."organizationId" AND f."id" = t."factId"
    WHERE NOT EXISTS (
      SELECT FROM "FactTransfer" g WHERE g."organizationId" = t."organizationId" AND g."factId" = t."factId" AND g."fromPartyId" = t."toPartyId")
  $$;

-- The links as known now, or as they were known at an instant. With the rights of the caller, so row-level security applies; one query, so
-- conditions on its columns reach the indexes of "SupplyLink".
CREATE FUNCTION known_links(known_at timestamptz DEFAULT NULL) RETURNS SETOF "SupplyLink"
  LANGUAGE sql STABLE
  AS $$
    SELECT l.* FROM "SupplyLink" l
    WHERE CASE WHEN known_at IS NULL THEN l."withdrawnAt" IS NULL
      ELSE l."createdAt" <= known_at AND (l."withdrawnAt" IS NULL OR l."withdrawnAt" > known_at) END
  $$;

-- The links that are valid on some day from the first to the last, as known now or as they were known at an instant.
CREATE FUNCTION links_held(first date, last date, known_at timestamptz DEFAULT NULL) RETURNS SETOF "SupplyLink"
  LANGUAGE sql STABLE
  AS $$
    SELECT l.* FROM known_links(known_at) l
    WHERE (l."validFrom" IS NULL OR l."validFrom" <= last) AND (l."validTo" IS NULL OR l."validTo" >= first)
  $$;

-- ==== prisma/sql/functions/findings.sql ====

-- A desktop verification needs a file.
CREATE FUNCTION need_file_to_verify() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (
    SELECT 1 FROM "FindingFile" f WHERE f."organizationId" = NEW."organizationId" AND f."actionId" = NEW."id" AND f."removedAt" IS NULL
  ) THEN RAISE EXCEPTION 'a check at the desk needs a file'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER need_file_to_verify BEFORE INSERT OR UPDATE OF "status" ON "CorrectiveAction" FOR EACH ROW
  WHEN (NEW."status" = 'verified' AND NEW."verification" = 'desktop' AND NOT (NEW."isFromReport" AND NEW."verifiedById" IS NULL)) EXECUTE FUNCTION need_file_to_verify();

-- A site's message is never changed, and is decided once. An accepted one becomes an action, which the message then names.
CREATE FUNCTION keep_site_message() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
  IF OLD."verdict" IS NOT NULL OR (to_jsonb(NEW) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt', 'actionId'])
    <> (to_jsonb(OLD) - ARRAY['verdict', 'answer', 'decidedById', 'decidedAt', 'actionId'])
    OR (NEW."actionId" IS DISTINCT FROM OLD."actionId" AND OLD."actionId" IS NOT NULL)
  THEN RAISE EXCEPTION 'what a site said is never changed'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_site_message AFTER UPDATE ON "SiteMessage" FOR EACH ROW EXECUTE FUNCTION keep_site_message();

-- ==== prisma/sql/functions/guests.sql ====

-- The record that a guest of this purpose was admitted to, for the policies on guests: null to every other caller, and to a guest of another purpose.
CREATE FUNCTION guest_subject(purpose text) RETURNS uuid
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN current_setting('app.guest_purpose', true) = purpose
    THEN NULLIF(current_setting('app.guest_subject_id', true), '')::uuid END;
REVOKE ALL ON FUNCTION guest_subject(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION guest_subject(text) TO manumit_respondent;

-- ==== prisma/sql/functions/imports.sql ====

-- The parties about which a written import recorded a fact or a link. isNew: the import created the party; a commit is one transaction, whose time its
-- parties and the batch share. With the rights of the caller, so row-level security applies.
CREATE FUNCTION import_parties(batch uuid) RETURNS TABLE ("partyId" uuid, "kind" text, "isNew" boolean)
  LANGUAGE sql STABLE SET search_path = public, pg_temp
  AS $$
    WITH sources AS (
      SELECT s."organizationId", s."id" FROM "ImportRow" r JOIN "Source" s ON s."organizationId" = r."organizationId" AND s."importRowId" = r."id"
      WHERE r."batchId" = batch
    ), touched AS (
      SELECT f."partyId" FROM sources s JOIN "Fact" f ON f."organizationId" = s."organizationId" AND f."sourceId" = s."id"
      UNION SELECT t.party FROM sources s JOIN "SupplyLink" l ON l."organizationId" = s."organizationId" AND l."sourceId" = s."id",
        LATERAL (VALUES (l."fromPartyId"), (l."toPartyId")) AS t(party)
    )
    SELECT p."id", p."kind", p."createdAt" = b."committedAt"
    FROM "ImportBatch" b, touched t JOIN "Party" p ON p."id" = t."partyId"
    WHERE b."id" = batch AND b."status" = 'committed' AND p."kind" <> 'buyer'
  $$;
REVOKE ALL ON FUNCTION import_parties(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_parties(uuid) TO manumit_app;

-- What builds on a written import: nothing of it may be undone while a row is returned. Which tables refer to the parties that it created is read from the
-- foreign keys, so a table that is added later counts without a change here. Left out is what the import wrote and what the software computes again.
CREATE FUNCTION import_dependents(batch uuid) RETURNS TABLE ("kind" text, "count" bigint, "ids" uuid[])
  LANGUAGE plpgsql STABLE SET search_path = public, pg_temp
  AS $$
  DECLARE
    written timestamptz := (SELECT b."committedAt" FROM "ImportBatch" b WHERE b."id" = batch AND b."status" = 'committed');
    created uuid[];
    changed uuid[];
    returned uuid[];
    -- An array, which a plan hashes: joined to each row of a table that has no statistics yet, its sources would be searched again for each.
    own uuid[];
    reference record;
  BEGIN
    IF written IS NULL THEN RETURN; END IF;
    own := ARRAY(SELECT s."id" FROM "ImportRow" r JOIN "Source" s ON s."organizationId" = r."organizationId" AND s."importRowId" = r."id" WHERE r."batchId" = batch);
    SELECT COALESCE(array_agg(p."partyId") FILTER (WHERE p."isNew"), '{}'), COALESCE(array_agg(p."partyId") FILTER (WHERE NOT p."isNew"), '{}')
      INTO created, changed FROM import_parties(batch) p;
    returned := ARRAY(SELECT (a->>'partyId')::uuid FROM "ImportBatch" b, jsonb_array_elements(b."undo"->'broughtBack') a WHERE b."id" = batch);

    FOR reference IN
      SELECT child.relname::text AS "table", a.attname::text AS "column",
        CASE child.relname
          WHEN 'Fact' THEN 'AND ' || other_source WHEN 'SupplyLink' THEN 'AND ' || other_source WHEN 'OrderTotal' THEN 'AND ' || other_source
          WHEN 'SupplierContact' THEN 'AND t."updatedAt" <> $3' WHEN 'ContactPerson' THEN 'AND t."batchId" IS DISTINCT FROM $2'
          WHEN 'Site' THEN 'AND NOT t."partyId" = ANY($1)'
          WHEN 'Alert' THEN 'AND t."status" <> ''open''' WHEN 'DuplicatePair' THEN 'AND t."origin" <> ''found'''
          ELSE '' END AS condition
      FROM pg_constraint c
        JOIN pg_class child ON child.oid = c.conrelid
        JOIN unnest(c.conkey, c.confkey) AS k(own, other) ON true
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.own AND a.attname <> 'organizationId',
        (VALUES ('t."sourceId" <> ALL($4)')) AS v(other_source)
      WHERE c.contype = 'f' AND c.confrelid IN ('"Party"'::regclass, '"Supplier"'::regclass, '"Site"'::regclass, '"LabourRecruiter"'::regclass)
        AND child.relname NOT IN ('Supplier', 'LabourRecruiter', 'Score', 'Notification', 'MatchProposal')
        AND NOT (child.relname = 'Site' AND a.attname = 'partyId')
      ORDER BY 1, 2
    LOOP
      RETURN QUERY EXECUTE format(
        'SELECT %L::text, count(*), (array_agg(DISTINCT t.%I))[1:5] FROM %I t WHERE t.%I = ANY($1) %s HAVING count(*) > 0',
        reference."table", reference."column", reference."table", reference."column", reference.condition) USING created, batch, written, own;
    END LOOP;

    RETURN QUERY SELECT 'owner', count(*), (array_agg(s."partyId"))[1:5] FROM "Supplier" s
      WHERE s."partyId" = ANY(created) AND s."ownerId" IS NOT NULL HAVING count(*) > 0;
    -- Of parties that were there before: what was recorded, corrected or merged since.
    RETURN QUERY SELECT 'Fact', count(*), (array_agg(DISTINCT f."partyId"))[1:5] FROM "Fact" f
      WHERE f."partyId" = ANY(changed) AND f."recordedAt" > written AND f."sourceId" <> ALL(own) HAVING count(*) > 0;
    RETURN QUERY WITH links AS (SELECT l.* FROM "SupplyLink" l WHERE l."sourceId" = ANY(own))
      SELECT 'SupplyLink', count(*), (array_agg(DISTINCT o."fromPartyId"))[1:5] FROM links o
      WHERE o."withdrawnAt" IS NOT NULL AND NOT EXISTS (SELECT FROM links n WHERE n."withdrawnAt" IS NULL AND n."fromPartyId" = o."fromPartyId"
        AND n."toPartyId" = o."toPartyId" AND n."kind" = o."kind") HAVING count(*) > 0;
    RETURN QUERY SELECT 'PartyMerge', count(*), (array_agg(DISTINCT g."keptPartyId"))[1:5] FROM "PartyMerge" g
      WHERE g."createdAt" > written AND g."undoneAt" IS NULL AND (g."keptPartyId" = ANY(changed) OR g."otherPartyId" = ANY(changed)) HAVING count(*) > 0;
    -- A later list says nothing again of what was known by then: it relies on this one wherever it names one of its parties, or takes its place.
    RETURN QUERY SELECT 'ImportBatch', count(*), (array_agg(b."id" ORDER BY b."committedAt" DESC))[1:5] FROM "ImportBatch" b
      WHERE b."status" = 'committed' AND b."committedAt" > written
        AND (b."replacesId" = batch OR b."knownPartyIds" && (created || changed || returned)) HAVING count(*) > 0;
    -- Documents about the whole organization.
    RETURN QUERY SELECT 'FrozenDocument', count(*), (array_agg(d."id" ORDER BY d."issuedAt" DESC))[1:5] FROM "FrozenDocument" d
      WHERE d."issuedAt" > written AND d."kind" IN ('yearly', 'due-diligence', 'board-paper') HAVING count(*) > 0;
  END $$;
REVOKE ALL ON FUNCTION import_dependents(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION import_dependents(uuid) TO manumit_app;

-- The application has no right to delete a fact. An import on which nothing builds is deleted through this function, in the organization of the caller's
-- transaction: its links, its facts, and the parties that it created with what the software computed of them. Its rows and their sources stay.
CREATE FUNCTION delete_import(batch uuid) RETURNS TABLE ("suppliers" bigint, "sites" bigint, "providers" bigint, "links" bigint, "facts" bigint)
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  DECLARE
    sources uuid[];
    created uuid[];
  BEGIN
    PERFORM FROM "ImportBatch" b WHERE b."id" = batch AND b."status" = 'committed' FOR NO KEY UPDATE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no written import %', batch USING ERRCODE = 'no_data_found';
    END IF;
    -- What is being added to one of its parties at this moment is waited for, and counts; what comes later finds no party.
    PERFORM FROM "Party" p WHERE p."id" IN (SELECT i."partyId" FROM import_parties(batch) i WHERE i."isNew") ORDER BY p."id" FOR UPDATE;
    IF EXISTS (SELECT FROM import_dependents(batch)) THEN
      RAISE EXCEPTION 'something builds on import %', batch USING ERRCODE = 'foreign_key_violation';
    END IF;
    SELECT COALESCE(array_agg(p."partyId") FILTER (WHERE p."isNew"), '{}'), count(*) FILTER (WHERE p."isNew" AND p."kind" = 'supplier'),
        count(*) FILTER (WHERE p."isNew" AND p."kind" = 'site'), count(*) FILTER (WHERE p."isNew" AND p."kind" = 'labour-recruiter')
      INTO created, suppliers, sites, providers FROM import_parties(batch) p;
    sources := ARRAY(SELECT s."id" FROM "ImportRow" r JOIN "Source" s ON s."organizationId" = r."organizationId" AND s."importRowId" = r."id" WHERE r."batchId" = batch);
    WITH deleted AS (DELETE FROM "SupplyLink" l WHERE l."sourceId" = ANY(sources) RETURNING l."fromPartyId", l."toPartyId", l."kind")
      SELECT count(DISTINCT ("fromPartyId", "toPartyId", "kind")) INTO links FROM deleted;
    DELETE FROM "Fact" f WHERE f."sourceId" = ANY(sources);
    GET DIAGNOSTICS facts = ROW_COUNT;
    DELETE FROM "OrderTotal" o WHERE o."sourceId" = ANY(sources);
    DELETE FROM "Party" p WHERE p."id" = ANY(created);
    RETURN NEXT;
  END $$;
REVOKE ALL ON FUNCTION delete_import(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION delete_import(uuid) TO manumit_app;

-- ==== prisma/sql/functions/jobs.sql ====

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

-- ==== prisma/sql/functions/notifications.sql ====

-- For the queue, which then works as each of these people and reads what they may read. Not for manumit_app.
CREATE FUNCTION people_to_mail() RETURNS TABLE ("organizationId" uuid, "userId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT "organizationId", "userId" FROM "Notification" WHERE "isMailDue" ORDER BY 1, 2 $$;
REVOKE ALL ON FUNCTION people_to_mail() FROM PUBLIC;

-- ==== prisma/sql/functions/parties.sql ====

-- LIKE cannot use an index under row-level security: this function searches with its own rights and selects the organization itself.
CREATE FUNCTION search_parties(query text) RETURNS SETOF uuid
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT "id" FROM "Party"
    WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND ("nameKey" LIKE '%' || replace(replace(replace(query, '\', '\\'), '%', '\%'), '_', '\_') || '%' OR "publicId" = upper(query))
  $$;
REVOKE ALL ON FUNCTION search_parties(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_parties(text) TO manumit_app;

-- ==== prisma/sql/functions/questionnaires.sql ====

-- The first assessment with an organization's own questionnaire freezes it; one that is not offered cannot be used.
CREATE FUNCTION freeze_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "QuestionnaireTemplate" SET "frozenAt" = now()
    WHERE "organizationId" = NEW."organizationId" AND "key" = NEW."instrumentKey" AND "status" = 'offered' AND "frozenAt" IS NULL;
  IF NOT EXISTS (SELECT 1 FROM "QuestionnaireTemplate"
    WHERE "organizationId" = NEW."organizationId" AND "key" = NEW."instrumentKey" AND "frozenAt" IS NOT NULL) THEN
    RAISE EXCEPTION 'instrument % is not offered', NEW."instrumentKey" USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER freeze_instrument BEFORE INSERT OR UPDATE OF "instrumentKey" ON "QuestionnaireResponse"
  FOR EACH ROW WHEN (NEW."instrumentKey" LIKE 'own-%') EXECUTE FUNCTION freeze_instrument();

-- A used questionnaire is never changed, as long as its organization exists.
CREATE FUNCTION keep_frozen_instrument() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF EXISTS (SELECT 1 FROM "Organization" WHERE "id" = OLD."organizationId") THEN
      RAISE EXCEPTION 'instrument % was used and stays', OLD."key" USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'instrument % was used and stays as it is', OLD."key" USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER keep_frozen_instrument BEFORE UPDATE OR DELETE ON "QuestionnaireTemplate"
  FOR EACH ROW WHEN (OLD."frozenAt" IS NOT NULL) EXECUTE FUNCTION keep_frozen_instrument();

-- Only the installation's operator, as the owner of the database, appoints translators.
CREATE FUNCTION only_translators_translate() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM "Translator" t WHERE t."userId" = NEW."userId" AND t."locale" IN (NEW."locale", '*')) THEN
    RAISE EXCEPTION 'not entitled to translate into %', NEW."locale" USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER only_translators_translate BEFORE INSERT ON "TranslatedString" FOR EACH ROW EXECUTE FUNCTION only_translators_translate();

-- Which requests went to an address, for the person who proved that it is theirs. Only app/access calls it.
CREATE FUNCTION requests_to_address(address text)
  RETURNS TABLE ("supplierOrganizationId" uuid, "askerOrganizationId" uuid, "invitedAt" timestamptz)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT "supplierOrganizationId", "organizationId", min("invitedAt") FROM "QuestionnaireRequest"
    WHERE "email" = lower(address) AND "withdrawnAt" IS NULL GROUP BY 1, 2
  $$;
REVOKE ALL ON FUNCTION requests_to_address(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION requests_to_address(text) TO manumit_app;

-- ==== prisma/sql/functions/reference-tables.sql ====

-- Scores name a confirmed edition by its hash: the application may withdraw it, and never changes or deletes it.
CREATE FUNCTION keep_confirmed_edition() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF current_user = 'manumit_app' AND OLD."confirmedAt" IS NOT NULL THEN
      IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'A confirmed edition is kept' USING ERRCODE = 'restrict_violation'; END IF;
      IF (to_jsonb(NEW) - ARRAY['withdrawnById', 'withdrawnAt', 'withdrawReason']) IS DISTINCT FROM
         (to_jsonb(OLD) - ARRAY['withdrawnById', 'withdrawnAt', 'withdrawReason'])
      THEN RAISE EXCEPTION 'A confirmed edition is not changed' USING ERRCODE = 'restrict_violation'; END IF;
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
CREATE TRIGGER keep_confirmed BEFORE UPDATE OR DELETE ON "ReferenceTableEdition" FOR EACH ROW EXECUTE FUNCTION keep_confirmed_edition();

-- ==== prisma/sql/functions/sensitive-cases.sql ====

-- A policy on SensitiveCaseMember cannot ask SensitiveCaseMember who is assigned: that would never end. Policies ask these two functions, which answer about the
-- caller alone, and whether a case has members at all; only the first members of a new case are added by a person who is not assigned.
CREATE FUNCTION is_assigned(case_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT 1 FROM "SensitiveCaseMember"
      WHERE "organizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
        AND "caseId" = case_id
        AND "userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
        AND "endedAt" IS NULL
    )
  $$;
REVOKE ALL ON FUNCTION is_assigned(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_assigned(uuid) TO manumit_app;

CREATE FUNCTION is_unassigned(case_id uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT NOT EXISTS (SELECT 1 FROM "SensitiveCaseMember" WHERE "caseId" = case_id) $$;
REVOKE ALL ON FUNCTION is_unassigned(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION is_unassigned(uuid) TO manumit_app;

-- For the queue, which then works as each of these people and reads what they may read. Not for manumit_app.
CREATE FUNCTION people_of_cases() RETURNS TABLE ("organizationId" uuid, "userId" uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp
  AS $$ SELECT DISTINCT "organizationId", "userId" FROM "SensitiveCaseMember" WHERE "endedAt" IS NULL ORDER BY 1, 2 $$;
REVOKE ALL ON FUNCTION people_of_cases() FROM PUBLIC;

-- At least two people remain assigned.
CREATE FUNCTION keep_two_assigned() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM "SensitiveCaseMember" WHERE "organizationId" = NEW."organizationId" AND "caseId" = NEW."caseId" AND "endedAt" IS NULL) < 3 THEN
    RAISE EXCEPTION 'two people at least stay assigned' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_two_assigned BEFORE UPDATE OF "endedAt" ON "SensitiveCaseMember" FOR EACH ROW
  WHEN (OLD."endedAt" IS NULL AND NEW."endedAt" IS NOT NULL) EXECUTE FUNCTION keep_two_assigned();

-- ==== prisma/sql/functions/shared-access.sql ====

-- Which files a document opens to a recipient: those of its response and the recipient's sections whose audience includes the recipient's role, that are not
-- removed, and in which no virus was found. The only writer of SharedFile: a change of one of these facts runs it in the same transaction.
CREATE FUNCTION open_shared_files(organization uuid, assessment uuid) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    DELETE FROM "SharedFile" WHERE "organizationId" = organization AND "responseId" = assessment;
    INSERT INTO "SharedFile" ("organizationId", "documentId", "evidenceId", "variant", "recipientOrganizationId", "responseId", "section", "question",
      "sha256", "fileName", "mediaType", "sizeBytes", "hasPreview", "scan")
    SELECT d."organizationId", d."id", e."id", v."variant", r."recipientOrganizationId", e."responseId", e."section", e."question",
      f."sha256", f."fileName", f."mediaType", f."sizeBytes", f."hasPreview", f."scan"
    FROM "FrozenDocument" d
    JOIN "DocumentRecipient" r ON r."organizationId" = d."organizationId" AND r."documentId" = d."id"
    JOIN "Evidence" e ON e."organizationId" = d."organizationId" AND e."responseId" = d."responseId"
    CROSS JOIN LATERAL (VALUES ('original', e."fileId", e."audience"), ('redacted', e."redactedFileId", e."redactedAudience")) AS v("variant", "fileId", "audience")
    JOIN "StoredFile" f ON f."organizationId" = e."organizationId" AND f."id" = v."fileId"
    WHERE d."organizationId" = organization AND d."kind" = 'answers' AND d."responseId" = assessment
      AND r."recipientOrganizationId" IS NOT NULL AND r."revokedAt" IS NULL AND r."expiresAt" > now() AND e."removedAt" IS NULL
      AND r."role" = ANY (v."audience") AND e."section" = ANY (r."sections")
      AND e."id" = ANY (r."evidenceIds")
      AND f."scan" IN ('clean', 'not-scanned') AND f."purgedAt" IS NULL;
  END $$;

CREATE FUNCTION follow_shared_files() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF NEW."responseId" IS NOT NULL THEN PERFORM open_shared_files(NEW."organizationId", NEW."responseId"); END IF;
    RETURN NULL;
  END $$;
CREATE FUNCTION follow_recipients() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  DECLARE response CONSTANT uuid := (SELECT d."responseId" FROM "FrozenDocument" d WHERE d."organizationId" = NEW."organizationId" AND d."id" = NEW."documentId");
  BEGIN
    IF response IS NOT NULL THEN PERFORM open_shared_files(NEW."organizationId", response); END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "DocumentRecipient_open_files" AFTER INSERT OR UPDATE ON "DocumentRecipient" FOR EACH ROW EXECUTE FUNCTION follow_recipients();
CREATE TRIGGER "Evidence_open_files" AFTER UPDATE OF "audience", "redactedAudience", "redactedFileId", "removedAt" ON "Evidence" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();
CREATE TRIGGER "StoredFile_open_files" AFTER UPDATE OF "scan", "hasPreview", "purgedAt" ON "StoredFile" FOR EACH ROW EXECUTE FUNCTION follow_shared_files();

-- The application has no right to change a read. What the caller itself read today counts one more through this function, once a transaction.
CREATE FUNCTION count_read(granter uuid, document uuid, part text, manner text) RETURNS void
  LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
    UPDATE "DocumentRead" SET "times" = "times" + 1
    WHERE "organizationId" = granter AND "documentId" = document AND "section" = part AND "how" = manner
      AND "readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
      AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
      AND "day" = (now() AT TIME ZONE 'UTC')::date
      AND xmin <> pg_current_xact_id()::xid
  $$;
REVOKE ALL ON FUNCTION count_read(uuid,uuid,text,text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_read(uuid,uuid,text,text) TO manumit_app;

-- ==== prisma/sql/functions/statistics.sql ====

-- Statistics that know nothing of an organization make PostgreSQL expect one row of it, and read all its rows at each step of a join. By default a
-- table is analysed when a tenth of it has changed: hundreds of suppliers beside the tens of thousands of another organization are not.
DO $$
DECLARE "table" text;
BEGIN
  FOREACH "table" IN ARRAY ARRAY['Party', 'Supplier', 'Site', 'SupplyLink', 'Fact', 'Source'] LOOP
    EXECUTE format('ALTER TABLE public.%I SET (autovacuum_analyze_threshold = 500, autovacuum_analyze_scale_factor = 0.002)', "table");
  END LOOP;
END $$;

-- After an import PostgreSQL would plan for nearly empty tables until autovacuum runs, and only an owner may ANALYZE. SKIP_LOCKED: no caller
-- waits for a table that is being analysed or locked by a long import.
CREATE FUNCTION refresh_statistics() RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    ANALYZE (SKIP_LOCKED) "Party", "Supplier", "Site", "SupplyLink", "Fact", "Source", "Activity";
  END $$;
REVOKE ALL ON FUNCTION refresh_statistics() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION refresh_statistics() TO manumit_app;

-- A table analysed while it had no visible rows (an import was rolled back) has statistics of an empty table. With them PostgreSQL checks a foreign
-- key by any index that begins with the organization, each check grows with the table, and an import of thousands takes minutes. ANALYZE within
-- the transaction counts the rows that it wrote.
CREATE FUNCTION fit_statistics("table" text, "rows" integer) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF "table" NOT IN ('ImportRow', 'Party', 'Source', 'SupplyLink', 'Supplier', 'Site', 'Fact') THEN
      RAISE EXCEPTION 'No statistics of % are taken here', "table";
    END IF;
    IF (SELECT reltuples < "rows" FROM pg_class WHERE oid = format('public.%I', "table")::regclass) THEN
      EXECUTE format('ANALYZE (SKIP_LOCKED) public.%I', "table");
    END IF;
  END $$;
REVOKE ALL ON FUNCTION fit_statistics(text,integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION fit_statistics(text,integer) TO manumit_app;

-- ==== prisma/sql/functions/supplier-tallies.sql ====

-- The counts that one supplier adds to: by status, band and tier (3 and more as 3), by country, and by division of its sector.
CREATE FUNCTION tally_measures(country text, sector text, score_status text, band text, tier integer)
  RETURNS TABLE ("measure" text, "code" text, "scoreStatus" text, "band" text, "tier" integer)
  LANGUAGE sql IMMUTABLE
  AS $$
    SELECT 'standing', NULL, score_status, band, CASE WHEN tier > 3 THEN 3 ELSE tier END
    UNION ALL SELECT 'country', country, NULL, NULL, NULL WHERE country IS NOT NULL
    UNION ALL SELECT 'division', left(sector, 2), NULL, NULL, NULL WHERE sector IS NOT NULL
  $$;

CREATE FUNCTION tally_suppliers() RETURNS trigger
  LANGUAGE plpgsql SET search_path = public, pg_temp
  AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
      SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", count(*)
      FROM after_rows s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
      WHERE s."archivedAt" IS NULL
      GROUP BY 1, 2, 3, 4, 5, 6;
    ELSIF TG_OP = 'DELETE' THEN
      -- A deleted organization's tally is deleted too.
      INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
      SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", -count(*)
      FROM before_rows s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
      WHERE s."archivedAt" IS NULL
        AND EXISTS (SELECT FROM "Organization" o WHERE o."id" = s."organizationId")
      GROUP BY 1, 2, 3, 4, 5, 6;
    ELSE
      INSERT INTO "SupplierTally" ("organizationId", "measure", "code", "scoreStatus", "band", "tier", "count")
      SELECT s."organizationId", t."measure", t."code", t."scoreStatus", t."band", t."tier", sum(s."n")
      FROM (
        SELECT 1 AS "n", a."organizationId", a."archivedAt", a."scoreStatus", a."band", a."tier", a."country", a."sector" FROM after_rows a
        UNION ALL
        SELECT -1, b."organizationId", b."archivedAt", b."scoreStatus", b."band", b."tier", b."country", b."sector" FROM before_rows b
      ) s, tally_measures(s."country", s."sector", s."scoreStatus", s."band", s."tier") t
      WHERE s."archivedAt" IS NULL
      GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(s."n") <> 0;
    END IF;
    RETURN NULL;
  END $$;
CREATE TRIGGER "Supplier_tally_insert" AFTER INSERT ON "Supplier" REFERENCING NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
CREATE TRIGGER "Supplier_tally_update" AFTER UPDATE ON "Supplier" REFERENCING OLD TABLE AS before_rows NEW TABLE AS after_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();
CREATE TRIGGER "Supplier_tally_delete" AFTER DELETE ON "Supplier" REFERENCING OLD TABLE AS before_rows FOR EACH STATEMENT EXECUTE FUNCTION tally_suppliers();

-- ==== prisma/sql/tenant-table.sql ====

-- What every table of an organization has: the default of organizationId, forced row-level security, the policy "tenant", the rights of manumit_app.
-- access: 'read-write', 'append-only' (rows are added and read), 'database-written' (rows are read; triggers and functions of the owner write them).
-- A later migration may call it again to change the access.
CREATE FUNCTION tenant_table("table" regclass, access text) RETURNS void
  LANGUAGE plpgsql SET search_path = public, pg_temp SET client_min_messages = warning
  AS $$
  DECLARE
    -- On a pooled connection the setting is '' after the first scoped transaction, not NULL.
    organization CONSTANT text := '(NULLIF(current_setting(''app.organization_id''::text, true), ''''::text))::uuid';
    rights CONSTANT text := CASE access
      WHEN 'read-write' THEN 'SELECT, INSERT, UPDATE, DELETE'
      WHEN 'append-only' THEN 'SELECT, INSERT'
      WHEN 'database-written' THEN 'SELECT'
    END;
  BEGIN
    IF rights IS NULL THEN
      RAISE EXCEPTION 'unknown access % of table %', access, "table";
    END IF;
    EXECUTE format('ALTER TABLE %s ALTER COLUMN "organizationId" SET DEFAULT %s', "table", organization);
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', "table");
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', "table");
    EXECUTE format('DROP POLICY IF EXISTS tenant ON %s', "table");
    EXECUTE format('CREATE POLICY tenant ON %s USING ("organizationId" = %s) WITH CHECK ("organizationId" = %s)', "table", organization, organization);
    EXECUTE format('REVOKE ALL ON %s FROM manumit_app', "table");
    EXECUTE format('GRANT %s ON %s TO manumit_app', rights, "table");
  END $$;
REVOKE ALL ON FUNCTION tenant_table(regclass, text) FROM PUBLIC;

-- ==== prisma/sql/tenant-tables.sql ====

-- Every table of an organization, by district, with the access of manumit_app. Further policies are in policies/<district>.sql.

-- access
SELECT tenant_table('"FormKey"', 'read-write');
SELECT tenant_table('"GuestAccess"', 'read-write');

-- platform
SELECT tenant_table('"StoredFile"', 'read-write');
SELECT tenant_table('"JobRun"', 'read-write');
SELECT tenant_table('"ReferenceTableEdition"', 'read-write');
SELECT tenant_table('"Activity"', 'append-only');
SELECT tenant_table('"Approval"', 'read-write');
SELECT tenant_table('"SavedView"', 'read-write');
SELECT tenant_table('"ListPreference"', 'read-write');
SELECT tenant_table('"Notification"', 'read-write');

-- documents
SELECT tenant_table('"SigningKey"', 'read-write');
SELECT tenant_table('"PersonalSigningKey"', 'read-write');
SELECT tenant_table('"PersonalSignature"', 'append-only');
SELECT tenant_table('"FrozenDocument"', 'append-only');
SELECT tenant_table('"DocumentFile"', 'append-only');
SELECT tenant_table('"DocumentSignature"', 'append-only');
SELECT tenant_table('"SignatureAddition"', 'append-only');
SELECT tenant_table('"DocumentWithdrawal"', 'append-only');
SELECT tenant_table('"DocumentRecipient"', 'read-write');
SELECT tenant_table('"DocumentRead"', 'append-only');

-- organizations
SELECT tenant_table('"Membership"', 'read-write');
SELECT tenant_table('"Invitation"', 'read-write');

-- suppliers
SELECT tenant_table('"Party"', 'read-write');
SELECT tenant_table('"Supplier"', 'read-write');
SELECT tenant_table('"SupplierTally"', 'read-write');
SELECT tenant_table('"Site"', 'read-write');
SELECT tenant_table('"LabourRecruiter"', 'read-write');
SELECT tenant_table('"RecruiterRecord"', 'append-only');
SELECT tenant_table('"SupplyLink"', 'read-write');
SELECT tenant_table('"OrderTotal"', 'read-write');
SELECT tenant_table('"Source"', 'append-only');
SELECT tenant_table('"Fact"', 'append-only');
SELECT tenant_table('"ImportBatch"', 'read-write');
SELECT tenant_table('"ImportRow"', 'read-write');
SELECT tenant_table('"ColumnMapping"', 'read-write');
SELECT tenant_table('"RecognisedTerm"', 'read-write');
SELECT tenant_table('"SupplierContact"', 'read-write');
SELECT tenant_table('"ContactPerson"', 'read-write');
SELECT tenant_table('"Tag"', 'read-write');
SELECT tenant_table('"SupplierTag"', 'read-write');
SELECT tenant_table('"SupplierFollower"', 'read-write');
SELECT tenant_table('"Note"', 'read-write');
SELECT tenant_table('"NoteMention"', 'read-write');
SELECT tenant_table('"Task"', 'read-write');
SELECT tenant_table('"BoardPaperDraft"', 'read-write');
SELECT tenant_table('"DeclaredParty"', 'read-write');
SELECT tenant_table('"PartyMerge"', 'read-write');
SELECT tenant_table('"MergedParty"', 'read-write');
SELECT tenant_table('"FactTransfer"', 'read-write');
SELECT tenant_table('"MatchDecision"', 'read-write');
SELECT tenant_table('"DuplicatePair"', 'read-write');
SELECT tenant_table('"MatchProposal"', 'read-write');
SELECT tenant_table('"ContradictionAnswer"', 'read-write');

-- questionnaires
SELECT tenant_table('"QuestionnaireResponse"', 'read-write');
SELECT tenant_table('"QuestionnaireTemplate"', 'read-write');
SELECT tenant_table('"QuestionnaireTemplateImport"', 'read-write');
SELECT tenant_table('"QuestionnaireTemplateStep"', 'read-write');
SELECT tenant_table('"QuestionnaireRequest"', 'read-write');
SELECT tenant_table('"Campaign"', 'read-write');
SELECT tenant_table('"CampaignTarget"', 'read-write');
SELECT tenant_table('"Answer"', 'read-write');
SELECT tenant_table('"PreviousAnswer"', 'read-write');
SELECT tenant_table('"AnswerReview"', 'read-write');
SELECT tenant_table('"Evidence"', 'read-write');
SELECT tenant_table('"EvidenceUpload"', 'read-write');

-- findings
SELECT tenant_table('"Finding"', 'read-write');
SELECT tenant_table('"FindingFile"', 'read-write');
SELECT tenant_table('"CorrectiveAction"', 'read-write');
SELECT tenant_table('"FindingReply"', 'read-write');
SELECT tenant_table('"FindingShare"', 'read-write');
SELECT tenant_table('"SharedFinding"', 'read-write');
SELECT tenant_table('"SiteMessage"', 'read-write');
SELECT tenant_table('"SiteMessageFile"', 'read-write');
SELECT tenant_table('"GoodPractice"', 'read-write');
SELECT tenant_table('"SharedWording"', 'append-only');

-- audits
SELECT tenant_table('"Audit"', 'read-write');
SELECT tenant_table('"AuditMember"', 'read-write');
SELECT tenant_table('"AuditEntry"', 'append-only');
SELECT tenant_table('"AuditReceipt"', 'append-only');
SELECT tenant_table('"AuditComment"', 'append-only');
SELECT tenant_table('"AuditChecklist"', 'append-only');
SELECT tenant_table('"AuditSampleFile"', 'read-write');
SELECT tenant_table('"EnteredRequirement"', 'read-write');
SELECT tenant_table('"AuditCommission"', 'read-write');
SELECT tenant_table('"CommissionMessage"', 'append-only');
SELECT tenant_table('"AuditClient"', 'read-write');
SELECT tenant_table('"CommissionPlan"', 'read-write');
SELECT tenant_table('"CommissionAuditor"', 'read-write');
SELECT tenant_table('"ConflictDecision"', 'read-write');
SELECT tenant_table('"ConsultingService"', 'read-write');
SELECT tenant_table('"AuditorCredential"', 'read-write');
SELECT tenant_table('"AuditorAbsence"', 'read-write');

-- risk
SELECT tenant_table('"Alert"', 'read-write');
SELECT tenant_table('"GivenOverride"', 'read-write');
SELECT tenant_table('"Score"', 'append-only');

-- sharing
SELECT tenant_table('"SharedFile"', 'read-write');
SELECT tenant_table('"SharedAccess"', 'read-write');
SELECT tenant_table('"AccessRequest"', 'read-write');
SELECT tenant_table('"AttachedResponse"', 'read-write');
SELECT tenant_table('"AttachedReport"', 'read-write');

-- safeguarding
SELECT tenant_table('"SensitiveCase"', 'read-write');
SELECT tenant_table('"SensitiveCaseMember"', 'read-write');
SELECT tenant_table('"SensitiveCaseEntry"', 'append-only');
SELECT tenant_table('"SensitiveCaseText"', 'read-write');

-- lending
SELECT tenant_table('"Deal"', 'read-write');
SELECT tenant_table('"ApplicabilityScreening"', 'append-only');
SELECT tenant_table('"DealCategorisation"', 'append-only');
SELECT tenant_table('"DealStatusChange"', 'append-only');
SELECT tenant_table('"DealParty"', 'read-write');
SELECT tenant_table('"EsapItem"', 'read-write');
SELECT tenant_table('"EsapAgreement"', 'append-only');
SELECT tenant_table('"EsapComment"', 'append-only');
SELECT tenant_table('"Covenant"', 'read-write');
SELECT tenant_table('"CovenantTest"', 'append-only');
SELECT tenant_table('"CovenantBreach"', 'read-write');
SELECT tenant_table('"BreachStep"', 'append-only');
SELECT tenant_table('"ReportSchedule"', 'read-write');
SELECT tenant_table('"MonitoringReport"', 'read-write');
SELECT tenant_table('"ReportVerdict"', 'append-only');
SELECT tenant_table('"MonitoringIncident"', 'read-write');
SELECT tenant_table('"IncidentNote"', 'append-only');
SELECT tenant_table('"SalientIssue"', 'append-only');
SELECT tenant_table('"StakeholderEngagement"', 'append-only');
SELECT tenant_table('"GrievanceMechanism"', 'append-only');
SELECT tenant_table('"GrievancePeriod"', 'append-only');
SELECT tenant_table('"ConsultantCheck"', 'append-only');

-- ==== prisma/sql/policies/access.sql ====

-- Members: a person's own keys of forms. The nightly job, without a person, deletes expired ones.
CREATE POLICY own_key ON "FormKey" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    OR (NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL AND "expiresAt" < now()))
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
-- Members: a person reads the claims by which they proved an address, before an organization is set.
CREATE POLICY own_claim ON "GuestAccess" FOR SELECT TO manumit_app
  USING (
    "usedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL
  );

-- ==== prisma/sql/policies/audits.sql ====

-- Members
-- The firm reads the commissions addressed to it, with their messages.
CREATE POLICY firm ON "AuditCommission" FOR SELECT TO manumit_app
  USING ("firmOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY firm ON "CommissionMessage" FOR SELECT TO manumit_app
  USING (EXISTS (SELECT 1 FROM "AuditCommission" c WHERE c."organizationId" = "CommissionMessage"."organizationId" AND c."id" = "CommissionMessage"."commissionId"
    AND c."firmOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid));

-- ==== prisma/sql/policies/documents.sql ====

-- Guests read the one document of their link, or those of its subject; of a subject that has others too, by the kind alone. A respondent adds answers.
CREATE POLICY guest ON "FrozenDocument" AS RESTRICTIVE TO manumit_respondent
  USING (("kind" = 'answers' AND "responseId" = guest_subject('questionnaire'))
    OR ("kind" = 'esap' AND "id" = guest_subject('esap'))
    OR ("kind" = 'client-report' AND EXISTS (SELECT 1 FROM "MonitoringReport" r
      WHERE r."organizationId" = "FrozenDocument"."organizationId" AND r."id" = "FrozenDocument"."monitoringReportId")))
  WITH CHECK ("kind" = 'answers' AND "responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "DocumentRecipient" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "FrozenDocument" d WHERE d."organizationId" = "DocumentRecipient"."organizationId"
    AND d."id" = "DocumentRecipient"."documentId" AND d."kind" = 'answers' AND d."responseId" = guest_subject('questionnaire')));

-- Members
-- A recipient reads a document, and that it is a recipient, until its access expires or is revoked.
CREATE POLICY recipient ON "DocumentRecipient" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AND "revokedAt" IS NULL AND "expiresAt" > now());
CREATE POLICY recipient ON "FrozenDocument" FOR SELECT TO manumit_app
  USING (EXISTS (SELECT 1 FROM "DocumentRecipient" r WHERE r."organizationId" = "FrozenDocument"."organizationId" AND r."documentId" = "FrozenDocument"."id"
    AND r."recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid AND r."revokedAt" IS NULL AND r."expiresAt" > now()));
CREATE POLICY reader ON "DocumentRead" FOR SELECT TO manumit_app
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
-- The reader records its own reads, in its own name, of what it may read now.
CREATE POLICY reading ON "DocumentRead" FOR INSERT TO manumit_app
  WITH CHECK ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "FrozenDocument" d WHERE d."organizationId" = "DocumentRead"."organizationId" AND d."id" = "DocumentRead"."documentId"));

-- A key and a signature of a person are added in that person's own name.
CREATE POLICY own_key ON "PersonalSigningKey" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY own_signature ON "PersonalSignature" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);

-- Functions of manumit_search: issued_report(), published_results(). Of documents only those that are issued to whoever has their hash or address.
CREATE POLICY search ON "SigningKey" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "FrozenDocument" FOR SELECT TO manumit_search
  USING ("kind" IN ('assessment', 'audit', 'yearly', 'due-diligence', 'monitoring', 'board-paper', 'published-result'));
CREATE POLICY search ON "DocumentFile" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "DocumentSignature" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "DocumentWithdrawal" FOR SELECT TO manumit_search USING (true);
CREATE POLICY search ON "SignatureAddition" FOR SELECT TO manumit_search USING ("kind" = 'person');
CREATE POLICY search ON "PersonalSignature" FOR SELECT TO manumit_search USING (true);

-- Functions of manumit_search: count_read().
CREATE POLICY own_reads ON "DocumentRead" FOR SELECT TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY again ON "DocumentRead" FOR UPDATE TO manumit_search
  USING ("readerOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND "readerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);

-- ==== prisma/sql/policies/findings.sql ====

-- Guests of a site: one share, the findings in it as they are worded for it, and of findings, replies and actions the columns in grants.sql.
CREATE POLICY site ON "Finding" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "Finding"."organizationId" AND s."findingId" = "Finding"."id"));
CREATE POLICY site ON "CorrectiveAction" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "CorrectiveAction"."organizationId" AND s."findingId" = "CorrectiveAction"."findingId"));
CREATE POLICY site ON "FindingReply" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "SharedFinding" s WHERE s."organizationId" = "FindingReply"."organizationId" AND s."findingId" = "FindingReply"."findingId"));
CREATE POLICY site ON "FindingShare" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = guest_subject('findings'));
CREATE POLICY site ON "SharedFinding" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));
CREATE POLICY site ON "SiteMessage" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));
CREATE POLICY site ON "SiteMessageFile" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));
CREATE POLICY site ON "SharedWording" AS RESTRICTIVE TO manumit_respondent
  USING ("shareId" = guest_subject('findings'));

-- Members
-- The supplier's organization reads that findings were shared with it, only where it acts as the supplier.
CREATE POLICY supplier ON "FindingShare" FOR SELECT TO manumit_app
  USING ("supplierOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND current_setting('app.side'::text, true) = 'supplier'::text);

-- ==== prisma/sql/policies/lending.sql ====

-- Guests of a client: what belongs to one version of the action plan, and the reports of one deal. The documents themselves: policies/documents.sql.
CREATE POLICY client ON "EsapAgreement" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = guest_subject('esap'));
CREATE POLICY client ON "EsapComment" AS RESTRICTIVE TO manumit_respondent
  USING ("versionId" = guest_subject('esap'));
CREATE POLICY reporting ON "MonitoringReport" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));
CREATE POLICY reporting ON "ReportVerdict" AS RESTRICTIVE TO manumit_respondent
  USING ("dealId" = guest_subject('monitoring'));

-- ==== prisma/sql/policies/organizations.sql ====

-- Members: a person reads their own memberships before an organization is set.
CREATE POLICY own ON "Membership" FOR SELECT TO manumit_app
  USING (
    "userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    AND NULLIF(current_setting('app.organization_id'::text, true), ''::text) IS NULL
  );

-- ==== prisma/sql/policies/platform.sql ====

-- Guests: the files and the activity of one assessment.
CREATE POLICY respondent ON "StoredFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Activity" AS RESTRICTIVE TO manumit_respondent
  USING ("recordKind" = 'response' AND "recordId" = guest_subject('questionnaire')::text);
-- Guests at a site: the extensions of actions that were shared with it.
CREATE POLICY site ON "Approval" AS RESTRICTIVE TO manumit_respondent
  USING (EXISTS (SELECT 1 FROM "CorrectiveAction" a WHERE a."organizationId" = "Approval"."organizationId" AND a."id" = "Approval"."actionId"));

-- Members: a saved view is read by its owner, and by all members when it is shared; what a member chose for lists is read by that member.
CREATE POLICY shared_or_own ON "SavedView" AS RESTRICTIVE TO manumit_app
  USING ("isShared" OR "ownerId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY own ON "ListPreference" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
-- Members: a person reads, marks and deletes their own notifications. Whoever causes one adds it for another member. The nightly job, without a person,
-- deletes what was read 90 days ago or is 400 days old.
CREATE POLICY own ON "Notification" AS RESTRICTIVE TO manumit_app
  USING ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid
    OR (NULLIF(current_setting('app.user_id'::text, true), ''::text) IS NULL
      AND ("readAt" < now() - interval '90 days' OR "createdAt" < now() - interval '400 days')))
  WITH CHECK (true);
-- A notification keeps its recipient.
CREATE POLICY own_changes ON "Notification" AS RESTRICTIVE FOR UPDATE TO manumit_app
  USING (true) WITH CHECK ("userId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
-- Functions of manumit_search: people_to_mail().
CREATE POLICY search ON "Notification" FOR SELECT TO manumit_search USING (true);

-- ==== prisma/sql/policies/questionnaires.sql ====

-- Guests: one assessment, in the organization of the supplier that answers and in the one that requested it, where it has the same id.
CREATE POLICY respondent ON "QuestionnaireResponse" AS RESTRICTIVE TO manumit_respondent
  USING ("id" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "QuestionnaireTemplate" AS RESTRICTIVE TO manumit_respondent
  USING ("key" = (SELECT a."instrumentKey" FROM "QuestionnaireResponse" a
    WHERE a."organizationId" = "QuestionnaireTemplate"."organizationId" AND a."id" = guest_subject('questionnaire')));
CREATE POLICY respondent ON "QuestionnaireRequest" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Answer" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "PreviousAnswer" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "AnswerReview" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "Evidence" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));
CREATE POLICY respondent ON "EvidenceUpload" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));

-- Members
-- The supplier's organization reads the request only where it acts as the supplier: everywhere else an organization reads its own requests.
CREATE POLICY supplier ON "QuestionnaireRequest" FOR SELECT TO manumit_app
  USING ("supplierOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND current_setting('app.side'::text, true) = 'supplier'::text);

-- Functions of manumit_search: requests_to_address().
CREATE POLICY search ON "QuestionnaireRequest" FOR SELECT TO manumit_search USING (true);

-- ==== prisma/sql/policies/safeguarding.sql ====

-- Members: a case is read by the people assigned to it. A case and its members are never deleted by the application.
CREATE POLICY assigned ON "SensitiveCase" AS RESTRICTIVE TO manumit_app
  USING (is_assigned("id") OR ("openedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid AND is_unassigned("id")));
CREATE POLICY kept ON "SensitiveCase" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);
CREATE POLICY assigned ON "SensitiveCaseMember" AS RESTRICTIVE TO manumit_app
  USING (is_assigned("caseId")) WITH CHECK (is_assigned("caseId") OR is_unassigned("caseId"));
CREATE POLICY kept ON "SensitiveCaseMember" AS RESTRICTIVE FOR DELETE TO manumit_app USING (false);
CREATE POLICY assigned ON "SensitiveCaseEntry" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));
-- Written in the caller's own name.
CREATE POLICY own_entry ON "SensitiveCaseEntry" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("actorId" IS NULL OR "actorId" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY assigned ON "SensitiveCaseText" AS RESTRICTIVE TO manumit_app USING (is_assigned("caseId"));
-- Decisions on a case are approvals of assigned people, proposed and decided in the caller's own name.
CREATE POLICY assigned ON "Approval" AS RESTRICTIVE TO manumit_app USING ("caseId" IS NULL OR is_assigned("caseId"));
CREATE POLICY own_proposal ON "Approval" AS RESTRICTIVE FOR INSERT TO manumit_app
  WITH CHECK ("caseId" IS NULL OR ("state" = 'open' AND "proposedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid));
CREATE POLICY own_decision ON "Approval" AS RESTRICTIVE FOR UPDATE TO manumit_app
  USING (true)
  WITH CHECK ("caseId" IS NULL OR "state" = 'open' OR "decidedById" = (NULLIF(current_setting('app.user_id'::text, true), ''::text))::uuid);
CREATE POLICY kept ON "Approval" AS RESTRICTIVE FOR DELETE TO manumit_app USING ("caseId" IS NULL);

-- Functions of manumit_search: is_assigned(), is_unassigned(), people_of_cases().
CREATE POLICY search ON "SensitiveCaseMember" FOR SELECT TO manumit_search USING (true);

-- ==== prisma/sql/policies/sharing.sql ====

-- Guests
CREATE POLICY respondent ON "SharedFile" AS RESTRICTIVE TO manumit_respondent
  USING ("responseId" = guest_subject('questionnaire'));

-- Members
-- The recipient reads a file while it may read the document that it belongs to.
CREATE POLICY recipient ON "SharedFile" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid
    AND EXISTS (SELECT 1 FROM "DocumentRecipient" r WHERE r."organizationId" = "SharedFile"."organizationId" AND r."documentId" = "SharedFile"."documentId"
      AND r."recipientOrganizationId" = "SharedFile"."recipientOrganizationId" AND r."revokedAt" IS NULL AND r."expiresAt" > now()));
-- Both parties read what was offered, requested and read. An offer contains no answer.
CREATE POLICY recipient ON "SharedAccess" FOR SELECT TO manumit_app
  USING ("recipientOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);
CREATE POLICY granter ON "AccessRequest" FOR SELECT TO manumit_app
  USING ("granterOrganizationId" = (NULLIF(current_setting('app.organization_id'::text, true), ''::text))::uuid);

-- ==== prisma/sql/policies/suppliers.sql ====

-- Functions of manumit_search: search_parties().
CREATE POLICY search ON "Party" FOR SELECT TO manumit_search USING (true);

-- ==== prisma/sql/grants.sql ====

-- Rights beside those that tenant_table() grants to manumit_app. Rights to execute a function are beside the function.

-- Global tables.
GRANT SELECT, INSERT, UPDATE, DELETE ON "User", "Credential", "Session", "MagicLink", "EmailChange", "Organization", "GuestKey", "NotificationKey", "RateLimit" TO manumit_app;
GRANT SELECT ON "Translator", "MeasuredPace" TO manumit_app;
GRANT SELECT, INSERT ON "TranslatedString" TO manumit_app;
GRANT USAGE ON SEQUENCE "TranslatedString_id_seq" TO manumit_app;
-- Read by /readyz: which migrations are applied, and nothing else of them, since their logs may quote data. A database that is only compared with
-- schema.prisma has no such table.
DO $$
BEGIN
  IF to_regclass('public._prisma_migrations') IS NOT NULL THEN
    GRANT SELECT (migration_name, finished_at, rolled_back_at) ON "_prisma_migrations" TO manumit_app;
  END IF;
END $$;

-- Guests. Their policies narrow them to the rows of one link; columns are named wherever not all are theirs. They have no right to "GuestAccess" and
-- "GuestKey": the caller is established before the role is taken.
-- platform
GRANT SELECT, INSERT ON "StoredFile" TO manumit_respondent;
GRANT INSERT ON "Activity" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "actionId", "payload", "reason", "proposedAt", "state", "decisionNote") ON "Approval" TO manumit_respondent;
-- documents
GRANT INSERT, SELECT ("organizationId", "id", "kind", "responseId", "monitoringReportId", "item", "version", "schemaVersion", "content", "hash", "issuedAt")
  ON "FrozenDocument" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ("revokedAt", "supersededAt") ON "DocumentRecipient" TO manumit_respondent;
-- questionnaires
GRANT SELECT, UPDATE ("status", "submittedAt", "opened") ON "QuestionnaireResponse" TO manumit_respondent;
GRANT SELECT ON "QuestionnaireTemplate" TO manumit_respondent;
GRANT SELECT, UPDATE ("snapshotId", "status", "startedAt", "submittedAt", "receivedAt", "refusedAt", "refusalReason", "chainNote", "chainStatement")
  ON "QuestionnaireRequest" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE, DELETE ON "Answer" TO manumit_respondent;
GRANT SELECT ON "PreviousAnswer" TO manumit_respondent;
GRANT SELECT ("organizationId", "responseId", "question", "comment", "sentBackAt") ON "AnswerReview" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ("removedAt", "audience", "redactedAudience", "redactedFileId", "validUntil") ON "Evidence" TO manumit_respondent;
GRANT SELECT, INSERT, UPDATE ("receivedBytes", "evidenceId", "refusal") ON "EvidenceUpload" TO manumit_respondent;
-- findings
GRANT SELECT ("organizationId", "id", "status", "withdrawnAt") ON "Finding" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "findingId", "kind", "action", "owner", "dueOn", "status", "completedAt", "verifiedAt", "reopenedAt",
  "createdAt")
  ON "CorrectiveAction" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "findingId", "sentOn", "dueOn", "kind", "text", "repliedBy", "repliedOn", "verdict", "answer", "createdAt")
  ON "FindingReply" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "locale", "message", "dueOn", "createdAt", "withdrawnAt", "visit") ON "FindingShare" TO manumit_respondent;
GRANT SELECT ON "SharedFinding" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "shareId", "findingId", "actionId", "kind", "by", "text", "replyKind", "rootCause", "owner",
  "timescale", "isDone", "newDueOn", "sentAt", "verdict", "answer", "decidedAt")
  ON "SiteMessage" TO manumit_respondent;
GRANT SELECT ON "SiteMessageFile" TO manumit_respondent;
GRANT SELECT ON "SharedWording" TO manumit_respondent;
-- sharing
GRANT SELECT, INSERT, DELETE ON "SharedFile" TO manumit_respondent;
-- lending
GRANT SELECT ("organizationId", "id", "versionId", "name", "function", "agreedOn", "at") ON "EsapAgreement" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "itemId", "versionId", "text", "byName", "byFunction", "at") ON "EsapComment" TO manumit_respondent;
GRANT SELECT ON "MonitoringReport" TO manumit_respondent;
GRANT SELECT ("organizationId", "id", "dealId", "reportId", "version", "verdict", "comment", "at") ON "ReportVerdict" TO manumit_respondent;

-- Functions that run as manumit_search.
-- platform
GRANT SELECT ("organizationId", "userId", "isMailDue") ON "Notification" TO manumit_search;
-- documents
GRANT SELECT ("organizationId", "id", "fingerprint", "retiredAt") ON "SigningKey" TO manumit_search;
GRANT SELECT ("organizationId", "id", "kind", "item", "content", "hash", "issuedAt") ON "FrozenDocument" TO manumit_search;
GRANT SELECT ON "DocumentFile" TO manumit_search;
GRANT SELECT ON "DocumentSignature" TO manumit_search;
GRANT SELECT ON "DocumentWithdrawal" TO manumit_search;
GRANT SELECT ("organizationId", "documentId", "form", "kind", "fingerprint", "addedAt", "personalId") ON "SignatureAddition" TO manumit_search;
GRANT SELECT ("organizationId", "id", "protection") ON "PersonalSignature" TO manumit_search;
GRANT SELECT, UPDATE ("times") ON "DocumentRead" TO manumit_search;
-- suppliers
GRANT SELECT ON "Party" TO manumit_search;
-- questionnaires
GRANT SELECT ON "QuestionnaireRequest" TO manumit_search;
-- safeguarding
GRANT SELECT ON "SensitiveCaseMember" TO manumit_search;

-- These functions run as manumit_search, whose policies admit more than one organization; each function limits what it returns.
GRANT CREATE ON SCHEMA public TO manumit_search;
ALTER FUNCTION is_assigned(uuid) OWNER TO manumit_search;
ALTER FUNCTION people_of_cases() OWNER TO manumit_search;
ALTER FUNCTION people_to_mail() OWNER TO manumit_search;
ALTER FUNCTION search_parties(text) OWNER TO manumit_search;
ALTER FUNCTION is_unassigned(uuid) OWNER TO manumit_search;
ALTER FUNCTION requests_to_address(text) OWNER TO manumit_search;
ALTER FUNCTION count_read(uuid,uuid,text,text) OWNER TO manumit_search;
ALTER FUNCTION published_results(uuid) OWNER TO manumit_search;
ALTER FUNCTION issued_report(text) OWNER TO manumit_search;
REVOKE CREATE ON SCHEMA public FROM manumit_search;
