import fc from 'fast-check';
import { expect, it } from 'vitest';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { forcedLabourCircumstances } from '../reference/at.ts';
import { signStates } from '../vocabulary.ts';
import { restrictedQuestions } from '../zero-tolerance/implied.ts';
import { circumstanceTable, readStatisticalIndicators } from './read-circumstances.ts';

const asOf = '2026-12-02';
const indicators = ['ilo-eleven-indicators@1.0.0', 'ilo-operational-indicators@1.0.0'].flatMap((key) =>
  questionsOf(instrument(key)).flatMap(({ key: question, type }) => (type === 'SIGN' ? [question] : [])),
);
const read = (answers: Record<string, string>, worked: (typeof signStates)[number] = 'present') =>
  readStatisticalIndicators({ asOf, worked, answers });
const absent = Object.fromEntries(indicators.map((question) => [question, 'absent']));

it('relates every circumstance to indicators that are asked, and to no other question', () => {
  const { circumstances } = circumstanceTable();
  expect(Object.keys(circumstances).sort()).toEqual(
    forcedLabourCircumstances(asOf)
      .map(({ code }) => code)
      .sort(),
  );
  for (const { shownBy, ruledOutBy } of Object.values(circumstances))
    expect([...shownBy, ...ruledOutBy].filter((question) => !indicators.includes(question))).toEqual([]);
});

it('is met where one indicator shows involuntary work and another the menace, and names the circumstances', () => {
  expect(read({ I11: 'present', I7: 'present' })).toMatchObject({
    ...{ involuntary: 'yes', menace: 'yes', forcedLabour: 'yes', collect: [] },
    because: { involuntariness: ['V3'], menace: ['M5'] },
  });
  expect(read({ I11: 'present' })).toMatchObject({ involuntary: 'yes', menace: 'unknown', forcedLabour: 'unknown' });
  expect(read({ I11: 'present', I7: 'present' }, 'unknown')).toMatchObject({ forcedLabour: 'unknown', collect: ['work'] });
});

it('is never ruled out by indicators alone: some circumstances no indicator asks for, and those of violence and movement are not read', () => {
  expect(read(absent)).toMatchObject({ involuntary: 'unknown', menace: 'unknown', forcedLabour: 'unknown' });
  expect(read(absent).collect).toEqual(['V1', 'V3', 'V7', 'V8', 'V9', 'M1', 'M2']);
  expect(read({ 'D4.6': 'present', 'D4.4': 'present' }).because).toEqual({ involuntariness: [], menace: [] });
});

it('is the same whatever was answered of an indicator that tells the answer to a zero-tolerance question', () => {
  const answer = fc.constantFrom(...signStates);
  const restricted = indicators.filter((question) => restrictedQuestions().has(question));
  expect(restricted).toEqual(expect.arrayContaining(['I3', 'I5', 'I6', 'D5.3', 'D5.4']));
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...indicators), answer),
      fc.record(Object.fromEntries(restricted.map((question) => [question, answer]))),
      (answers, told) => {
        expect(read({ ...answers, ...told })).toEqual(read(answers));
      },
    ),
  );
});
