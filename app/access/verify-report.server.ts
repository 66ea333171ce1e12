import { z } from 'zod';
import { rootDb } from './root-db.server';
import { sql } from './sql.server';
import { queryFirst } from './sql/query.server';

/**
 * What the registry says of the report with this hash, whichever organization issued it; null where none did. It is read without any organization: the function
 * of the database answers this and nothing else, and only for a whole hash.
 */
export async function issuedUnder(hash: string): Promise<unknown> {
  if (!/^[0-9a-f]{64}$/.test(hash)) return null;
  const row = await queryFirst(rootDb(), z.object({ issued: z.unknown() }), sql`SELECT issued_report(${hash}) AS issued`);
  return row?.issued ?? null;
}
