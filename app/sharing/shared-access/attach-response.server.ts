import { randomUUID } from 'node:crypto';
import { log } from '~/platform/log/log.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { ingestAnswers } from '~/questionnaires/responses/submit-response.server';
import { readSharedContent } from './read-shared-content.server';

export type Attached =
  | { kind: 'attached'; responseId: string }
  | { kind: 'refused'; code: 'unknown-grant' | 'over' | 'unknown-supplier' | 'already-attached' };

/**
 * Attaches shared access to a supplier of the own list, chosen by a member and never by name: a response without stored answers, read from the snapshot while
 * it is shared. Processed like a requested response: facts, findings, score.
 */
export async function attachResponse(
  db: TenantDb,
  options: { organizationId: string; sharedAccessId: string; supplierPublicId: string; userId: string; now: Date },
): Promise<Attached> {
  const { sharedAccessId, userId, now } = options;
  const read = await readSharedContent(db, { ...options, how: 'page' });
  if (read.kind === 'unknown') return { kind: 'refused', code: 'unknown-grant' };
  if (read.kind === 'over') return { kind: 'refused', code: 'over' };
  const party = await db.party.findFirst({
    where: { publicId: options.supplierPublicId, kind: 'supplier', supplier: { archivedAt: null } },
    select: { id: true },
  });
  if (!party) return { kind: 'refused', code: 'unknown-supplier' };
  // The second of two simultaneous requests waits here.
  await db.$queryRaw`SELECT 1 FROM "Party" WHERE "id" = ${party.id}::uuid FOR NO KEY UPDATE`;
  if (await db.attachedResponse.findFirst({ where: { sharedAccessId, detachedAt: null }, select: { responseId: true } }))
    return { kind: 'refused', code: 'already-attached' };
  const { grant, content } = read;
  const responseId = randomUUID();
  await db.questionnaireResponse.create({
    data: {
      id: responseId,
      partyId: party.id,
      kind: instrument(grant.instrumentKey).kind,
      instrumentKey: grant.instrumentKey,
      status: 'submitted',
      openedById: userId,
      openedAt: now,
      submittedAt: new Date(content.submittedAt),
    },
  });
  await db.attachedResponse.create({
    data: {
      responseId,
      granterOrganizationId: grant.granterOrganizationId,
      sharedAccessId,
      snapshotId: grant.snapshotId,
      attachedById: userId,
      attachedAt: now,
    },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: 'attach-grant',
    userId,
    after: { supplier: options.supplierPublicId, from: grant.granter },
  });
  const response = await readResponse(db, responseId);
  if (response) await ingestAnswers(db, response, { now });
  return { kind: 'attached', responseId };
}

/** Detaches it: the supplier is scored without it, and findings remain. False when it is not attached. */
export async function detachResponse(db: TenantDb, options: { sharedAccessId: string; userId: string; now: Date }): Promise<boolean> {
  const attached = await db.attachedResponse.findFirst({
    where: { sharedAccessId: options.sharedAccessId, detachedAt: null },
    select: { responseId: true, response: { select: { partyId: true } } },
  });
  if (!attached) return false;
  await db.attachedResponse.updateMany({ where: { responseId: attached.responseId }, data: { detachedAt: options.now } });
  await recordActivity(db, { recordKind: 'response', recordId: attached.responseId, act: 'detach-grant', userId: options.userId });
  await scoreSuppliers(db, { partyIds: [attached.response.partyId], asOf: options.now.toISOString().slice(0, 10) });
  return true;
}

/**
 * After shared access was revoked, or its term changed: scores the recipient's attached supplier again. The owner's action succeeds whether or not this does;
 * the supplier's next score gives the same result.
 */
export async function reachRecipient(options: { recipientOrganizationId: string; sharedAccessId: string; now: Date }): Promise<void> {
  const { sharedAccessId, now } = options;
  try {
    await forOrganization({ organizationId: options.recipientOrganizationId })(async (db) => {
      const attached = await db.attachedResponse.findMany({
        where: { sharedAccessId, detachedAt: null },
        select: { response: { select: { partyId: true } } },
      });
      const partyIds = attached.map(({ response }) => response.partyId);
      if (partyIds.length > 0) await scoreSuppliers(db, { partyIds, asOf: now.toISOString().slice(0, 10) });
    });
  } catch (error) {
    log('scoring.postponed', { organizationId: options.recipientOrganizationId, error });
  }
}
