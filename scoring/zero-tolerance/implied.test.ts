import { expect, it } from 'vitest';
import { crosswalk } from '../instruments/crosswalk.ts';
import { instrument, instrumentKeys } from '../instruments/at.ts';
import { questionsOf } from '../instruments/answers.ts';
import { restrictedBy, restrictedPoints, restrictedQuestions, zeroToleranceTable } from './implied.ts';

const { facts } = zeroToleranceTable();
const marked = instrumentKeys().flatMap((key) => questionsOf(instrument(key)).flatMap((each) => (each.zeroTolerance ? [each.key] : [])));

it('every zero-tolerance question of a released instrument asks for one fact of the table, and each fact for such questions alone', () => {
  expect(marked.length).toBeGreaterThan(5);
  expect(facts.flatMap(({ questions }) => questions).sort()).toEqual([...new Set(marked)].sort());
});

it('names only questions that their instrument asks', () => {
  for (const { asked } of facts)
    for (const [key, questions] of Object.entries(asked)) {
      const known = questionsOf(instrument(key)).map((question) => question.key);
      expect(
        questions.filter((question) => !known.includes(question)),
        key,
      ).toEqual([]);
    }
});

/** Judged from the wording: to know the answer says nothing of the zero-tolerance question. */
const saysNothing = ['I10'];

it('holds every question that the crosswalk relates to a zero-tolerance question', () => {
  const related = crosswalk().pairs.flatMap(([, left, , , right]) =>
    marked.includes(left) ? [right] : marked.includes(right) ? [left] : [],
  );
  expect(related.length).toBeGreaterThan(10);
  expect(related.filter((key) => !restrictedQuestions().has(key) && !saysNothing.includes(key))).toEqual([]);
});

it('a point is restricted that holds such a question', () => {
  expect([...restrictedPoints()].sort()).toEqual(['BW.CL.1', 'BW.CL.2', 'BW.FL.1', 'BW.OS.3', 'BW.OS.8']);
});

it('indicators that were answered for people under 18 are restricted, all of them, and none that was answered for adults', () => {
  const { wholes } = zeroToleranceTable();
  for (const { question, answer, instrument: key } of wholes) {
    const asked = questionsOf(instrument(key));
    expect(asked.find((each) => each.key === question)?.options?.map(({ value }) => value)).toContain(answer);
    expect(restrictedQuestions().has(question)).toBe(true);
    expect([...restrictedBy([[question, answer]])]).toEqual(expect.arrayContaining(asked.map((each) => each.key)));
  }
  expect([...restrictedBy([['D0.a', 'adults']])]).toEqual([]);
});
