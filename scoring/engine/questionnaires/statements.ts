import { questionsOf } from '../../instruments/answers.ts';
import { includesInstrument, instrument, scoringInstrumentKeys, wholeOf } from '../../instruments/at.ts';
import { creditOf, isSameScale, type Worth } from '../../instruments/choices.ts';
import type { InstrumentQuestion } from '../../instruments/complete.ts';
import { crosswalkPairs } from '../../instruments/crosswalk.ts';
import type { CrosswalkPair, Relation } from '../../instruments/crosswalk-schema.ts';
import { optionTypes } from '../../instruments/question-schema.ts';
import type { AnswerGiven, AnswerValue, QuestionnaireGiven } from '../../types.ts';
import { answerWordOf } from '../answer-worth.ts';
import { kept } from '../kept.ts';
import type { Method } from '../method.ts';

/**
 * What one questionnaire says to one question of the instrument that is scored. `exact`: on the question's own scale. `coarser`: on a scale that says less.
 * `near`: it asks something near the question.
 */
export type Statement = {
  kind: 'exact' | 'coarser' | 'near';
  /** The answer on the scale of the scored question, with its own day, evidence and source. */
  given: AnswerGiven;
  /** The moment it was given, for the order alone. */
  at: string;
  submittedAt: string;
  from: { questionnaire: string; instrument: string; question: string; value: AnswerValue };
  /** Of a coarser one: the least and the most, 0 to 1, that an exact answer may be for the two to agree. */
  agrees: { least: number; most: number };
};

type Counterpart = { source: InstrumentQuestion; target: InstrumentQuestion; relation: Relation; values?: CrosswalkPair['values'] };
const counterparts = new Map<string, Map<string, Counterpart[]>>();

/** Of each question of one instrument the questions of another that it speaks to, by the crosswalk. */
function counterpartsOf(from: string, to: string): ReadonlyMap<string, readonly Counterpart[]> {
  return kept(counterparts, `${from} ${to}`, () => {
    const [sources, targets] = [from, to].map((key) => new Map(questionsOf(instrument(key)).map((each) => [each.key, each])));
    const found = new Map<string, Counterpart[]>();
    for (const { question, target, relation, values } of crosswalkPairs(from, to)) {
      const [source, asked] = [sources?.get(question), targets?.get(target)];
      if (source && asked) found.set(question, [...(found.get(question) ?? []), { source, target: asked, relation, values }]);
    }
    return found;
  });
}

/** The question of the scored instrument that a question of one of its short forms, or of an earlier edition, represents; the question itself where there is none. */
export function questionIn(scored: string, question: string): string {
  if (questionsOf(instrument(scored)).some(({ key }) => key === question)) return question;
  for (const key of scoringInstrumentKeys()) {
    const found =
      key === scored
        ? undefined
        : counterpartsOf(key, scored)
            .get(question)
            ?.filter(({ relation }) => relation !== 'related');
    const [first] = [...(found?.filter(({ relation }) => relation === 'equal') ?? []), ...(found ?? [])];
    if (first) return first.target.key;
  }
  return question;
}

const editionOf = (key: string) => wholeOf(key) ?? key;

/**
 * The instrument whose questions are scored: of several editions the newest one as a whole, since the earlier answers speak to more of it than a part asks. Within
 * an edition a whole before a short form of it, the larger of two parts, and of several versions the newest that was answered. Null where none scores.
 */
export function scoredInstrument(questionnaires: readonly QuestionnaireGiven[]): string | null {
  const keys = [...new Set(questionnaires.map((each) => each.instrument))].filter((key) => instrument(key).scores).sort();
  const newest = keys.map(editionOf).sort().at(-1);
  if (newest === undefined) return null;
  if (keys.includes(newest) || keys.some((key) => editionOf(key) !== newest)) return newest;
  return (
    keys.find((key) => keys.length > 1 && keys.every((other) => other === key || includesInstrument(key, other))) ?? keys.at(-1) ?? null
  );
}

