import type { TenantDb } from '~/access/tenant-db.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { findDoubts } from './find-doubts.server';

/**
 * Counts the doubts about answers that were just received, for the order of the reviewer's list; a response of another supplier that one of them names has a
 * doubt too. Call in the organization that reviews, after the answers count. A constant number of queries.
 */
export async function keepDoubts(db: TenantDb, responseId: string): Promise<void> {
  const response = await readResponse(db, responseId);
  if (!response) return;
  const doubts = await findDoubts(db, response);
  await db.questionnaireResponse.updateMany({ where: { id: responseId }, data: { doubts: doubts.length } });
  const named = [...new Set(doubts.flatMap(({ others }) => others.map((other) => other.responseId)))];
  if (named.length === 0) return;
  await db.questionnaireResponse.updateMany({ where: { id: { in: named }, OR: [{ doubts: null }, { doubts: 0 }] }, data: { doubts: 1 } });
}
