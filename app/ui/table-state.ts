/**
 * The state of a table in the address: `?q=linen&country=VN&country=BD&sort=-name&after=…`.
 * Pure; the same functions read it on the server and write the links on the page. Other parameters are left unchanged.
 */
export type Direction = 'ascending' | 'descending';
export type Sort = { key: string; direction: Direction };

/** What a table offers. `filters`: parameter name → allowed values, or 'any' for open lists such as countries. */
export type TableSpec = {
  sorts: readonly string[];
  defaultSort: Sort;
  filters?: Readonly<Record<string, readonly string[] | 'any'>>;
};

/** What is asked for. `cursor` is an opaque key of the row before (`after`) or after (`before`) the page. */
export type TableState = {
  q: string;
  sort: Sort;
  filters: Record<string, string[]>;
  cursor: { after: string } | { before: string } | null;
};

const longest = 200;
const cursorLongest = 1_000;
const mostValues = 50;

function parseSort(text: string | null, spec: TableSpec): Sort {
  if (!text) return spec.defaultSort;
  const direction: Direction = text.startsWith('-') ? 'descending' : 'ascending';
  const key = text.replace(/^-/, '');
  return spec.sorts.includes(key) ? { key, direction } : spec.defaultSort;
}

function writeSort({ key, direction }: Sort): string {
  return direction === 'descending' ? `-${key}` : key;
}

/** Reads the state from an address. Whatever is unknown, too long or not offered is left out; never throws. */
export function parseTableState(params: URLSearchParams, spec: TableSpec): TableState {
  const filters: Record<string, string[]> = {};
  for (const [name, allowed] of Object.entries(spec.filters ?? {})) {
    const values = [...new Set(params.getAll(name))]
      .filter((value) => value !== '' && value.length <= longest && (allowed === 'any' || allowed.includes(value)))
      .slice(0, mostValues);
    if (values.length > 0) filters[name] = values;
  }
  const after = params.get('after');
  const before = params.get('before');
  return {
    q: (params.get('q') ?? '').trim().slice(0, longest),
    sort: parseSort(params.get('sort'), spec),
    filters,
    cursor: after && after.length <= cursorLongest ? { after } : before && before.length <= cursorLongest ? { before } : null,
  };
}

/** Writes a state as a query string: '' for the table at rest, else '?…' with defaults left out and a fixed order. */
export function serialiseTableState(state: TableState, spec: TableSpec): string {
  const params = new URLSearchParams();
  if (state.q) params.set('q', state.q);
  for (const name of Object.keys(spec.filters ?? {}).sort()) for (const value of state.filters[name] ?? []) params.append(name, value);
  const sort = writeSort(state.sort);
  if (sort !== writeSort(spec.defaultSort)) params.set('sort', sort);
  if (state.cursor && 'after' in state.cursor) params.set('after', state.cursor.after);
  if (state.cursor && 'before' in state.cursor) params.set('before', state.cursor.before);
  return search(params);
}

function search(params: URLSearchParams): string {
  const text = params.toString();
  return text === '' ? '' : `?${text}`;
}

function withoutCursor(params: URLSearchParams, prefix = ''): URLSearchParams {
  const next = new URLSearchParams(params);
  next.delete(`${prefix}after`);
  next.delete(`${prefix}before`);
  return next;
}

/** An href for Link: an empty search would mean "this page as it is", so the table at rest is '?'. */
function href(params: URLSearchParams): string {
  return search(params) || '?';
}

/** The link of a column head: sorts by `key`, and turns round when it is already the sort. Back to the first page. */
export function sortHref(params: URLSearchParams, key: string, current: Sort): string {
  const next = withoutCursor(params);
  const direction: Direction = current.key === key && current.direction === 'ascending' ? 'descending' : 'ascending';
  next.set('sort', writeSort({ key, direction }));
  return href(next);
}

/** The link that adds a filter value, or takes it away when it is on. Back to the first page. */
export function toggleFilterHref(params: URLSearchParams, name: string, value: string): string {
  const next = withoutCursor(params);
  const values = next.getAll(name);
  next.delete(name);
  for (const kept of values.filter((other) => other !== value)) next.append(name, kept);
  if (!values.includes(value)) next.append(name, value);
  return href(next);
}

/** The link that removes a filter with all its values. Back to the first page. */
export function withoutFilterHref(params: URLSearchParams, name: string): string {
  const next = withoutCursor(params);
  next.delete(name);
  return href(next);
}

/** The link that clears the search and the named filters, and keeps the sort order. */
export function clearHref(params: URLSearchParams, names: readonly string[]): string {
  const next = withoutCursor(params);
  for (const name of ['q', ...names]) next.delete(name);
  return href(next);
}

/** The link to the page after or before a cursor; null is the first page. `prefix` tells the lists of one page apart: "links-". */
export function pageHref(params: URLSearchParams, cursor: { after: string } | { before: string } | null, prefix = ''): string {
  const next = withoutCursor(params, prefix);
  if (cursor && 'after' in cursor) next.set(`${prefix}after`, cursor.after);
  if (cursor && 'before' in cursor) next.set(`${prefix}before`, cursor.before);
  return href(next);
}
