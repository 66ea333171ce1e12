import { z } from 'zod';
import { instrument, instrumentKeys } from '../instruments/at.ts';
import { questionsOf } from '../instruments/answers.ts';
import { indicators } from '../vocabulary.ts';
import file from './implied.json';

const keys = z.array(z.string());
const tableSchema = z.strictObject({
  source: z.string(),
  facts: z.array(
    z.strictObject({
      id: z.string(),
      /** Questions of the zero-tolerance protocol that ask for this fact. */
      questions: keys.min(1),
      /** Questions of other instruments whose answer says the same, or from whose answer it can be concluded; by instrument. */
      asked: z.record(z.string(), keys),
      /** The ILO's indicators that correspond to it. */
      indicators: z.array(z.enum(indicators)),
      /** Elements of the legal definition of forced labour that it decides. */
      elements: keys,
      /** Subjects of interviews under which workers tell of it. */
      topics: keys,
    }),
  ),
  /** Answers by which a whole questionnaire is about such a fact: each answer to it tells that there was something to ask. */
  wholes: z.array(z.strictObject({ question: z.string(), answer: z.string(), instrument: z.string() })),
});
export type ZeroToleranceTable = z.infer<typeof tableSchema>;

let parsed: ZeroToleranceTable | undefined;

/** What implies what: each fact that the zero-tolerance protocol asks for, and everything else that would tell it. */
export function zeroToleranceTable(): ZeroToleranceTable {
  parsed ??= tableSchema.parse(file);
  return parsed;
}

let restricted: ReadonlySet<string> | undefined;

/**
 * Questions of released instruments that are answered in a sensitive case or nowhere: those that an instrument marks as zero tolerance, and those that imply
 * an answer to one. What is withheld of the first and shown of the second is not withheld.
 */
export function restrictedQuestions(): ReadonlySet<string> {
  restricted ??= new Set([
    ...instrumentKeys().flatMap((key) => questionsOf(instrument(key)).flatMap((each) => (each.zeroTolerance ? [each.key] : []))),
    ...zeroToleranceTable().facts.flatMap(({ questions, asked }) => [...questions, ...Object.values(asked).flat()]),
  ]);
  return restricted;
}

/**
 * Every question of the questionnaires that these answers make one about such a fact: indicators that were screened for people under 18 tell, by being
 * answered at all, that there are such people.
 */
export function restrictedBy(answers: Iterable<readonly [question: string, answer: unknown]>): ReadonlySet<string> {
  const { wholes } = zeroToleranceTable();
  const isSaid = [...answers].flatMap(([key, said]) => wholes.filter(({ question, answer }) => question === key && answer === said));
  return new Set(isSaid.flatMap((whole) => questionsOf(instrument(whole.instrument)).map(({ key }) => key)));
}

let points: ReadonlySet<string> | undefined;

/** Compliance points that contain a zero-tolerance question: what is filed under one of them alone may be about it. */
export function restrictedPoints(): ReadonlySet<string> {
  points ??= new Set(
    instrumentKeys().flatMap((key) =>
      questionsOf(instrument(key)).flatMap(({ zeroTolerance, point }) => (zeroTolerance && point ? [point] : [])),
    ),
  );
  return points;
}

/** Whether a list of the table, of any fact, contains this key. */
const isListed = (list: 'indicators' | 'elements' | 'topics', key: string): boolean =>
  zeroToleranceTable().facts.some((fact) => fact[list].some((each) => each === key));

/** Whether an element of the legal definition would tell an answer to a zero-tolerance question. */
export const isRestrictedElement = (element: string): boolean => isListed('elements', element);
/** The subjects of interviews that would. */
export const restrictedTopics = (): string[] => [...new Set(zeroToleranceTable().facts.flatMap(({ topics }) => topics))];
/** Whether an indicator of forced labour would. */
export const isRestrictedIndicator = (indicator: string): boolean => isListed('indicators', indicator);
