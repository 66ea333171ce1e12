import { findingStatusSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { showBasis } from '~/findings/corrective-actions/verification-basis';
import { namePeople } from '~/platform/activity/name-people.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { actionKinds, actionStatuses, timescales, verifications } from '~/findings/corrective-actions/action-lists';
import { replyKinds, replyVerdicts } from '~/findings/right-of-reply/reply-states';
import type { FindingSince } from '~/audits/report/audit-report/arrange-findings';

const day = (date: Date) => date.toISOString().slice(0, 10);
const isKnown = <Word extends string>(words: readonly Word[], word: string): word is Word => words.some((each) => each === word);

/**
 * What became of findings since they were opened: their state, what is done about each, the first planned first, and what the site replied, the first
 * reply first. Before the approval there are none. Four queries.
 */
export async function readSince(db: TenantDb, ids: readonly string[]): Promise<Map<string, FindingSince>> {
  const found = await db.finding.findMany({
    where: { id: { in: [...ids] } },
    select: {
      ...{ id: true, status: true, dueOn: true, verifiedAt: true },
      // The number of repaid people and the amounts are not part of this report.
      actions: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: {
          ...{ id: true, kind: true, action: true, rootCause: true, owner: true, timescale: true, dueOn: true, verification: true },
          ...{ agreedBy: true, agreedOn: true, verificationSeen: true, verificationBasis: true, verifiedAt: true, status: true },
        },
      },
    },
  });
  const replies = await readReplies(db, ids);
  const extensions = await readExtensions(
    db,
    found.flatMap(({ actions }) => actions.map(({ id: actionId }) => actionId)),
  );
  const acceptances = await readVerificationAcceptances(
    db,
    found.flatMap(({ actions }) => actions.map(({ id: actionId }) => actionId)),
  );
  return new Map(
    found.map(({ id, status, dueOn, verifiedAt, actions }) => [
      id,
      {
        status: findingStatusSchema.safeParse(status).data ?? 'open',
        ...{ dueOn: dueOn && day(dueOn), verifiedOn: verifiedAt && day(verifiedAt), replies: replies.get(id) ?? [] },
        actions: actions.flatMap((action): FindingSince['actions'] => {
          const { kind, timescale, verification, status: state } = action;
          if (!isKnown(actionKinds, kind) || !isKnown(timescales, timescale)) return [];
          if (!isKnown(verifications, verification) || !isKnown(actionStatuses, state)) return [];
          return [
            {
              ...{ kind, timescale, verification, status: state, what: action.action, rootCause: action.rootCause },
              ...{ responsible: action.owner, dueOn: day(action.dueOn), agreedBy: action.agreedBy },
              ...{ agreedOn: action.agreedOn && day(action.agreedOn), evidence: action.verificationSeen },
              verifiedOn: action.verifiedAt && day(action.verifiedAt),
              ...(action.status === 'verified' ? lookedAt(action.verificationBasis) : {}),
              ...(action.status === 'verified' && acceptances.has(action.id) ? { accepted: acceptances.get(action.id) } : {}),
              ...(extensions.has(action.id) ? { extensions: extensions.get(action.id) } : {}),
            },
          ];
        }),
      },
    ]),
  );
}

/** What a verification looked at, as a report prints it. */
function lookedAt(stored: unknown): Pick<FindingSince['actions'][number], 'lookedAt'> {
  const basis = showBasis(stored);
  if (basis === null) return {};
  const { on, documents, photographs, interviews, audit } = basis;
  return {
    lookedAt: {
      on,
      documents: documents.length,
      photographs: photographs.length,
      hasInterviews: interviews !== null && interviews !== 0,
      audit,
    },
  };
}

/** Who accepted a verification by text on the day of completion, and why, by action. */
async function readVerificationAcceptances(db: TenantDb, actionIds: readonly string[]) {
  const approved = await readApprovals(db, 'verification-gate-point', { subjectIds: actionIds, state: 'approved' });
  const people = await namePeople(
    db,
    approved.flatMap(({ decidedById }) => decidedById ?? []),
  );
  return new Map(
    approved.flatMap(({ subjectId, decisionNote: reason, decidedById, decidedAt }) =>
      decidedById && decidedAt ? [[subjectId, { reason, by: people.get(decidedById) ?? null, on: day(decidedAt) }] as const] : [],
    ),
  );
}

/** How often and why an action was given more time, by action, the first request first. */
async function readExtensions(db: TenantDb, actionIds: readonly string[]) {
  const approved = await readApprovals(db, 'due-date-extension', { subjectIds: actionIds, state: 'approved' });
  const extensions = new Map<string, { from: string; to: string; reason: string }[]>();
  for (const { subjectId, payload, reason } of approved.reverse())
    extensions.set(subjectId, [...(extensions.get(subjectId) ?? []), { from: payload.oldDueOn, to: payload.newDueOn, reason }]);
  return extensions;
}

/** The replies that were given, by finding, and what was answered. */
async function readReplies(db: TenantDb, ids: readonly string[]) {
  const found = await db.findingReply.findMany({
    where: { findingId: { in: [...ids] }, repliedOn: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { findingId: true, kind: true, text: true, repliedOn: true, verdict: true, answer: true, answeredAt: true },
  });
  const replies = new Map<string, FindingSince['replies']>();
  for (const { findingId, kind, text, repliedOn, verdict, answer, answeredAt } of found) {
    const known = replyKinds.find((each) => each === kind);
    if (!known || !repliedOn) continue;
    const answered = replyVerdicts.find((each) => each === verdict);
    const reply = {
      ...{ on: day(repliedOn), isDispute: known === 'dispute', kind: known, text },
      ...(answered && answeredAt ? { answer: { on: day(answeredAt), verdict: answered, text: answer } } : {}),
    };
    replies.set(findingId, [...(replies.get(findingId) ?? []), reply]);
  }
  return replies;
}
