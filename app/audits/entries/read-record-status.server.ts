import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { type EntryKind, entryKinds } from './entries';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { readRecord } from './read-record.server';
import { redactZeroTolerance } from './redact-zero-tolerance.server';

const countsSchema = z.record(z.string(), z.number());

/** The tolerance of a device clock in milliseconds, for delayed sendings. */
const tolerableMs = 10 * 60_000;

/**
 * What has arrived of an audit: current entries by kind, conflicts, and the last receipt of each device with its own clock times. A clock is wrong if it is
 * later than the server's time of receipt or earlier than the planning of the audit. Members outside the team see no entry, version, conflict or clock of a
 * zero-tolerance question: comparing two counts would reveal it. Four queries.
 */
export async function readRecordStatus(db: TenantDb, audit: Pick<FoundAudit, 'id' | 'members'>, { userId }: { userId: string }) {
  const record = await readRecord(db, audit);
  const shown = redactZeroTolerance(record);
  const isOnTeam = audit.members.some((member) => member.userId === userId);
  const shownByDevice = (deviceId: string) => shown.entries.filter((entry) => entry.deviceId === deviceId).length;
  const counts = Object.fromEntries(entryKinds.map((kind) => [kind, 0])) as Record<EntryKind, number>;
  for (const { heads } of shown.current.values()) {
    const [entry] = heads;
    if (entry && !('isWithdrawn' in entry.value && entry.value.isWithdrawn)) counts[entry.kind] += 1;
  }
  const receipts = await db.auditReceipt.findMany({
    where: { auditId: audit.id },
    orderBy: [{ deviceId: 'asc' }, { receivedAt: 'desc' }, { id: 'desc' }],
    distinct: ['deviceId'],
    select: { id: true, deviceId: true, byUserId: true, receivedAt: true, counts: true, hash: true },
  });
  const { plannedAt } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { plannedAt: true } });
  const seen = (isOnTeam ? record : shown).entries;
  const clockOf = (deviceId: string) => {
    const own = seen.filter((entry) => entry.deviceId === deviceId);
    if (own.length === 0) return null;
    const made = own.map(({ madeAt }) => madeAt.getTime());
    const [first, last] = [new Date(Math.min(...made)), new Date(Math.max(...made))];
    const received = Math.max(...own.map(({ receivedAt }) => receivedAt.getTime()));
    const isWrong = last.getTime() - received > tolerableMs || plannedAt.getTime() - first.getTime() > tolerableMs;
    return { first, last, isWrong };
  };
  const people = await namePeople(
    db,
    receipts.map(({ byUserId }) => byUserId),
  );
  return {
    counts,
    conflicts: shown.conflicts.map(({ kind, key, heads }) => ({ kind, key, versions: heads.length })),
    receipts: receipts
      // A device that sent nothing else would tell by its receipt alone.
      .filter(({ deviceId }) => isOnTeam || shownByDevice(deviceId) > 0)
      .map(({ counts: sent, byUserId, ...receipt }) => ({
        ...receipt,
        by: people.get(byUserId) ?? null,
        clock: clockOf(receipt.deviceId),
        entries: isOnTeam
          ? Object.values(countsSchema.parse(sent)).reduce((sum, count) => sum + count, 0)
          : shownByDevice(receipt.deviceId),
      }))
      .sort((a, b) => b.receivedAt.getTime() - a.receivedAt.getTime()),
  };
}
