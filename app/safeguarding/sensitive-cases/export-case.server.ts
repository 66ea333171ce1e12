import type { TenantDb } from '~/access/tenant-db.server';
import { appendEntry, lockCase } from './append-entry.server';
import { caseReference, readCase } from './read-case.server';

/**
 * A case as JSON for one assigned person, marked with exporter and time, and recorded in its log first: the copy includes the entry of its own export. Null
 * for others.
 */
export async function exportCase(db: TenantDb, options: { caseId: string; user: { id: string; name: string; email: string }; now: Date }) {
  const { caseId, user, now } = options;
  if (!/^[0-9a-f-]{36}$/.test(caseId) || !(await lockCase(db, caseId))) return null;
  const before = await readCase(db, { caseId, now });
  // Nothing can be recorded after an altered entry; the copy is still needed.
  const isKept = before?.fault?.kind !== 'head';
  if (isKept) await appendEntry(db, { caseId, actorId: user.id, now, entry: { kind: 'export' } });
  const read = isKept ? await readCase(db, { caseId, now }) : before;
  if (!read) return null;
  const { row, log, hashes, fault, state, dues, people, party, names } = read;
  return {
    watermark: {
      notice: 'Restricted. For the people assigned to this case only. Do not forward.',
      takenBy: { name: user.name, email: user.email },
      takenAt: now.toISOString(),
      entry: log.length,
      hash: hashes.at(-1) ?? '',
    },
    reference: caseReference(caseId),
    id: caseId,
    openedAt: row.openedAt,
    status: row.status,
    closedAt: row.closedAt,
    eraseOn: row.eraseOn?.toISOString().slice(0, 10) ?? null,
    isHeld: row.isHeld,
    subject: state.subject && { ...state.subject, party },
    dues: dues.map(({ key, at, doneAt }) => ({ key, at, doneAt })),
    people: people.map(({ name, assignedAt, endedAt }) => ({ name, assignedAt, endedAt })),
    isIntact: fault === null,
    log: log.map(({ seq, at, actorId, kind, content }, index) => ({
      seq,
      at,
      by: actorId === null ? null : (names.get(actorId) ?? actorId),
      kind,
      content,
      hash: hashes[index] ?? '',
    })),
  };
}
