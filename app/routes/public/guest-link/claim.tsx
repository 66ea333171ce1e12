import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { claimByLink, findClaim } from '~/access/claims.server';
import { countAttempt } from '~/access/rate-limit.server';
import { openSession, readSession } from '~/access/session.server';
import { ClaimForm } from '~/organizations/claims/claim-form';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { claimPersonFields } from '~/organizations/claims/schema';
import { AnswerFrame } from '~/questionnaires/respondent/answer-frame';
import { m } from '~/paraglide/messages';
import { localeOfRequest } from '~/platform/http/locale.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export const handle = { isPlain: true };

const overWords = { used: m.claims_over_used, expired: m.claims_over_expired, claimed: m.claims_over_claimed };

/** Opening the page does not use the link; the button does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await findClaim(param(params, 'token'));
  if (found.kind === 'unknown') throw notFound();
  const signedInAs = (await readSession(request))?.user.email ?? null;
  if (found.kind === 'over') return data({ over: found.why, supplier: '', email: '', signedInAs }, { status: 410 });
  return data({ over: null, supplier: found.organization.name, email: found.email, signedInAs });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = param(params, 'token');
  const form = await readForm(request);
  if ((await countAttempt('join-address', context.clientAddress)) > 0)
    return data(formFailure(form, { '': [m.claims_problem_often()] }), { status: 429 });
  const session = await readSession(request);
  const read = session ? null : parseForm(form, claimPersonFields);
  if (read && !read.ok) return data(read, { status: 422 });
  const who = session ? { userId: session.user.id } : read && { ...read.value, locale: localeOfRequest(request) };
  if (!who) throw notFound();
  const claimed = await claimByLink(token, who, recordClaimed);
  switch (claimed.kind) {
    case 'claimed':
      return redirect(`/o/${claimed.orgSlug}/received-requests`, {
        status: 303,
        ...(session ? {} : { headers: { 'set-cookie': await openSession(claimed.userId, request) } }),
      });
    case 'email-taken':
      return data(formFailure(form, { '': [m.claims_email_taken()] }), { status: 422 });
    case 'already-claimed':
      return data(formFailure(form, { '': [m.claims_lost()] }), { status: 409 });
    case 'over':
      return data(formFailure(form, {}), { status: 410 });
  }
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = () => [{ title: `${m.claims_title()} · Manumit` }, { name: 'robots', content: 'noindex' }];

export default function Claim() {
  const { over, supplier, email, signedInAs } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { pathname } = useLocation();
  return (
    <AnswerFrame asker={null}>
      <div className="grid max-w-prose gap-5 text-base">
        {over ? (
          <>
            <h1>{m.claims_over_title()}</h1>
            <p>{overWords[over]()}</p>
          </>
        ) : (
          <>
            <h1>{m.claims_open_title({ supplier })}</h1>
            <p>{m.claims_free()}</p>
            <ClaimForm supplier={supplier} signedInAs={signedInAs} email={email} here={pathname} failure={failure} />
          </>
        )}
      </div>
    </AnswerFrame>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
