import type { TenantDb } from '~/access/tenant-db.server';
import { type Act, recordActivity } from '~/platform/activity/record-activity.server';
import { attachFiles, countFiles, usableFiles } from './finding-files.server';
import { type FindingFields, type FindingProblem, missingOf } from './fields';
import { isZeroToleranceFinding, isPoint, pointOfQuestion } from './compliance-points.server';
import { historyFields } from './history-fields.server';

export type Recorded = { kind: 'recorded'; findingId: string } | { kind: 'refused'; problems: FindingProblem[] };

/**
 * Records a finding that a person saw (A34). All problems come back at once, and then nothing is stored. A question decides the compliance point. Repeats must
 * be of the same party, and not withdrawn. `answered`: the question of the response that the finding is about, which need not be one of an assessment. The caller scores the supplier again.
 */
export async function recordFinding(
  db: TenantDb,
  options: {
    partyId: string;
    responseId?: string | null;
    auditId?: string | null;
    answered?: string | undefined;
    userId: string;
    fields: FindingFields;
  },
): Promise<Recorded> {
  const { partyId, userId, fields } = options;
  const problems = await problemsOf(db, { partyId, userId, fields, held: null, answered: options.answered });
  if (problems.length > 0) return { kind: 'refused', problems };
  const { id } = await db.finding.create({
    data: {
      partyId,
      responseId: options.responseId ?? null,
      auditId: options.auditId ?? null,
      origin: 'auditor',
      recordedById: userId,
      hasFile: fields.fileIds.length > 0,
      ...columnsOf(fields),
    },
    select: { id: true },
  });
  await attachFiles(db, { findingId: id, fileIds: fields.fileIds, userId });
  await recordActivity(db, { recordKind: 'finding', recordId: id, act: 'record-finding', userId, after: historyFields(fields) });
  return { kind: 'recorded', findingId: id };
}

export type Amended = { kind: 'amended'; partyId: string } | { kind: 'refused'; problems: (FindingProblem | 'unknown-finding')[] };

/** Corrects a finding; earlier values stay in its history. A finding raised by an answer may be completed in the same way. */
export async function amendFinding(db: TenantDb, options: { findingId: string; userId: string; fields: FindingFields }): Promise<Amended> {
  const { findingId, userId, fields } = options;
  const before = await db.finding.findFirst({ where: { id: findingId } });
  if (!before) return { kind: 'refused', problems: ['unknown-finding'] };
  const { compliancePoint, question, indicator, repeatOfId } = before;
  const held = { findingId, files: await countFiles(db, findingId), compliancePoint, question, indicator, repeatOfId };
  const problems = await problemsOf(db, { partyId: before.partyId, userId, fields, held });
  if (problems.length > 0) return { kind: 'refused', problems };
  await db.finding.updateMany({
    where: { id: findingId },
    data: {
      ...columnsOf(fields),
      hasFile: held.files + fields.fileIds.length > 0,
      recordedById: before.recordedById ?? userId,
      amendedAt: new Date(),
    },
  });
  await attachFiles(db, { findingId, fileIds: fields.fileIds, userId });
  const act: Act = {
    recordKind: 'finding',
    recordId: findingId,
    act: 'amend-finding',
    userId,
    before: historyFields(before),
    after: historyFields(fields),
  };
  await recordActivity(db, act);
  return { kind: 'amended', partyId: before.partyId };
}

type Held = Pick<FindingFields, 'compliancePoint' | 'question' | 'repeatOfId'> & {
  indicator: string | null;
  findingId: string;
  files: number;
};

async function problemsOf(
  db: TenantDb,
  options: { partyId: string; userId: string; fields: FindingFields; held: Held | null; answered?: string | undefined },
): Promise<FindingProblem[]> {
  const { partyId, userId, fields, held, answered } = options;
  const { question, compliancePoint, indicator, repeatOfId, evidenceIds, fileIds } = fields;
  const problems = missingOf(fields, held?.files ?? 0);
  // A zero-tolerance observation is restricted to people assigned to a sensitive case.
  // A question decides its compliance point: an existing finding on such a question can be corrected.
  const isFiledAgain =
    question !== held?.question || indicator !== held.indicator || (question === null && compliancePoint !== held.compliancePoint);
  if (isFiledAgain && isZeroToleranceFinding({ question, compliancePoint, indicator })) problems.push('grave-question');
  // Earlier values stay, also where the answered questionnaire is the organization's own.
  if (question !== null && question !== held?.question && question !== answered && pointOfQuestion(question) === null)
    problems.push('unknown-question');
  if (compliancePoint !== null && compliancePoint !== held?.compliancePoint && !isPoint(compliancePoint)) problems.push('unknown-point');
  if (repeatOfId !== null && repeatOfId !== held?.repeatOfId) {
    // What was withdrawn was never there to come back.
    const earlier = await db.finding.count({
      where: { id: repeatOfId, partyId, withdrawnAt: null, ...(held ? { NOT: { id: held.findingId } } : {}) },
    });
    if (earlier === 0) problems.push('unknown-repeat');
  }
  if (evidenceIds.length > 0) {
    const found = await db.evidence.count({ where: { id: { in: [...evidenceIds] }, removedAt: null, response: { partyId } } });
    if (found !== new Set(evidenceIds).size) problems.push('unknown-evidence');
  }
  if ((await usableFiles(db, { fileIds, userId })).length !== new Set(fileIds).size) problems.push('unknown-file');
  return problems;
}

function columnsOf({ people, grade, methods, evidenceIds, fileIds: _, dueOn, compliancePoint, question, ...fields }: FindingFields) {
  return {
    ...fields,
    text: fields.text.trim(),
    evidenceSeen: fields.evidenceSeen.trim(),
    grade: grade ?? 'minor',
    question,
    compliancePoint: (question === null ? null : pointOfQuestion(question)) ?? compliancePoint,
    methods: [...methods],
    evidenceIds: [...evidenceIds],
    peopleAffected: typeof people === 'number' ? people : null,
    isPeopleUnknown: people === 'unknown',
    dueOn: dueOn === null ? null : new Date(`${dueOn}T00:00:00Z`),
  };
}
