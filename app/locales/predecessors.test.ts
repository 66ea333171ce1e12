import fc from 'fast-check';
import { expect, test } from 'vitest';
import { housingChoices, type PartyFacts, partyFactFields, subcontractingChoices, vulnerableGroups, workerVoiceChoices } from '#scoring';
import { arrangeFacts, hiddenFields } from '~/reports/assessment-report/arrange-facts';
import type { Locale } from '~/paraglide/runtime';
import { choiceWord, factWord, isFact } from './method-words';
import * as old from './predecessors/method-words';
import { arrangeFacts as oldArrange, hiddenFields as oldHidden } from './predecessors/arrange-facts';
import { reportedFields } from './reported-facts';

const locales: Locale[] = ['en', 'fr', 'es', 'pt'];

test('facts and choices have the same names in every language', () => {
  expect([...reportedFields].sort()).toEqual([...partyFactFields].sort());
  for (const field of [...partyFactFields, 'subdivisions', 'recruitmentCost'] as const)
    for (const locale of locales) expect(factWord(field, locale)).toBe(old.factWord(field, locale));
  for (const name of [...partyFactFields, 'subdivisions', 'country', 'femaleShare', 'toString', 'answers', 'disclosure'])
    expect([name, isFact(name)]).toEqual([name, old.isFact(name)]);
  for (const choice of [
    ...subcontractingChoices,
    ...housingChoices,
    ...workerVoiceChoices,
    ...vulnerableGroups,
    'refused',
    'workers-pay',
    'x',
  ])
    for (const locale of locales) expect(choiceWord(choice, locale)).toBe(old.choiceWord(choice, locale));
});

const given = <T>(value: fc.Arbitrary<T>) => fc.record({ value, source: fc.constantFrom('a', 'b', 'c') });
const share = fc.constantFrom(0, 0.001, 0.01, 0.2, 0.5, 0.99, 0.998, 1);
const facts: fc.Arbitrary<PartyFacts> = fc.record(
  {
    countries: given(fc.subarray(['VN', 'BD'])),
    sector: given(fc.constantFrom('14', '1410', '99')),
    products: given(fc.subarray(['cotton', 'yarn'])),
    workers: given(fc.constantFrom(0, 3, 5, 100, 1250)),
    ...{ migrantShare: given(share), internalMigrantShare: given(share), agencyShare: given(share) },
    migrantOrigins: given(fc.subarray(['NP', 'BD'])),
    subcontracting: given(fc.constantFrom(...subcontractingChoices)),
    housing: given(fc.constantFrom(...housingChoices)),
    peakRatio: given(fc.constantFrom(1, 1.5, 3)),
    vulnerableGroups: given(fc.subarray([...vulnerableGroups])),
    workerVoice: given(fc.constantFrom(...workerVoiceChoices)),
  },
  { requiredKeys: [] },
);
const sources = { a: { kind: 'entered', on: '2026-01-01' }, b: { kind: 'entered', on: '2026-01-02' } } as const;

test('reports list the same facts in the same order', () => {
  let listed = 0;
  fc.assert(
    fc.property(facts, fc.constantFrom('en', 'fr', 'es'), (each, locale) => {
      const { numberOf: _, ...now } = arrangeFacts(each, sources, { locale });
      const { numberOf: __, ...before } = oldArrange(each, sources, { locale });
      expect(JSON.stringify(now)).toBe(JSON.stringify(before));
      expect(hiddenFields(now.facts, each)).toEqual(oldHidden(before.facts as never, each));
      listed += now.facts.length;
    }),
  );
  expect(listed).toBeGreaterThan(100);
});
