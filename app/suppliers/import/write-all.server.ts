import { setImmediate } from 'node:timers/promises';
import { forgetStatements } from '~/access/forget-statements.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { type BulkTable, fitStatistics } from './fit-statistics.server';
import type { Writes } from './prepare-writes.server';
import { rowsOf, type TableField, tableText, writtenSql } from '~/access/table-text.server';
import type { PartyKind } from '~/suppliers/fields/definition/define-field';
import { factColumns } from '~/suppliers/facts/fact-columns';

const chunk = 10_000;

type Insert = (text: string) => Promise<unknown>;

/**
 * Inserts one after the other, each as one text of at most ten thousand rows: the next text is made while PostgreSQL is busy with the last.
 * A table that is named has statistics of its new rows before the next insert points to them.
 */
function insertsInTurn(db: TenantDb, onChunk: () => Promise<void>) {
  let running: Promise<unknown> = Promise.resolve();
  const written = new Map<BulkTable, number>();
  /** Statistics follow a list that grows: taken again whenever its rows have doubled, or plans made for the first piece look through all the later ones. */
  const followGrowth = async (table: BulkTable, rows: number) => {
    const total = (written.get(table) ?? 0) + rows;
    written.set(table, total);
    await fitStatistics(db, table, Math.max(rows, Math.floor(total / 2)));
  };
  /** Makes the first text at once, beside whatever is under way; what it answers inserts it, and the others after it. */
  function prepare<Row>(
    rows: readonly Row[],
    fields: (row: Row) => readonly TableField[],
    insert: Insert,
    table?: BulkTable,
  ): () => Promise<void> {
    const textFrom = (start: number) => tableText(rows.slice(start, start + chunk).map(fields));
    let first: string | null = textFrom(0);
    return async () => {
      for (let start = 0; start < rows.length; start += chunk) {
        const text = first ?? textFrom(start);
        first = null;
        await running;
        forgetStatements();
        await onChunk();
        // A statement of Prisma begins when it is waited for, and leaves when the event loop turns.
        running = insert(text);
        if (table !== undefined && start + chunk >= rows.length) running = running.then(() => followGrowth(table, rows.length));
        // An error reaches the code that calls `settle`; until then it must not count as unhandled.
        running.catch(() => {});
        await setImmediate();
      }
    };
  }
  return {
    settle: () => running,
    prepare,
    add: <Row>(rows: readonly Row[], fields: (row: Row) => readonly TableField[], insert: Insert, table?: BulkTable) =>
      prepare(rows, fields, insert, table)(),
  };
}

/**
 * Writes pieces of a commit, one after the other, each table by table in the order in which they refer to each other. The last insert of
 * a piece, its activity, is left under way, so that the next piece can be planned beside it: call `settle` before the connection is used for
 * anything else.
 * @param onChunk is called before each insert; when it throws, nothing more is written
 */
