import {
  type AnswerGiven,
  type AssessInput,
  evidenceGradeSchema,
  type FindingGiven,
  findingGradeSchema,
  findingStatusSchema,
  indicators,
  scoringInstrumentKeys,
} from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { overridesForScoring } from '~/features/override/given-overrides.server';
import { liftingsForScoring } from '~/features/override/read-liftings.server';
import { factsForScoring } from '~/features/supplier/facts-for-scoring.server';
import { isOwnKey, ownPrefix } from '~/features/instrument/own-version';
import { asReleased, releasedBehind } from './own-answers.server';
import { type AssessmentRead, answersForScoring, readAssessments } from './read-assessment.server';
import { withheldAssessments } from './read-shared.server';

export type ScoringInput = { partyId: string; assessmentId: string | null; input: AssessInput };

/**
 * What the method takes for each party, as known now: its facts, the answers of its newest submitted assessment by an instrument that
 * scores, its findings, the overrides that two people raised, and which two people lifted. What a supplier answered itself counts while it is shared. Of answers to
 * instruments of the organization's own count those that equal a question of the instrument that scores, where they are newer.
 * A constant number of queries, however many parties.
 */
export async function scoringInputs(db: TenantDb, options: { partyIds: readonly string[]; asOf: string }): Promise<ScoringInput[]> {
  const partyIds = [...options.partyIds];
  const withheld = await withheldAssessments(db, partyIds);
  const [facts, findings, overrides, liftings, newest] = [
    await factsForScoring(db, partyIds),
    await findingsOf(db, partyIds),
    await overridesForScoring(db, partyIds),
    await liftingsForScoring(db, partyIds),
    await db.assessment.findMany({
      where: {
        partyId: { in: partyIds },
        status: { in: ['submitted', 'approved'] },
        OR: [{ instrumentKey: { in: scoringInstrumentKeys() } }, { instrumentKey: { startsWith: ownPrefix } }],
        ...(withheld.length > 0 ? { id: { notIn: withheld } } : {}),
      },
      orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
      distinct: ['partyId', 'instrumentKey'],
      select: { id: true, partyId: true, instrumentKey: true },
    }),
  ];
  const wanted = newestThatCount(newest);
  const read = new Map((await readAssessments(db, wanted)).map((assessment) => [assessment.id, assessment]));
  const assessed = new Map<string, AssessmentRead[]>();
  for (const assessment of wanted.flatMap((id) => read.get(id) ?? []))
    assessed.set(assessment.partyId, [...(assessed.get(assessment.partyId) ?? []), assessment]);
  return partyIds.map((partyId) => {
    const counted = countedAnswers(assessed.get(partyId) ?? []);
    const given = overrides.get(partyId);
    const lifted = liftings.get(partyId);
    return {
      partyId,
      assessmentId: counted?.assessmentId ?? null,
      input: {
        asOf: options.asOf,
        facts: facts.get(partyId) ?? {},
        ...(counted ? { instrument: counted.instrument, answers: counted.answers } : {}),
        findings: findings.get(partyId) ?? [],
        ...(given ? { overrides: given } : {}),
        ...(lifted ? { liftings: lifted } : {}),
      },
    };
  });
}

/** Of each party the newest by a released instrument, and the newest by each of its own. Newest first. */
function newestThatCount(rows: readonly { id: string; partyId: string; instrumentKey: string }[]): string[] {
  const parties = new Set<string>();
  return rows.flatMap(({ id, partyId, instrumentKey }) => {
    if (isOwnKey(instrumentKey)) return [id];
    if (parties.has(partyId)) return [];
    parties.add(partyId);
    return [id];
  });
}

/** The answers that count of one party, as answers to one released instrument; null when none do. Of two to one question the newer counts. */
function countedAnswers(
  assessments: readonly AssessmentRead[],
): { assessmentId: string; instrument: string; answers: AnswerGiven[] } | null {
  const main = assessments.find(({ instrumentKey }) => !isOwnKey(instrumentKey));
  const own = assessments.filter(({ instrumentKey }) => isOwnKey(instrumentKey));
  const scoring = scoringInstrumentKeys();
  const instrument =
    main?.instrumentKey ?? own.flatMap(({ instrumentKey }) => releasedBehind(instrumentKey)).find((key) => scoring.includes(key));
  if (!instrument) return null;
  const answers = new Map((main ? answersForScoring(main) : []).map((answer) => [answer.question, answer]));
  let newest = main?.id ?? null;
  for (const assessment of own)
    for (const { own: asked, ...answer } of asReleased(assessment, instrument)) {
      const before = answers.get(answer.question);
      if (before && before.answeredOn >= answer.answeredOn) continue;
      newest ??= assessment.id;
      answers.set(answer.question, { ...answer, source: `answer:${assessment.id}:${asked}` });
    }
  return newest === null ? null : { assessmentId: newest, instrument, answers: [...answers.values()] };
}

async function findingsOf(db: TenantDb, partyIds: string[]): Promise<Map<string, FindingGiven[]>> {
  const rows = await db.finding.findMany({
    where: { partyId: { in: partyIds } },
    select: {
      id: true,
      partyId: true,
      grade: true,
      status: true,
      evidenceGrade: true,
      question: true,
      indicator: true,
      openedAt: true,
      verifiedAt: true,
      repeatOfId: true,
    },
    orderBy: { id: 'asc' },
  });
  const byParty = new Map<string, FindingGiven[]>();
  for (const row of rows) {
    const indicator = indicators.find((known) => known === row.indicator);
    const given: FindingGiven = {
      id: row.id,
      grade: findingGradeSchema.parse(row.grade),
      status: findingStatusSchema.parse(row.status),
      evidence: evidenceGradeSchema.parse(row.evidenceGrade),
      source: `finding:${row.id}`,
      foundOn: row.openedAt.toISOString().slice(0, 10),
      ...(row.question ? { question: row.question } : {}),
      ...(indicator ? { indicator } : {}),
      ...(row.repeatOfId ? { repeated: true } : {}),
      ...(row.verifiedAt ? { verifiedOn: row.verifiedAt.toISOString().slice(0, 10) } : {}),
    };
    byParty.set(row.partyId, [...(byParty.get(row.partyId) ?? []), given]);
  }
  return byParty;
}
