import { z } from 'zod';
import { query, readRows } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';

const idSchema = z.guid();

/**
 * Lets no other change of this response run before this transaction ends. A choice that is saved by itself and the button that saves
 * the section may arrive together; so may an answer and the submission that closes it. Answers whether there is one of this id.
 */
export async function lockResponse(db: TenantDb, responseId: string): Promise<boolean> {
  const id = idSchema.safeParse(responseId);
  if (!id.success) return false;
  const rows = await readRows(db, query.selectFrom('QuestionnaireResponse').select('id').where('id', '=', id.data).forNoKeyUpdate());
  return rows.length > 0;
}
