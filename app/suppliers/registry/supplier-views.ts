import type { BuiltInView } from '~/platform/saved-views/view-tabs';
import { m } from '~/paraglide/messages';
import { mostCounted } from '~/platform/lists/list-place';
import { type SupplierView, supplierViews } from './list-state';

const words = {
  all: m.suppliers_view_all,
  'at-risk': m.suppliers_view_at_risk,
  'import-alerts': m.lists_view_import_alerts,
  late: m.lists_view_late,
  following: m.lists_view_following,
  mine: m.lists_view_mine,
  'not-scored': m.suppliers_view_not_scored,
  'tier-unknown': m.suppliers_view_tier_unknown,
  archived: m.list_changes_view_archived,
} satisfies Record<SupplierView, () => string>;

/** Counted row by row, and therefore not beyond a limit. */
const counted: ReadonlySet<SupplierView> = new Set<SupplierView>(['import-alerts', 'late', 'following', 'mine']);

/** The views that every organization has. Their links keep search, filters and sort, but not those of a saved view, which they leave. */
export function supplierViewTabs(params: URLSearchParams, counts: Record<SupplierView, number>): BuiltInView[] {
  return supplierViews.map((key) => {
    const next = new URLSearchParams(params.has('saved') ? undefined : params);
    for (const name of ['view', 'after', 'before', 'columns', 'archived']) next.delete(name);
    next.set('view', key);
    return { key, label: words[key](), to: `?${next}`, count: counts[key], ...(counted.has(key) ? { most: mostCounted } : {}) };
  });
}
