import { isOwnKey } from '~/questionnaires/templates/own-version';
import { randomUUID } from 'node:crypto';
import { createOfferLink } from '~/access/shared-access.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { addRecipient } from '~/documents/frozen-documents/share-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { freezeAnswers } from '~/questionnaires/responses/freeze-answers.server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { readResponse } from '~/questionnaires/responses/read-response.server';
import { answersDocument } from '~/questionnaires/responses/read-shared.server';
import { listFilesToShare } from '~/questionnaires/evidence/list-evidence.server';
import { endOfDay } from './last-day';
import type { Purpose } from '~/platform/terms/shared-access-terms';

export type Recipient = { kind: 'organization'; id: string } | { kind: 'email'; email: string };
export type OfferRefusal =
  | 'unknown-response'
  | 'not-submitted'
  | 'no-section'
  | 'itself'
  | 'past'
  | 'unknown-report'
  | 'no-form'
  | 'not-signed';
export type Offered = { kind: 'offered'; sharedAccessId: string; token: string | null } | { kind: 'refused'; code: OfferRefusal };

/**
 * Freezes the current answers of some sections for one organization, which reads nothing before it accepts. For an email address the offer is a link, whose
 * token is returned once. Answers are shared as submitted: an open response is refused.
 */
export async function offerAccess(
  db: TenantDb,
  options: {
    organization: { id: string; name: string };
    responseId: string;
    sections: readonly string[];
    /** Files of these sections to share; each opens only where its own audience includes the purpose. */
    files: readonly string[];
    recipient: Recipient;
    purpose: Purpose;
    reason: string;
    /** The last day on which it may be read. */
    until: string;
    userId: string;
    now: Date;
  },
): Promise<Offered> {
  const { responseId, recipient, purpose, reason, userId, now, organization } = options;
  const expiresAt = endOfDay(options.until);
  if (expiresAt <= now) return { kind: 'refused', code: 'past' };
  if (recipient.kind === 'organization' && recipient.id === organization.id) return { kind: 'refused', code: 'itself' };
  await lockResponse(db, responseId);
  const response = await readResponse(db, responseId);
  // Answers to a buyer's own questionnaire are shared with that buyer only.
  if (response?.sharing !== 'received' || isOwnKey(response.instrumentKey)) return { kind: 'refused', code: 'unknown-response' };
  if (response.status === 'open' || !response.submittedAt) return { kind: 'refused', code: 'not-submitted' };
  const files = (await listFilesToShare(db, responseId)).filter(({ id }) => options.files.includes(id));
  const { content, scope } = freezeAnswers(response, {
    files,
    supplier: organization.name,
    submittedAt: response.submittedAt,
    sections: options.sections,
  });
  if (scope.length === 0) return { kind: 'refused', code: 'no-section' };
  const sharedAccessId = randomUUID();
  const { documentId: snapshotId } = await freezeDocument(db, answersDocument, {
    ...{ subjectId: responseId, content, issuedById: userId, issuedAt: now, supersedesId: null },
  });
  await addRecipient(db, snapshotId, {
    ...{ recipientOrganizationId: null, role: purpose, sections: scope, evidenceIds: content.files.map(({ id }) => id) },
    ...{ isGranted: true, createdAt: now, expiresAt },
  });
  await db.sharedAccess.create({
    data: {
      id: sharedAccessId,
      responseId,
      snapshotId,
      instrumentKey: response.instrumentKey,
      recipientOrganizationId: recipient.kind === 'organization' ? recipient.id : null,
      recipientEmail: recipient.kind === 'email' ? recipient.email : null,
      purpose,
      reason,
      scope,
      createdById: userId,
      createdAt: now,
      expiresAt,
    },
  });
  await recordActivity(db, {
    recordKind: 'response',
    recordId: responseId,
    act: 'offer-grant',
    userId,
    after: { purpose, reason, sections: scope, files: content.files.length, until: options.until },
  });
  const token = recipient.kind === 'email' ? await createOfferLink(db, { sharedAccessId, createdById: userId, now, expiresAt }) : null;
  return { kind: 'offered', sharedAccessId, token };
}
