import type { TenantDb } from '~/access/tenant-db.server';
import { type Due, duesOf, foldCase, nextStep } from './fold-case';
import { caseReference } from './read-case.server';
import { readLog } from './read-log.server';
import type { CaseStep } from './vocabulary';

export type ListedCase = {
  id: string;
  reference: string;
  openedAt: Date;
  status: string;
  next: CaseStep;
  /** The first term that is not met. */
  due: Due | null;
  /** Proposals that wait for the reader. */
  waiting: number;
};

/** The cases that the caller is assigned to, those with the nearest term first, closed ones last. */
export async function listCases(db: TenantDb, options: { userId: string; now: Date }): Promise<ListedCase[]> {
  const rows = await db.sensitiveCase.findMany({ orderBy: [{ openedAt: 'desc' }, { id: 'asc' }] });
  const listed: ListedCase[] = [];
  for (const row of rows) {
    const state = foldCase((await readLog(db, row)).log);
    const open = await db.sensitiveCaseDecision.count({ where: { caseId: row.id, verdict: null, proposedById: { not: options.userId } } });
    listed.push({
      id: row.id,
      reference: caseReference(row.id),
      openedAt: row.openedAt,
      status: row.erasedAt ? 'erased' : row.status,
      next: nextStep(state),
      due: row.erasedAt ? null : (duesOf(state, { openedAt: row.openedAt, now: options.now }).find((due) => due.state !== 'done') ?? null),
      waiting: open,
    });
  }
  const rank = (each: ListedCase) => (each.status === 'open' ? 0 : each.status === 'closed' ? 1 : 2);
  return listed.sort((a, b) => rank(a) - rank(b) || (a.due?.at.getTime() ?? 0) - (b.due?.at.getTime() ?? 0));
}
