import { foundParties } from './functions.server';
import { type Queryable, query, readRows } from './query.server';

/** The ids of the parties whose folded name contains the text, or whose public ID it is. One query. */
export async function findPartyIds(db: Queryable, text: string): Promise<string[]> {
  const rows = await readRows(db, query.selectFrom(foundParties(text).as('f')).select('f.id'));
  return rows.map(({ id }) => id);
}
