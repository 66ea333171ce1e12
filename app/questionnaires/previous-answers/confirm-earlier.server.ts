import type { TenantDb } from '~/access/tenant-db.server';
import { storeAnswer } from '~/questionnaires/responses/store-answer.server';
import type { Earlier } from './read-earlier.server';

/**
 * Makes earlier answers answers of now: the supplier says that they are still true. The caller has locked the open response. Answers how many were taken.
 */
export async function confirmEarlier(
  db: TenantDb,
  response: { id: string; instrumentKey: string },
  options: { earlier: readonly Earlier[]; by: string; userId: string | undefined; now: Date },
): Promise<number> {
  let taken = 0;
  for (const { question, value, note } of options.earlier) {
    const stored = await storeAnswer(
      db,
      { ...response, workers: null },
      { question, value, note, by: options.by, userId: options.userId, now: options.now, keepsPeople: true },
    );
    if (stored.kind === 'answered') taken += 1;
  }
  return taken;
}
