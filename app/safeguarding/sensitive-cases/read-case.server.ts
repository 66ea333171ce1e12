import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import type { Approval } from '~/platform/approvals/approval-kinds';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import type { ChainFault } from './chain.server';
import { type CaseState, type Due, duesOf, foldCase, type LogEntry } from './fold-case';
import { listAssignable } from './open-case.server';
import { type CaseRow, findCase, readLog } from './read-log.server';

export type CaseRead = {
  row: CaseRow;
  log: LogEntry[];
  hashes: string[];
  fault: ChainFault | null;
  state: CaseState;
  dues: Due[];
  /** `isAble`: a member whose role may open sensitive cases. */
  people: { userId: string; name: string | null; assignedAt: Date; endedAt: Date | null; isAble: boolean }[];
  /** People who could be assigned. */
  assignable: { userId: string; name: string }[];
  decisions: Approval<'sensitive-case-decision'>[];
  names: ReadonlyMap<string, string>;
  /** The subject under its current name; null when the record is gone or the texts were erased. */
  party: { name: string; publicId: string; kind: string } | null;
};

/** A case with its whole log for a person who is assigned to it; null for everyone else, as for an unknown id. */
export async function readCase(db: TenantDb, options: { caseId: string; now: Date }): Promise<CaseRead | null> {
  const row = await findCase(db, options.caseId);
  if (!row) return null;
  const caseId = row.id;
  const { log, hashes, fault } = await readLog(db, row);
  const state = foldCase(log);
  const people = await db.sensitiveCaseMember.findMany({ where: { caseId }, orderBy: [{ assignedAt: 'asc' }, { userId: 'asc' }] });
  const decisions = await readApprovals(db, 'sensitive-case-decision', { subjectIds: [caseId] });
  const names = await namePeople(db, [...people.map(({ userId }) => userId), ...log.flatMap(({ actorId }) => actorId ?? [])]);
  const able = await listAssignable(db);
  const isAble = (userId: string) => able.some((person) => person.userId === userId);
  const assigned = new Set(people.filter(({ endedAt }) => endedAt === null).map(({ userId }) => userId));
  return {
    row,
    log,
    hashes,
    fault,
    state,
    dues: duesOf(state, { openedAt: row.openedAt, now: options.now }),
    people: people.map(({ userId, assignedAt, endedAt }) => ({
      ...{ userId, name: names.get(userId) ?? null, assignedAt, endedAt },
      isAble: isAble(userId),
    })),
    assignable: able.filter(({ userId }) => !assigned.has(userId)),
    decisions,
    names,
    party: state.subject
      ? await db.party.findFirst({ where: { id: state.subject.partyId }, select: { name: true, publicId: true, kind: true } })
      : null,
  };
}

/** The name of a case on screen and in files, which reveals nothing of its subject. */
export const caseReference = (caseId: string): string => caseId.slice(0, 6).toUpperCase();
