import type { TenantDb } from '~/access/tenant-db.server';
import type { NotificationEvent } from './notification-events';

/** A record as a notification names it. Paths are relative to the organization's address; `pathOfSeveral` leads to all records of a notification about several. */
export type NamedRecord = { label: string | null; path: string; pathOfSeveral?: string };
type NameRecords = (db: TenantDb, ids: readonly string[]) => Promise<ReadonlyMap<string, NamedRecord>>;

const readers = new Map<NotificationEvent, NameRecords>();

/** Registers how a district names the records of its events, for a list of ids in one query. Throws where an event has one already. */
export function nameNotified(events: readonly NotificationEvent[], read: NameRecords): void {
  for (const event of events) {
    if (readers.has(event)) throw new Error(`the event ${event} has two readers`);
    readers.set(event, read);
  }
}

/** The records of notifications by event and id. A record that was removed is missing. */
export async function nameRecords(
  db: TenantDb,
  notifications: readonly { event: NotificationEvent; recordId: string }[],
): Promise<(of: { event: NotificationEvent; recordId: string }) => NamedRecord | null> {
  const idsByReader = new Map<NameRecords, Set<string>>();
  for (const { event, recordId } of notifications) {
    const read = readers.get(event);
    if (!read) throw new Error(`the event ${event} has no reader: app/registrations.server.ts was not imported`);
    idsByReader.set(read, (idsByReader.get(read) ?? new Set()).add(recordId));
  }
  const named = new Map<NameRecords, ReadonlyMap<string, NamedRecord>>();
  for (const [read, ids] of idsByReader) named.set(read, await read(db, [...ids]));
  return ({ event, recordId }) => {
    const read = readers.get(event);
    return (read && named.get(read)?.get(recordId)) ?? null;
  };
}
