import { givenText } from '~/platform/http/given-text';
import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { countAttempt } from '~/access/rate-limit.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { type HandedLink, HandedLinkNotice } from '~/questionnaires/cascade/handed-link';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refuseForm } from '~/questionnaires/respondent/refused-form.server';
import { forwardSections } from '~/questionnaires/respondent/forward-sections.server';
import { isWanted, progressOf, readOwn } from '~/questionnaires/respondent/read-own.server';
import { shownAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { formatNumber } from '~/ui/format';
import { Button, LinkButton } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';

export const handle = { isPlain: true };

const replySchema = z.object({
  typed: z.object({ label: z.string(), sections: z.array(z.string()) }),
  errors: z.object({ label: z.string().optional(), sections: z.string().optional(), other: z.string().optional() }),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const base = `/guest/questionnaire/${respondent.responseId}`;
  const own = await respondent.inResponse((db) => readOwn(db, respondent.responseId));
  if (!own) throw notFound();
  if (own.status !== 'open' || !isWanted(respondent)) throw redirect(base);
  const sections = progressOf(own).sections.map(({ key, title }) => ({ key, title }));
  return { asker: respondent.asker.name, base, sections, refused: refusedForm(request, replySchema) };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const form = await readForm(request);
  const typed = { label: givenText(form, 'label'), sections: form.getAll('section').map(String) };
  const own = await respondent.inResponse((db) => readOwn(db, respondent.responseId));
  if (!own) throw notFound();
  const refuse = (errors: { label?: string; sections?: string; other?: string }, status: number) =>
    refuseForm(request, { typed, errors, link: null }, status);
  const wait = await countAttempt('pass-on', respondent.responseId);
  if (wait > 0) return refuse({ other: limitedMessage(wait) }, 429);
  const forwarded = await forwardSections(respondent, { ...typed, instrumentKey: own.instrumentKey, now: new Date() });
  if (forwarded.kind === 'refused')
    switch (forwarded.code) {
      case 'no-name':
        return refuse({ label: m.cascade_colleague_name_missing() }, 422);
      case 'too-long':
        return refuse({ label: m.cascade_long({ most: formatNumber(100) }) }, 422);
      case 'no-section':
        return refuse({ sections: m.cascade_forward_none() }, 422);
      case 'too-many':
        return refuse({ other: m.cascade_refused_too_many() }, 409);
      case 'not-open':
        return refuse({ other: m.respondent_nothing_done() }, 409);
    }
  const url = shownAddress(`/r/${forwarded.token}`, new URL(request.url).origin);
  const link: HandedLink = { name: typed.label.trim(), url, expiresAt: forwarded.expiresAt, isMailed: false };
  const none: string[] = [];
  return data({ typed: { label: '', sections: none }, errors: {}, link });
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.cascade_forward_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function ForwardPage() {
  const { asker, base, sections, refused } = useLoaderData<typeof loader>();
  const made = useActionData<typeof action>();
  const reply = made ?? refused;
  const errors: { label?: string | undefined; sections?: string | undefined; other?: string | undefined } = reply?.errors ?? {};
  return (
    <AnswerFrame asker={asker} home={base}>
      <Form method="post" noValidate className="grid max-w-prose gap-5 text-base">
        <h1>{m.cascade_forward_title()}</h1>
        <p>{m.cascade_forward_lead()}</p>
        {made?.link && <HandedLinkNotice link={made.link} />}
        {errors.other && <p className="text-danger">{errors.other}</p>}
        <Field
          name="label"
          label={m.cascade_colleague_name()}
          hint={m.cascade_colleague_name_hint()}
          required
          maxLength={100}
          autoComplete="off"
          defaultValue={reply?.typed.label}
          error={errors.label}
        />
        <fieldset className="choices grid gap-1">
          <legend className="mb-1 font-semibold">{m.cascade_forward_sections()}</legend>
          {sections.map(({ key, title }) => (
            <label key={key} className="flex min-h-11 items-center gap-2">
              <input
                type="checkbox"
                name="section"
                value={key}
                defaultChecked={reply?.typed.sections.includes(key)}
                className="size-5 shrink-0"
              />
              {title}
            </label>
          ))}
          {errors.sections && <p className="text-danger">{errors.sections}</p>}
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" size="lg">
            {m.cascade_forward_do()}
          </Button>
          <LinkButton to={base} size="lg">
            {m.respondent_all_sections()}
          </LinkButton>
        </div>
      </Form>
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
