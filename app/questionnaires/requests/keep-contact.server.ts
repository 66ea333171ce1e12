import type { TenantDb } from '~/access/tenant-db.server';

/** Keeps the address at which a supplier is asked. A new one is right until something says otherwise. */
export async function keepContact(db: TenantDb, contact: { partyId: string; email: string; userId: string; now: Date }): Promise<void> {
  const { partyId, email, userId, now } = contact;
  await db.$executeRaw`
    INSERT INTO "SupplierContact" ("partyId", "email", "updatedById", "updatedAt")
    SELECT s."partyId", ${email}, ${userId}::uuid, ${now} FROM "Supplier" s WHERE s."partyId" = ${partyId}::uuid
    ON CONFLICT ("organizationId", "partyId") DO UPDATE
    SET "email" = excluded."email", "updatedById" = excluded."updatedById", "updatedAt" = excluded."updatedAt", "wrongAt" = NULL`;
}

/** The address of a request is wrong: an email bounced, or a member reported it. */
export async function markContactWrong(db: TenantDb, options: { responseId: string; now: Date }): Promise<void> {
  await db.$executeRaw`
    UPDATE "SupplierContact" k SET "wrongAt" = ${options.now} FROM "QuestionnaireRequest" r, "QuestionnaireResponse" a
    WHERE r."responseId" = ${options.responseId}::uuid AND a."id" = r."responseId" AND k."partyId" = a."partyId" AND k."email" = r."email"`;
}
