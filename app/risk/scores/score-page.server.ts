import { type EvidenceGrade, hideFacts, type PlacedFacts, type Scored } from '#scoring';
import { showFindings } from '~/findings/findings/show-findings.server';
import { isInstrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { getLocale } from '~/paraglide/runtime';
import { contradictingFacts, hiddenFacts } from '~/suppliers/registry/contradicting-facts';
import { countedAnswers } from './counted-answers.server';
import { describeChanges, type ScoreChange } from './describe-changes';
import { findSourceLinks, questionTexts } from './find-source-links.server';
import { readPlace } from './read-place.server';
import { type AnyScore, readScore, type StoredScore } from './read-score.server';
import { recomputeScore } from './recompute-score.server';
import { sensitivityOf } from './sensitivity.server';

/**
 * Everything on the score page: supplier, score with its input's answers and findings in the reader's language, rank, recomputed calculation, source of each
 * fact, what would change it most (answers as if shown by `evidence`), and earlier scores. A score of an earlier method is shown as the document it is. Null
 * as `readScore`.
 */
export async function scorePage(db: TenantDb, options: { supplierPublicId: string; scoreId: string | null; evidence: EvidenceGrade }) {
  const read = await readScore(db, options);
  if (!read) return null;
  const { supplier, score, scores, listed, isNewest, listedScoreId } = read;
  return {
    supplier,
    isNewest,
    shown: score === null ? null : score.kind === 'earlier' ? score : await showScore(db, score, options.evidence),
    /** Null for a score that the list does not show; its `range` is null until it is drawn. */
    place: score !== null && score.id === listedScoreId ? { range: await readPlace(db, supplier.partyId) } : null,
    history: historyOf(scores, listed),
  };
}
export type ScorePage = NonNullable<Awaited<ReturnType<typeof scorePage>>>;
/** A score of today's method as the page shows it. */
export type ShownScore = Awaited<ReturnType<typeof showScore>>;

async function showScore(db: TenantDb, score: StoredScore, evidence: EvidenceGrade) {
  const recomputed = recomputeScore(score);
  const { id, asOf, createdAt, engineVersion, responseId, input } = score;
  const result = withLocalContradictions(score.result, input.instrument);
  const texts = questionTexts(input.instrument);
  const sourceLinks = recomputed.kind === 'recomputed' ? await findSourceLinks(db, { trace: recomputed.trace, texts }) : {};
  const titles = await findingTitles(
    db,
    (input.findings ?? []).map((each) => each.id),
  );
  const findings = (input.findings ?? []).map(({ id: findingId, grade, status, evidence, question }) => ({
    id: findingId,
    grade,
    status,
    evidence,
    question: question ?? null,
    text: titles.get(findingId) ?? (question ? (texts.get(question)?.text ?? null) : null),
  }));
  const answers = (input.answers ?? []).map(({ question, value, evidence, answeredOn }) => ({ question, value, evidence, answeredOn }));
  const questions = Object.fromEntries([...texts].map(([key, { text, lang, section }]) => [key, { text, lang, section }]));
  return {
    kind: 'current' as const,
    id,
    asOf,
    createdAt,
    engineVersion,
    responseId,
    instrument: input.instrument ?? null,
    result,
    factSources: factSourcesOf(input.facts),
    contradicting: contradictingFacts(input.facts),
    paid: paidIn(input.facts),
    recomputed:
      recomputed.kind === 'recomputed' ? { ...recomputed, trace: hideFacts(recomputed.trace, hiddenFacts(input.facts)) } : recomputed,
    sensitivity: result.status === 'scored' ? sensitivityOf(score, evidence) : null,
    sourceLinks,
    counted: await countedAnswers(db, { input, responseId, texts }),
    findings,
    answers,
    questions,
  };
}

/** What each finding says, as its own page has it; one that is gone has none. */
async function findingTitles(db: TenantDb, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await showFindings(db, { ids, take: ids.length });
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** By fact: the key of the source in which it was read. */
function factSourcesOf(facts: PlacedFacts): Record<string, string> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([field, given]) => (given?.source === undefined ? [] : [[field, given.source]])),
  );
}

/** What migrants paid by a ledger, of which corridor, and whose ledger says so; null where none does. */
function paidIn({ recruitmentCost }: PlacedFacts) {
  const [origin, destination] = recruitmentCost?.ledger?.corridor.split('-') ?? [];
  if (!recruitmentCost?.ledger || !origin || !destination) return null;
  return { origin, destination, recruiter: recruitmentCost.ledger.recruiter, months: recruitmentCost.value };
}

function withLocalContradictions(result: Scored, instrumentKey: string | undefined): Scored {
  if (result.status === 'not-scored' || result.contradictions.length === 0 || !instrumentKey || !isInstrument(instrumentKey)) return result;
  const words = new Map(localizedInstrument(instrumentKey, getLocale()).consistency.map(({ code, text }) => [String(code), text.text]));
  return { ...result, contradictions: result.contradictions.map((each) => ({ ...each, text: words.get(each.code) ?? each.text })) };
}

function historyOf(scores: readonly AnyScore[], listed: number) {
  return scores.slice(0, listed).map((score, index) => {
    const before = scores[index + 1];
    const { result } = score;
    const isScored = result.status === 'scored';
    return {
      id: score.id,
      kind: score.kind,
      asOf: score.asOf,
      createdAt: score.createdAt,
      engineVersion: score.engineVersion,
      score: isScored ? result.score : null,
      low: isScored ? result.low : null,
      high: isScored ? result.high : null,
      band: isScored ? result.band : null,
      /** What changed since the score before it; null for the first, and for scores of an earlier method, whose inputs are not compared. */
      changes: before && score.kind === 'current' ? changesBetween(before, score) : null,
      isFirst: before === undefined,
    };
  });
}
export type HistoryRow = ReturnType<typeof historyOf>[number];

function changesBetween(before: AnyScore, after: StoredScore): ScoreChange[] {
  if (before.kind === 'current') return describeChanges(before, after);
  return [{ kind: 'method', from: before.engineVersion, to: after.engineVersion, isComparable: false }];
}