/** Everything that the questionnaires say to the questions of `scored`, by question. Answers that speak to none of them are left out. */
export function statementsTo(scored: string, questionnaires: readonly QuestionnaireGiven[], method: Method): Map<string, Statement[]> {
  const byQuestion = new Map<string, Statement[]>();
  for (const questionnaire of questionnaires) {
    const pairs = counterpartsOf(questionnaire.instrument, scored);
    for (const answer of questionnaire.answers) {
      for (const counterpart of pairs.get(answer.question) ?? []) {
        const made = statementOf(counterpart, { answer, questionnaire }, method);
        if (made) byQuestion.set(made.given.question, [...(byQuestion.get(made.given.question) ?? []), made]);
      }
    }
  }
  return byQuestion;
}

type Told = { answer: QuestionnaireGiven['answers'][number]; questionnaire: QuestionnaireGiven };

function statementOf({ source, target, relation, values }: Counterpart, { answer, questionnaire }: Told, method: Method): Statement | null {
  const { answeredAt, ...given } = answer;
  const base = {
    at: answeredAt ?? given.answeredOn,
    submittedAt: questionnaire.submittedAt,
    from: { questionnaire: questionnaire.id, instrument: questionnaire.instrument, question: given.question, value: given.value },
  };
  const { value } = given;
  const same = isSameScale(source, target) ? value : values?.[String(value)];
  if (same !== undefined && relation === 'equal')
    return { ...base, kind: 'exact', given: { ...given, question: target.key, value: same }, agrees: { least: 0, most: 1 } };
  const kind = relation === 'related' ? 'near' : 'coarser';
  if (value === 'dont-know' || value === 'not-applicable')
    return { ...base, kind, given: { ...given, question: target.key }, agrees: { least: 0, most: 1 } };
  const read = readOn(target, { source, value }, method);
  if (read === null) return null;
  // What it earns in its own questionnaire it earns here: a yes on a question of three quarters of the weight is three of four.
  const worth = target.weight === 0 ? read.share : (read.share * Math.min(source.weight, target.weight)) / target.weight;
  const agrees = { least: read.least ?? worth, most: read.most };
  return { ...base, kind, given: { ...given, question: target.key, value: worth * read.scale }, agrees };
}

type Read = { share: number; scale: number; least?: number; most: number };

/**
 * An answer on another scale as a share, and how far an exact answer agrees with it; `least` is left out where that is what the answer is worth. The answer is
 * written as a number: a grade, or percent of what options are worth. Null where the scales have nothing in common.
 */
function readOn(
  target: InstrumentQuestion,
  { source, value }: { source: InstrumentQuestion; value: AnswerValue },
  method: Method,
): Read | null {
  const isOptions = hasOptions(target);
  if (target.type !== 'G4' && target.type !== 'PCT' && !isOptions) return null;
  const scale = target.type === 'G4' ? 4 : 100;
  const word = source.type === 'YNP' ? answerWordOf(value) : undefined;
  if (word !== undefined) {
    const share = method.of['R5.answers'][word];
    const partly = method.of['R5.questionnaires'].partlyAtMost[target.type === 'G4' ? 'G4' : 'PCT'] / scale;
    if (word === 'yes') return { share, scale, most: 1 };
    return word === 'no' ? { share, scale, least: 0, most: 0 } : { share, scale, least: Number.MIN_VALUE, most: partly };
  }
  const share = isOptions ? shareOn(source, value) : null;
  if (share === null) return null;
  return share === 0 ? { share, scale, least: 0, most: 0 } : { share, scale, least: Number.MIN_VALUE, most: 1 };
}

const hasOptions = ({ type }: { type: InstrumentQuestion['type'] }) => optionTypes.some((each) => each === type);

/** An answer as 0 to 1 on the scale of its question; null for one that says nothing of it, and for words. A number where there are options is percent. */
export function shareOn(question: Worth, value: AnswerValue): number | null {
  if (typeof value === 'number') return value / (question.type === 'G4' ? 4 : 100);
  return hasOptions(question) ? (creditOf(question, value) ?? null) : null;
}
