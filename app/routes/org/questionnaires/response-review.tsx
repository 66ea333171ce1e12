import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { DeskPage } from '~/questionnaires/answer-review/desk-page';
import { gradeAnswer } from '~/questionnaires/answer-review/grade-answer.server';
import { readDesk } from '~/questionnaires/answer-review/read-desk.server';
import { clearReview, reviewAnswer } from '~/questionnaires/answer-review/review-answer.server';
import { deskActSchema, isDeskFilter } from '~/questionnaires/answer-review/schema';
import { sendBack } from '~/questionnaires/answer-review/send-back.server';
import { readSignOff, signOff, takeBackSignOff } from '~/questionnaires/answer-review/sign-off.server';
import { deskRefusal } from '~/questionnaires/answer-review/labels';
import { readAnswerPoints } from '~/risk/scores/read-answer-points.server';
import type { Permission } from '~/access/permissions';
import { questionBack } from '~/questionnaires/requests/change-request.server';
import { notifySentBack } from '~/questionnaires/requests/notify-sent-back.server';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const show = new URL(request.url).searchParams.get('show');
  const filter = isDeskFilter(show) ? show : 'all';
  const responseId = param(params, 'responseId');
  const {
    desk,
    points,
    signOff: given,
  } = await member.inOrganization(async (db) => ({
    desk: await readDesk(db, { responseId, filter }),
    points: await readAnswerPoints(db, responseId),
    signOff: await readSignOff(db, { responseId, organizationId: member.organization.id, userId: member.user.id }),
  }));
  if (!desk) throw notFound();
  return {
    desk,
    points,
    signOff: given,
    filter,
    base: `/o/${member.organization.slug}`,
    may: {
      review: member.can('grade:evidence'),
      reopen: member.can('reopen:response'),
      signOff: member.can('approve:response'),
      record: member.can('edit:finding'),
    },
  };
}

const needs: Readonly<Record<string, Permission>> = {
  'send-back': 'reopen:response',
  'sign-off': 'approve:response',
  'take-back': 'approve:response',
};

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const form = await readForm(request);
  if (!member.can(needs[String(form.get('intent'))] ?? 'grade:evidence')) throw new Response(null, { status: 403 });
  const act = deskActSchema.safeParse(Object.fromEntries(form));
  const question = typeof form.get('question') === 'string' ? String(form.get('question')) : null;
  const refuse = (message: string) => data({ failure: { message, question }, sent: null }, { status: 422 });
  if (!act.success) return refuse(m.answer_review_refused_words({ question: question ?? '' }));
  const who = { responseId: param(params, 'responseId'), userId: member.user.id, now: new Date() };
  const outcome = await member.inOrganization(async (db) => {
    switch (act.data.intent) {
      case 'accept':
        return reviewAnswer(db, { ...who, question: act.data.question, outcome: 'accepted', comment: '' });
      case 'question':
        return reviewAnswer(db, { ...who, question: act.data.question, outcome: 'questioned', comment: act.data.comment });
      case 'clear':
        return clearReview(db, { ...who, question: act.data.question });
      case 'grade':
        return gradeAnswer(db, { ...who, question: act.data.question, grade: act.data.grade, reason: act.data.reason });
      case 'send-back':
        return sendBack(db, { ...who, reason: m.answer_review_send_back_reason(), reopen: questionBack });
      case 'sign-off':
        return signOff(db, { ...who, organizationId: member.organization.id, unreviewed: act.data.unreviewed ?? null });
      case 'take-back':
        return takeBackSignOff(db, who);
    }
  });
  if (outcome.kind === 'refused') {
    if (outcome.code === 'unknown-assessment' || outcome.code === 'unknown-question') throw notFound();
    return refuse(deskRefusal(outcome.code));
  }
  const url = new URL(request.url);
  const here = url.pathname.replace(/\.data$/, '');
  const show = url.searchParams.get('show');
  const back = `${here}${isDeskFilter(show) ? `?show=${show}` : ''}`;
  if (outcome.kind === 'sent-back') {
    const notified = await notifySentBack(member, { responseId: who.responseId, origin: url.origin, now: who.now });
    const text = `${m.answer_review_sent_back({ count: formatNumber(outcome.count) })} ${notified.text}`.trim();
    // A link is shown once, in the response to the action that created it.
    return notified.link
      ? data({ failure: null, sent: { text, link: notified.link } })
      : redirectWithFlash(here, { tone: 'success', text });
  }
  if (outcome.kind === 'signed-off')
    return redirectWithFlash(`${here}#sign-off`, {
      tone: 'success',
      text: act.data.intent === 'take-back' ? m.answer_review_taken_back_flash() : m.answer_review_signed_off_flash(),
    });
  if (outcome.kind === 'graded' && outcome.before !== null && outcome.after !== null) {
    const digits = { digits: 1 };
    const by = formatNumber(Math.round((outcome.after - outcome.before) * 10) / 10, digits);
    const text = m.answer_review_score_moved({
      before: formatNumber(outcome.before, digits),
      after: formatNumber(outcome.after, digits),
      by,
    });
    return redirectWithFlash(back, { tone: 'success', text });
  }
  return redirect(question ? `${back}#${encodeURIComponent(question)}` : back, { status: 303 });
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.answer_review_title()} · ${loaded?.desk.supplier ?? ''} · Manumit` },
];

export default function DeskRoute() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return <DeskPage {...shown} failure={reply?.failure ?? null} sent={reply?.sent ?? null} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
