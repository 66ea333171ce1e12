import { type Change, parseChange, writeChange } from './changes';

/** More changes than this are not read from one address. */
export const mostChanges = 40;

export type Address = {
  changes: Change[];
  /** Parts of the address that cannot be read. They are shown until the reader removes them. */
  unread: string[];
  page: number;
};

/** What an address supposes. */
export function readAddress(params: URLSearchParams): Address {
  const changes: Change[] = [];
  const unread: string[] = [];
  for (const text of [...new Set(params.getAll('change'))].slice(0, mostChanges)) {
    const read = parseChange(text);
    if (read.ok) changes.push(read.change);
    else unread.push(text.slice(0, 200));
  }
  const page = Number(params.get('page'));
  return { changes, unread, page: Number.isInteger(page) && page > 1 ? page : 1 };
}

/** The query of these changes, to share or to go on from. */
export function queryOf({
  changes,
  unread = [],
  page = 1,
}: {
  changes: readonly Change[];
  unread?: readonly string[];
  page?: number;
}): string {
  const params = new URLSearchParams([...changes.map(writeChange), ...unread].map((text) => ['change', text]));
  if (page > 1) params.set('page', String(page));
  return `?${params}`;
}

/** Two changes of one thing: the later takes the place of the earlier. */
export function withAdded(changes: readonly Change[], added: Change): Change[] {
  const about = (change: Change) =>
    change.kind === 'country'
      ? change.iso2
      : change.kind === 'factor'
        ? change.line
        : change.kind === 'close'
          ? change.finding
          : `${change.supplier} ${change.kind === 'fact' ? change.field : ''}`;
  return [...changes.filter((each) => each.kind !== added.kind || about(each) !== about(added)), added];
}
