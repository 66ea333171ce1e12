import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { appendEntry, lockCase } from './append-entry.server';
import { foldCase, reminderMarks } from './fold-case';
import { type Reader, readersOf } from './mail-people.server';
import { readLog } from './read-log.server';
import { eraseAfterDays } from './vocabulary';

/**
 * The nightly work on the cases of one person, as that person: records reminders, and erases texts whose retention has ended. Answers whom to notify; emails
 * are sent after the transaction.
 */
export async function keepCases(inOrganization: InOrganization, options: { now: Date }): Promise<{ readers: Reader[]; erased: number }> {
  const ids = await inOrganization((db) => db.sensitiveCase.findMany({ where: { erasedAt: null }, select: { id: true } }));
  const readers = new Map<string, Reader>();
  let erased = 0;
  for (const { id: caseId } of ids) {
    for (const reader of await inOrganization((db) => remind(db, { caseId, now: options.now }))) readers.set(reader.userId, reader);
    if (await inOrganization((db) => eraseCase(db, { caseId, now: options.now }))) erased += 1;
  }
  return { readers: [...readers.values()], erased };
}

/** Records in the log the reminders of deadlines, once before and once after each, and answers their recipients. */
async function remind(db: TenantDb, { caseId, now }: { caseId: string; now: Date }): Promise<Reader[]> {
  const row = await lockCase(db, caseId);
  if (row?.salt == null) return [];
  const { log, fault } = await readLog(db, row);
  const marks = reminderMarks(foldCase(log), { openedAt: row.openedAt, now });
  if (marks.length === 0) return [];
  // Nothing can be appended after an altered entry: the page says so, and repeated emails would not help.
  if (fault?.kind === 'head') return [];
  await appendEntry(db, { caseId, actorId: null, now, entry: { kind: 'reminder', content: { marks } } });
  return readersOf(db, { caseId });
}

/**
 * Erases the texts of a case whose retention has ended and that is not on legal hold: texts and the salt of their key are deleted; the log keeps its dates
 * and hashes and can still be verified.
 */
export async function eraseCase(db: TenantDb, { caseId, now }: { caseId: string; now: Date }): Promise<boolean> {
  const row = await lockCase(db, caseId);
  if (!row?.eraseOn || row.eraseOn > now || row.isHeld || row.erasedAt) return false;
  // The log must agree: a date changed in the database erases nothing.
  const { closedAt, isHeld } = foldCase((await readLog(db, row)).log);
  if (!closedAt || closedAt.getTime() + (eraseAfterDays - 1) * 86_400_000 > now.getTime() || isHeld) return false;
  await db.sensitiveCaseText.deleteMany({ where: { caseId } });
  await db.sensitiveCase.updateMany({ where: { id: caseId }, data: { salt: null, erasedAt: now } });
  await appendEntry(db, { caseId, actorId: null, now, entry: { kind: 'erase' } });
  return true;
}
