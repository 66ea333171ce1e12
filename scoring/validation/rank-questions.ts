import { scoreMany } from '../odds/assess.ts';
import { seededUniform, seedFor } from '../engine/draws.ts';
import { findingsFromAnswers } from '../engine/findings-from-answers.ts';
import { questionsOf } from '../instruments/answers.ts';
import { instrument } from '../instruments/at.ts';
import { extremeAnswer } from '../instruments/choices.ts';
import type { InstrumentQuestion } from '../instruments/complete.ts';
import type { AnswerGiven, AssessInput, PartyFacts } from '../types.ts';
import type { ControlDomain, EvidenceGrade } from '../vocabulary.ts';
import { type Pools, pick, synthesizeAnswers, synthesizeFacts } from './synthetic.ts';

export type RankedQuestion = {
  question: string;
  type: InstrumentQuestion['type'];
  domain: ControlDomain | null;
  /** Points of 100 between the worst and the best answer, on average over the suppliers. */
  moves: number;
  /** The same for the supplier whom it moves most. */
  most: number;
};

type Ranking = { key: string; pools: Pools; asOf: string; suppliers: number; seed: number };

/**
 * How far each question of an instrument moves the score (R4, R5, R6), most first: small suppliers are drawn with all facts and all answers, every answer
 * shown by a document; then each question's answer is replaced by the best and by the worst, with the finding that a red flag raises, and the supplier
 * scored again. The questions of a section that need not apply (about migrants and agencies, say) do not apply to three suppliers in ten and move nothing
 * there. Input facts are tried as nobody and as half of the workforce. Deterministic for a seed. Throws RangeError for an unknown instrument.
 */
export function rankQuestions({ key, pools, asOf, suppliers, seed }: Ranking): RankedQuestion[] {
  const uniform = seededUniform(seedFor(seed, 'questions'));
  const { sections } = instrument(key);
  const questions = questionsOf({ sections });
  const sums = questions.map(() => ({ sum: 0, most: 0 }));
  for (let at = 0; at < suppliers; at += 1) {
    const without = new Set(
      sections.flatMap((section) =>
        uniform() < notApplying ? section.questions.filter((each) => each.mayBeNotApplicable).map((each) => each.key) : [],
      ),
    );
    const answers = synthesizeAnswers(key, asOf, uniform).map((answer) => ({
      ...answer,
      evidence: shownBy,
      ...(without.has(answer.question) ? { value: 'not-applicable' as const } : {}),
    }));
    const drawn = { key, asOf, facts: smallSupplier(synthesizeFacts(pools, uniform), uniform), answers };
    const scores = scoreMany(questions.flatMap((question) => [atBest(drawn, question), atWorst(drawn, question)]));
    for (const [index, total] of sums.entries()) {
      const [best, worst] = [scores[2 * index], scores[2 * index + 1]];
      if (best?.status !== 'scored' || worst?.status !== 'scored' || without.has(questions[index]?.key ?? '')) continue;
      const moved = worst.score - best.score;
      total.sum += moved;
      total.most = Math.max(total.most, moved);
    }
  }
  return questions
    .map(({ key: question, type, domain }, index) => ({
      question,
      type,
      domain,
      moves: (sums[index]?.sum ?? 0) / suppliers,
      most: sums[index]?.most ?? 0,
    }))
    .sort((a, b) => b.moves - a.moves);
}

/**
 * The questions of a short form, in the order of the ranking: the input facts, every red flag that raises more than a minor finding, the control that moves
 * most in each domain, so that none is left unasked, then whatever moves most. A question asked only after another is left out unless the other is in.
 */
export function chooseQuestions(ranked: readonly RankedQuestion[], { key, count }: { key: string; count: number }): string[] {
  const byKey = new Map(questionsOf(instrument(key)).map((question) => [question.key, question]));
  const chosen = new Set<string>();
  const domains = new Set<ControlDomain>();
  for (const { question, type, domain } of ranked) {
    const asked = byKey.get(question);
    const isGraveFlag = type === 'RF' && asked?.raises?.grade !== 'minor';
    const isFirst = domain !== null && type !== 'RF' && !domains.has(domain) && !asked?.dependsOn;
    if (isFirst) domains.add(domain);
    if (type === 'FACT' || isGraveFlag || isFirst) chosen.add(question);
  }
  for (const { question, type } of ranked) {
    const parent = byKey.get(question)?.dependsOn?.question;
    if (chosen.size < count && type !== 'RF' && (parent === undefined || chosen.has(parent))) chosen.add(question);
  }
  return ranked.map(({ question }) => question).filter((question) => chosen.has(question));
}

type Supplier = { key: string; asOf: string; facts: PartyFacts; answers: AnswerGiven[] };

const notApplying = 0.3;
const shownBy: EvidenceGrade = 'document-uploaded';
const nobody = { migrantShare: 0, internalMigrantShare: 0, agencyShare: 0, peakRatio: 1 };
const half = { migrantShare: 0.5, internalMigrantShare: 0, agencyShare: 0.5, peakRatio: 1.5 };

/** Between 10 and 250 people. */
function smallSupplier(facts: PartyFacts, uniform: () => number): PartyFacts {
  return { ...facts, workers: { value: pick([10, 25, 50, 100, 250], uniform) } };
}

const atBest = (supplier: Supplier, question: InstrumentQuestion) => inputWith(supplier, question, { which: 'best', shares: nobody });
const atWorst = (supplier: Supplier, question: InstrumentQuestion) => inputWith(supplier, question, { which: 'worst', shares: half });

function inputWith(
  supplier: Supplier,
  asked: InstrumentQuestion,
  { which, shares }: { which: 'best' | 'worst'; shares: typeof nobody },
): AssessInput {
  const value = extremeAnswer(asked, which);
  const answers =
    value === undefined
      ? supplier.answers
      : supplier.answers.map((answer) => (answer.question === asked.key ? { ...answer, value } : answer));
  const supposed = Object.fromEntries(asked.facts.map(({ key }) => [key, { value: shares[key] }]));
  return {
    asOf: supplier.asOf,
    facts: { ...supplier.facts, ...supposed },
    instrument: supplier.key,
    answers,
    findings: findingsFromAnswers(supplier.key, answers).map(({ question: id, grade, indicator }) => ({
      id,
      question: id,
      grade,
      status: 'open',
      evidence: shownBy,
      ...(indicator === undefined ? {} : { indicator }),
    })),
  };
}
