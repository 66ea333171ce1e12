import { indicators } from '#scoring';
import { type Sql, sql } from '~/access/sql.server';
import { indicatorLabel } from '~/platform/terms/indicator-label';

/**
 * What a finding `f` says in a line of a list, as SQL. One that an answer raised keeps the question as its text, which does not say what is wrong: it goes by its
 * indicator. `findingDetail` puts it into the reader's language.
 */
export const detailOfFinding: Sql = sql`CASE WHEN f."origin" = 'answer' THEN COALESCE(f."indicator", '') ELSE CASE WHEN length(f."text") > 120 THEN rtrim(left(f."text", 119)) || '…' ELSE f."text" END END`;

export function findingDetail(raw: string): string {
  const indicator = indicators.find((known) => known === raw);
  return indicator ? indicatorLabel(indicator) : raw;
}
