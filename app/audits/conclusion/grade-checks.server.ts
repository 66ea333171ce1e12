import { controlTypes, type EvidenceGrade, questionsOf } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { readRecord, currentByKey } from '~/audits/entries/read-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';

/**
 * Grades the evidence of the further checklists before they are submitted: by the audit's announcement where a worker was interviewed on the question, as a
 * document check where it was verified otherwise, and as a claim where no method was recorded. Only for controls: only they earn credit.
 */
export async function gradeChecks(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; now: Date; announcement: string },
): Promise<void> {
  const ids = audit.checklists.map(({ responseId }) => responseId);
  if (ids.length === 0) return;
  const checks = currentByKey(redactZeroTolerance(await readRecord(db, audit)), 'check');
  const responses = await db.questionnaireResponse.findMany({
    where: { id: { in: ids } },
    select: { id: true, instrumentKey: true, answers: { select: { question: true, value: true, answeredAt: true } } },
  });
  const interviewGrade: EvidenceGrade = options.announcement === 'unannounced' ? 'audit-unannounced' : 'audit-announced';
  await db.answerReview.createMany({
    data: responses.flatMap(({ id, instrumentKey, answers }) => {
      const controls = new Set(
        questionsOf(instrument(instrumentKey)).flatMap(({ key, type }) => (controlTypes.some((each) => each === type) ? [key] : [])),
      );
      return answers.flatMap(({ question, value, answeredAt }) => {
        const methods = checks.get(question)?.value.methods ?? [];
        if (!controls.has(question) || methods.length === 0 || value === null) return [];
        return {
          ...{ responseId: id, question, value, answeredAt, outcome: 'accepted', gradeBefore: 'self-declared' },
          grade: methods.includes('workers') ? interviewGrade : 'document-checked',
          reason: audit.number,
          reviewedById: options.userId,
          reviewedAt: options.now,
        };
      });
    }),
  });
}
