import type { TenantDb } from '~/access/tenant-db.server';
import { conflictsOf, currentEntries, type Recorded } from './current-entries';
import { type EntryKind, type EntryValue, entryKinds, entryValues } from './entries';
import type { FoundAudit } from '~/audits/planning/find-audit.server';

/** A stored entry, its value parsed by kind. */
export type StoredEntry = {
  [Kind in EntryKind]: { kind: Kind; value: EntryValue<Kind> };
}[EntryKind] & {
  id: string;
  key: string;
  replaces: string[];
  fileId: string | null;
  deviceId: string;
  byUserId: string;
  madeAt: Date;
  receivedAt: Date;
};

/** Everything recorded for an audit: current entries by kind, and conflicts. One query; grows with the entries of one audit. */
export async function readRecord(db: TenantDb, audit: Pick<FoundAudit, 'id'>) {
  const rows = await db.auditEntry.findMany({
    where: { auditId: audit.id },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    select: {
      ...{
        id: true,
        kind: true,
        key: true,
        value: true,
        replaces: true,
        fileId: true,
        deviceId: true,
        byUserId: true,
        madeAt: true,
        receivedAt: true,
      },
    },
  });
  const entries = rows.flatMap((row) => readEntry(row) ?? []);
  const current = currentEntries(entries);
  return { entries, current, conflicts: conflictsOf(current) };
}
export type AuditRecord = Awaited<ReturnType<typeof readRecord>>;

type Row = Omit<StoredEntry, 'kind' | 'value'> & { kind: string; value: unknown };

function readEntry(row: Row): StoredEntry | null {
  const kind = entryKinds.find((known) => known === row.kind);
  if (!kind) return null;
  const parsed = entryValues[kind].safeParse(row.value);
  return parsed.success ? ({ ...row, kind, value: parsed.data } as StoredEntry) : null;
}

/** The current entries of one kind, by key; in a conflict, the one with the smallest id until a person resolves it. Withdrawn entries are left out. */
export function currentByKey<Kind extends EntryKind>(
  record: { current: ReadonlyMap<string, Recorded<StoredEntry>> },
  kind: Kind,
): Map<string, StoredEntry & { kind: Kind; value: EntryValue<Kind> }> {
  const found = new Map<string, StoredEntry & { kind: Kind; value: EntryValue<Kind> }>();
  for (const { heads, key } of record.current.values()) {
    const [entry] = heads;
    if (entry?.kind !== kind) continue;
    if ('isWithdrawn' in entry.value && entry.value.isWithdrawn) continue;
    found.set(key, entry as StoredEntry & { kind: Kind; value: EntryValue<Kind> });
  }
  return found;
}
