import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { readAssessment } from '~/features/assessment/read-assessment.server';
import { scoreSuppliers } from '~/features/assessment/score-suppliers.server';
import { takeIn } from '~/features/assessment/submit-assessment.server';

/**
 * Takes in what suppliers submitted to this organization and was not taken in yet: facts, findings, score. Doing it again changes nothing.
 * Answers how many there were; the number of queries grows with them.
 */
export async function receiveAnswers(db: TenantDb, options: { now: Date }): Promise<number> {
  const waiting = await db.$queryRaw<{ id: string }[]>`
    SELECT "assessmentId" AS id FROM "AnswerRequest" WHERE "status" = 'submitted' AND "receivedAt" IS NULL
    ORDER BY "submittedAt" LIMIT 20 FOR UPDATE SKIP LOCKED`;
  for (const { id } of waiting) {
    const assessment = await readAssessment(db, id);
    if (assessment?.sharing === 'shared') await takeIn(db, assessment, { now: options.now });
    await db.answerRequest.updateMany({ where: { assessmentId: id }, data: { receivedAt: options.now } });
  }
  return waiting.length;
}

/**
 * After a supplier's act that reaches the organization which asked it: takes in what waits there, and scores the supplier anew where answers are
 * shared no more. The supplier's act stands whatever comes of this; what fails is taken in with the next.
 */
export async function reachAsker(options: { askerOrganizationId: string; assessmentId: string; now: Date }): Promise<void> {
  const { assessmentId, now } = options;
  try {
    await forOrganization({ organizationId: options.askerOrganizationId })(async (db) => {
      const received = await receiveAnswers(db, { now });
      if (received > 0) return;
      const assessment = await db.assessment.findFirst({ where: { id: assessmentId }, select: { partyId: true } });
      if (assessment) await scoreSuppliers(db, { partyIds: [assessment.partyId], asOf: now.toISOString().slice(0, 10) });
    });
  } catch (error) {
    console.error('Submitted answers wait to be taken in:', error instanceof Error ? error.message : 'unknown reason');
  }
}
