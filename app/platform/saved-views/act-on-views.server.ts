import type { TenantDb } from '~/access/tenant-db.server';
import type { ViewAct, ViewedList } from './schema';

export type ViewActor = {
  list: ViewedList;
  userId: string;
  /** Whether the person may share views, and change those that others shared. */
  mayShare: boolean;
  /** The list state of the page as a query string, without cursor and columns. */
  query: string;
  /** The columns of the page. */
  columns: string[];
  /** Built-in views of the list. */
  builtIn: readonly string[];
};
/** The view to show next; null: the list as it was. `missing`: there is no such view, or the person may not change it. */
export type ViewOutcome = { kind: 'done'; view: string | null } | { kind: 'missing' };

const done = (view: string | null = null): ViewOutcome => ({ kind: 'done', view });
const missing: ViewOutcome = { kind: 'missing' };
/** So many views one person may save for a list. */
export const mostOwnViews = 30;

/** Saves, changes or deletes a view, or records what a member chose for one. Private views of others are not found. */
export async function actOnViews(db: TenantDb, act: ViewAct, actor: ViewActor): Promise<ViewOutcome> {
  const { list, userId, mayShare, query } = actor;
  switch (act.intent) {
    case 'save-view': {
      if ((await db.savedView.count({ where: { list, ownerId: userId } })) >= mostOwnViews) return missing;
      const data = { list, ownerId: userId, name: act.name, query, columns: actor.columns, isShared: mayShare && act.isShared === 'yes' };
      return done((await db.savedView.create({ data, select: { id: true } })).id);
    }
    case 'change-view': {
      const own = await findChangeable(db, act.view, actor);
      if (!own) return missing;
      const isShared = mayShare ? act.isShared === 'yes' : own.isShared;
      // A view that another member shared stays shared: made private, its changer would lose it.
      const data = { name: act.name, isShared: own.ownerId === userId ? isShared : true };
      const filters = act.withFilters === 'yes' ? { query, columns: actor.columns } : {};
      await db.savedView.updateMany({ where: { list, id: act.view }, data: { ...data, ...filters } });
      return done(act.view);
    }
    case 'delete-view': {
      if (!(await findChangeable(db, act.view, actor))) return missing;
      await db.savedView.deleteMany({ where: { list, id: act.view } });
      await db.listPreference.deleteMany({ where: { list, userId, view: act.view } });
      return done();
    }
    case 'set-default': {
      if (!(await isView(db, act.view, actor))) return missing;
      await db.listPreference.updateMany({ where: { list, userId, isDefault: true }, data: { isDefault: false } });
      await keepPreference(db, actor, act.view, { isDefault: true });
      return done(act.view);
    }
    case 'clear-default':
      await db.listPreference.updateMany({ where: { list, userId, isDefault: true }, data: { isDefault: false } });
      return done();
    case 'choose-columns': {
      if (!(await isView(db, act.view, actor))) return missing;
      await keepPreference(db, actor, act.view, { columns: actor.columns });
      return done();
    }
  }
}

async function findChangeable(db: TenantDb, id: string, { list, userId, mayShare }: ViewActor) {
  const view = await db.savedView.findFirst({ where: { list, id }, select: { ownerId: true, isShared: true } });
  return view && (view.ownerId === userId || mayShare) ? view : null;
}

async function isView(db: TenantDb, view: string, { list, builtIn }: ViewActor): Promise<boolean> {
  if (builtIn.includes(view)) return true;
  if (!/^[0-9a-f-]{36}$/i.test(view)) return false;
  return (await db.savedView.count({ where: { list, id: view } })) > 0;
}

async function keepPreference(db: TenantDb, { list, userId }: ViewActor, view: string, data: { columns?: string[]; isDefault?: boolean }) {
  // The organization is that of the transaction; its members' own rows are the only ones that can be found.
  const kept = await db.listPreference.updateMany({ where: { list, userId, view }, data });
  if (kept.count === 0) await db.listPreference.create({ data: { list, userId, view, ...data } });
}
