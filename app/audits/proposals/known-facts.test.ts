import { expect, it } from 'vitest';
import type { EntriesOf } from '~/audits/consistency/from-entries';
import { emptyContext } from '~/audits/consistency/record';
import type { EntryKind, EntryValue } from '~/audits/entries/entries';
import { fromRecord, knownFacts } from './known-facts';

const plan = { ...emptyContext.plan, announcement: 'semi-announced', personDays: 4 };
type Given = { kind: EntryKind; key: string; value: object }[];
const entries = (given: Given): EntriesOf => {
  const of = (kind: EntryKind) => given.flatMap((each) => (each.kind === kind ? [{ key: each.key, value: each.value, on: null }] : []));
  return of as unknown as EntriesOf;
};
const known = (given: Given = [], site: { key: string; value: string | number; on: null }[] = []) =>
  Object.fromEntries(
    Object.entries(knownFacts({ plan, site }, entries(given), new Set(['D5.4']))).filter(([, value]) => value !== undefined),
  );
const tally = (value: Partial<EntryValue<'tally'>>) => ({
  ...{ kind: 'tally' as const, key: 'x' },
  value: { form: 'individual', place: 'on-site', women: 0, men: 0, migrants: null, ...value },
});
const sign = (key: string, methods: string[]) => ({ kind: 'check' as const, key, value: { answer: 'present', methods } });

it('the plan answers how, when and for how long the audit took place, and nothing else', () => {
  expect(known()).toEqual({
    ...{ 'BW.PI.a': 'audit-announced', 'BW.PI.b': '2026-12-01', 'BW.PI.c': 4, 'BW.PI.s': 'window' },
    ...{ 'HL.1': 'audit-announced', 'HL.2': '2026-12-02', 'HL.4': 'audit-announced' },
  });
});

it('interviews answer how many workers were interviewed; migrants only where every interview recorded them', () => {
  const talks = [tally({ women: 3, men: 1, migrants: 2 }), tally({ form: 'group', place: 'off-site', women: 4, men: 2, migrants: 0 })];
  expect(known(talks)).toMatchObject({ 'BW.PI.k': 4, 'BW.PI.l': 1, 'BW.PI.m': 6, 'BW.PI.n': 70, 'BW.PI.o': 20, 'HL.3': 4 });
  expect(known(talks)).toMatchObject({ 'BW.PI.n.1': 7, 'BW.PI.o.1': 2 });
  expect(known([...talks, tally({ men: 1 })])).not.toHaveProperty('BW.PI.o');
});

it('the site record answers numbers only where its shares may be shown', () => {
  const site = (key: string, value: string | number) => ({ key: `site.${key}`, value, on: null });
  expect(known([], [site('workers', 1120), site('femaleShare', 0.42), site('housing', 'yes')])).toMatchObject({
    ...{ 'BW.SI.a': 470, 'BW.SI.b': 650, 'BW.SI.j': 'yes' },
  });
  expect(known([], [site('workers', 1120)])).not.toHaveProperty('BW.SI.a');
});

it('how present indicators were verified answers what supports them, without those of zero tolerance', () => {
  expect(known([sign('D4.3', ['documents']), sign('D5.4', ['workers'])])).toMatchObject({
    ...{ 'D0.c': 'yes', 'D0.d': 'no', 'D0.h': 'documents' },
  });
  expect(known([sign('D5.4', ['workers'])])).not.toHaveProperty('D0.d');
});

it('lists every question that plan and entries answer', () => {
  const all = known([
    tally({ women: 1, migrants: 0 }),
    sign('D4.3', []),
    { kind: 'practice', key: 'p', value: { what: 'Free transport' } },
  ]);
  expect(new Set(Object.keys(all))).toEqual(fromRecord);
});
