import type { TenantDb } from '~/access/tenant-db.server';

/** The logs that are only added to, and the column that the database fills with its own clock where nobody says a day. */
const days = { activity: 'at', auditEntry: 'receivedAt', auditReceipt: 'receivedAt' } as const;

/**
 * The same handle for a verb of the story that happened on an earlier day: what the verb adds to the logs stands under that day. Nothing that was written is
 * changed, and the hashes of entries and receipts do not reckon with the day. Only the demonstration does so: everywhere else the database's clock counts.
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
