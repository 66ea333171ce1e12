import { isMarkOf, mark, seal } from '~/access/seal.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { hashOfEntry, headOf, sha256 } from './chain.server';
import type { bareKinds, EntryContent, EntryKind } from './schema';

export type NewEntry =
  | {
      [Kind in keyof EntryContent]: { kind: Kind; content: EntryContent[Kind] };
    }[keyof EntryContent]
  | { kind: (typeof bareKinds)[number]; content?: undefined };

/** The log of a case was altered outside the application: nothing can be added. */
export class LogAltered extends Error {
  constructor() {
    super('The log of this record was altered.');
    this.name = 'LogAltered';
  }
}

/** The position of a sealed text, sealed with it. */
export const placeOf = (caseId: string, seq: number): string => `case ${caseId} ${seq}`;

/**
 * Locks a case until the transaction ends, so that concurrent actions are sequential. Null where the caller is not assigned or there is no such case: both
 * look the same.
 */
export async function lockCase(db: TenantDb, caseId: string) {
  await db.$queryRaw`SELECT 1 FROM "SensitiveCase" WHERE "id" = ${caseId}::uuid FOR UPDATE`;
  return db.sensitiveCase.findFirst({ where: { id: caseId } });
}

/**
 * Appends an entry with sealed content to the log of a case locked by this transaction, and moves the head of the chain. Throws LogAltered where the head is
 * not the one sealed last. `actorId` null: the software itself. Returns the entry's number.
 */
export async function appendEntry(
  db: TenantDb,
  options: { caseId: string; actorId: string | null; now: Date; entry: NewEntry },
): Promise<number> {
  const { caseId, actorId, now, entry } = options;
  const { salt, entryCount, headHash, headSeal } = await db.sensitiveCase.findFirstOrThrow({
    where: { id: caseId },
    select: { salt: true, entryCount: true, headHash: true, headSeal: true },
  });
  if (entryCount > 0 && !isMarkOf(headSeal, headOf(caseId, entryCount, headHash))) throw new LogAltered();
  const seq = entryCount + 1;
  if (entry.content && salt === null) throw new Error('The texts of this record were erased.');
  const sealed = entry.content && salt !== null ? seal(JSON.stringify(entry.content), { salt, place: placeOf(caseId, seq) }) : null;
  const kind: EntryKind = entry.kind;
  const row = { seq, at: now, actorId, kind, contentHash: sealed ? sha256(sealed) : '', previousHash: headHash };
  const hash = hashOfEntry(caseId, row);
  await db.sensitiveCaseEntry.create({ data: { caseId, ...row, hash }, select: { seq: true } });
  if (sealed) await db.sensitiveCaseText.create({ data: { caseId, seq, sealed }, select: { seq: true } });
  await db.sensitiveCase.updateMany({
    where: { id: caseId },
    data: { entryCount: seq, headHash: hash, headSeal: mark(headOf(caseId, seq, hash)) },
  });
  return seq;
}
