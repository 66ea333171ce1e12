import { z } from 'zod';
import { findingGradeSchema, findingStatusSchema } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { actionStatuses, timescales } from '~/findings/corrective-actions/action-lists';
import { extents } from '~/findings/findings/finding-lists';
import { approvalKinds, approvalStates } from '~/platform/approvals/approval-kinds';
import { type SiteVisit, siteVisitSchema } from '~/findings/site-responses/visit';
import { replyKinds, replyVerdicts } from '~/findings/right-of-reply/reply-states';

const isoDay = (date: Date) => date.toISOString().slice(0, 10);
const day = (date: Date | null) => (date === null ? null : isoDay(date));
const shownSchema = z.object({ grade: findingGradeSchema, extent: z.enum(extents).nullable() });

/** The findings of a share as the site sees them: shared text, status, and whether it has replied. Runs in the respondents' database role. */
export async function readSite(db: TenantDb, shareId: string) {
  const shared = await db.sharedFinding.findMany({
    where: { shareId },
    orderBy: { findingId: 'asc' },
    select: { findingId: true, text: true, grade: true, extent: true, rewordedAt: true },
  });
  const ids = shared.map(({ findingId }) => findingId);
  const findings = await db.finding.findMany({ where: { id: { in: ids } }, select: { id: true, status: true, withdrawnAt: true } });
  const replies = await db.findingReply.findMany({
    where: { findingId: { in: ids } },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { findingId: true, repliedOn: true, verdict: true },
  });
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const rows = shared.flatMap(({ findingId, text, rewordedAt, ...row }) => {
    const finding = byId.get(findingId);
    if (!finding) return [];
    const reply = replies.find((each) => each.findingId === findingId);
    return [
      {
        ...{ findingId, text, ...shownSchema.parse(row) },
        status: findingStatusSchema.parse(finding.status),
        isWithdrawn: finding.withdrawnAt !== null,
        rewordedOn: day(rewordedAt),
        repliedOn: day(reply?.repliedOn ?? null),
        asksForReply: reply !== undefined && reply.verdict === null && reply.repliedOn === null,
      },
    ];
  });
  const order = ['critical', 'major', 'moderate', 'minor'];
  return rows.sort((a, b) => order.indexOf(a.grade) - order.indexOf(b.grade));
}

/** The notice of a visit in a share; null where the share shows findings. Runs in the respondents' database role. */
export async function readSiteVisit(db: TenantDb, shareId: string): Promise<SiteVisit | null> {
  const share = await db.findingShare.findFirst({ where: { id: shareId }, select: { visit: true } });
  return share?.visit ? siteVisitSchema.parse(share.visit) : null;
}

/** One finding of a share with its reply, its actions and what the site sent; null when it is not in it. Runs as the role of those who answer. */
export async function readSiteFinding(db: TenantDb, options: { shareId: string; findingId: string }) {
  const { shareId } = options;
  const findingId = z.uuid().safeParse(options.findingId).data;
  if (!findingId) return null;
  const shared = await db.sharedFinding.findFirst({ where: { shareId, findingId } });
  const finding = await db.finding.findFirst({ where: { id: findingId }, select: { status: true, withdrawnAt: true } });
  if (!shared || !finding) return null;
  const reply = await db.findingReply.findFirst({
    where: { findingId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { sentOn: true, dueOn: true, kind: true, text: true, repliedBy: true, repliedOn: true, verdict: true, answer: true },
  });
  const actions = await db.correctiveAction.findMany({
    where: { findingId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { id: true, action: true, owner: true, dueOn: true, status: true },
  });
  const extensions = await db.approval.findMany({
    where: { actionId: { in: actions.map(({ id }) => id) } },
    orderBy: [{ proposedAt: 'asc' }, { id: 'asc' }],
    select: { actionId: true, payload: true, state: true, decisionNote: true },
  });
  const messages = await db.siteMessage.findMany({
    where: { shareId, findingId },
    orderBy: [{ sentAt: 'desc' }, { id: 'desc' }],
    take: 100,
    select: {
      ...{ id: true, kind: true, by: true, text: true, replyKind: true, actionId: true, rootCause: true, owner: true, timescale: true },
      ...{ isDone: true, newDueOn: true, sentAt: true, verdict: true, answer: true },
    },
  });
  const files = await db.siteMessageFile.findMany({
    where: { messageId: { in: messages.map(({ id }) => id) } },
    select: { messageId: true, fileName: true },
  });
  const wordings = await db.sharedWording.findMany({
    where: { shareId, findingId },
    orderBy: [{ until: 'desc' }, { id: 'asc' }],
    take: 20,
    select: { text: true, until: true },
  });
  const { text, people, lawReference, codeReference, rewordedAt, ...row } = shared;
  return {
    ...{ findingId, text, people, lawReference, codeReference, ...shownSchema.parse(row) },
    status: findingStatusSchema.parse(finding.status),
    isWithdrawn: finding.withdrawnAt !== null,
    rewordedOn: day(rewordedAt),
    /** Earlier versions of the text, latest first. */
    wordings: wordings.map(({ until, ...wording }) => ({ ...wording, until: isoDay(until) })),
    reply: reply && {
      ...{ text: reply.text, repliedBy: reply.repliedBy, answer: reply.answer, dueOn: day(reply.dueOn), repliedOn: day(reply.repliedOn) },
      kind: z.enum(replyKinds).nullable().parse(reply.kind),
      verdict: z.enum(replyVerdicts).nullable().parse(reply.verdict),
    },
    actions: actions.map(({ dueOn, status, ...action }) => ({
      ...{ ...action, dueOn: isoDay(dueOn) },
      status: z.enum(actionStatuses).parse(status),
      extensions: extensions
        .filter(({ actionId }) => actionId === action.id)
        .map(({ payload, state, decisionNote }) => ({
          newDueOn: approvalKinds['due-date-extension'].payload.parse(payload).newDueOn,
          ...{ state: z.enum(approvalStates).parse(state), answer: decisionNote },
        })),
    })),
    messages: messages.map(({ newDueOn, replyKind, timescale, ...message }) => ({
      ...message,
      newDueOn: day(newDueOn),
      replyKind: z.enum(replyKinds).nullable().parse(replyKind),
      timescale: z.enum(timescales).nullable().parse(timescale),
      files: files.filter(({ messageId }) => messageId === message.id).map(({ fileName }) => fileName),
    })),
  };
}
export type SiteFinding = NonNullable<Awaited<ReturnType<typeof readSiteFinding>>>;
export type SiteRow = Awaited<ReturnType<typeof readSite>>[number];
