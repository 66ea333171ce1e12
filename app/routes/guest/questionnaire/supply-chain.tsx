import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { countAttempt } from '~/access/rate-limit.server';
import { type Respondent, requireRespondent } from '~/access/require-respondent.server';
import { limitedMessage } from '~/organizations/accounts/labels';
import { ChainPage } from '~/questionnaires/cascade/chain-page';
import type { HandedLink } from '~/questionnaires/cascade/handed-link';
import { inOwn, nameParty } from '~/questionnaires/cascade/name-party.server';
import { passOn, renewPassedOn, withdrawPassedOn } from '~/questionnaires/cascade/pass-on.server';
import { readChainPage } from '~/questionnaires/cascade/read-chain-page.server';
import { chainFields, nameFields } from '~/questionnaires/cascade/schema';
import { takeBackName } from '~/questionnaires/cascade/take-back.server';
import { stateChain } from '~/questionnaires/cascade/state-chain.server';
import type { LinkMade } from '~/questionnaires/requests/change-request.server';
import { handOverLink } from '~/questionnaires/requests/hand-over-link.server';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { refusedForm, refusedReply, refuseForm, takenForm } from '~/questionnaires/respondent/refused-form.server';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const read = await readChainPage(respondent);
  return {
    ...read,
    failure: refusedForm(request, refusedReply)?.failure,
    asker: respondent.asker.name,
    base: `/guest/questionnaire/${respondent.responseId}`,
    mails: canSendMail(),
    mayName: respondent.request.status !== 'refused' && respondent.request.status !== 'withdrawn',
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const form = await readForm(request);
  const here = `/guest/questionnaire/${respondent.responseId}/supply-chain`;
  const now = new Date();
  const refuse = (failure: FormFailure, status: number) => refuseForm(request, { failure, link: null }, status);
  const refused = (text: string, status = 409) => refuse(formFailure(form, { '': [text] }), status);
  const isNaming = form.get('intent') === 'name';
  const read = isNaming ? parseForm(form, nameFields) : parseForm(form, chainFields);
  if (!read.ok) return refuse(read, 422);
  const act = read.value;
  if (act.intent === 'state') {
    const isKept = await stateChain(respondent, { statement: act.statement, note: act.note ?? '' });
    return isKept ? takenForm(request, here) : refused(m.respondent_nothing_done());
  }
  const wait = await countAttempt('pass-on', respondent.responseId);
  if (wait > 0) return refused(limitedMessage(wait), 429);
  const own = inOwn(respondent);
  switch (act.intent) {
    case 'name': {
      const named = await nameParty(respondent, { entry: act, now });
      if (named.kind === 'refused') return refused(refusals[named.code]());
      return named.link ? data({ failure: null, link: await handOver(respondent, named.link, request, now) }) : takenForm(request, here);
    }
    case 'pass-on':
    case 'renew': {
      const options = { namedId: act.named, now };
      const link = await own((db) =>
        act.intent === 'renew' ? renewPassedOn(db, respondent, options) : passOn(db, respondent, { ...options, email: null }),
      );
      return link ? data({ failure: null, link: await handOver(respondent, link, request, now) }) : refused(m.respondent_nothing_done());
    }
    case 'take-back':
      return (await takeBackName(respondent, { namedId: act.named, now }))
        ? takenForm(request, here)
        : refused(m.respondent_nothing_done());
    case 'withdraw':
      return (await own((db) => withdrawPassedOn(db, respondent, { namedId: act.named, now })))
        ? takenForm(request, here)
        : refused(m.respondent_nothing_done());
  }
}

const refusals = {
  'named-already': m.cascade_refused_named_already,
  'too-many': m.cascade_refused_too_many,
  'not-open': m.respondent_nothing_done,
};

/** Mails the link in the name of the supplier that passes the questions on, or shows it to that supplier. */
async function handOver(respondent: Respondent, link: LinkMade & { responseId: string }, request: Request, now: Date): Promise<HandedLink> {
  const { origin } = new URL(request.url);
  const shown = await handOverLink(inOwn(respondent), link, { asker: respondent.request.supplier, origin, now });
  return { name: shown.supplier, url: shown.url, expiresAt: shown.expiresAt, isMailed: shown.mailed === 'mailed' };
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.cascade_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function AnswerChain() {
  const shown = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <AnswerFrame asker={shown.asker} home={shown.base}>
      <ChainPage {...shown} failure={reply?.failure ?? (reply ? undefined : shown.failure)} link={reply?.link ?? null} />
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
