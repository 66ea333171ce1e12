import { query, readRows } from '~/access/sql/query.server';
import { anyId } from '~/access/sql/expressions.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { shareFields, shownFact } from '~/suppliers/facts/shown-fact';
import type { Change } from '~/platform/activity/record-activity.server';

type Event = { recordId: string; changes: Change[] };
const shares: ReadonlySet<string> = new Set(shareFields);

/**
 * The same events without shares that would reveal a small group, whoever wrote them: by the headcounts in the event, and by those known of the party. One
 * query where a share occurs, else none.
 */
export async function hideSmallGroups<LoggedEvent extends Event>(db: TenantDb, events: readonly LoggedEvent[]): Promise<LoggedEvent[]> {
  const withShares = events.filter(({ changes }) => changes.some(({ field }) => shares.has(field)));
  if (withShares.length === 0) return [...events];
  const ids = [...new Set(withShares.map(({ recordId }) => recordId))];
  const rows = await readRows(
    db,
    query
      .selectFrom('Supplier')
      .select(['partyId as id', 'workers'])
      .where('partyId', '=', anyId(ids))
      .where('workers', 'is not', null)
      .unionAll(
        query.selectFrom('Site').select(['partyId as id', 'workers']).where('partyId', '=', anyId(ids)).where('workers', 'is not', null),
      ),
  );
  const workersOf = new Map(rows.map(({ id, workers }) => [id, workers]));
  return events.map((event) => {
    const named = event.changes.flatMap(({ field, before, after }) => (field === 'workers' ? [before, after] : []));
    const heads = [...named, workersOf.get(event.recordId)].filter((each) => typeof each === 'number');
    const shown = (field: string, value: unknown) => heads.reduce<unknown>((current, workers) => shownFact(field, current, workers), value);
    return {
      ...event,
      changes: event.changes.map(({ field, before, after }) => ({ field, before: shown(field, before), after: shown(field, after) })),
    };
  });
}
