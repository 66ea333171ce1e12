import {
  type AssessInput,
  evidenceGradeSchema,
  type FindingGiven,
  findingGradeSchema,
  findingStatusSchema,
  indicators,
  scoringInstrumentKeys,
} from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { liftingsForScoring } from '~/features/override/read-liftings.server';
import { factsForScoring } from '~/features/supplier/facts-for-scoring.server';
import { answersForScoring, readAssessments } from './read-assessment.server';
import { withheldAssessments } from './read-shared.server';

export type ScoringInput = { partyId: string; assessmentId: string | null; input: AssessInput };

/**
 * What the method takes for each party, as known now: its facts, the answers of its newest submitted assessment by an instrument that
 * scores, its findings, and which of its overrides two people lifted. What a supplier answered itself counts while it is shared.
 * A constant number of queries, however many parties.
 */
export async function scoringInputs(db: TenantDb, options: { partyIds: readonly string[]; asOf: string }): Promise<ScoringInput[]> {
  const partyIds = [...options.partyIds];
  const withheld = await withheldAssessments(db, partyIds);
  const [facts, findings, liftings, newest] = [
    await factsForScoring(db, partyIds),
    await findingsOf(db, partyIds),
    await liftingsForScoring(db, partyIds),
    await db.assessment.findMany({
      where: {
        partyId: { in: partyIds },
        status: { in: ['submitted', 'approved'] },
        instrumentKey: { in: scoringInstrumentKeys() },
        ...(withheld.length > 0 ? { id: { notIn: withheld } } : {}),
      },
      orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
      distinct: ['partyId'],
      select: { id: true, partyId: true },
    }),
  ];
  const read = await readAssessments(
    db,
    newest.map((assessment) => assessment.id),
  );
  const assessed = new Map(read.map((assessment) => [assessment.partyId, assessment]));
  return partyIds.map((partyId) => {
    const assessment = assessed.get(partyId);
    const lifted = liftings.get(partyId);
    return {
      partyId,
      assessmentId: assessment?.id ?? null,
      input: {
        asOf: options.asOf,
        facts: facts.get(partyId) ?? {},
        ...(assessment ? { instrument: assessment.instrumentKey, answers: answersForScoring(assessment) } : {}),
        findings: findings.get(partyId) ?? [],
        ...(lifted ? { liftings: lifted } : {}),
      },
    };
  });
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
      ...(row.verifiedAt ? { verifiedOn: row.verifiedAt.toISOString().slice(0, 10) } : {}),
    };
    byParty.set(row.partyId, [...(byParty.get(row.partyId) ?? []), given]);
  }
  return byParty;
}
