import { isMarkOf, unseal } from '~/access/seal.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { placeOf } from './append-entry.server';
import { type ChainFault, firstFault, headOf } from './chain.server';
import type { LogEntry } from './fold-case';
import { entrySchemas } from './schema';

export type CaseRow = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** The row of a case that the caller is assigned to; null for every other id. */
export async function findCase(db: TenantDb, caseId: string) {
  return /^[0-9a-f-]{36}$/.test(caseId) ? db.sensitiveCase.findFirst({ where: { id: caseId } }) : null;
}

const isKnown = (kind: string): kind is keyof typeof entrySchemas => kind in entrySchemas;

export type CaseLog = { log: LogEntry[]; hashes: string[]; fault: ChainFault | null };

/**
 * The whole log of a case in order, unsealed, with the first fault of its chain (null: none). A text that was altered or that this installation cannot unseal
 * reads as empty, and is a fault.
 */
export async function readLog(db: TenantDb, row: CaseRow): Promise<CaseLog> {
  const log = (await readLogs(db, [row])).get(row.id);
  if (!log) throw new Error('a case has no log');
  return log;
}

/** The logs of several cases, by their ids. Two queries, however many. */
export async function readLogs(db: TenantDb, rows: readonly CaseRow[]): Promise<Map<string, CaseLog>> {
  const where = { caseId: { in: rows.map(({ id }) => id) } };
  const entries = await db.sensitiveCaseEntry.findMany({ where, orderBy: { seq: 'asc' } });
  const texts = await db.sensitiveCaseText.findMany({ where });
  return new Map(
    rows.map((row) => {
      const own = entries.filter(({ caseId }) => caseId === row.id);
      const sealed = new Map(texts.flatMap((text) => (text.caseId === row.id ? [[text.seq, text.sealed]] : [])));
      return [row.id, openLog(row, own, sealed)];
    }),
  );
}

type EntryRow = Awaited<ReturnType<TenantDb['sensitiveCaseEntry']['findMany']>>[number];

function openLog(row: CaseRow, entries: readonly EntryRow[], texts: ReadonlyMap<number, string>): CaseLog {
  const caseId = row.id;
  let unopened: ChainFault | null = null;
  const log = entries.map(({ seq, at, actorId, kind }): LogEntry => {
    const sealed = texts.get(seq);
    if (!isKnown(kind)) return { seq, at, actorId, kind: kind === 'export' || kind === 'erase' ? kind : 'read', content: null };
    const content = sealed && row.salt ? opened(kind, sealed, { salt: row.salt, place: placeOf(caseId, seq) }) : null;
    if (sealed && !content) unopened ??= { kind: 'text-altered', seq };
    return { seq, at, actorId, kind, content } as LogEntry;
  });
  // Deadlines run from the row's time, which must equal that of the log.
  const isClockKept = entries[0] === undefined || entries[0].at.getTime() === row.openedAt.getTime();
  const fault: ChainFault | null =
    firstFault(entries, {
      caseId,
      textOf: (seq) => texts.get(seq),
      isErased: row.erasedAt !== null,
      entryCount: row.entryCount,
      headHash: row.headHash,
      isHeadSealed: isMarkOf(row.headSeal, headOf(caseId, row.entryCount, row.headHash)),
    }) ??
    unopened ??
    (isClockKept ? null : { kind: 'altered', seq: 1 });
  return { log, hashes: entries.map(({ hash }) => hash), fault };
}

function opened<Kind extends keyof typeof entrySchemas>(kind: Kind, sealed: string, key: { salt: string; place: string }) {
  try {
    return entrySchemas[kind].parse(JSON.parse(unseal(sealed, key)));
  } catch {
    return null;
  }
}
