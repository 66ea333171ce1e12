import { isGathered, type QuestionType } from '#scoring';

/** What the time of a question depends on: its kind, and whether it is a row of a table, whose question is read once. */
export type TimedQuestion = { type: QuestionType; layout?: 'row' | undefined };
export type Kind = QuestionType | 'row';
export type Seconds = Readonly<Record<Kind, number>>;

/**
 * Seconds for one question of each kind, as of `since`: an estimate from the length of the released texts. It is used for the kinds that completed responses do
 * not show the pace of yet (`takePace`).
 */
export const expected: { since: string; seconds: Seconds } = {
  since: '2026-12-01',
  seconds: {
    ...{ FACT: 90, PICK: 25, TICKS: 35, row: 7 },
    ...{ YNP: 30, RF: 30, PCT: 45, G4: 45 },
    ...{ NC: 45, SIGN: 45, REVIEW: 45 },
    ...{ TEXT: 45, NUMBER: 20, DATE: 15, CHOICE: 15 },
  },
};

export const kindOf = ({ type, layout }: TimedQuestion): Kind => (layout === 'row' ? 'row' : type);

declare global {
  var manumitMeasuredPace: Partial<Seconds> | undefined;
}

const isKind = (kind: string): kind is Kind => kind in expected.seconds;

/** Takes the measured seconds by kind in, for the whole process; what was measured before and is not any more is an estimate again. */
export function takePace(measured: readonly { kind: string; seconds: number }[]): void {
  globalThis.manumitMeasuredPace = Object.fromEntries(measured.flatMap(({ kind, seconds }) => (isKind(kind) ? [[kind, seconds]] : [])));
}

/** The seconds by which times are named: measured, else estimated. */
export const secondsInUse = (): Seconds => ({ ...expected.seconds, ...globalThis.manumitMeasuredPace });

/** The share of the time that measured kinds make up, from which on it is no estimate. */
const measuredShare = 0.75;

/** Whether the time named for these questions rests on the estimate for more than a quarter of it. What is only gathered takes none. */
export function isEstimated(questions: readonly TimedQuestion[]): boolean {
  const seconds = secondsInUse();
  const measured = globalThis.manumitMeasuredPace ?? {};
  const timeOf = (asked: readonly TimedQuestion[]) => asked.reduce((sum, question) => sum + seconds[kindOf(question)], 0);
  const needed = questions.filter((question) => !isGathered(question));
  return timeOf(needed.filter((question) => kindOf(question) in measured)) < measuredShare * timeOf(needed) || needed.length === 0;
}
