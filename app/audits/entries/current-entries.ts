/** Enough of an entry to tell what stands. */
export type CurrentEntry = { id: string; kind: string; key: string; replaces: readonly string[] };

/** What is recorded of one thing: what stands (`heads`); more than one where devices wrote past each other, which a person settles. */
export type Recorded<Entry extends CurrentEntry> = { kind: Entry['kind']; key: string; heads: Entry[] };

/** Under what a thing that is recorded is found. */
export const placeOf = ({ kind, key }: Pick<CurrentEntry, 'kind' | 'key'>): string => `${kind} ${key}`;

/**
 * The entries that no other replaces, by kind and key. It does not matter in which order entries come, nor what their clocks say. An entry that names as
 * replaced what never arrived stands all the same.
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

/** The places where more than one entry stands and they say different things. */
export function conflictsOf<Entry extends CurrentEntry & { value: unknown }>(
  current: ReadonlyMap<string, Recorded<Entry>>,
): Recorded<Entry>[] {
  return [...current.values()].filter(({ heads }) => new Set(heads.map(({ value }) => JSON.stringify(value))).size > 1);
}
