import { type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Tables, and the column that the database sets from its own clock by default. */
const days = { activity: 'at', auditMember: 'addedAt', auditEntry: 'receivedAt', auditReceipt: 'receivedAt', fact: 'recordedAt' } as const;
/** Statements that store scores or facts take the moment from the database's clock. */
const clock = 'clock_timestamp()';

/**
 * The same handle for an action of the story on an earlier day: its log rows, facts and scores get that day. No written row changes, and the hashes of entries
 * and receipts exclude the day. Only the demonstration does so: everywhere else the database's clock counts.
 */
export function recordedOn(db: TenantDb, day: Date): TenantDb {
  let stored = 0;
  return seenAs(db, (name, value) => {
    if (name === '$executeRaw')
      return (text: TemplateStringsArray | Sql, ...values: unknown[]) => {
        if (!Array.isArray(text)) return db.$executeRaw(text, ...values);
        // What is stored on one day keeps its order.
        stored += 1;
        return db.$executeRaw(datedInsert([...text], values, new Date(day.getTime() + stored)));
      };
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

/** A statement unchanged, and of one that stores scores or facts the database's clock replaced by the day. */
function datedInsert(text: readonly string[], values: unknown[], day: Date): Sql {
  if (!/INSERT INTO "(?:Score|Fact)"/.test(text[0] ?? '')) return sql([...text], ...values);
  const at = text.findIndex((part) => part.includes(clock));
  const [before, after] = text[at]?.split(clock) ?? [];
  if (before === undefined || after === undefined) throw new Error('A statement that stores scores or facts names no clock');
  return sql(
    [...text.slice(0, at), before, `::timestamptz${after}`, ...text.slice(at + 1)],
    ...[...values.slice(0, at), day, ...values.slice(at)],
  );
}

/** The same object, some of whose properties are seen as something else. */
function seenAs<Seen extends object>(seen: Seen, as: (name: PropertyKey, value: unknown) => unknown): Seen {
  return new Proxy(seen, { get: (target, name) => as(name, Reflect.get(target, name, target)) });
}
