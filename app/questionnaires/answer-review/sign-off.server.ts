import { can, isRole } from '~/access/permissions';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { isOfAudit } from '~/questionnaires/responses/is-of-audit.server';
import { lockResponse } from '~/questionnaires/responses/lock-response.server';
import { type ResponseRead, readResponse } from '~/questionnaires/responses/read-response.server';
import { readSignOffRule } from '~/organizations/settings/choose-sign-off.server';
import { questionsAtDesk, readReviews } from './read-reviews.server';

type Who = { organizationId: string; responseId: string; userId: string; now: Date };
export type SignedOff =
  | { kind: 'signed-off' }
  | {
      kind: 'refused';
      code:
        | 'unknown-assessment'
        | 'not-submitted'
        | 'answers-taken-back'
        | 'still-questioned'
        | 'second-person'
        | 'not-all-reviewed'
        | 'of-audit';
    };

/**
 * Signs off the review of submitted answers, with person and time. Refused while a question waits to be sent back; to anyone who reviewed or submitted, where
 * the organization requires a second person; and while answers are unreviewed, unless `unreviewed` gives their number, which stays on record.
 */
export async function signOff(db: TenantDb, options: Who & { unreviewed: number | null }): Promise<SignedOff> {
  const { organizationId, responseId, userId, now } = options;
  const refuse = (code: Extract<SignedOff, { kind: 'refused' }>['code']): SignedOff => ({ kind: 'refused', code });
  await lockResponse(db, responseId);
  const response = await readResponse(db, responseId);
  // What another organization asked is answered here and reviewed there.
  if (!response || response.sharing === 'received') return refuse('unknown-assessment');
  if (response.status !== 'submitted') return refuse('not-submitted');
  if (response.sharing === 'ended') return refuse('answers-taken-back');
  if ((await readSignOffRule(db, organizationId)) && (await workedAt(db, response)).has(userId)) return refuse('second-person');
  const reviews = await readReviews(db, response);
  if ([...reviews.values()].some(({ outcome, sentBackAt }) => outcome === 'questioned' && sentBackAt === null))
    return refuse('still-questioned');
  const unreviewed = questionsAtDesk(response).filter((question) => (reviews.get(question)?.outcome ?? null) === null).length;
  if (unreviewed > 0 && options.unreviewed !== unreviewed) return refuse('not-all-reviewed');
  await db.questionnaireResponse.updateMany({
    where: { id: responseId },
    data: { status: 'approved', approvedAt: now, approvedById: userId, unreviewedAtApproval: unreviewed },
  });
  const record = { recordKind: 'response', recordId: responseId, act: 'approve', userId };
  await recordActivity(db, { ...record, before: { status: 'submitted' }, after: { status: 'approved', unreviewed } });
  return { kind: 'signed-off' };
}

/** Takes a sign-off back: the answers are submitted as before, and the desk is open again. Never that of an audit, which its second person gave. */
export async function takeBackSignOff(db: TenantDb, { responseId, userId }: Omit<Who, 'organizationId'>): Promise<SignedOff> {
  await lockResponse(db, responseId);
  if (await isOfAudit(db, responseId)) return { kind: 'refused', code: 'of-audit' };
  const { count } = await db.questionnaireResponse.updateMany({
    where: { id: responseId, status: 'approved' },
    data: { status: 'submitted', approvedAt: null, approvedById: null, unreviewedAtApproval: null },
  });
  if (count === 0) return { kind: 'refused', code: 'not-submitted' };
  const record = { recordKind: 'response', recordId: responseId, act: 'take-back-approval', userId };
  await recordActivity(db, { ...record, before: { status: 'approved' }, after: { status: 'submitted' } });
  return { kind: 'signed-off' };
}

/** What the desk says of the sign-off: who gave it, or who may. `others`: those who may where this member may not, by name. */
export async function readSignOff(db: TenantDb, options: Pick<Who, 'organizationId' | 'responseId' | 'userId'>) {
  const response = await readResponse(db, options.responseId);
  if (!response || response.sharing === 'received') return null;
  const { approvedAt, approvedById, unreviewedAtApproval } = response;
  if (approvedAt && approvedById) {
    const people = await namePeople(db, [approvedById]);
    const isFinal = await isOfAudit(db, response.id);
    return { kind: 'given' as const, at: approvedAt, by: people.get(approvedById) ?? null, unreviewed: unreviewedAtApproval ?? 0, isFinal };
  }
  if (!(await readSignOffRule(db, options.organizationId)))
    return { kind: 'wanted' as const, isBySecond: false, isOwnWork: false, others: [] };
  const worked = await workedAt(db, response);
  const members = await db.membership.findMany({
    select: { userId: true, role: true, user: { select: { name: true } } },
    orderBy: { user: { name: 'asc' } },
  });
  return {
    kind: 'wanted' as const,
    isBySecond: true,
    isOwnWork: worked.has(options.userId),
    others: members
      .filter(({ userId, role }) => isRole(role) && can(role, 'approve:response') && !worked.has(userId))
      .map(({ user }) => user.name),
  };
}

const reviewActs = ['accept-answer', 'question-answer', 'clear-review', 'correct-grade'];

/** Who reviewed an answer here at any time, or submitted the answers. From the immutable activity log: the review itself names only the last person. */
async function workedAt(db: TenantDb, { id, submittedById }: Pick<ResponseRead, 'id' | 'submittedById'>): Promise<Set<string>> {
  const acts = await db.activity.findMany({
    where: { recordKind: 'response', recordId: id, act: { in: reviewActs }, userId: { not: null } },
    distinct: ['userId'],
    select: { userId: true },
  });
  return new Set([...acts.map(({ userId }) => userId), submittedById].filter((userId): userId is string => userId !== null));
}
