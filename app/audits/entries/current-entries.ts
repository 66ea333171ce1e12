/** The part of an entry that decides whether it is current. */
export type CurrentEntry = { id: string; kind: string; key: string; replaces: readonly string[] };

/** The current entries (`heads`) of one key; more than one is a conflict between devices, which a person resolves. */
export type Recorded<Entry extends CurrentEntry> = { kind: Entry['kind']; key: string; heads: Entry[] };

/** Under what a thing that is recorded is found. */
export const placeOf = ({ kind, key }: Pick<CurrentEntry, 'kind' | 'key'>): string => `${kind} ${key}`;

/**
 * The entries that no other entry replaces, by kind and key. Independent of arrival order and device clocks. An entry that names a missing predecessor is
 * current too.
 */
export function currentEntries<Entry extends CurrentEntry>(entries: readonly Entry[]): Map<string, Recorded<Entry>> {
  const replaced = new Set(entries.flatMap(({ replaces }) => replaces));
  const current = new Map<string, Recorded<Entry>>();
  const ordered = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (const entry of ordered) {
    if (replaced.has(entry.id)) continue;
    const place = placeOf(entry);
    const recorded = current.get(place);
    if (recorded) recorded.heads.push(entry);
    else current.set(place, { kind: entry.kind, key: entry.key, heads: [entry] });
  }
  return current;
}

/** Keys with more than one current entry whose values differ. */
export function conflictsOf<Entry extends CurrentEntry & { value: unknown }>(
  current: ReadonlyMap<string, Recorded<Entry>>,
): Recorded<Entry>[] {
  return [...current.values()].filter(({ heads }) => new Set(heads.map(({ value }) => JSON.stringify(value))).size > 1);
}
