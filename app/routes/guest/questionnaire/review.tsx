import { type ActionFunctionArgs, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { keepDevicesTogether } from '~/access/answer-devices.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { askersBehind } from '~/access/supplier-side.server';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { reachAsker } from '~/questionnaires/requests/receive-answers.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { readCarriedDepths } from '~/questionnaires/responses/read-carried-depths.server';
import { AnswerReview } from '~/questionnaires/respondent/answer-review';
import { isWanted, progressOf, readOwn, reviewOf } from '~/questionnaires/respondent/read-own.server';
import { readSharings, submitOwn } from '~/questionnaires/respondent/submit-own.server';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export const handle = { isPlain: true };

const replySchema = z.object({ message: z.string() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const base = `/guest/questionnaire/${respondent.responseId}`;
  const { own, carried } = await respondent.inResponse(async (db) => {
    const read = await readOwn(db, respondent.responseId);
    return { own: read, carried: read ? await readCarriedDepths(db, read) : {} };
  });
  if (!own) throw notFound();
  if (own.status !== 'open' || !isWanted(respondent)) throw redirect(base);
  const behind = await askersBehind({ organizationId: respondent.asker.id }, respondent.responseId);
  const recipientIds = behind.map(({ id }) => id);
  const sharings = await respondent.inResponse((db) => readSharings(db, respondent, { now: new Date(), recipientIds }));
  const shared = [...sharings.keys()];
  const review = reviewOf(own);
  return {
    refused: refusedForm(request, replySchema),
    asker: respondent.asker.name,
    base,
    ...review,
    given: review.given.map((section) => ({
      ...section,
      answers: section.answers.map((answer) => ({ ...answer, carried: carried[answer.key] ?? null })),
    })),
    answered: progressOf(own).answered,
    behind,
    shared,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params, 'submit:response');
  const now = new Date();
  const wanted = new Set((await readForm(request)).getAll('alsoWith'));
  const behind = wanted.size === 0 ? [] : await askersBehind({ organizationId: respondent.asker.id }, respondent.responseId);
  if (!respondent.member) await keepDevicesTogether(request, respondent.asker.id);
  const submitted = await submitOwn(respondent, { now, alsoWith: behind.filter(({ id }) => wanted.has(id)) });
  const base = `/guest/questionnaire/${respondent.responseId}`;
  if (submitted.kind === 'submitted') {
    await reachAsker({ askerOrganizationId: respondent.asker.id, responseId: respondent.responseId, now });
    return takenForm(request, base);
  }
  if (submitted.code === 'not-open') return takenForm(request, base);
  return refuseForm(request, { message: refusalLabel(submitted.code) });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.respondent_review_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function ReviewPage() {
  const { refused, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  return (
    <AnswerFrame asker={shown.asker} home={shown.base}>
      <AnswerReview {...shown} problem={reply?.message ?? null} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
