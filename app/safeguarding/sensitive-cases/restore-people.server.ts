import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { appendEntry, LogAltered, lockCase } from './append-entry.server';
import { type Reader, readersOf } from './mail-people.server';
import { listAssignable } from './open-case.server';
import { fewestAssigned } from './vocabulary';

export type Restored = { kind: 'done'; readers: Reader[]; failed: number } | { kind: 'refused'; code: 'not-two' | 'not-assignable' };

/**
 * Assigns cases with fewer than two able members to two people named by the operator of the installation. Runs as `userId`, an assigned person who may have
 * left or changed role, and so reaches that person's cases only. Reads no text: an entry in the log names who was added and who could no longer work on it,
 * shown on the page of the case. Returns whom to email (empty where nothing changed), and how many cases could not be assigned because their log was altered
 * outside the application.
 */
export async function restorePeople(
  inOrganization: InOrganization,
  options: { userId: string; people: readonly string[]; now: Date },
): Promise<Restored> {
  const { userId, people, now } = options;
  if (new Set(people).size !== fewestAssigned || people.length !== fewestAssigned) return { kind: 'refused', code: 'not-two' };
  const assignable = new Set((await inOrganization(listAssignable)).map((person) => person.userId));
  if (people.some((person) => !assignable.has(person))) return { kind: 'refused', code: 'not-assignable' };
  // An erased case has no content to work on.
  const ids = await inOrganization((db) => db.sensitiveCase.findMany({ where: { erasedAt: null }, select: { id: true } }));
  const readers = new Map<string, Reader>();
  let failed = 0;
  for (const { id: caseId } of ids)
    try {
      const found = await inOrganization((db) => restoreCase(db, { caseId, userId, people, assignable, now }));
      for (const reader of found) readers.set(reader.userId, reader);
    } catch (error) {
      if (!(error instanceof LogAltered)) throw error;
      failed += 1;
    }
  return { kind: 'done', readers: [...readers.values()], failed };
}

async function restoreCase(
  db: TenantDb,
  options: { caseId: string; userId: string; people: readonly string[]; assignable: ReadonlySet<string>; now: Date },
): Promise<Reader[]> {
  const { caseId, userId, people, assignable, now } = options;
  if (!(await lockCase(db, caseId))) return [];
  const assigned = (await db.sensitiveCaseMember.findMany({ where: { caseId, endedAt: null }, select: { userId: true } })).map(
    (row) => row.userId,
  );
  const able = assigned.filter((person) => assignable.has(person));
  if (able.length >= fewestAssigned) return [];
  const left = assigned.filter((person) => !assignable.has(person));
  const come = people.filter((person) => !able.includes(person));
  await appendEntry(db, { caseId, actorId: null, now, entry: { kind: 'restore', content: { people: come, left } } });
  for (const person of come)
    if (
      (await db.sensitiveCaseMember.updateMany({ where: { caseId, userId: person }, data: { endedAt: null, assignedAt: now } })).count === 0
    )
      await db.sensitiveCaseMember.createMany({ data: [{ caseId, userId: person, assignedAt: now }] });
  const readers = await readersOf(db, { caseId });
  // The person this transaction works as is removed last: afterwards it no longer sees the case.
  for (const person of left.toSorted((a, b) => Number(a === userId) - Number(b === userId)))
    await db.$executeRaw`UPDATE "SensitiveCaseMember" SET "endedAt" = ${now} WHERE "caseId" = ${caseId}::uuid AND "userId" = ${person}::uuid`;
  return readers;
}
