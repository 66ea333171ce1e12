import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { auditQuestionIndex } from '~/audits/entries/audit-question-index.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { samplePlanSchema } from '~/audits/planning/schema';
import { isZeroToleranceFinding, isZeroToleranceQuestion } from '~/findings/findings/compliance-points.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { isCounted } from './counted-questions.server';
import type { ConsistencyContext } from './record';
import { cleanAuditsBefore, extensionsOf, lastContact, teamHistory } from './read-history.server';
import { claimsOf, raisedIndicators } from './read-claims.server';
import { knownRecruiters } from './read-recruiters.server';
import { sameLeadAnswers } from './read-same-lead.server';
import { siteFigures } from './site-figures.server';

const day = (date: Date): string => date.toISOString().slice(0, 10);
const dayOrNull = (date: Date | null): string | null => date && day(date);
const yearMs = 365 * 86_400_000;

/**
 * What is known of an audit beside its entries, for the consistency rules: plan, team, the supplier's record and own questionnaire, earlier findings and the
 * previous audit. Nothing in it answers a zero-tolerance question or reveals its answer. About thirty queries, however much is recorded.
 */
export async function readConsistencyContext(db: TenantDb, audit: FoundAudit): Promise<ConsistencyContext> {
  const row = await db.audit.findFirstOrThrow({
    where: { id: audit.id },
    include: { previous: { select: { id: true, announcement: true, responseId: true, status: true, endsOn: true } } },
  });
  const plan = samplePlanSchema.parse(row.samplePlan);
  const previous = row.previous?.status === 'approved' ? row.previous : null;
  const index = await auditQuestionIndex(db, audit);
  const earlier = await earlierFindings(db, { audit, previousId: row.previousAuditId, startsOn: row.startsOn });
  const compliance = [...index.questions].flatMap(([key, { question }]) =>
    isCounted(key, question) ? [{ key, verify: [...question.verify] }] : [],
  );
  const party = { partyId: row.partyId, startsOn: row.startsOn };
  return {
    plan: {
      ...{ type: row.type, announcement: row.announcement, startsOn: day(row.startsOn), endsOn: day(row.endsOn) },
      ...{ personDays: row.personDays.toNumber(), limits: row.limits, paidBy: row.paidBy, workers: row.workers },
      ...{ hasPrevious: previous !== null, previousAnnouncement: previous?.announcement ?? null },
      contactedOn: await lastContact(db, party),
      cleanAudits: await cleanAuditsBefore(db, party),
      ...{ interviews: plan.interviews, sample: plan.rows.map(({ dimension, value, people }) => ({ dimension, value, people })) },
    },
    team: await teamHistory(db, audit, row),
    site: await siteFigures(db, { partyId: row.sitePartyId ?? row.partyId, startsOn: row.startsOn }),
    ...(await ownAnswers(db, { partyId: row.partyId, until: row.endsOn })),
    ...earlier,
    earlierAnswers: previous === null ? [] : await answersOf(db, { responseId: previous.responseId, on: day(previous.endsOn) }),
    compliance,
    raises: raisedIndicators(index),
    recruiters: await knownRecruiters(db, { partyId: row.partyId, sitePartyId: row.sitePartyId, asOf: day(row.startsOn) }),
    sameLead: await sameLeadAnswers(db, audit),
  };
}

const answerSchema = z.union([z.string(), z.number()]);
async function answersOf(db: TenantDb, { responseId, on }: { responseId: string; on: string }) {
  const answers = await db.answer.findMany({
    where: { responseId },
    orderBy: { question: 'asc' },
    select: { question: true, value: true },
  });
  return answers.flatMap(({ question, value }) => {
    const parsed = answerSchema.safeParse(value);
    return parsed.success && !isZeroToleranceQuestion(question) ? [{ key: question, value: parsed.data, on }] : [];
  });
}

/** The supplier's last own questionnaire, up to a year before the last day of the audit. Answers that an audit recorded are not the supplier's. */
async function ownAnswers(
  db: TenantDb,
  { partyId, until }: { partyId: string; until: Date },
): Promise<Pick<ConsistencyContext, 'own' | 'claims'>> {
  const last = await db.questionnaireResponse.findFirst({
    where: {
      ...{ partyId, kind: 'self-assessment', furtherOf: null, checklistOf: null },
      submittedAt: { gte: new Date(until.getTime() - yearMs), lt: new Date(until.getTime() + 86_400_000) },
    },
    orderBy: [{ submittedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, submittedAt: true, instrumentKey: true },
  });
  if (!last?.submittedAt) return { own: [] };
  const own = await answersOf(db, { responseId: last.id, on: day(last.submittedAt) });
  await knowInstruments(db, [last.instrumentKey]);
  return { own, claims: claimsOf(instrument(last.instrumentKey), own) };
}

/** Findings of the supplier from before this audit: those of the last year, and all that are not verified. */
async function earlierFindings(
  db: TenantDb,
  { audit, previousId, startsOn }: { audit: FoundAudit; previousId: string | null; startsOn: Date },
): Promise<Pick<ConsistencyContext, 'earlierFindings' | 'completedActions'>> {
  const rows = await db.finding.findMany({
    where: {
      ...{ partyId: audit.partyId, withdrawnAt: null, openedAt: { lt: startsOn } },
      AND: [
        { OR: [{ auditId: null }, { auditId: { not: audit.id } }] },
        { OR: [{ status: { not: 'verified' } }, { openedAt: { gte: new Date(startsOn.getTime() - yearMs) } }] },
      ],
    },
    orderBy: [{ openedAt: 'desc' }, { id: 'asc' }],
    take: 300,
    include: {
      actions: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] },
      replies: { orderBy: { createdAt: 'desc' }, take: 1, select: { kind: true, verdict: true, repliedOn: true } },
    },
  });
  const shown = rows.filter((row) => !isZeroToleranceFinding(row));
  const extensions = await extensionsOf(
    db,
    shown.flatMap(({ actions }) => actions.map(({ id }) => id)),
  );
  const isPrevious = (auditId: string | null) => previousId !== null && auditId === previousId;
  return {
    completedActions: shown
      .filter(({ auditId }) => isPrevious(auditId))
      .flatMap(({ actions }) => actions)
      .filter(({ completedAt }) => completedAt !== null).length,
    earlierFindings: shown.map((row) => ({
      ...{ id: row.id, isPrevious: isPrevious(row.auditId), question: row.question, grade: row.grade, openedOn: day(row.openedAt) },
      ...{ people: row.peopleAffected, methods: row.methods },
      reply: row.replies.map(({ repliedOn, ...reply }) => ({ ...reply, repliedOn: dayOrNull(repliedOn) }))[0] ?? null,
      actions: row.actions.map(({ id, kind, action, timescale, verification, people, agreedOn, completedAt, verifiedAt }) => ({
        ...{ kind, action, timescale, verification, people, agreedOn: dayOrNull(agreedOn) },
        ...{ completedOn: dayOrNull(completedAt), verifiedOn: dayOrNull(verifiedAt), extensions: extensions.get(id) ?? 0 },
      })),
    })),
  };
}
