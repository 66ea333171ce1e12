import { atSupplier, passedFrom, throughAskers } from '~/access/supplier-side.server';
import { forOrganization, type TenantDb } from '~/access/tenant-db.server';
import { log } from '~/platform/log/log.server';

/**
 * Brings how far a request is to everybody up the chain in whose name it was passed on, and which snapshot of the answers, if any, is theirs. `db` is that of
 * the organization that asked. Doing it again changes nothing. Answers the organizations that have something new to take in. One query when nothing was passed on.
 */
export async function followChain(db: TenantDb, responseId: string): Promise<string[]> {
  const from = await passedFrom(db, responseId);
  if (!from) return [];
  const request = await db.questionnaireRequest.findFirst({
    where: { responseId },
    select: {
      ...{ status: true, openedAt: true, startedAt: true, submittedAt: true, refusedAt: true, refusalReason: true, bouncedAt: true },
      ...{
        withdrawnAt: true,
        takenBackAt: true,
        dueOn: true,
        response: { select: { submittedAt: true, reopenedReason: true, reopenedAt: true } },
      },
    },
  });
  if (!request) return [];
  const { response, ...progress } = request;
  const shares = new Map<string, string>();
  await atSupplier(db, responseId, async (side) => {
    const recipients = await side.documentRecipient.findMany({
      where: { recipientOrganizationId: { not: null }, isGranted: false, document: { kind: 'answers', responseId } },
      orderBy: { createdAt: 'asc' },
      select: { documentId: true, recipientOrganizationId: true },
    });
    for (const { documentId, recipientOrganizationId } of recipients)
      if (recipientOrganizationId) shares.set(recipientOrganizationId, documentId);
  });
  const toReach: string[] = [];
  await throughAskers(db, from, async (side, { organizationId }) => {
    const before = await side.questionnaireRequest.findFirst({
      where: { responseId, viaResponseId: { not: null } },
      select: { snapshotId: true },
    });
    if (!before) return;
    const snapshotId = shares.get(organizationId) ?? null;
    const isNew = snapshotId !== before.snapshotId;
    await side.questionnaireRequest.updateMany({
      where: { responseId },
      data: { ...progress, snapshotId, ...(isNew ? { receivedAt: null } : {}) },
    });
    // A sign-off applies until newer answers arrive.
    const unsigned = isNew ? { approvedAt: null, approvedById: null, unreviewedAtApproval: null } : {};
    await side.questionnaireResponse.updateMany({
      where: { id: responseId, ...(isNew ? {} : { status: { not: 'approved' } }) },
      data: { ...response, ...unsigned, status: progress.status === 'submitted' ? 'submitted' : 'open' },
    });
    if (isNew) toReach.push(organizationId);
  });
  return toReach;
}

/** The same after a respondent's action, which succeeds whether or not this does; the next action brings it up to date. */
export async function notifyChain(request: { askerOrganizationId: string; responseId: string }): Promise<string[]> {
  try {
    return await forOrganization({ organizationId: request.askerOrganizationId })((db) => followChain(db, request.responseId));
  } catch (error) {
    log('chain.not-followed', { organizationId: request.askerOrganizationId, error });
    return [];
  }
}
