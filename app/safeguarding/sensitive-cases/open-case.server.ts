import { randomUUID } from 'node:crypto';
import { can, isRole } from '~/access/permissions';
import { newSalt } from '~/access/seal.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { appendEntry } from './append-entry.server';
import type { CaseTrigger } from './vocabulary';

export type CaseOpened =
  | { kind: 'opened'; caseId: string }
  | { kind: 'refused'; code: 'unknown-party' | 'unknown-place' | 'second-missing' };

/** Whether a member of this role may open cases, and work on those they are assigned to. */
export const mayOpen = (role: string): boolean => isRole(role) && can(role, 'open:sensitive-case');

/** The people who can be assigned to a case: members whose role may open one, by name. */
export async function listAssignable(db: TenantDb): Promise<{ userId: string; name: string }[]> {
  const rows = await db.membership.findMany({
    select: { userId: true, role: true, user: { select: { name: true } } },
    orderBy: [{ user: { name: 'asc' } }, { userId: 'asc' }],
  });
  return rows.flatMap(({ userId, role, user }) => (mayOpen(role) ? [{ userId, name: user.name }] : []));
}

/**
 * Opens a restricted case with two people: who opens it and a second, who is named at once. Nothing is written anywhere that others read: no activity, no
 * finding, no score. `about` is the public id of a supplier, site or labour recruiter; `place` a question of one of its responses.
 */
export async function openCase(
  db: TenantDb,
  options: {
    about: string;
    place: { responseId: string; question: string } | null;
    trigger: CaseTrigger;
    account: string;
    secondId: string;
    userId: string;
    now: Date;
  },
): Promise<CaseOpened> {
  const { about, place, trigger, account, secondId, userId, now } = options;
  const party = await db.party.findFirst({ where: { publicId: about }, select: { id: true } });
  if (!party) return { kind: 'refused', code: 'unknown-party' };
  if (place && !(await db.questionnaireResponse.findFirst({ where: { id: place.responseId }, select: { id: true } })))
    return { kind: 'refused', code: 'unknown-place' };
  const assignable = await listAssignable(db);
  if (secondId === userId || !assignable.some((person) => person.userId === secondId)) return { kind: 'refused', code: 'second-missing' };
  const caseId = randomUUID();
  await db.sensitiveCase.createMany({ data: [{ id: caseId, openedById: userId, openedAt: now, salt: newSalt() }] });
  for (const person of [userId, secondId]) await db.sensitiveCaseMember.createMany({ data: [{ caseId, userId: person, assignedAt: now }] });
  await appendEntry(db, {
    caseId,
    actorId: userId,
    now,
    entry: {
      kind: 'open',
      content: { trigger, partyId: party.id, responseId: place?.responseId ?? null, question: place?.question ?? null, account },
    },
  });
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'assign', content: { person: secondId } } });
  return { kind: 'opened', caseId };
}
