import { gradesOfShares } from '~/questionnaires/responses/grade-of-shares.server';
import {
  type AnswerGiven,
  type AssessInput,
  evidenceGradeSchema,
  type FindingGiven,
  findingGradeSchema,
  findingStatusSchema,
  indicators,
  mergeQuestionnaires,
  type QuestionnaireGiven,
  scoringInstrumentKeys,
} from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { overridesForScoring } from '~/risk/override-record/given-overrides.server';
import { waiversForScoring } from '~/risk/override-record/read-waivers.server';
import { ownTablesFor } from '~/risk/reference-tables/own-tables.server';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';
import { isOwnKey, ownPrefix } from '~/questionnaires/templates/own-version';
import { asReleased, releasedBehind } from '~/questionnaires/responses/own-answers.server';
import { type ResponseRead, answersForScoring, readResponses } from '~/questionnaires/responses/read-response.server';
import { withheldResponses } from '~/questionnaires/responses/read-shared.server';

export type ScoringInput = { partyId: string; responseId: string | null; input: AssessInput };

/**
 * What the method takes for each party, as known now: its facts, the answers that count of all its submitted responses by a questionnaire that scores
 * (question by question, R5), its findings, the overrides that two people raised, and which two people lifted. What a supplier answered itself counts while it is
 * shared. Of
 * answers to questionnaires of the organization's own count those that equal a question of a questionnaire that scores. Its own editions of tables that count are named.
 * `responseId`: the newest of which an answer counts. A constant number of queries, however many parties.
 */
export async function scoringInputs(db: TenantDb, options: { partyIds: readonly string[]; asOf: string }): Promise<ScoringInput[]> {
  const { asOf } = options;
  const partyIds = [...options.partyIds];
  const withheld = await withheldResponses(db, partyIds);
  const ownTables = await ownTablesFor(db, asOf);
  const [facts, findings, overrides, liftings, submitted] = [
    await factsForScoring(db, partyIds, { asOf, gradesOf: gradesOfShares }),
    await findingsOf(db, partyIds),
    await overridesForScoring(db, partyIds),
    await waiversForScoring(db, partyIds),
    await db.questionnaireResponse.findMany({
      where: {
        partyId: { in: partyIds },
        status: { in: ['submitted', 'approved'] },
        OR: [{ instrumentKey: { in: scoringInstrumentKeys() } }, { instrumentKey: { startsWith: ownPrefix } }],
        ...(withheld.length > 0 ? { id: { notIn: withheld } } : {}),
      },
      select: { id: true },
    }),
  ];
  const read = await readResponses(
    db,
    submitted.map(({ id }) => id),
    asOf,
  );
  const seenOnSite = new Set(
    (await db.auditChecklist.findMany({ where: { responseId: { in: read.map(({ id }) => id) } }, select: { responseId: true } })).map(
      ({ responseId }) => responseId,
    ),
  );
  const questionnaires = new Map<string, QuestionnaireGiven[]>();
  for (const response of read) {
    const given = questionnairesIn(response).flatMap((each) => (seenOnSite.has(response.id) ? onlyFoundOut(each) : each));
    questionnaires.set(response.partyId, [...(questionnaires.get(response.partyId) ?? []), ...given]);
  }
  return partyIds.map((partyId) => {
    const found = findings.get(partyId) ?? [];
    const counted = mergeQuestionnaires(questionnaires.get(partyId) ?? [], { asOf, findings: found });
    const given = overrides.get(partyId);
    const lifted = liftings.get(partyId);
    return {
      partyId,
      responseId: counted?.counted[0] ?? null,
      input: {
        asOf,
        facts: facts.get(partyId) ?? {},
        ...(counted ? { instrument: counted.instrument, answers: counted.answers } : {}),
        findings: counted?.findings ?? found,
        ...(given ? { overrides: given } : {}),
        ...(lifted ? { liftings: lifted } : {}),
        ...(ownTables.length > 0 ? { ownTables } : {}),
      },
    };
  });
}

/** A response as the method merges it; one's own as parts of the released questionnaires that it asks something of. */
function questionnairesIn(response: ResponseRead): QuestionnaireGiven[] {
  const { id, instrumentKey } = response;
  const base = { id, submittedAt: (response.submittedAt ?? response.openedAt).toISOString() };
  if (!isOwnKey(instrumentKey)) return [{ ...base, instrument: instrumentKey, answers: answersForScoring(response).map(timed) }];
  const scoring = scoringInstrumentKeys();
  return releasedBehind(instrumentKey).flatMap((instrument) => {
    if (!scoring.includes(instrument)) return [];
    const answers = asReleased(response, instrument).map(({ own, ...answer }) => ({
      ...answer,
      source: `answer:${id}:${own}`,
      answeredAt: momentOf(own, answer),
    }));
    return answers.length === 0 ? [] : [{ ...base, instrument, isPart: true, answers }];
  });

  function timed(answer: AnswerGiven): QuestionnaireGiven['answers'][number] {
    return { ...answer, answeredAt: momentOf(answer.question, answer) };
  }

  function momentOf(question: string, { scopedOut }: AnswerGiven): string {
    const given = scopedOut === undefined ? response.answers.get(question) : undefined;
    return (given?.answeredAt ?? response.openedAt).toISOString();
  }
}

/** Questions asked on site: an unanswered one cancels no earlier answer. */
function onlyFoundOut(questionnaire: QuestionnaireGiven): QuestionnaireGiven[] {
  const answers = questionnaire.answers.filter(({ value }) => value !== 'dont-know');
  return answers.length === 0 ? [] : [{ ...questionnaire, isPart: true, answers }];
}

async function findingsOf(db: TenantDb, partyIds: string[]): Promise<Map<string, FindingGiven[]>> {
  const rows = await db.finding.findMany({
    where: { partyId: { in: partyIds }, withdrawnAt: null },
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
      repeatOf: { select: { withdrawnAt: true } },
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
      ...(row.repeatOf && !row.repeatOf.withdrawnAt ? { repeated: true } : {}),
      ...(row.verifiedAt ? { verifiedOn: row.verifiedAt.toISOString().slice(0, 10) } : {}),
    };
    byParty.set(row.partyId, [...(byParty.get(row.partyId) ?? []), given]);
  }
  return byParty;
}
