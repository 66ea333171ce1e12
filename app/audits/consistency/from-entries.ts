import type { EntryKind, EntryValue } from '~/audits/entries/entries';
import { followEditions } from './follow-editions';
import type { ConsistencyContext, ConsistencyRecord, Kept, RecordedValue } from './record';

/** The current entries of one kind that were not withdrawn, with their day. */
export type EntriesOf = <Kind extends EntryKind>(kind: Kind) => { key: string; value: EntryValue<Kind>; on: string | null }[];

/** The record that the rules read, from current entries and what is known beside them: the caller has redacted both. */
export function consistencyRecord(context: ConsistencyContext, entriesOf: EntriesOf, { marksRest = false } = {}): ConsistencyRecord {
  const values = new Map<string, RecordedValue>();
  for (const { key, value, on } of context.site) values.set(key, { value, on });
  for (const { key, value, on } of context.own) values.set(key, { value, on, isOwn: true });
  for (const { key, value, on } of entriesOf('check'))
    if (value.answer !== null)
      values.set(key, { value: value.answer, on, methods: value.methods, agreement: value.agreement, note: value.note });
  followEditions(values);
  const kept = <Kind extends EntryKind>(kind: Kind): Kept<EntryValue<Kind>>[] =>
    entriesOf(kind)
      .map(({ key, value }) => ({ key, value }))
      .sort((a, b) => (a.key < b.key ? -1 : 1));
  const byKey = <Kind extends EntryKind>(kind: Kind) => new Map(kept(kind).map(({ key, value }) => [key, value]));
  return {
    ...context,
    ...{ values, marksRest },
    ...{ findings: kept('finding'), practices: kept('practice'), hours: kept('hours'), wages: kept('wage'), tallies: kept('tally') },
    ...{ meetings: byKey('meeting'), revisits: byKey('revisit'), signatures: kept('signature'), photos: kept('photo') },
    planLines: byKey('planLine'),
    signedPlans: kept('signedPlan').map(({ value }) => value),
  };
}
