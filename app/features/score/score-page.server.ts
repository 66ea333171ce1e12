import { type EvidenceGrade, hideFacts, type PartyFacts, parameterAt, type Scored } from '#scoring';
import { isInstrument, localizedInstrument } from '~/features/instrument/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { hiddenShares } from '~/features/site/shown-fact';
import { countedAnswers } from './counted-answers.server';
import { describeChanges } from './describe-changes';
import { findDoors, questionTexts } from './find-doors.server';
import { readScore, type StoredScore } from './read-score.server';
import { recomputeScore } from './recompute-score.server';
import { sensitivityOf } from './sensitivity.server';

/**
 * Everything the score page shows: the supplier, the score with its input's answers and findings in the reader's words, the calculation
 * worked through again, where each fact was read, what would change it most (answers as if shown by `evidence`), and the scores before it.
 * Null as `readScore`.
 */
export async function scorePage(db: TenantDb, options: { supplierPublicId: string; scoreId: string | null; evidence: EvidenceGrade }) {
  const read = await readScore(db, options);
  if (!read) return null;
  const { supplier, score, scores, listed, isNewest } = read;
  return { supplier, isNewest, shown: score ? await showScore(db, score, options.evidence) : null, history: historyOf(scores, listed) };
}
export type ScorePage = NonNullable<Awaited<ReturnType<typeof scorePage>>>;
export type ShownScore = NonNullable<ScorePage['shown']>;

async function showScore(db: TenantDb, score: StoredScore, evidence: EvidenceGrade) {
  const recomputed = recomputeScore(score);
  const { id, asOf, createdAt, engineVersion, assessmentId, input } = score;
  const result = withLocalContradictions(score.result, input.instrument);
  const texts = questionTexts(input.instrument);
  const doors = recomputed.kind === 'recomputed' ? await findDoors(db, { trace: recomputed.trace, texts }) : {};
  const findings = (input.findings ?? []).map(({ id: findingId, grade, status, evidence, question }) => ({
    id: findingId,
    grade,
    status,
    evidence,
    question: question ?? null,
    text: question ? (texts.get(question)?.text ?? null) : null,
  }));
  const answers = (input.answers ?? []).map(({ question, value, evidence, answeredOn }) => ({ question, value, evidence, answeredOn }));
  const questions = Object.fromEntries([...texts].map(([key, { text, lang, section }]) => [key, { text, lang, section }]));
  return {
    id,
    asOf,
    createdAt,
    engineVersion,
    assessmentId,
    instrument: input.instrument ?? null,
    result,
    /** Points of weight that a score needs; null where the numbers of that day are not held. */
    floor: recomputed.kind === 'recomputed' ? parameterAt('R8.floor', asOf).value : null,
    recomputed:
      recomputed.kind === 'recomputed' ? { ...recomputed, trace: hideFacts(recomputed.trace, hiddenOf(input.facts)) } : recomputed,
    sensitivity: result.status === 'scored' ? sensitivityOf(score, evidence) : null,
    doors,
    counted: await countedAnswers(db, { input, assessmentId, texts }),
    findings,
    answers,
    questions,
  };
}

/** The facts of an input that would give away a small group. */
function hiddenOf(facts: PartyFacts): Set<string> {
  return hiddenShares(Object.fromEntries(Object.entries(facts).map(([field, given]) => [field, given?.value])), facts.workers?.value);
}

function withLocalContradictions(result: Scored, instrumentKey: string | undefined): Scored {
  if (result.status === 'not-scored' || result.contradictions.length === 0 || !instrumentKey || !isInstrument(instrumentKey)) return result;
  const words = new Map(localizedInstrument(instrumentKey, getLocale()).consistency.map(({ code, text }) => [String(code), text.text]));
  return { ...result, contradictions: result.contradictions.map((each) => ({ ...each, text: words.get(each.code) ?? each.text })) };
}

function historyOf(scores: readonly StoredScore[], listed: number) {
  return scores.slice(0, listed).map((score, index) => {
    const before = scores[index + 1];
    const { result } = score;
    return {
      id: score.id,
      asOf: score.asOf,
      createdAt: score.createdAt,
      engineVersion: score.engineVersion,
      ...(result.status === 'scored'
        ? { score: result.score, low: result.low, high: result.high, band: result.band }
        : { score: null, low: null, high: null, band: null }),
      changes: before ? describeChanges(before, score) : null,
    };
  });
}
export type HistoryRow = ReturnType<typeof historyOf>[number];
