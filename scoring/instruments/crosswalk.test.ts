import { describe, expect, it } from 'vitest';
import { questionsOf } from './answers.ts';
import { instrument, instrumentKeys } from './at.ts';
import { crosswalk, crosswalkPairs } from './crosswalk.ts';

const keysOf = (key: string) => {
  const { sections } = instrument(key);
  return new Set(
    sections.flatMap((section) => [section.key, ...section.points.map((point) => point.key), ...section.questions.map((each) => each.key)]),
  );
};
const known = new Map(instrumentKeys().map((key) => [key, keysOf(key)]));
const questions = new Map(instrumentKeys().map((key) => [key, new Set(questionsOf(instrument(key)).map((each) => each.key))]));

describe('the crosswalk', () => {
  it('names only questions of released instruments, each pair once and between two instruments', () => {
    const seen = new Set<string>();
    for (const [left, question, , right, target] of crosswalk().pairs) {
      expect(questions.get(left), `${left} ${question}`).toContain(question);
      expect(questions.get(right), `${right} ${target}`).toContain(target);
      expect(left).not.toBe(right);
      for (const each of [`${left} ${question} ${right} ${target}`, `${right} ${target} ${left} ${question}`]) {
        expect(seen, each).not.toContain(each);
        seen.add(each);
      }
    }
  });

  it('holds the fifteen control families, each with keys that released instruments have', () => {
    const { families } = crosswalk();
    expect(new Set(families.map(({ id }) => id)).size).toBe(15);
    for (const { id, keys } of families)
      for (const [key, list] of Object.entries(keys))
        for (const each of list) expect(known.get(key), `${id} ${key} ${each}`).toContain(each);
  });

  it.each(['short-form@1.0.0', 'short-form@1.1.0'])(
    'relates every question of %s to the one of the ten principles that it asks for',
    (key) => {
      const targets = crosswalkPairs(key, 'ilo-ten-principles@1.0.0').map(({ question }) => question);
      const asked = questionsOf(instrument(key)).filter(({ type }) => type !== 'FACT');
      expect(targets).toEqual(asked.map((question) => question.key));
    },
  );

  it('relates the two versions of the short form question by question: all equal but the one that asks more now', () => {
    const pairs = crosswalkPairs('short-form@1.0.0', 'short-form@1.1.0');
    expect(pairs).toHaveLength(19);
    for (const { question, target, relation } of pairs)
      expect([target, relation]).toEqual([question, question === 'S5.Q2' ? 'narrower' : 'equal']);
    const whole = (key: string) => crosswalkPairs(key, 'ilo-ten-principles@1.0.0');
    expect(whole('short-form@1.1.0')).toEqual(whole('short-form@1.0.0'));
  });

  it('is read in both directions: broader one way is narrower the other', () => {
    expect(crosswalkPairs('short-form@1.0.0', 'ilo-ten-principles@1.0.0')).toContainEqual({
      question: 'S2.Q4',
      target: 'P5.Q4',
      relation: 'narrower',
    });
    expect(crosswalkPairs('ilo-ten-principles@1.0.0', 'short-form@1.0.0')).toContainEqual({
      question: 'P5.Q4',
      target: 'S2.Q4',
      relation: 'broader',
    });
    expect(crosswalkPairs('short-form@1.0.0', 'short-form@1.0.0')).toHaveLength(20);
    expect(() => crosswalkPairs('no-such@1.0.0', 'no-such@1.0.0')).toThrow(RangeError);
  });
});
