import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { claimState } from '~/access/claims.server';
import { type Respondent, requireRespondent } from '~/access/require-respondent.server';
import { readComments } from '~/questionnaires/answer-review/read-comments.server';
import { leftToDo, questionedFirst, reopenedReasonOf } from '~/questionnaires/respondent/left-to-do.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { askersBehind } from '~/access/supplier-side.server';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { AnswerHome } from '~/questionnaires/respondent/answer-home';
import { timeLeftText } from '~/questionnaires/respondent/answer-labels';
import { progressOf, readOwn } from '~/questionnaires/respondent/read-own.server';
import { refusedForm, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { hasUncheckedText } from '~/questionnaires/templates/unchecked-text';
import { answerAfterAll } from '~/questionnaires/respondent/refuse-request.server';
import { listColleagues, revokeColleague } from '~/questionnaires/respondent/forward-sections.server';
import { readBehind, readGranted, readSharing, shareAgain, stopSharing } from '~/questionnaires/respondent/submit-own.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export const handle = { isPlain: true };

const replySchema = z.object({ message: z.string() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'answer:response', 'to-part');
  const { asker, request: asked } = respondent;
  const isPart = respondent.sections.length > 0;
  const read = await respondent.inResponse(async (db) => ({
    own: await readOwn(db, respondent.responseId),
    sharing: await readSharing(db, respondent, new Date()),
    grantedUntil: await readGranted(db, respondent, new Date()),
    comments: await readComments(db, respondent.responseId),
  }));
  const { own, sharing, grantedUntil, comments } = read;
  if (!own) throw notFound();
  const progress = progressOf(own, respondent);
  const shown = localizedInstrument(own.instrumentKey, getLocale());
  const todo = own.status === 'open' ? leftToDo(own, { comments, respondent }) : { questioned: [], unanswered: [], blank: [] };
  const behind = isPart ? [] : await readBehind(respondent, { isSent: own.status !== 'open', now: new Date() });
  const claim = respondent.member ? null : await claimState(asked.supplierOrganizationId);
  return {
    account: respondent.member
      ? { kind: 'member' as const, home: `/o/${respondent.member.orgSlug}/received-requests` }
      : { kind: claim?.isClaimed ? ('claimed' as const) : ('unclaimed' as const) },
    isPart,
    behind,
    colleagues: isPart ? [] : await listColleagues(respondent),
    asker: asker.name,
    supplier: asked.supplier,
    instrument: shown.title.text,
    isDraft: hasUncheckedText(shown, respondent.sections),
    base: `/guest/questionnaire/${respondent.responseId}`,
    sections: questionedFirst(progress.sections, todo.questioned),
    left: progress.left,
    todo,
    timeLeft: timeLeftText(progress),
    isEstimate: progress.isEstimate,
    dueOn: own.dueOn,
    submittedAt: own.submittedAt,
    isProcessing: asked.submittedAt !== null && asked.receivedAt === null,
    takenBackAt: asked.takenBackAt,
    reopenedReason: reopenedReasonOf(own, comments),
    sharedUntil: sharing?.until ?? null,
    grantedUntil,
    state: stateOf(asked.status, own.status),
    refusalReason: asked.refusalReason,
    refused: refusedForm(request, replySchema),
  };
}

async function act(
  respondent: Respondent,
  { intent, with: recipient, now }: { intent: unknown; with: unknown; now: Date },
): Promise<boolean> {
  if (intent === 'answer-after-all') return answerAfterAll(respondent);
  if (intent === 'revoke-colleague') return revokeColleague(respondent, { id: String(recipient ?? ''), now });
  if (intent !== 'stop-sharing' && intent !== 'share-again') return false;
  const behind = recipient === null ? [] : await askersBehind({ organizationId: respondent.asker.id }, respondent.responseId);
  const reader = recipient === null ? respondent.asker : behind.find(({ id }) => id === recipient);
  if (reader === undefined) return false;
  return intent === 'stop-sharing'
    ? stopSharing(respondent, { now, recipientId: reader.id })
    : shareAgain(respondent, { now, recipient: reader });
}

/** A declined or withdrawn request takes precedence over the status of the answers. */
function stateOf(request: string, answers: string): 'open' | 'submitted' | 'refused' | 'withdrawn' {
  if (request === 'refused' || request === 'withdrawn') return request;
  return answers === 'open' ? 'open' : 'submitted';
}

export async function action({ request, params }: ActionFunctionArgs) {
  const form = await readForm(request);
  const intent = form.get('intent');
  const respondent = await requireRespondent(request, params, intent === 'answer-after-all' ? 'answer:response' : 'share:answers');
  const now = new Date();
  const isDone = await act(respondent, { intent, with: form.get('with'), now });
  if (!isDone) return refuseForm(request, { message: m.respondent_nothing_done() });
  if (intent === 'stop-sharing' || intent === 'share-again')
    await reachAsker({ askerOrganizationId: respondent.asker.id, responseId: respondent.responseId, now });
  return takenForm(request, `/guest/questionnaire/${respondent.responseId}`);
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded?.instrument ?? ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function AnswerHomePage() {
  const { refused, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  return (
    <AnswerFrame asker={shown.asker}>
      <AnswerHome {...shown} problem={reply?.message ?? null} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
