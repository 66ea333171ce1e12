import { currentEntries } from '~/audits/entries/current-entries';
import type { EntryKind, EntryValue } from '~/audits/entries/entries';
import type { AuditRecord, StoredEntry } from '~/audits/entries/read-record.server';
import { isZeroToleranceFinding } from '~/findings/findings/compliance-points.server';

/** What changed in one entry since a moment. `before`: null where it was added, or is not shown. */
export type Change =
  | { kind: 'check'; key: string; before: EntryValue<'check'> | null; now: EntryValue<'check'> }
  | { kind: 'finding'; key: string; before: EntryValue<'finding'> | null; now: EntryValue<'finding'> }
  | { kind: Exclude<EntryKind, 'check' | 'finding'>; key: null; before: null; now: null };

/**
 * What changed in a redacted record since a moment: answers and findings one by one, of every other kind that there were changes, without a number. The order
 * is that of the keys.
 */
export function changesSince(record: AuditRecord, since: Date): Change[] {
  const before = currentEntries(record.entries.filter(({ receivedAt }) => receivedAt <= since));
  const changed = [...record.current].flatMap(([place, { heads }]): Change[] => {
    const [now] = heads;
    if (!now || !heads.some(({ receivedAt }) => receivedAt > since)) return [];
    const earlier = before.get(place)?.heads[0];
    if (now.kind === 'check') return [{ kind: 'check', key: now.key, before: checkOf(earlier), now: now.value }];
    if (now.kind === 'finding') return [{ kind: 'finding', key: now.key, before: findingOf(earlier), now: now.value }];
    return [{ kind: now.kind, key: null, before: null, now: null }];
  });
  const seen = new Set<string>();
  return changed
    .filter(({ kind, key }) => {
      const place = `${kind} ${key}`;
      return seen.has(place) ? false : seen.add(place) !== undefined;
    })
    .sort((a, b) => (`${a.kind} ${a.key}` < `${b.kind} ${b.key}` ? -1 : 1));
}

const checkOf = (entry: StoredEntry | undefined) => (entry?.kind === 'check' ? entry.value : null);
/** A version that answered a zero-tolerance question is not shown. */
const findingOf = (entry: StoredEntry | undefined) =>
  entry?.kind === 'finding' &&
  !isZeroToleranceFinding({ question: entry.value.question, compliancePoint: entry.value.point, indicator: null })
    ? entry.value
    : null;
