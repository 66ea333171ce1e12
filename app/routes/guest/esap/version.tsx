import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countAttempt } from '~/access/rate-limit.server';
import { requirePlanClient } from '~/access/require-plan-client.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { ClientPlanPage } from '~/lending/esap/client-page';
import { actAsClient, isSuperseded, readClientPlan } from '~/lending/esap/client-plan.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refusedReply, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { m } from '~/paraglide/messages';
import { formFailure } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const client = await requirePlanClient(request, params);
  const { versionId } = client.plan;
  const plan = await client.read((db) => readClientPlan(db, versionId));
  if (!plan) throw notFound();
  const said = new URL(request.url).searchParams.has('sent');
  return {
    plan,
    isSuperseded: await client.write((db) => isSuperseded(db, client.plan)),
    done: said ? ('said' as const) : null,
    refused: refusedForm(request, refusedReply),
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const client = await requirePlanClient(request, params);
  const form = await readForm(request);
  const retryAfterSeconds = await countAttempt('plan-answer', context.clientAddress);
  if (retryAfterSeconds > 0) return refuseForm(request, { failure: formFailure(form, { '': [limitedMessage(retryAfterSeconds)] }) }, 429);
  const done = await actAsClient(client, form, new Date());
  if (done.kind === 'failed') return refuseForm(request, { failure: done.failure });
  return takenForm(request, `/guest/esap/${client.plan.versionId}${done.what === 'said' ? '?sent' : ''}`);
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.esap_client_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function PlanRoute() {
  const { plan, isSuperseded: isOver, done, refused } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  return (
    <AnswerFrame asker={plan.content.lender}>
      <ClientPlanPage plan={plan} isSuperseded={isOver} done={reply ? null : done} failure={reply?.failure} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
