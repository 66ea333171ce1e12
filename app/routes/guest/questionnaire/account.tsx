import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { claimByDevice, claimState } from '~/access/claims.server';
import { countAttempt } from '~/access/rate-limit.server';
import { requireRespondent } from '~/access/require-respondent.server';
import { openSession, readSession } from '~/access/session.server';
import { ClaimForm, ClaimPromise } from '~/organizations/claims/claim-form';
import { askOwners, type ClaimMailed, mailClaim, proofWanted } from '~/organizations/claims/mail-claim.server';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { askOwnersFields, claimHandedFields } from '~/organizations/claims/schema';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { canSendMail } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { Field } from '~/ui/field';
import { Form } from '~/ui/form';
import { Notice } from '~/ui/notice';
import { fieldOf } from '~/ui/form-values';
import { localeOfRequest } from '~/platform/http/locale.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';

export const handle = { isPlain: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const respondent = await requireRespondent(request, params);
  const base = `/guest/questionnaire/${respondent.responseId}`;
  if (respondent.member) throw redirect(`/o/${respondent.member.orgSlug}/received-requests`);
  const state = await claimState(respondent.request.supplierOrganizationId);
  return {
    asker: respondent.asker.name,
    supplier: respondent.request.supplier,
    base,
    isClaimed: state?.isClaimed ?? false,
    mails: canSendMail(),
    proof: (await proofWanted(respondent)).kind,
    signedInAs: (await readSession(request))?.user.email ?? null,
  };
}

const mailedReply = (outcome: ClaimMailed, asker: string, good: string) => {
  switch (outcome.kind) {
    case 'mailed':
      return data({ message: good, isGood: true, failure: null });
    case 'bounced':
      return data({ message: m.claims_mail_failed({ asker }), isGood: false, failure: null }, { status: 502 });
    case 'already-claimed':
      return data({ message: m.claims_lost(), isGood: false, failure: null }, { status: 409 });
    case 'limited':
      return data({ message: m.claims_problem_often(), isGood: false, failure: null }, { status: 429 });
  }
};

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const respondent = await requireRespondent(request, params);
  const intent = form.get('intent');
  const failed = (failure: ReturnType<typeof formFailure>, status = 422) => data({ message: null, isGood: false, failure }, { status });
  if (intent === 'ask-owners') {
    const read = parseForm(form, askOwnersFields);
    if (!read.ok) return failed(read);
    return mailedReply(await askOwners(respondent, read.value.email), respondent.asker.name, m.claims_asked());
  }
  const proof = await proofWanted(respondent);
  if (intent === 'mail' && proof.kind === 'mail')
    return mailedReply(await mailClaim(respondent, proof.email), respondent.asker.name, m.claims_mailed());
  // Where the address can be verified, a device is no proof of ownership: a link may have been passed on.
  if (intent !== 'claim' || proof.kind !== 'handed') throw new Response(null, { status: 403 });
  if ((await countAttempt('join-address', context.clientAddress)) > 0)
    return failed(formFailure(form, { '': [m.claims_problem_often()] }), 429);
  const session = await readSession(request);
  const read = session ? null : parseForm(form, claimHandedFields);
  if (read && !read.ok) return failed(read);
  const who = session ? { userId: session.user.id } : read && { ...read.value, locale: localeOfRequest(request) };
  if (!who) throw new Response(null, { status: 403 });
  const claimed = await claimByDevice(respondent.request.supplierOrganizationId, who, recordClaimed);
  switch (claimed.kind) {
    case 'claimed':
      return redirect(`/o/${claimed.orgSlug}/received-requests`, {
        status: 303,
        ...(session ? {} : { headers: { 'set-cookie': await openSession(claimed.userId, request) } }),
      });
    case 'email-taken':
      return failed(formFailure(form, { email: [m.claims_email_taken()] }));
    case 'already-claimed':
    case 'over':
      return failed(formFailure(form, { '': [m.claims_lost()] }), 409);
  }
}

export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction = () => [{ title: `${m.claims_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function AccountOfAnswers() {
  const { asker, supplier, base, isClaimed, mails, proof, signedInAs } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const failure = reply?.failure ?? undefined;
  return (
    <AnswerFrame asker={asker} home={base}>
      <div className="grid max-w-prose gap-5 text-base">
        <h1>{isClaimed ? m.claims_claimed_title() : m.claims_title()}</h1>
        {reply?.message && <Notice tone={reply.isGood ? 'success' : 'danger'}>{reply.message}</Notice>}
        {isClaimed ? (
          <>
            <p>{m.claims_claimed({ supplier })}</p>
            {mails && !reply?.isGood && (
              <Form method="post" noValidate className="grid gap-4">
                <p>{m.claims_ask_lead()}</p>
                <Field {...fieldOf(failure, 'email')} label={m.claims_email()} type="email" autoComplete="email" required />
                <div>
                  <Button type="submit" name="intent" value="ask-owners" variant="primary" size="lg">
                    {m.claims_ask()}
                  </Button>
                </div>
              </Form>
            )}
          </>
        ) : (
          <>
            <ClaimPromise supplier={supplier} asker={asker} />
            {proof === 'handed' ? (
              <>
                <p>{m.claims_handed({ asker })}</p>
                <ClaimForm supplier={supplier} signedInAs={signedInAs} email={null} here={`${base}/account`} failure={failure} />
              </>
            ) : (
              !reply?.isGood && (
                <Form method="post" className="grid gap-4">
                  <p>{m.claims_mail_lead({ asker })}</p>
                  <div>
                    <Button type="submit" name="intent" value="mail" variant="primary" size="lg">
                      {m.claims_mail()}
                    </Button>
                  </div>
                </Form>
              )
            )}
          </>
        )}
      </div>
    </AnswerFrame>
  );
}

export { AnswerError as ErrorBoundary } from '~/questionnaires/respondent/answer-error';
