import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';

const idSchema = z.guid();

/**
 * Lets no other change of this assessment run before this transaction ends. A choice that is saved by itself and the button that saves
 * the section may arrive together; so may an answer and the submission that closes it.
 */
export async function lockAssessment(db: TenantDb, assessmentId: string): Promise<void> {
  const id = idSchema.safeParse(assessmentId);
  if (id.success) await db.$queryRaw`SELECT 1 FROM "Assessment" WHERE "id" = ${id.data}::uuid FOR NO KEY UPDATE`;
}
