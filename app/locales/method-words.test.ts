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
import { scoredFields } from '~/suppliers/registry/fact-fields';
import { choiceWord, evidenceWord, factWord, gradeWord, isFact, statusWord } from './method-words';

/** Every fact that the method may read, as its type names them. */
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

test('the list of facts holds each fact once, and a supplier has one country for its countries', () => {
  expect([...partyFactFields].sort()).toEqual(Object.keys(allFacts).sort());
  expect(scoredFields).toEqual(['country', ...partyFactFields.filter((field) => field !== 'countries')]);
});

test('every word of the closed lists is said in both languages', () => {
  const said = (locale: 'en' | 'fr') => [
    ...partyFactFields.map((field) => factWord(field, locale)),
    ...evidenceGrades.map((grade) => evidenceWord(grade, locale)),
    ...findingGrades.map((grade) => gradeWord(grade, locale)),
    ...findingStatuses.map((status) => statusWord(status, locale)),
  ];
  expect(said('en').every((word) => word.length > 2)).toBe(true);
  // "Sector" and the like differ; a grade such as "major" may be written alike.
  expect(said('fr').filter((word, at) => word === said('en')[at]).length).toBeLessThan(3);
  for (const choice of new Set([...subcontractingChoices, ...housingChoices, ...workerVoiceChoices, ...vulnerableGroups]))
    expect(choiceWord(choice, 'fr'), choice).not.toBe(choice);
});

test('what is no fact and no choice is told apart', () => {
  expect([isFact('sector'), isFact('toString'), isFact('answers')]).toEqual([true, false, false]);
  expect(choiceWord('something new', 'fr')).toBe('something new');
});
