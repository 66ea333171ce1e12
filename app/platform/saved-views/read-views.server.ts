import { z } from 'zod';
import { type Question, query, queryTogether } from '~/access/sql/query.server';
import type { TenantDb } from '~/access/tenant-db.server';
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

const viewSchema = z.object({
  ...{ id: z.string(), name: z.string(), query: z.string(), columns: z.array(z.string()) },
  ...{ isShared: z.boolean(), ownerId: z.string(), owner: z.string().nullable() },
});
const preferenceSchema = z.object({ view: z.string(), columns: z.array(z.string()), isDefault: z.boolean() });
type Viewer = { list: ViewedList; userId: string };

/** What `viewsFrom` reads of a member's views. */
export function viewQuestions({ list, userId }: Viewer) {
  return {
    views: {
      schema: viewSchema,
      statement: query
        .selectFrom('SavedView as v')
        .leftJoin('User as u', 'u.id', 'v.ownerId')
        .select(['v.id', 'v.name', 'v.query', 'v.columns', 'v.isShared', 'v.ownerId', 'u.name as owner'])
        .where('v.list', '=', list)
        .orderBy('v.name')
        .orderBy('v.id')
        .limit(mostViews),
    },
    preferences: {
      schema: preferenceSchema,
      statement: query
        .selectFrom('ListPreference')
        .select(['view', 'columns', 'isDefault'])
        .where('list', '=', list)
        .where('userId', '=', userId),
    },
  } satisfies Record<string, Question>;
}

/** The saved views that a member can use, their own first, with what the member chose for each. */
export function viewsFrom(
  { views, preferences }: { views: readonly z.infer<typeof viewSchema>[]; preferences: readonly z.infer<typeof preferenceSchema>[] },
  userId: string,
): Views {
  const saved = views.map(({ ownerId, owner, ...view }) => {
    const isOwn = ownerId === userId;
    return { ...view, isOwn, sharedBy: isOwn ? null : owner };
  });
  return {
    saved: [...saved.filter(({ isOwn }) => isOwn), ...saved.filter(({ isOwn }) => !isOwn)],
    columns: Object.fromEntries(preferences.flatMap(({ view, columns }) => (columns.length > 0 ? [[view, columns]] : []))),
    opensFirst: preferences.find(({ isDefault }) => isDefault)?.view ?? null,
  };
}

/** The views of a list for a member. One query. */
export const readViews = async (db: TenantDb, viewer: Viewer): Promise<Views> =>
  viewsFrom(await queryTogether(db, viewQuestions(viewer)), viewer.userId);

/** The query of one saved view; null where the member has none of this id. */
export async function readViewQuery(db: TenantDb, { list, id }: { list: ViewedList; id: string }): Promise<string | null> {
  return (await db.savedView.findFirst({ where: { list, id }, select: { query: true } }))?.query ?? null;
}
