import { createHash } from 'node:crypto';
import { detectAlerts, withOwnTables } from '#scoring';
import { rowsOf, tableText } from '~/access/table-text.server';
import { query, readRows } from '~/access/sql/query.server';
import { anyId, isPresent } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivities } from '~/platform/activity/record-activity.server';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { type AlertBasis, basisOf } from './basis';
import { gatherQueries } from './gather-queries.server';
import { idsInOrder } from './ids-in-order';
import { recruiterAlerts } from './recruiter-alerts.server';

export type RefreshedAlerts = { raised: number; changed: number; reopened: number; ended: number };

type Found = {
  key: string;
  partyId: string;
  kind: string;
  source: { table: string; vintage: string; row: string };
  rank: number;
  isToBeConfirmed: boolean;
  basis: AlertBasis;
  basisHash: string;
};
type Kept = {
  id: string;
  partyId: string;
  kind: string;
  sourceTable: string;
  sourceVintage: string;
  sourceRow: string;
  basisHash: string;
  status: string;
  reason: string | null;
  isEnded: boolean;
};

/**
 * Updates the alerts of suppliers from current data and the lists of a day. An alert whose reason is gone ends; one whose reason returns reopens. A dismissed
 * alert stays dismissed until the row or the facts behind it change; then it reopens, which its history records. A confirmed one stays confirmed. Idempotent.
 * At most fourteen statements, however many suppliers; concurrent runs raise each alert once.
 * @param options.asOf ISO day: the lists in force on it
 */
export async function refreshAlerts(db: TenantDb, options: { partyIds: readonly string[]; asOf: string }): Promise<RefreshedAlerts> {
  const { asOf } = options;
  const partyIds = [...new Set(options.partyIds)];
  if (partyIds.length === 0) return { raised: 0, changed: 0, reopened: 0, ended: 0 };
  const ownTables = await ownTablesFor(db, asOf);
  const listed = (await gatherQueries(db, { partyIds, asOf })).flatMap((gathered): Found[] =>
    withOwnTables(ownTables, () => detectAlerts(gathered.query)).map((alert) => {
      const { kind, source, rank, isToBeConfirmed } = alert;
      const basis = basisOf(alert, gathered);
      const { partyId } = gathered;
      return {
        key: keyOf(partyId, kind, source.table, source.row),
        partyId,
        kind,
        source,
        rank,
        isToBeConfirmed,
        basis,
        basisHash: hashOf(basis),
      };
    }),
  );
  const recruiters = (await recruiterAlerts(db, { partyIds, asOf })).map((alert): Found => {
    const { partyId, kind, source, basis } = alert;
    return { ...alert, key: keyOf(partyId, kind, source.table, source.row), isToBeConfirmed: false, basisHash: hashOf(basis) };
  });
  const found = [...listed, ...recruiters];
  const kept = new Map((await readKept(db, partyIds)).map((row) => [keyOf(row.partyId, row.kind, row.sourceTable, row.sourceRow), row]));
  const now = new Set(found.map(({ key }) => key));
  const ended = [...kept].flatMap(([key, row]) => (now.has(key) || row.isEnded ? [] : [row.id]));
  const raised = found.filter(({ key }) => !kept.has(key));
  const changed = found.flatMap((alert) => {
    const row = kept.get(alert.key);
    return row && (row.basisHash !== alert.basisHash || row.sourceVintage !== alert.source.vintage) ? [{ alert, row }] : [];
  });
  const reopened = changed.filter(({ alert, row }) => row.status === 'dismissed' && row.basisHash !== alert.basisHash);
  await insertRaised(db, raised, asOf);
  await updateChanged(db, changed);
  await reopen(db, reopened);
  await db.$executeRaw`
    UPDATE "Alert" SET "lastSeenOn" = ${asOf}::date, "endedAt" = NULL
    WHERE "id" = ANY(${idsStillFound(kept, now)}::uuid[]) AND ("lastSeenOn" < ${asOf}::date OR "endedAt" IS NOT NULL)`;
  if (ended.length > 0) await db.$executeRaw`UPDATE "Alert" SET "endedAt" = now() WHERE "id" = ANY(${ended}::uuid[])`;
  return { raised: raised.length, changed: changed.length, reopened: reopened.length, ended: ended.length };
}

const keyOf = (partyId: string, kind: string, table: string, row: string): string => `${partyId} ${kind} ${table} ${row}`;

const hashOf = (basis: AlertBasis): string => createHash('sha256').update(JSON.stringify(basis)).digest('hex');

const idsStillFound = (kept: ReadonlyMap<string, Kept>, now: ReadonlySet<string>): string[] =>
  [...kept].flatMap(([key, row]) => (now.has(key) ? [row.id] : []));

function readKept(db: TenantDb, partyIds: string[]): Promise<Kept[]> {
  return readRows(
    db,
    query
      .selectFrom('Alert')
      .select(['id', 'partyId', 'kind', 'sourceTable', 'sourceVintage', 'sourceRow', 'basisHash', 'status', 'reason'])
      .select(({ ref }) => isPresent(ref('endedAt')).as('isEnded'))
      .where('partyId', '=', anyId(partyIds)),
  );
}

async function insertRaised(db: TenantDb, raised: readonly Found[], asOf: string): Promise<void> {
  if (raised.length === 0) return;
  const ids = idsInOrder(raised.length);
  const text = tableText(
    raised.map(({ partyId, kind, source, rank, isToBeConfirmed, basis, basisHash }, at) => [
      ...[partyId, kind, source.table, source.vintage, source.row, rank],
      ...[isToBeConfirmed ? 'true' : 'false', basis, basisHash, ids[at] ?? null],
    ]),
  );
  await db.$executeRaw`
    INSERT INTO "Alert" ("partyId", "kind", "sourceTable", "sourceVintage", "sourceRow", "rank", "isToBeConfirmed", "basis", "basisHash", "lastSeenOn", "id")
    SELECT a[1]::uuid, a[2], a[3], a[4], a[5], a[6]::int, a[7]::boolean, a[8]::jsonb, a[9], ${asOf}::date, a[10]::uuid FROM ${rowsOf(text)}
    ON CONFLICT DO NOTHING`;
}

async function updateChanged(db: TenantDb, changed: readonly { alert: Found; row: Kept }[]): Promise<void> {
  if (changed.length === 0) return;
  const text = tableText(
    changed.map(({ row, alert: { source, rank, isToBeConfirmed, basis, basisHash } }) => [
      ...[row.id, source.vintage, rank, isToBeConfirmed ? 'true' : 'false', basis, basisHash],
    ]),
  );
  await db.$executeRaw`
    UPDATE "Alert" t SET "sourceVintage" = a[2], "rank" = a[3]::int, "isToBeConfirmed" = a[4]::boolean, "basis" = a[5]::jsonb, "basisHash" = a[6]
    FROM ${rowsOf(text)} WHERE t."id" = a[1]::uuid`;
}

async function reopen(db: TenantDb, reopened: readonly { alert: Found; row: Kept }[]): Promise<void> {
  if (reopened.length === 0) return;
  await db.$executeRaw`
    UPDATE "Alert" SET "status" = 'open', "decidedById" = NULL, "decidedAt" = NULL, "reason" = NULL
    WHERE "id" = ANY(${reopened.map(({ row }) => row.id)}::uuid[])`;
  await recordActivities(
    db,
    reopened.map(({ row }) => ({
      ...{ recordKind: 'alert', recordId: row.id, act: 'reopen-alert' },
      before: { status: row.status, reason: row.reason },
      after: { status: 'open', reason: null },
    })),
  );
}
