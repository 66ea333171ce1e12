import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { handleReviewAction } from '~/audits/review/handle-review-action.server';
import { readReview } from '~/audits/review/read-review.server';
import { ReviewPage } from '~/audits/review/review-page';
import { isReviewer } from '~/audits/review/write-comment.server';
import { answerAct } from '~/platform/forms/answer-act.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

const partOf = (url: string): string => (new URL(url).searchParams.get('part') ?? '').slice(0, 40);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const who = { userId: member.user.id, role: member.role };
  const part = partOf(request.url);
  const read = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId: param(params, 'auditId'), ...who });
    if (!audit) return null;
    const own = audit.members.find(({ userId }) => userId === who.userId);
    const isRecorder = member.can('record:audit') && (own?.part === 'lead' || own?.part === 'assessor');
    const options = { ...who, organizationName: member.organization.name, isForTeam: isRecorder, part, now: new Date() };
    return {
      review: await readReview(db, audit, options),
      reader: {
        mayComment: audit.status === 'in-review' && member.can('approve:audit') && isReviewer(audit, who.userId),
        mayReply: audit.status === 'on-site' && isRecorder,
      },
      /** Whether the reader approves it, or why the reader may not. */
      approval:
        audit.status !== 'in-review' || !member.can('approve:audit')
          ? null
          : audit.concludedById === who.userId
            ? ('same-person' as const)
            : isReviewer(audit, who.userId)
              ? ('may' as const)
              : ('on-team' as const),
    };
  });
  if (!read) throw notFound();
  return { ...read, part, here: `/o/${member.organization.slug}/audits/${param(params, 'auditId')}` };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const done = await handleReviewAction(member, { auditId: param(params, 'auditId'), form: await readForm(request), now: new Date() });
  const part = partOf(request.url);
  return answerAct(
    done,
    `/o/${member.organization.slug}/audits/${param(params, 'auditId')}/review${part === '' ? '' : `?part=${encodeURIComponent(part)}`}`,
  );
}

export default function AuditReview() {
  return <ReviewPage {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()?.failure ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
