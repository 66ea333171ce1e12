import { questionsOf } from '../../instruments/answers.ts';
import { instrument, instrumentKeys, wholeOf } from '../../instruments/at.ts';
import type { InstrumentQuestion } from '../../instruments/complete.ts';
import { crosswalkPairs } from '../../instruments/crosswalk.ts';
import type { Relation } from '../../instruments/crosswalk-schema.ts';
import type { AnswerGiven, AnswerValue, QuestionnaireGiven } from '../../types.ts';
import { answerWordOf } from '../control-credit.ts';
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

type Counterpart = { source: InstrumentQuestion; target: InstrumentQuestion; relation: Relation };
const counterparts = new Map<string, Map<string, Counterpart>>();

/** Of each question of one instrument the question of another that it speaks to, by the crosswalk. */
function counterpartsOf(from: string, to: string): ReadonlyMap<string, Counterpart> {
  return kept(counterparts, `${from} ${to}`, () => {
    const [sources, targets] = [from, to].map((key) => new Map(questionsOf(instrument(key)).map((each) => [each.key, each])));
    return new Map(
      crosswalkPairs(from, to).flatMap(({ question, target, relation }) => {
        const [source, asked] = [sources?.get(question), targets?.get(target)];
        return source && asked ? [[question, { source, target: asked, relation }] as const] : [];
      }),
    );
  });
}

/** The question of a whole instrument that a question of one of its short forms represents; the question itself where there is none. */
export function questionIn(scored: string, question: string): string {
  for (const short of instrumentKeys()) {
    const found = wholeOf(short) === scored ? counterpartsOf(short, scored).get(question) : undefined;
    if (found && found.relation !== 'related') return found.target.key;
  }
  return question;
}

/** The instrument whose questions are scored: a whole one before a short form of one; of several the newest version that was answered. Null where none scores. */
export function scoredInstrument(questionnaires: readonly QuestionnaireGiven[]): string | null {
  const keys = [...new Set(questionnaires.map((each) => each.instrument))].filter((key) => instrument(key).scores).sort();
  return keys.filter((key) => wholeOf(key) === null).at(-1) ?? keys.at(-1) ?? null;
}

/** Everything that the questionnaires say to the questions of `scored`, by question. Answers that speak to none of them are left out. */
export function statementsTo(scored: string, questionnaires: readonly QuestionnaireGiven[], method: Method): Map<string, Statement[]> {
  const byQuestion = new Map<string, Statement[]>();
  for (const questionnaire of questionnaires) {
    const pairs = counterpartsOf(questionnaire.instrument, scored);
    for (const answer of questionnaire.answers) {
      const counterpart = pairs.get(answer.question);
      const made = counterpart && statementOf(counterpart, { answer, questionnaire }, method);
      if (!made) continue;
      const known = byQuestion.get(made.given.question);
      if (known) known.push(made);
      else byQuestion.set(made.given.question, [made]);
    }
  }
  return byQuestion;
}

type Told = { answer: QuestionnaireGiven['answers'][number]; questionnaire: QuestionnaireGiven };

function statementOf({ source, target, relation }: Counterpart, { answer, questionnaire }: Told, method: Method): Statement | null {
  const { answeredAt, ...given } = answer;
  const base = {
    at: answeredAt ?? given.answeredOn,
    submittedAt: questionnaire.submittedAt,
    from: { questionnaire: questionnaire.id, instrument: questionnaire.instrument, question: given.question, value: given.value },
  };
  if (source.type === target.type && relation === 'equal')
    return { ...base, kind: 'exact', given: { ...given, question: target.key }, agrees: { least: 0, most: 1 } };
  const kind = relation === 'related' ? 'near' : 'coarser';
  const { value } = given;
  if (value === 'dont-know' || value === 'not-applicable')
    return { ...base, kind, given: { ...given, question: target.key }, agrees: { least: 0, most: 1 } };
  const most = target.type === 'G4' ? 4 : target.type === 'PCT' ? 100 : null;
  const word = source.type === 'YNP' ? answerWordOf(value) : undefined;
  if (most === null || word === undefined) return null;
  // What it earns in its own questionnaire it earns here: a yes on a question of three quarters of the weight is three of four.
  const worth = (method.of['R5.answers'][word] * Math.min(source.weight, target.weight)) / target.weight;
  const partly = method.of['R5.questionnaires'].partlyAtMost[target.type === 'G4' ? 'G4' : 'PCT'] / most;
  const agrees = { yes: { least: worth, most: 1 }, partial: { least: Number.MIN_VALUE, most: partly }, no: { least: 0, most: 0 } }[word];
  return { ...base, kind, given: { ...given, question: target.key, value: worth * most }, agrees };
}

/** An exact answer as 0 to 1; null for one that says nothing of its own scale, and for words. */
export function shareOf({ given }: Statement, type: InstrumentQuestion['type']): number | null {
  if (typeof given.value !== 'number') return null;
  return given.value / (type === 'G4' ? 4 : 100);
}