export function pieceWriter(db: TenantDb, onChunk: () => Promise<void>) {
  const inserts = insertsInTurn(db, onChunk);
  return {
    settle: inserts.settle,
    /** Makes a piece ready beside the last insert of the one before. @param tiers computed tiers of its new suppliers */
    prepare(writes: Writes, tiers: ReadonlyMap<string, number>) {
      const insertParties = inserts.prepare(
        writes.parties,
        ({ id, kind, publicId, name, nameKey }) => [id, kind, publicId, name, nameKey],
        (text) => db.$executeRaw`
          INSERT INTO "Party" ("id", "kind", "publicId", "name", "nameKey") SELECT a[1]::uuid, a[2], a[3], a[4], a[5] FROM ${rowsOf(text)}`,
        'Party',
      );
      let insertActivity = async (): Promise<void> => {};
      return {
        /** All of the piece but its activity. @param beside what can be done while PostgreSQL is busy with the first insert */
        async writeRecords(beside: () => void): Promise<void> {
          await insertParties();
          beside();
          await inserts.add(
            writes.sources,
            ({ id, importRowId }) => [id, importRowId],
            (text) => db.$executeRaw`
              INSERT INTO "Source" ("id", "kind", "importRowId") SELECT a[1]::uuid, 'import-row', a[2]::uuid FROM ${rowsOf(text)}`,
            'Source',
          );
          await inserts.add(
            writes.links,
            (link) => [link.fromPartyId, link.toPartyId, link.kind, link.sourceId, link.product, link.share, link.validFrom, link.validTo],
            (text) => db.$executeRaw`
              INSERT INTO "SupplyLink" ("fromPartyId", "toPartyId", "kind", "sourceId", "product", "share", "validFrom", "validTo")
              SELECT a[1]::uuid, a[2]::uuid, a[3], a[4]::uuid, NULLIF(a[5], ''), NULLIF(a[6], '')::numeric, NULLIF(a[7], '')::date, NULLIF(a[8], '')::date
              FROM ${rowsOf(text)}
              ON CONFLICT DO NOTHING`,
            'SupplyLink',
          );
          await inserts.add(
            writes.orders,
            ({ fromPartyId, toPartyId, product, sourceId, ...sums }) => [
              ...[fromPartyId, toPartyId, product, sourceId, sums.lines, sums.volumes, sums.values, sums.firstOn, sums.lastOn],
              `{${sums.lineKeys.join(',')}}`,
            ],
            (text) => db.$executeRaw`
              INSERT INTO "OrderTotal" ("fromPartyId", "toPartyId", "product", "sourceId", "lines", "volumes", "values", "firstOn", "lastOn", "lineKeys")
              SELECT a[1]::uuid, a[2]::uuid, NULLIF(a[3], ''), a[4]::uuid, a[5]::int, a[6]::jsonb, a[7]::jsonb, NULLIF(a[8], '')::date, NULLIF(a[9], '')::date,
                a[10]::bigint[]
              FROM ${rowsOf(text)}`,
          );
          await inserts.add(
            writes.suppliers,
            ({ partyId, nameKey, values }) => [partyId, nameKey, tiers.get(partyId) ?? null, values],
            (text) => writeSuppliers(db, text),
            'Supplier',
          );
          await inserts.add(
            writes.sites,
            ({ partyId, supplierPartyId, values }) => [partyId, supplierPartyId, values],
            (text) => writeSites(db, text),
            'Site',
          );
          await inserts.add(
            writes.providers,
            ({ partyId }) => [partyId],
            (text) => db.$executeRaw`INSERT INTO "LabourRecruiter" ("partyId") SELECT a[1]::uuid FROM ${rowsOf(text)}`,
          );
          await inserts.add(
            writes.facts,
            ({ partyId, sourceId, validFrom, order, values }) => [partyId, sourceId, validFrom, order, values],
            (text) => db.$executeRaw`
              INSERT INTO "Fact" ("partyId", "sourceId", "validFrom", "recordedAt", "values")
              SELECT a[1]::uuid, a[2]::uuid, NULLIF(a[3], '')::date, now() + a[4]::int * interval '1 millisecond', a[5]::jsonb FROM ${rowsOf(text)}`,
            'Fact',
          );
          insertActivity = inserts.prepare(
            writes.activities,
            ({ recordKind, recordId, act, userId, changes }) => [recordKind, recordId, act, userId, changes],
            (text) => db.$executeRaw`
              INSERT INTO "Activity" ("recordKind", "recordId", "act", "userId", "changes")
              SELECT a[1], a[2], a[3], a[4]::uuid, a[5]::jsonb FROM ${rowsOf(text)}`,
          );
          await inserts.settle();
        },
        writeActivity: () => insertActivity(),
      };
    },
  };
}

/** The columns of a new party of a list, which repeat the facts of the list in `t.v`: their names, and their values. */
const columnsOf = (kind: PartyKind) => {
  const columns = factColumns(kind, 't.v');
  return {
    names: writtenSql(columns.map(({ column }) => column).join(', ')),
    values: writtenSql(columns.map(({ value }) => value).join(', ')),
  };
};
const [ofSupplier, ofSite] = [columnsOf('supplier'), columnsOf('site')];

function writeSuppliers(db: TenantDb, text: string): Promise<unknown> {
  return db.$executeRaw`
    INSERT INTO "Supplier" ("partyId", "nameKey", "tier", ${ofSupplier.names})
    SELECT t.id, t.key, t.tier, ${ofSupplier.values}
    FROM (SELECT a[1]::uuid AS id, a[2] AS key, NULLIF(a[3], '')::int AS tier, a[4]::jsonb AS v FROM ${rowsOf(text)} OFFSET 0) AS t`;
}

function writeSites(db: TenantDb, text: string): Promise<unknown> {
  return db.$executeRaw`
    INSERT INTO "Site" ("partyId", "supplierPartyId", ${ofSite.names})
    SELECT t.id, t.owner, ${ofSite.values}
    FROM (SELECT a[1]::uuid AS id, a[2]::uuid AS owner, a[3]::jsonb AS v FROM ${rowsOf(text)} OFFSET 0) AS t`;
}
