import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Fault, holdsBy } from '../testing/holds.ts';
import type { AskedQuestion, ComplianceAnswer } from './finding-of.ts';
import { type FactoryAssessment, industryRates } from './industry-rates.ts';
import { knownQuestions } from './known-questions.ts';
import { readFactory } from './read-factory.ts';

const holds = holdsBy(fc);

/** T12 and T13 for compliance points (R12). */
const asOf = '2026-11-25';
const asked = knownQuestions(asOf);
const answersArbitrary: fc.Arbitrary<ComplianceAnswer[]> = fc.uniqueArray(
  fc.record({
    question: fc.constantFrom(...asked.map(({ code }) => code)),
    answer: fc.constantFrom('yes', 'no', 'not-applicable', 'not-assessed'),
  }),
  { selector: ({ question }) => question, maxLength: 28 },
);
/** What is tested; a planted fault takes its place for as long as it takes to be found. */
let reader = readFactory;
const plant =
  (fault: typeof readFactory): Fault =>
  () => {
    reader = fault;
    return () => {
      reader = readFactory;
    };
  };
const onAnswers = (change: (answers: readonly ComplianceAnswer[]) => ComplianceAnswer[]): Fault =>
  plant((given) => readFactory({ ...given, answers: change(given.answers) }));
type Reading = ReturnType<typeof readFactory>;
const onReading = (change: (reading: Reading, answers: readonly ComplianceAnswer[]) => Reading): Fault =>
  plant((given) => change(readFactory(given), given.answers));

const read = (answers: readonly ComplianceAnswer[], questions: readonly AskedQuestion[] = asked) => reader({ asOf, questions, answers });
const verdicts = (answers: readonly ComplianceAnswer[], questions?: readonly AskedQuestion[]) => {
  const { points, clusters, overall } = read(answers, questions);
  return { points: points.map(({ code, nonCompliant }) => [code, nonCompliant]), clusters, overall };
};

describe('T13', () => {
  it('order, doubling and splitting a question leave every point as it is', () => {
    holds(
      fc.property(answersArbitrary, fc.nat(27), (answers, pick) => {
        const before = verdicts(answers);
        expect(verdicts([...answers].reverse(), [...asked].reverse())).toEqual(before);
        expect(verdicts([...answers, ...answers])).toEqual(before);
        const split = asked[pick];
        if (!split) return;
        const halves = [1, 2].map((part): AskedQuestion => ({ ...split, code: `${split.code}-${part}` }));
        const given = answers.flatMap((each) =>
          each.question === split.code ? halves.map(({ code }) => ({ ...each, question: code })) : [each],
        );
        expect(verdicts(given, [...asked.filter((each) => each !== split), ...halves])).toEqual(before);
      }),
      [onAnswers((answers) => answers.slice(0, 1))],
    );
  });

  it('a point is bad when any of its questions is, has no verdict when none was assessed or one is of zero tolerance, and rates count verdicts', () => {
    holds(
      fc.property(answersArbitrary, (answers) => {
        const { points, overall } = read(answers);
        for (const { code, nonCompliant, isNotStated } of points) {
          const own = asked.filter(({ point }) => point === code);
          expect(isNotStated).toBe(own.some(({ isZeroTolerance }) => isZeroTolerance));
          if (isNotStated) {
            expect(nonCompliant).toBeNull();
            continue;
          }
          const told = own.map((each) => ({ ...each, answer: answers.find(({ question }) => question === each.code)?.answer }));
          const assessed = told.filter(({ answer }) => answer === 'yes' || answer === 'no');
          expect(nonCompliant).toBe(
            assessed.length === 0 ? null : assessed.some(({ answer, nonCompliantWhen }) => answer === nonCompliantWhen),
          );
        }
        const verdict = points.filter(({ nonCompliant }) => nonCompliant !== null);
        const bad = points.filter(({ nonCompliant }) => nonCompliant === true);
        expect(overall).toEqual({
          nonCompliant: bad.length,
          assessed: verdict.length,
          rate: verdict.length === 0 ? null : bad.length / verdict.length,
        });
      }),
      [onReading((reading) => ({ ...reading, points: reading.points.map((point) => ({ ...point, nonCompliant: false })) }))],
    );
  });

  it('questions that gather facts change nothing, whatever they hold', () => {
    const fact = fc.oneof(fc.integer(), fc.string(), fc.constantFrom('yes', 'no'));
    holds(
      fc.property(answersArbitrary, fact, (answers, answer) => {
        const questions: AskedQuestion[] = [...asked, { code: 'fact', kind: 'fact-gathering' }];
        expect(read([...answers, { question: 'fact', answer }], questions)).toEqual(read(answers));
      }),
      [onReading((reading, answers) => ({ ...reading, overall: { ...reading.overall, assessed: answers.length } }))],
    );
  });
});

