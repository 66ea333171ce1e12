import { knowInstrumentsOf } from '~/questionnaires/templates/know-instruments.server';
import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { instrument, localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { openOnDevice } from '~/access/answer-devices.server';
import { findAnswerLink } from '~/access/answer-links.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { openRequest } from '~/questionnaires/requests/open-request.server';
import { canResendLink, resendLink } from '~/questionnaires/requests/resend-link.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { readInLanguageOf, refuseManyTries } from '~/questionnaires/respondent/link-page.server';
import { LinkOverPage, LinkPage } from '~/questionnaires/respondent/link-pages';
import { isEstimateOf, minutesOf } from '~/questionnaires/templates/minutes-of.server';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

/** Opening the page does not use the link; the button does. A reader who has chosen no language gets the language of the request. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findAnswerLink(param(params, 'token'));
  if (found.kind === 'unknown') throw notFound();
  readInLanguageOf(request, found.request.locale);
  const { asker, responseId, supplier, instrumentKey, message, dueOn } = found.request;
  const part = instrument(instrumentKey).sections.filter(({ key }) => found.request.sections.includes(key));
  const partKeys = part.map(({ key }) => key);
  await knowInstrumentsOf(asker.id, [instrumentKey]);
  const shown = {
    asker: asker.name,
    responseId,
    supplier,
    instrument: localizedInstrument(instrumentKey, getLocale()).title.text,
    minutes: minutesOf(instrumentKey, partKeys),
    isEstimate: isEstimateOf(instrumentKey, partKeys),
    sections: localizedInstrument(instrumentKey, getLocale()).sections.flatMap(({ key, title }) =>
      part.some((section) => section.key === key) ? [title.text] : [],
    ),
    message,
    dueOn,
  };
  if (found.kind === 'over') return data({ ...shown, over: found.why, canMail: canResendLink(found) }, { status: 410 });
  return data({ ...shown, over: null, canMail: false });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'token');
  const form = await readForm(request);
  const refused = await refuseManyTries(context.clientAddress);
  if (refused) return data({ message: refused, isGood: false }, { status: 429 });
  if (form.get('intent') === 'mail') {
    const found = await findAnswerLink(token);
    if (found.kind === 'unknown') throw notFound();
    const wait = await resendLink(found);
    return wait > 0
      ? data({ message: limitedMessage(wait), isGood: false }, { status: 429 })
      : data({ message: m.respondent_mailed_anew({ asker: found.request.asker.name }), isGood: true });
  }
  const opened = await openOnDevice(token, request, openRequest);
  if (!opened) {
    if ((await findAnswerLink(token)).kind === 'unknown') throw notFound();
    return data({ message: null, isGood: false }, { status: 410 });
  }
  return redirect(`/guest/questionnaire/${opened.responseId}`, { status: 303, headers: { 'set-cookie': opened.setCookie } });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${loaded ? m.respondent_link_title({ asker: loaded.asker }) : ''} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function AnswerLinkPage() {
  const { over, ...shown } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={shown.asker}>
      {over ? <LinkOverPage {...shown} over={over} reply={reply ?? null} /> : <LinkPage {...shown} reply={reply ?? null} />}
    </AnswerFrame>
  );
}
