import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditRecord, type StoredEntry, currentByKey } from './read-record.server';

/**
 * A record without the findings that were withdrawn, while it was recorded or after the site's reply, and without their photos: no report contains them. A photo
 * that another finding names too stays. Otherwise the pictures would reveal what was withdrawn because it belongs in a sensitive case. One query.
 */
export async function withoutWithdrawn(db: TenantDb, { auditId, record }: { auditId: string; record: AuditRecord }): Promise<AuditRecord> {
  const rows = await db.finding.findMany({ where: { auditId, withdrawnAt: { not: null } }, select: { id: true } });
  const heads = [...record.current.values()].flatMap((recorded) => recorded.heads);
  const cancelled = heads.flatMap((entry) => (entry.kind === 'finding' && entry.value.isWithdrawn ? [entry.key] : []));
  const gone = new Set([...rows.map(({ id }) => id), ...cancelled]);
  // In every version: a photo that was taken off a finding before it was withdrawn is of it all the same.
  const ofGone = new Set(record.entries.flatMap((entry) => (entry.kind === 'finding' && gone.has(entry.key) ? entry.value.photos : [])));
  const photosOfCurrentFindings = new Set(
    [...currentByKey(record, 'finding')].flatMap(([key, { value }]) => (gone.has(key) ? [] : value.photos)),
  );
  const isGone = (entry: StoredEntry): boolean => {
    if (entry.kind !== 'photo') return gone.has(entry.key);
    const { about } = entry.value;
    if (photosOfCurrentFindings.has(entry.key)) return false;
    return about === null ? ofGone.has(entry.key) : gone.has(about);
  };
  return { ...record, current: new Map([...record.current].filter(([, recorded]) => !recorded.heads.some(isGone))) };
}
