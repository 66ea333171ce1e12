import {
  evidenceGrades,
  findingGrades,
  findingStatuses,
  housingChoices,
  type PartyFacts,
  partyFactFields,
  subcontractingChoices,
  vulnerableGroups,
  workerVoiceChoices,
} from '#scoring';
import { expect, test } from 'vitest';
import { scoredFields } from '~/suppliers/facts/fact-fields';
import { choiceLabel, factLabel, isFact } from '../suppliers/fields/reported/fact-labels';
import { evidenceLabel, gradeLabel, statusLabel } from './method-labels';

/** Every fact that the method may use, as named in its type. */
const allFacts = {
  countries: true,
  sector: true,
  products: true,
  workers: true,
  migrantShare: true,
  internalMigrantShare: true,
  agencyShare: true,
  migrantOrigins: true,
  subcontracting: true,
  housing: true,
  peakRatio: true,
  vulnerableGroups: true,
  workerVoice: true,
} satisfies Record<keyof PartyFacts, true>;

test('lists each fact once, with one country for a supplier', () => {
  expect([...partyFactFields].sort()).toEqual(Object.keys(allFacts).sort());
  expect(scoredFields).toEqual(['country', ...partyFactFields.filter((field) => field !== 'countries')]);
});

test('labels every item of the closed lists in both languages', () => {
  const said = (locale: 'en' | 'fr') => [
    ...partyFactFields.map((field) => factLabel(field, locale)),
    ...evidenceGrades.map((grade) => evidenceLabel(grade, locale)),
    ...findingGrades.map((grade) => gradeLabel(grade, locale)),
    ...findingStatuses.map((status) => statusLabel(status, locale)),
  ];
  expect(said('en').every((word) => word.length > 2)).toBe(true);
  // "Sector" and the like differ; a grade such as "major" may be written alike.
  expect(said('fr').filter((word, at) => word === said('en')[at]).length).toBeLessThan(3);
  for (const choice of new Set([...subcontractingChoices, ...housingChoices, ...workerVoiceChoices, ...vulnerableGroups]))
    expect(choiceLabel(choice, 'fr'), choice).not.toBe(choice);
});

test('rejects names that are not facts and returns unknown choices unchanged', () => {
  expect([isFact('sector'), isFact('toString'), isFact('answers')]).toEqual([true, false, false]);
  expect(choiceLabel('something new', 'fr')).toBe('something new');
});
