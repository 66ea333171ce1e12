import type { TenantDb } from '~/access/tenant-db.server';
import { appendEntry, lockCase } from './append-entry.server';
import { foldCase } from './fold-case';
import { readLog } from './read-log.server';
import { readVisits } from './read-visits.server';
import { type StepRefusal, stepRefusal } from './rules';
import type { EntryContent, StepEntry } from './schema';

export type Recorded = { kind: 'recorded' } | { kind: 'unknown' } | { kind: 'refused'; code: StepRefusal };

type Act = { caseId: string; userId: string; now: Date };

/** Records a step of the protocol, or corrects one: the log keeps both. */
export async function recordStep(db: TenantDb, options: Act & { values: StepEntry }): Promise<Recorded> {
  const { caseId, userId, now, values } = options;
  const row = await lockCase(db, caseId);
  if (!row) return { kind: 'unknown' };
  if (row.status !== 'open') return { kind: 'refused', code: 'closed' };
  const refusal = stepRefusal(foldCase((await readLog(db, row)).log), values);
  if (refusal) return { kind: 'refused', code: refusal };
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'step', content: values } });
  return { kind: 'recorded' };
}

/** Records a note. Closed cases accept notes too, until their texts are erased. */
export async function recordNote(db: TenantDb, options: Act & { content: EntryContent['note'] }): Promise<Recorded> {
  const { caseId, userId, now, content } = options;
  const row = await lockCase(db, caseId);
  if (!row) return { kind: 'unknown' };
  if (row.erasedAt) return { kind: 'refused', code: 'closed' };
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'note', content } });
  return { kind: 'recorded' };
}

/** Records a follow-up: the person was met, or could not be. Closing a case cancels none of them. */
export async function recordContact(db: TenantDb, options: Act & { content: EntryContent['contact'] }): Promise<Recorded> {
  const { caseId, userId, now, content } = options;
  const row = await lockCase(db, caseId);
  if (!row) return { kind: 'unknown' };
  if (row.erasedAt) return { kind: 'refused', code: 'closed' };
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'contact', content } });
  return { kind: 'recorded' };
}

/** Records the result of an audit of the same site on the case; an audit of another site, or hidden from this person, is unknown. */
export async function recordVisit(db: TenantDb, options: Act & { content: EntryContent['visit'] }): Promise<Recorded> {
  const { caseId, userId, now, content } = options;
  const row = await lockCase(db, caseId);
  if (!row) return { kind: 'unknown' };
  if (row.erasedAt) return { kind: 'refused', code: 'closed' };
  const { subject } = foldCase((await readLog(db, row)).log);
  const visits = subject ? await readVisits(db, { partyId: subject.partyId, openedAt: row.openedAt, userId }) : [];
  if (!visits.some(({ id }) => id === content.audit)) return { kind: 'unknown' };
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'visit', content } });
  return { kind: 'recorded' };
}

/** Records that a person read a case, once an hour and person. Answers whether the entry is new. */
export async function noteRead(db: TenantDb, options: Act & { readAt: Date | undefined }): Promise<boolean> {
  const { caseId, userId, now, readAt } = options;
  if (readAt && now.getTime() - readAt.getTime() < 3_600_000) return false;
  if (!(await lockCase(db, caseId))) return false;
  await appendEntry(db, { caseId, actorId: userId, now, entry: { kind: 'read' } });
  return true;
}
