import { query, readRows } from '~/access/sql/query.server';
import { forOrganization, type InOrganization, type TenantDb } from '~/access/tenant-db.server';
import { log } from '~/platform/log/log.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { publish } from '~/platform/events/events.server';
import { ingestAnswers } from '~/questionnaires/responses/submit-response.server';
import { startRun } from '~/platform/jobs/start-run.server';
import { notifyChain } from './follow-chain.server';

/**
 * Takes in what suppliers submitted to this organization and was not taken in yet, twenty at most: facts, findings, score. Doing it again changes nothing.
 * Answers how many there were; the number of queries grows with them.
 */
export async function receiveAnswers(db: TenantDb, options: { now: Date }): Promise<number> {
  const waiting = await readRows(
    db,
    query
      .selectFrom('QuestionnaireRequest')
      .select('responseId as id')
      .where('status', '=', 'submitted')
      .where('receivedAt', 'is', null)
      .orderBy('submittedAt')
      .limit(20)
      .forUpdate()
      .skipLocked(),
  );
  for (const { id } of waiting) await receive(db, { responseId: id, now: options.now });
  return waiting.length;
}

async function receive(db: TenantDb, options: { responseId: string; now: Date }): Promise<void> {
  const response = await readResponse(db, options.responseId);
  if (response?.sharing === 'shared') await ingestAnswers(db, response, { now: options.now });
  await db.questionnaireRequest.updateMany({ where: { responseId: options.responseId }, data: { receivedAt: options.now } });
}

/**
 * Takes in, one by one, what failed to be taken in before; one that fails again does not stop the others, and waits for the next night. Answers
 * how many were taken in and how many failed.
 */
export async function retryReceiving(
  inOrganization: InOrganization,
  options: { now: Date },
): Promise<{ received: number; failed: number }> {
  const waiting = await inOrganization((db) =>
    db.questionnaireRequest.findMany({
      where: { status: 'submitted', receivedAt: null },
      orderBy: { submittedAt: 'asc' },
      take: 1_000,
      select: { responseId: true },
    }),
  );
  const counts = { received: 0, failed: 0 };
  for (const { responseId } of waiting)
    try {
      await inOrganization((db) => receive(db, { responseId, now: options.now }), { timeoutMs: 60_000 });
      counts.received += 1;
    } catch (error) {
      counts.failed += 1;
      log('answers.not-received', { outcome: 'failed', error });
    }
  return counts;
}

/**
 * Processes a supplier's submission for this response, if one waits; else scores the supplier again, whose answers may no longer be shared. Concurrent calls
 * run one after the other; repeating it changes nothing.
 */
export async function receiveOne(db: TenantDb, { responseId, now }: { responseId: string; now: Date }): Promise<void> {
  const [request] = await readRows(
    db,
    query.selectFrom('QuestionnaireRequest').select(['status', 'receivedAt']).where('responseId', '=', responseId).forUpdate(),
  );
  if (request?.status === 'submitted' && request.receivedAt === null) return receive(db, { responseId, now });
  const response = await db.questionnaireResponse.findFirst({
    where: { id: responseId },
    select: { partyId: true, party: { select: { kind: true } } },
  });
  if (response && response.party.kind !== 'labour-recruiter')
    await publish(db, 'score-inputs.changed', { partyIds: [response.partyId], asOf: now.toISOString().slice(0, 10) });
}

/**
 * After a supplier's action that affects the requester and those the requester answers to: processes waiting submissions, and scores the supplier again where
 * answers are no longer shared. The supplier's action succeeds whether or not this does; failures are retried by the queue.
 */
export async function reachAsker(options: { askerOrganizationId: string; responseId: string; now: Date }): Promise<void> {
  const { responseId, askerOrganizationId, now } = options;
  await takeInAt(askerOrganizationId, { responseId, now });
  for (const organizationId of await notifyChain({ askerOrganizationId, responseId })) await takeInAt(organizationId, { responseId, now });
}

async function takeInAt(organizationId: string, { responseId, now }: { responseId: string; now: Date }): Promise<void> {
  const inOrganization = forOrganization({ organizationId });
  try {
    // On the queue before it is tried here: if this process ends meanwhile, the queue goes on.
    const order = { kind: 'receive-answers', subjectId: responseId, organizationId, userId: null } as const;
    const { runId } = await inOrganization((db) => startRun(db, order));
    await inOrganization(async (db) => {
      await receiveOne(db, { responseId, now });
      await db.jobRun.updateMany({ where: { id: runId, status: 'waiting' }, data: { status: 'done', finishedAt: now } });
    });
  } catch (error) {
    log('answers.not-received', { outcome: 'retry', organizationId, error });
  }
}
