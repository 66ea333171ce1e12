import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { can } from '~/access/permissions';
import { countAttempt } from '~/access/rate-limit.server';
import { readCaller } from '~/access/read-caller.server';
import { AccountPage } from '~/organizations/accounts/account-page';
import { limitedMessage } from '~/organizations/accounts/labels';
import { readOffer, takeOffer } from '~/sharing/shared-access/answer-offer.server';
import { lastDay } from '~/sharing/shared-access/last-day';
import { purposeLabel } from '~/sharing/access-requests/labels';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatDate } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { RadioGroup } from '~/ui/select';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The organizations for which this person may accept an offer. */
async function takersOf(request: Request) {
  const caller = await readCaller(request);
  if (!caller) return null;
  return caller.memberships.flatMap(({ role, organization }) => (can(role, 'receive:shared-access') ? [organization] : []));
}

/** Opening the page does not use the link; the button does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const offer = await readOffer(param(params, 'token'), new Date());
  if (!offer) throw notFound();
  const takers = await takersOf(request);
  const shown = {
    granter: offer.granter.name,
    takers: takers?.flatMap(({ id, name }) => (id === offer.granter.id ? [] : [{ id, name }])) ?? null,
  };
  if (!offer.isOpen) return data({ ...shown, offer: null }, { status: 410 });
  return data({
    ...shown,
    offer: {
      instrument: offer.reportTitle
        ? m.auditpapers_report_named({ title: offer.reportTitle })
        : localizedInstrument(offer.instrumentKey, getLocale()).title.text,
      isReport: offer.reportTitle !== null,
      sections: offer.scope.length,
      purpose: offer.purpose,
      reason: offer.reason,
      expiresAt: offer.expiresAt,
    },
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const wait = await countAttempt('join-address', context.clientAddress);
  if (wait > 0) return data({ message: limitedMessage(wait) }, { status: 429 });
  const takers = await takersOf(request);
  const organization = takers?.find(({ id }) => id === form.get('organization'));
  if (!organization) return data({ message: m.shared_access_offer_choose() }, { status: 422 });
  const taken = await takeOffer(param(params, 'token'), { organizationId: organization.id, now: new Date() });
  if (taken.kind === 'over') return data({ message: m.shared_access_problem_over() }, { status: 410 });
  return redirect(`/o/${organization.slug}/shared-with-us/${taken.sharedAccessId}`, { status: 303 });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.shared_access_shared_title()} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function Offer() {
  const { granter, takers, offer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { pathname } = useLocation();
  const offered = offer?.isReport ? m.auditpapers_offer_title : m.shared_access_offer_title;
  const title = offer ? offered({ granter }) : m.shared_access_offer_over_title();
  return (
    <AccountPage
      title={title}
      lead={offer ? m.shared_access_offer_lead() : m.shared_access_offer_over({ granter })}
      isSignedIn={takers !== null}
    >
      {reply?.message && <Notice tone="danger">{reply.message}</Notice>}
      {offer && (
        <KeyValueList
          pairs={[
            { key: 'what', label: offer.isReport ? m.auditpapers_what() : m.shared_access_column_questionnaire(), value: offer.instrument },
            { key: 'sections', label: offer.isReport ? m.audit_report_forms() : m.shared_access_column_sections(), value: offer.sections },
            { key: 'purpose', label: m.shared_access_purpose(), value: purposeLabel(offer.purpose) },
            { key: 'reason', label: m.shared_access_reason(), value: offer.reason },
            { key: 'until', label: m.shared_access_until(), value: formatDate(lastDay(offer.expiresAt)) },
          ]}
        />
      )}
      {offer && takers === null && (
        <p>
          <Link to={`/sign-in?redirectTo=${encodeURIComponent(pathname)}`}>{m.shared_access_offer_sign_in()}</Link>
          {' · '}
          <Link to="/sign-up">{m.shared_access_offer_sign_up()}</Link>
        </p>
      )}
      {offer && takers !== null && (
        <Form method="post" className="flex flex-col gap-4">
          <RadioGroup
            name="organization"
            label={m.shared_access_offer_for()}
            options={takers.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={takers.length === 1 ? takers[0]?.id : undefined}
          />
          <Button variant="primary">{m.shared_access_accept()}</Button>
        </Form>
      )}
    </AccountPage>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
