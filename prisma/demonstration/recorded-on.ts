import type { TenantDb } from '~/access/tenant-db.server';

/** Append-only logs, and the column that the database sets from its own clock by default. */
const days = { activity: 'at', auditEntry: 'receivedAt', auditReceipt: 'receivedAt' } as const;

/**
 * The same handle for an action of the story on an earlier day: its log rows get that day. No written row changes, and the hashes of entries and receipts
 * exclude the day. Only the demonstration does so: everywhere else the database's clock counts.
 */
export function recordedOn(db: TenantDb, day: Date): TenantDb {
  return seenAs(db, (name, value) => {
    const column = name in days ? days[name as keyof typeof days] : null;
    if (column === null) return value;
    return seenAs(value as object, (act, verb) =>
      act === 'create' || act === 'createMany'
        ? (given: Given) => (verb as Verb)({ ...given, data: dated(given.data, column, day) })
        : verb,
    );
  });
}

type Row = Record<string, unknown>;
type Given = { data: Row | Row[] };
type Verb = (given: Given) => unknown;

function dated(data: Row | Row[], column: string, day: Date): Row | Row[] {
  return Array.isArray(data) ? data.map((row) => ({ ...row, [column]: day })) : { ...data, [column]: day };
}

/** The same object, some of whose properties are seen as something else. */
function seenAs<Seen extends object>(seen: Seen, as: (name: PropertyKey, value: unknown) => unknown): Seen {
  return new Proxy(seen, { get: (target, name) => as(name, Reflect.get(target, name, target)) });
}
