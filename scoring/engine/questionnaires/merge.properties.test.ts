import fc from 'fast-check';
import { describe, it } from 'vitest';
import { questionsOf } from '../../instruments/answers.ts';
import { instrument } from '../../instruments/at.ts';
import { crosswalkPairs } from '../../instruments/crosswalk.ts';
import { type Fault, holdsBy } from '../../testing/holds.ts';
import type { AnswerGiven, AnswerValue, QuestionnaireGiven } from '../../types.ts';
import { evidenceGrades } from '../../vocabulary.ts';
import { canonicalJson } from '../hash.ts';
import { type MergedQuestionnaires, mergeQuestionnaires } from './merge.ts';

const holds = holdsBy(fc);
const asOf = '2026-11-26';
const whole = 'ilo-ten-principles@1.0.0';
const short = 'short-form@1.0.0';
const days = ['2024-01-10', '2025-02-11', '2025-12-01', '2026-05-05', '2026-11-20'];

type Question = ReturnType<typeof questionsOf>[number];
function valueTo({ type, mayBeNotApplicable }: Question): fc.Arbitrary<AnswerValue> {
  const scale: AnswerValue[] =
    type === 'G4' ? [0, 1, 2, 3, 4] : type === 'PCT' ? [0, 40, 60, 100] : type === 'RF' ? ['yes', 'no'] : ['yes', 'partial', 'no'];
  return fc.constantFrom<AnswerValue>(...scale, 'dont-know', ...(mayBeNotApplicable ? (['not-applicable'] as const) : []));
}

const questionnaireOf = (key: string): fc.Arbitrary<QuestionnaireGiven> => {
  const asked = questionsOf(instrument(key)).filter(({ type }) => type !== 'FACT');
  const answers = asked.map((question) =>
    fc.option(
      fc.record({
        question: fc.constant(question.key),
        value: valueTo(question),
        evidence: fc.constantFrom(...evidenceGrades),
        answeredOn: fc.constantFrom(...days),
      }),
      { nil: undefined, freq: 4 },
    ),
  );
  return fc.record({
    id: fc.uuid(),
    instrument: fc.constant(key),
    submittedAt: fc.constantFrom(...days.map((day) => `${day}T10:00:00.000Z`)),
    answers: fc.tuple(...answers).map((list) => list.filter((each): each is AnswerGiven => each !== undefined)),
  });
};
const questionnaires = fc.array(fc.oneof(questionnaireOf(whole), questionnaireOf(short)), { minLength: 1, maxLength: 4 });

let merge = mergeQuestionnaires;
const plant =
  (fault: (merged: MergedQuestionnaires, given: readonly QuestionnaireGiven[]) => MergedQuestionnaires): Fault =>
  () => {
    merge = (given, options) => {
      const merged = mergeQuestionnaires(given, options);
      return merged && fault(merged, given);
    };
    return () => {
      merge = mergeQuestionnaires;
    };
  };
const merged = (given: readonly QuestionnaireGiven[]) => merge(given, { asOf });
const answersOf = (given: readonly QuestionnaireGiven[]) => new Map(merged(given)?.answers.map((each) => [each.question, each]));
const onAnswers = (change: (answers: AnswerGiven[], given: readonly QuestionnaireGiven[]) => AnswerGiven[]): Fault =>
  plant((result, given) => ({ ...result, answers: change(result.answers, given) }));

