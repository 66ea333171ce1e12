import { alertKinds } from '#scoring';
import { parseTableState, type Sort, type TableSpec } from '~/ui/table-state';
import { type Cursor, decodeCursor } from '~/platform/lists/cursor';

export const alertSorts = ['rank', 'supplier', 'seen'] as const;
export type AlertSort = (typeof alertSorts)[number];
/** `current`: open or confirmed with its reason still there, what the page shows unless asked for more; `to-confirm`: what waits for a person. */
export const alertViews = ['current', 'to-confirm', 'open', 'confirmed', 'dismissed', 'ended', 'all'] as const;
export type AlertView = (typeof alertViews)[number];

export const alertTable = {
  sorts: alertSorts,
  defaultSort: { key: 'rank', direction: 'ascending' },
  filters: { kind: alertKinds, status: alertViews },
} satisfies TableSpec;

/** The state of the alert list in its address: `?kind=listed-entity&status=to-confirm&sort=-seen&after=…`. */
export type AlertListState = {
  search: string;
  kinds: string[];
  view: AlertView;
  sort: Sort & { key: AlertSort };
  cursor: { after: Cursor } | { before: Cursor } | null;
};

/** Reads the state from a query string; what is not understood falls back, so that an old link still opens. */
export function readAlertState(params: URLSearchParams): AlertListState {
  const { q, sort, filters } = parseTableState(params, alertTable);
  const after = decodeCursor(params.get('after'));
  const before = decodeCursor(params.get('before'));
  const [status] = filters.status ?? [];
  return {
    search: q,
    kinds: filters.kind ?? [],
    view: alertViews.find((view) => view === status) ?? 'current',
    sort: { ...sort, key: alertSorts.find((key) => key === sort.key) ?? 'rank' },
    cursor: after ? { after } : before ? { before } : null,
  };
}

/** Whether anything narrows the list beside its sort. */
export const isAlertFiltered = ({ search, kinds, view }: AlertListState): boolean =>
  search !== '' || kinds.length > 0 || view !== 'current';
