import type { Respondent } from '~/access/require-respondent.server';
import { askersBehind } from '~/access/supplier-side.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { freezeDocument } from '~/documents/frozen-documents/freeze-document.server';
import { addRecipient } from '~/documents/frozen-documents/share-document.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { freezeAnswers } from '~/questionnaires/responses/freeze-answers.server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { answersDocument } from '~/questionnaires/responses/read-shared.server';
import { unansweredIn } from '~/questionnaires/responses/submit-response.server';
import { audienceOf } from '~/questionnaires/evidence/audience';
import { listFilesToShare } from '~/questionnaires/evidence/list-evidence.server';
import { isWanted, type OwnRead, readOwn } from './read-own.server';

/** How long the requester may read: evidence older than two years is rarely accepted. */
export const sharedForDays = 730;

/** What a recipient reads of a response because it was asked for; what a grant opened is the grant's. */
const ofRequest = (responseId: string) => ({ isGranted: false, document: { kind: 'answers', responseId } });

/** Who may read, and what kind of organization that is: it decides which files are opened to it. */
export type Recipient = { id: string; kind: string };
export type OwnSubmitted = { kind: 'submitted' } | { kind: 'refused'; code: 'not-open' | 'unanswered' };

/**
 * Sends the answers: closes them, and shares a frozen copy with the organization that asked, for two years, until the supplier takes it back.
 * Of two submissions at once one succeeds. Every question that is asked needs an answer; "I don't know" is one. `alsoWith`: organizations up the
 * chain that the supplier lets read too, each by a copy of its own (`access/supplier-side`: `askersBehind`).
 */
export async function submitOwn(respondent: Respondent, options: { now: Date; alsoWith?: readonly Recipient[] }): Promise<OwnSubmitted> {
  const { now } = options;
  const { responseId } = respondent;
  return respondent.inResponse(async (db, atAsker) => {
    await lockResponse(db, responseId);
    const response = await readOwn(db, responseId);
    if (response?.status !== 'open' || !isWanted(respondent)) return { kind: 'refused', code: 'not-open' };
    if (unansweredIn(response).length > 0) return { kind: 'refused', code: 'unanswered' };
    const submitted = { status: 'submitted', submittedAt: now };
    await db.questionnaireResponse.updateMany({ where: { id: responseId }, data: submitted });
    const snapshotId = await share(db, respondent, { response, now });
    for (const recipient of options.alsoWith ?? []) await share(db, respondent, { response, now, recipient });
    const act = { recordKind: 'response', recordId: responseId, before: { status: 'open' }, after: { status: 'submitted' } };
    await recordActivity(db, { ...act, act: 'submit', userId: respondent.member?.userId });
    await atAsker(async (side) => {
      await side.questionnaireResponse.updateMany({ where: { id: responseId }, data: submitted });
      await side.questionnaireRequest.updateMany({ where: { responseId }, data: { ...submitted, snapshotId, receivedAt: null } });
      await recordActivity(side, { ...act, act: 'supplier-submit' });
    });
    return { kind: 'submitted' };
  });
}

/**
 * Ends the sharing with the requester, or another recipient: further reads are refused, of earlier versions too. Shared access of the same recipient is
 * a separate agreement and stays. False when nothing was shared.
 */
export async function stopSharing(respondent: Respondent, options: { now: Date; recipientId?: string }): Promise<boolean> {
  const { responseId } = respondent;
  const recipientId = options.recipientId ?? respondent.asker.id;
  return respondent.inResponse(async (db, atAsker) => {
    const { count } = await db.documentRecipient.updateMany({
      where: { ...ofRequest(responseId), recipientOrganizationId: recipientId, revokedAt: null },
      data: { revokedAt: options.now },
    });
    if (count === 0) return false;
    const act = { recordKind: 'response', recordId: responseId };
    await recordActivity(db, { ...act, act: 'stop-sharing', userId: respondent.member?.userId });
    if (recipientId === respondent.asker.id) await atAsker((side) => recordActivity(side, { ...act, act: 'stop-sharing' }));
    return true;
  });
}