describe('merging questionnaires (R5)', () => {
  it('gives the same in whatever order questionnaires and answers come', () => {
    const turned = (list: readonly QuestionnaireGiven[]) =>
      list.map((each) => ({ ...each, answers: [...each.answers].reverse() })).reverse();
    holds(
      fc.property(questionnaires, (given) => canonicalJson(merged(given)) === canonicalJson(merged(turned(given)))),
      [
        onAnswers((answers, given) => answers.map((each) => ({ ...each, source: String(given[0]?.id) }))),
        plant((result, given) => ({ ...result, counted: given.map(({ id }) => id) })),
      ],
    );
  });

  it('the same answers given again change nothing but their day', () => {
    const again = ({ answers, ...each }: QuestionnaireGiven): QuestionnaireGiven => ({
      ...each,
      id: `${each.id} again`,
      submittedAt: '2026-11-25T10:00:00.000Z',
      answers: answers.map((answer) => ({ ...answer, answeredOn: '2026-11-25' })),
    });
    const told = (given: readonly QuestionnaireGiven[]) =>
      [...answersOf(given)].map(([key, { value, evidence }]) => [key, value, evidence]);
    holds(
      fc.property(fc.oneof(questionnaireOf(whole), questionnaireOf(short)), (given) => {
        const both = [given, again(given)];
        return (
          canonicalJson(told(both)) === canonicalJson(told([given])) &&
          [...answersOf(both).values()].every((each) => each.answeredOn === '2026-11-25')
        );
      }),
      [
        onAnswers((answers, given) => (given.length > 1 ? answers.map((each) => ({ ...each, evidence: 'audit-unannounced' })) : answers)),
        onAnswers((answers, given) =>
          answers.map((each) => ({ ...each, answeredOn: given[0]?.answers[0]?.answeredOn ?? each.answeredOn })),
        ),
      ],
    );
  });

  it('never loses a scored question that any of them answered', () => {
    holds(
      fc.property(questionnaires, (given) => {
        const result = merged(given);
        if (!result) return false;
        const known = new Set(result.answers.map(({ question }) => question));
        return given.every((each) => {
          const targets = new Map(crosswalkPairs(each.instrument, result.instrument).map(({ question, target }) => [question, target]));
          return each.answers.every(({ question }) => known.has(targets.get(question) ?? ''));
        });
      }),
      [onAnswers((answers) => answers.slice(1)), onAnswers((answers) => answers.filter(({ value }) => value !== 'dont-know'))],
    );
  });

  it('no answer on a coarser scale counts for more than the newest exact one that said something', () => {
    const scales = new Map(questionsOf(instrument(whole)).map(({ key, type }) => [key, type]));
    const graded = (question: string) => scales.get(question) === 'G4' || scales.get(question) === 'PCT';
    holds(
      fc.property(questionnaires, questionnaireOf(whole), (others, one) => {
        const given = [...others, one];
        return [...answersOf(given).values()].every(({ question, value, from, answeredOn }) => {
          if (typeof value !== 'number' || !graded(question) || from?.instrument !== short) return true;
          const exact = given
            .filter((each) => each.instrument === whole)
            .flatMap(({ answers }) =>
              answers.filter((each) => each.question === question && typeof each.value === 'number' && each.answeredOn <= answeredOn),
            );
          const newest = exact
            .map((each) => each.answeredOn)
            .sort()
            .at(-1);
          const best = Math.max(...exact.filter((each) => each.answeredOn === newest).map((each) => Number(each.value)));
          return exact.length === 0 || value <= best;
        });
      }),
      [
        onAnswers((answers) =>
          answers.map((each) => (each.from?.instrument === short && typeof each.value === 'number' ? { ...each, value: 100 } : each)),
        ),
      ],
    );
  });

  it('a newer answer that is worse is never kept from counting by one on another scale', () => {
    const bad = (given: QuestionnaireGiven): QuestionnaireGiven => ({
      ...given,
      id: 'newest',
      submittedAt: '2026-11-25T10:00:00.000Z',
      answers: questionsOf(instrument(short)).flatMap(({ key, type }) =>
        type === 'YNP' ? [{ question: key, value: 'no' as const, evidence: 'self-declared' as const, answeredOn: '2026-11-25' }] : [],
      ),
    });
    const controls = crosswalkPairs(short, whole).filter(
      ({ relation, question }) => relation !== 'related' && !['S2.Q2', 'S3.Q3'].includes(question),
    );
    holds(
      fc.property(questionnaires, questionnaireOf(whole), questionnaireOf(short), (others, one, last) => {
        const found = answersOf([...others, one, bad(last)]);
        return controls.every(({ target }) => [0, 'no'].includes(found.get(target)?.value as never));
      }),
      [onAnswers((answers) => answers.map((each) => (each.setAside?.[0] ? { ...each, value: each.setAside[0].value } : each)))],
    );
  });
});
