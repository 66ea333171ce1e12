import { z } from 'zod';
import { identifier, joinBy, sql, type Sql } from '~/access/sql.server';
import type { Question } from '~/access/sql/query.server';
import { allOf, type SupplierScope, supplierConditions } from './list-query.server';
import { mostCounted } from '~/platform/lists/list-place';
import { readListState, type SupplierListState } from './list-state';
import { searchText } from './list-suppliers.server';

/** Views that no tally counts. */
export const countedViews = ['import-alerts', 'late', 'following', 'mine'] as const;
export type CountedView = (typeof countedViews)[number];

const conditionOf = (view: CountedView) => supplierConditions(readListState(new URLSearchParams({ view })));
const conditionsOf = {
  'import-alerts': conditionOf('import-alerts'),
  late: conditionOf('late'),
  following: conditionOf('following'),
  mine: conditionOf('mine'),
} satisfies Record<CountedView, Sql[]>;

const countsSchema = z.object({
  ...{ 'import-alerts': z.number(), late: z.number(), following: z.number(), mine: z.number() },
  matching: z.number().nullable(),
});

/**
 * How many suppliers these views have, and how many match `state` where it is given; each counted up to `mostCounted` and one more, so that a list of many
 * costs no more than one of some thousands. One row.
 */
export function viewCountsQuestion({ state, scope }: { state: SupplierListState | null; scope?: SupplierScope | undefined }) {
  const count = (relation: Sql, conditions: readonly Sql[]) =>
    sql`(SELECT count(*)::int FROM (SELECT 1 FROM ${relation} s WHERE ${allOf(conditions)} LIMIT ${mostCounted + 1}::int) counted)`;
  const ofView = (view: CountedView) => count(sql`"Supplier"`, conditionsOf[view]);
  const matching =
    state === null
      ? sql`NULL::int`
      : count(scope?.relation ?? sql`"Supplier"`, [
          ...supplierConditions({ ...state, search: searchText(state.search) }),
          ...(scope?.conditions ?? []),
        ]);
  const views = joinBy(
    countedViews.map((view) => sql`${ofView(view)} AS ${identifier(view)}`),
    ', ',
  );
  return { schema: countsSchema, statement: sql`SELECT ${views}, ${matching} AS "matching"` } satisfies Question;
}