/** Shares the submitted answers with the requester, or another recipient. False while they are shared, or were not submitted. */
export async function shareAgain(respondent: Respondent, options: { now: Date; recipient?: Recipient }): Promise<boolean> {
  const { responseId } = respondent;
  const recipient = options.recipient ?? respondent.asker;
  const recipientId = recipient.id;
  return respondent.inResponse(async (db, atAsker) => {
    await lockResponse(db, responseId);
    const response = await readOwn(db, responseId);
    if (!response || response.status === 'open' || (await readSharing(db, respondent, options.now, recipientId))) return false;
    const snapshotId = await share(db, respondent, { response, now: options.now, recipient });
    const act = { recordKind: 'response', recordId: responseId, act: 'share-again' };
    await recordActivity(db, { ...act, userId: respondent.member?.userId });
    if (recipientId !== respondent.asker.id) return true;
    await atAsker(async (side) => {
      await side.questionnaireRequest.updateMany({ where: { responseId }, data: { snapshotId } });
      await recordActivity(side, act);
    });
    return true;
  });
}

/** Until when the requester, or another recipient, may read the answers; null without access. */
export async function readSharing(
  db: TenantDb,
  respondent: Respondent,
  now: Date,
  recipientId = respondent.asker.id,
): Promise<{ until: Date } | null> {
  const until = (await readSharings(db, respondent, { now, recipientIds: [recipientId] })).get(recipientId);
  return until ? { until } : null;
}

/** Until when the requester has shared access, which stays when the request is no longer shared; null without it. */
export async function readGranted(db: TenantDb, { responseId, asker }: Respondent, now: Date): Promise<Date | null> {
  const granted = await db.documentRecipient.findFirst({
    where: {
      ...ofRequest(responseId),
      ...{ recipientOrganizationId: asker.id, isGranted: true, revokedAt: null, expiresAt: { gt: now } },
    },
    orderBy: { expiresAt: 'desc' },
    select: { expiresAt: true },
  });
  return granted?.expiresAt ?? null;
}

/** Until when each of these recipients may read the answers; who may not is not there. One query. */
export async function readSharings(
  db: TenantDb,
  { responseId }: Respondent,
  { now, recipientIds }: { now: Date; recipientIds: string[] },
): Promise<Map<string, Date>> {
  if (recipientIds.length === 0) return new Map();
  const recipients = await db.documentRecipient.findMany({
    where: {
      ...ofRequest(responseId),
      ...{ recipientOrganizationId: { in: recipientIds }, revokedAt: null, supersededAt: null, expiresAt: { gt: now } },
    },
    orderBy: { createdAt: 'asc' },
    select: { recipientOrganizationId: true, expiresAt: true },
  });
  return new Map(
    recipients.flatMap(({ recipientOrganizationId, expiresAt }) =>
      recipientOrganizationId === null ? [] : [[recipientOrganizationId, expiresAt] as const],
    ),
  );
}

/**
 * Organizations the requester answers to, each with the end of its access to the submission. Empty before a submission, and for a requester that asks for
 * itself.
 */
export async function readBehind(
  respondent: Respondent,
  { isSent, now }: { isSent: boolean; now: Date },
): Promise<{ id: string; name: string; until: Date | null }[]> {
  if (!isSent) return [];
  const behind = await askersBehind({ organizationId: respondent.asker.id }, respondent.responseId);
  if (behind.length === 0) return [];
  const recipientIds = behind.map(({ id }) => id);
  const until = await respondent.inResponse((db) => readSharings(db, respondent, { now, recipientIds }));
  return behind.map((organization) => ({ ...organization, until: until.get(organization.id) ?? null }));
}

async function share(
  db: TenantDb,
  respondent: Respondent,
  options: { response: OwnRead; now: Date; recipient?: Recipient },
): Promise<string> {
  const { response, now } = options;
  const { asker, deviceId, request } = respondent;
  const recipient = options.recipient ?? asker;
  const recipientOrganizationId = recipient.id;
  const files = await listFilesToShare(db, response.id);
  const { content, scope } = freezeAnswers(response, { supplier: request.supplier, submittedAt: now, files });
  const live = { ...ofRequest(response.id), recipientOrganizationId, revokedAt: null, supersededAt: null };
  const before = await db.documentRecipient.findFirst({ where: live, orderBy: { createdAt: 'desc' }, select: { documentId: true } });
  await db.documentRecipient.updateMany({ where: live, data: { supersededAt: now } });
  const { documentId } = await freezeDocument(db, answersDocument, {
    ...{ subjectId: response.id, content, issuedById: deviceId, issuedAt: now, supersedesId: before?.documentId ?? null },
  });
  await addRecipient(db, documentId, {
    ...{ recipientOrganizationId, role: audienceOf(recipient.kind), sections: scope },
    evidenceIds: content.files.map((file) => file.id),
    ...{ createdAt: now, expiresAt: new Date(now.getTime() + sharedForDays * 86_400_000) },
  });
  return documentId;
}