describe('T12', () => {
  it('a question that does not apply, or was not assessed, counts in neither number', () => {
    holds(
      fc.property(answersArbitrary, fc.constantFrom('not-applicable', 'not-assessed'), (answers, word) => {
        const kept = answers.filter(({ answer }) => answer === 'yes' || answer === 'no');
        const missing = asked.filter(({ code }) => !kept.some(({ question }) => question === code));
        const told = [...kept, ...missing.map(({ code }) => ({ question: code, answer: word }))];
        expect(verdicts(told)).toEqual(verdicts(kept));
      }),
      [onAnswers((answers) => answers.map((each) => (each.answer === 'yes' || each.answer === 'no' ? each : { ...each, answer: 'yes' })))],
    );
  });
});

describe('zero tolerance', () => {
  it('no answer to a zero-tolerance question moves a point or a rate', () => {
    const secret = asked.filter(({ isZeroTolerance }) => isZeroTolerance).map(({ code }) => code);
    holds(
      fc.property(
        answersArbitrary,
        fc.constantFrom(...secret),
        fc.constantFrom('yes', 'no', 'not-assessed'),
        (answers, question, answer) => {
          const others = answers.filter((each) => each.question !== question);
          expect(verdicts([...others, { question, answer }])).toEqual(verdicts(others));
        },
      ),
      [onReading((reading) => ({ ...reading, overall: { ...reading.overall, nonCompliant: reading.zeroTolerance.length } }))],
    );
  });
});

describe('rates', () => {
  const visits = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('2026-01-01', '2026-06-01'), answersArbitrary), {
    maxLength: 5,
  });

  it('never fall when one more answer is bad, and stay between 0 and 1; the order of rows does not matter', () => {
    fc.assert(
      fc.property(visits, fc.nat(4), fc.constantFrom(...asked), (list, pick, question) => {
        const made = (worse: boolean) =>
          list.map(([factory, on, answers], index): FactoryAssessment => {
            const rest = answers.filter((each) => each.question !== question.code);
            const own = answers.find((each) => each.question === question.code)?.answer ?? 'not-assessed';
            const answer = worse && index === pick && own !== 'not-assessed' && own !== 'not-applicable' ? question.nonCompliantWhen : own;
            return { id: `${index}`, factory, on, reading: read([...rest, { question: question.code, answer }]) };
          });
        const period = { from: '2026-01-01', to: '2026-12-31' };
        const [before, after] = [industryRates(made(false), period), industryRates(made(true), period)];
        expect(industryRates(made(false).reverse(), period)).toEqual(before);
        for (const part of ['points', 'questions'] as const)
          for (const [index, { rate, assessed }] of after[part].entries()) {
            expect(rate === null).toBe(assessed === 0);
            if (rate === null) continue;
            expect(rate >= 0 && rate <= 1).toBe(true);
            expect(rate).toBeGreaterThanOrEqual(before[part][index]?.rate ?? 0);
          }
      }),
    );
  });
});
