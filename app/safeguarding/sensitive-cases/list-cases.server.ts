import type { TenantDb } from '~/access/tenant-db.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { type Due, duesOf, foldCase, nextStep } from './fold-case';
import { caseReference } from './read-case.server';
import { readLogs } from './read-log.server';
import type { CaseStep } from './vocabulary';

export type ListedCase = {
  id: string;
  reference: string;
  openedAt: Date;
  status: string;
  next: CaseStep;
  /** The first deadline that is not met. */
  due: Due | null;
  /** The number of proposals that the reader may decide on. */
  waiting: number;
};

/** The cases that the caller is assigned to, those with the nearest deadline first, closed ones last. Four queries, however many. */
export async function listCases(db: TenantDb, options: { userId: string; now: Date }): Promise<ListedCase[]> {
  const rows = await db.sensitiveCase.findMany({ orderBy: [{ openedAt: 'desc' }, { id: 'asc' }] });
  const logs = await readLogs(db, rows);
  const open = await readApprovals(db, 'sensitive-case-decision', { state: 'open' });
  const waitingIn = (caseId: string) =>
    open.filter(({ subjectId, proposedById }) => subjectId === caseId && proposedById !== options.userId).length;
  const listed = rows.map((row): ListedCase => {
    const state = foldCase(logs.get(row.id)?.log ?? []);
    return {
      id: row.id,
      reference: caseReference(row.id),
      openedAt: row.openedAt,
      status: row.erasedAt ? 'erased' : row.status,
      next: nextStep(state),
      due: row.erasedAt ? null : (duesOf(state, { openedAt: row.openedAt, now: options.now }).find((due) => due.state !== 'done') ?? null),
      waiting: waitingIn(row.id),
    };
  });
  const rank = (each: ListedCase) => (each.status === 'open' ? 0 : each.status === 'closed' ? 1 : 2);
  return listed.sort((a, b) => rank(a) - rank(b) || (a.due?.at.getTime() ?? 0) - (b.due?.at.getTime() ?? 0));
}
