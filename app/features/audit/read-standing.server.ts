import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/features/activity/name-records.server';
import { isGraveQuestion } from '~/features/finding/compliance-points.server';
import { type EntryKind, entryKinds } from './entries';
import type { FoundAudit } from './find-audit.server';
import { readRecord } from './read-record.server';
import { withoutGrave } from './without-grave.server';

const countsSchema = z.record(z.string(), z.number());

/** What has arrived of an audit: how much stands of each kind, what is in conflict, the last receipt of each device. Three queries. */
export async function readStanding(db: TenantDb, audit: Pick<FoundAudit, 'id'>) {
  const record = await readRecord(db, audit);
  const told = withoutGrave(record);
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>;
  for (const { heads } of told.current.values()) {
    const [entry] = heads;
    if (entry && !('isWithdrawn' in entry.value && entry.value.isWithdrawn)) counts[entry.kind] += 1;
  }
  const receipts = await db.auditReceipt.findMany({
    where: { auditId: audit.id },
    orderBy: [{ deviceId: 'asc' }, { receivedAt: 'desc' }, { id: 'desc' }],
    distinct: ['deviceId'],
    select: { id: true, deviceId: true, byUserId: true, receivedAt: true, counts: true, hash: true },
  });
  const people = await namePeople(
    db,
    receipts.map(({ byUserId }) => byUserId),
  );
  return {
    counts,
    total: record.entries.length,
    conflicts: record.conflicts.map(({ kind, key, heads }) => ({ kind, key: isGraveQuestion(key) ? '' : key, versions: heads.length })),
    receipts: receipts
      .map(({ counts: sent, byUserId, ...receipt }) => ({
        ...receipt,
        by: people.get(byUserId) ?? null,
        entries: Object.values(countsSchema.parse(sent)).reduce((sum, count) => sum + count, 0),
      }))
      .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime()),
  };
}
