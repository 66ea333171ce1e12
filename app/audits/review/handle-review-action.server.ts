import { z } from 'zod';
import type { Permission } from '~/access/permissions';
import type { Member } from '~/access/require-member.server';
import { type ActOptions, handleAuditAct } from '~/audits/planning/handle-audit-act.server';
import { auditRefusalLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import type { Acted } from '~/platform/forms/answer-act.server';
import { commentKinds } from './comments';
import { addComment, replyToComment, withdrawComment } from './write-comment.server';

const words = z.string().trim().max(2000).optional().default('');
const reviewActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('add-comment'), kind: z.enum(commentKinds), about: z.string().max(64).optional(), text: words }),
  z.object({ intent: z.literal('withdraw-comment'), comment: z.guid() }),
  z.object({ intent: z.literal('reply-comment'), comment: z.guid(), text: words, done: z.literal('on').optional() }),
]);
type ReviewIntent = z.output<typeof reviewActFields>['intent'];
const needs = {
  'add-comment': 'approve:audit',
  'withdraw-comment': 'approve:audit',
  'reply-comment': 'record:audit',
} as const satisfies Record<ReviewIntent, Permission>;
const flashes = {
  'add-comment': m.audit_review_added,
  'withdraw-comment': m.audit_review_withdrawn,
  'reply-comment': m.audit_review_replied_flash,
} satisfies Record<ReviewIntent, () => string>;

/** What one form of the review page asks: a reviewer comments or withdraws, the team replies. */
export function handleReviewAction(member: Member, options: ActOptions): Promise<Acted> {
  return handleAuditAct(member, options, {
    ...{ fields: reviewActFields, needs, flashes },
    perform: async (db, audit, { act, of }) => {
      const done = await (() => {
        switch (act.intent) {
          case 'add-comment':
            return addComment(db, audit, { ...of, kind: act.kind, about: act.about || null, text: act.text });
          case 'withdraw-comment':
            return withdrawComment(db, audit, { ...of, commentId: act.comment });
          case 'reply-comment':
            return replyToComment(db, audit, { ...of, commentId: act.comment, text: act.text, isDone: act.done === 'on' });
        }
      })();
      if (done.kind === 'done') return { kind: 'done' };
      const isOfText = done.code === 'comment-missing' || done.code === 'reply-missing';
      return { kind: 'refused', errors: { [isOfText ? 'text' : '']: [auditRefusalLabel(done.code)] } };
    },
  });
}
