import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import type { ViewedList } from './schema';

export type SavedView = {
  id: string;
  name: string;
  query: string;
  columns: string[];
  isShared: boolean;
  isOwn: boolean;
  sharedBy: string | null;
};
export type Views = {
  saved: SavedView[];
  /** Columns that this member chose, by view. */
  columns: Record<string, string[]>;
  /** The view that opens first: a built-in key, the id of a saved view, or null. */
  opensFirst: string | null;
};

/** How many views a list shows: enough for an organization, few enough to find one. */
const mostViews = 60;

/** The saved views that a member can use, their own first, with what the member chose for each. Three queries, one of them only for shared views. */
export async function readViews(db: TenantDb, { list, userId }: { list: ViewedList; userId: string }): Promise<Views> {
  const rows = await db.savedView.findMany({ where: { list }, orderBy: [{ name: 'asc' }, { id: 'asc' }], take: mostViews });
  const preferences = await db.listPreference.findMany({ where: { list, userId }, select: { view: true, columns: true, isDefault: true } });
  const names = await namePeople(
    db,
    rows.flatMap(({ ownerId }) => (ownerId === userId ? [] : [ownerId])),
  );
  const saved = rows.map(({ id, name, query, columns, isShared, ownerId }) => ({
    ...{ id, name, query, columns, isShared },
    isOwn: ownerId === userId,
    sharedBy: ownerId === userId ? null : (names.get(ownerId) ?? null),
  }));
  return {
    saved: [...saved.filter(({ isOwn }) => isOwn), ...saved.filter(({ isOwn }) => !isOwn)],
    columns: Object.fromEntries(preferences.flatMap(({ view, columns }) => (columns.length > 0 ? [[view, columns]] : []))),
    opensFirst: preferences.find(({ isDefault }) => isDefault)?.view ?? null,
  };
}

/** The query of one saved view; null where the member has none of this id. */
export async function readViewQuery(db: TenantDb, { list, id }: { list: ViewedList; id: string }): Promise<string | null> {
  return (await db.savedView.findFirst({ where: { list, id }, select: { query: true } }))?.query ?? null;
}
