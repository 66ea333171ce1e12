import { type ActionFunctionArgs, data, type HeadersFunction, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { can } from '~/access/permissions';
import { countAttempt } from '~/access/rate-limit.server';
import { readCaller } from '~/access/read-caller.server';
import { readCommissionLink, takeCommission } from '~/audits/commissions/accept-link.server';
import { daysText } from '~/audits/commissions/commission-table';
import { announcementLabel } from '~/audits/planning/labels';
import { AccountPage } from '~/organizations/accounts/account-page';
import { limitedMessage } from '~/organizations/accounts/labels';
import { m } from '~/paraglide/messages';
import { readForm } from '~/platform/forms/read-form.server';
import { param } from '~/platform/http/param.server';
import { notFound } from '~/platform/http/responses.server';
import { Button } from '~/ui/button';
import { Form } from '~/ui/form';
import { formatCountry } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Notice } from '~/ui/notice';
import { RadioGroup } from '~/ui/select';

/** The audit firms for which this person answers commissions; null for a visitor. */
async function firmsOf(request: Request) {
  const caller = await readCaller(request);
  if (!caller) return null;
  return caller.memberships.flatMap(({ role, organization }) =>
    organization.kind === 'audit-firm' && can(role, 'edit:commission') ? [organization] : [],
  );
}

/** Opening the page does not use the link; the button does. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const offer = await readCommissionLink(param(params, 'token'));
  if (!offer) throw notFound();
  const firms = (await firmsOf(request))?.map(({ id, name }) => ({ id, name })) ?? null;
  if (!offer.isOpen) return data({ buyer: offer.buyer.name, firms, offer: null }, { status: 410 });
  const { buyer, isOpen: _, ...shown } = offer;
  return data({ buyer: buyer.name, firms, offer: shown });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await readForm(request);
  const wait = await countAttempt('join-address', context.clientAddress);
  if (wait > 0) return data({ message: limitedMessage(wait) }, { status: 429 });
  const firm = (await firmsOf(request))?.find(({ id }) => id === form.get('organization'));
  if (!firm) return data({ message: m.commissions_offer_choose() }, { status: 422 });
  const taken = await takeCommission(param(params, 'token'), { firmOrganizationId: firm.id, now: new Date() });
  if (taken.kind === 'over') return data({ message: m.commissions_offer_over_title() }, { status: 410 });
  return redirect(`/o/${firm.slug}/commissions/${taken.commissionId}`, { status: 303 });
}

/** The address contains the token: the page is not cached. */
export const headers: HeadersFunction = () => ({ 'cache-control': 'no-store' });

export const meta: MetaFunction<typeof loader> = () => [
  { title: `${m.commissions_title()} · Manumit` },
  { name: 'robots', content: 'noindex' },
];

export default function CommissionOffer() {
  const { buyer, firms, offer } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const { pathname } = useLocation();
  return (
    <AccountPage
      title={offer ? m.commissions_offer_title({ buyer }) : m.commissions_offer_over_title()}
      lead={offer ? m.commissions_offer_lead() : m.commissions_offer_over({ buyer })}
      isSignedIn={firms !== null}
    >
      {reply?.message && <Notice tone="danger">{reply.message}</Notice>}
      {offer && (
        <KeyValueList
          pairs={[
            {
              key: 'site',
              label: m.audits_site(),
              value: [offer.site ?? offer.supplier, offer.country && formatCountry(offer.country)].filter(Boolean).join(', '),
            },
            { key: 'announcement', label: m.audits_announcement(), value: announcementLabel(offer.announcement) },
            { key: 'wanted', label: m.commissions_wanted(), value: daysText(offer.wantedFrom, offer.wantedTo) },
            { key: 'reason', label: m.commissions_reason(), value: offer.reason },
          ]}
        />
      )}
      {offer && firms === null && (
        <p>
          <Link to={`/sign-in?redirectTo=${encodeURIComponent(pathname)}`}>{m.shared_access_offer_sign_in()}</Link>
          {' · '}
          <Link to="/sign-up">{m.shared_access_offer_sign_up()}</Link>
        </p>
      )}
      {offer && firms?.length === 0 && <Notice tone="warning">{m.commissions_offer_no_firm()}</Notice>}
      {offer && firms !== null && firms.length > 0 && (
        <Form method="post" className="flex flex-col gap-4">
          <RadioGroup
            name="organization"
            label={m.commissions_firm()}
            options={firms.map(({ id, name }) => ({ value: id, label: name }))}
            defaultValue={firms.length === 1 ? firms[0]?.id : undefined}
          />
          <Button variant="primary">{m.commissions_offer_take()}</Button>
        </Form>
      )}
    </AccountPage>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
