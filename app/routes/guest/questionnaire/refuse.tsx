import type { ActionFunctionArgs, HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireRespondent } from '~/access/require-respondent.server';
import { PersonalDataScript } from '~/platform/privacy/personal-data-script';
import { refusalLabel } from '~/questionnaires/responses/labels';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { refuseRequest } from '~/questionnaires/respondent/refuse-request.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { FreeText } from '~/platform/privacy/personal-data-hint';
import { Form } from '~/ui/form';
import { readForm } from '~/platform/forms/read-form.server';

export const handle = { isPlain: true };

const replySchema = z.object({ reason: z.string(), error: z.string() });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  return {
    asker: respondent.asker.name,
    base: `/guest/questionnaire/${respondent.responseId}`,
    reply: refusedForm(request, replySchema),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const reason = String((await readForm(request)).get('reason') ?? '');
  const refused = await refuseRequest(respondent, { reason, now: new Date() });
  if (refused.kind === 'refused') return refuseForm(request, { reason, error: refusalLabel(refused.code) });
  return takenForm(request, `/guest/questionnaire/${respondent.responseId}`);
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.respondent_refuse_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function RefusePage() {
  const { asker, base, reply: refused } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>() ?? refused;
  return (
    <AnswerFrame asker={asker} home={base}>
      <Form method="post" noValidate className="grid max-w-prose gap-5 text-base">
        <h1>{m.respondent_refuse_title()}</h1>
        <p>{m.respondent_refuse_lead({ asker })}</p>
        <FreeText
          name="reason"
          label={m.respondent_refuse_reason()}
          hint={m.respondent_refuse_reason_hint({ asker })}
          required
          maxLength={1000}
          rows={3}
          defaultValue={reply?.reason}
          error={reply?.error}
        />
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size="lg">
            {m.respondent_refuse()}
          </Button>
          <LinkButton to={base} size="lg">
            {m.respondent_refuse_not()}
          </LinkButton>
        </div>
      </Form>
      <PersonalDataScript />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
