import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { madeAt } from '~/access/posting.server';
import { requireMember } from '~/access/require-member.server';
import { listClients, listKnownFirms } from '~/audits/commissions/clients.server';
import { CommissionForm } from '~/audits/commissions/commission-form';
import { commissionFields } from '~/audits/commissions/schema';
import { sendCommission } from '~/audits/commissions/send-commission.server';
import { readPlanChoices } from '~/audits/planning/read-plan-choices.server';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { foundByAddress } from '~/platform/forms/search-step.server';
import { ChooseSupplier } from '~/suppliers/choices/choose-supplier';
import { LinkButton } from '~/ui/button';
import { CopyField } from '~/ui/copy-field';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'edit:commission');
  const chosen = new URL(request.url).searchParams.get('supplier')?.trim() ?? '';
  const isFirm = member.organization.kind === 'audit-firm';
  const read = await member.inOrganization(async (db) => ({
    choices: chosen ? await readPlanChoices(db, { supplierPublicId: chosen }) : null,
    firms: isFirm ? [] : await listKnownFirms(db, member.organization.id),
    clients: isFirm ? (await listClients(db)).filter(({ hasAccount }) => !hasAccount).map(({ id, name }) => ({ id, name })) : null,
  }));
  return {
    ...(await foundByAddress({ request, params })),
    ...read,
    mayAdd: member.can('edit:supplier'),
    base: `/o/${member.organization.slug}`,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'edit:commission');
  const form = await readForm(request);
  const read = parseForm(form, commissionFields);
  if (!read.ok) return data({ failure: read, link: null }, { status: 422 });
  const sent = await sendCommission(member, { form: read.value, origin: new URL(request.url).origin, now: new Date() });
  if (sent.kind === 'refused')
    return data({ failure: formFailure(form, { [sent.field]: [sent.message] }), link: null }, { status: sent.status });
  const address = `/o/${member.organization.slug}/commissions/${sent.commissionId}`;
  if (sent.kind === 'sent') return redirect(address, 303);
  madeAt(address);
  return data({ failure: null, link: sent });
}

export const meta: MetaFunction = () => [{ title: `${m.commissions_new()} · Manumit` }];

export default function NewCommission() {
  const { choices, firms, clients, mayAdd, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const link = reply?.link ?? null;
  const title = clients ? m.commissions_record() : m.commissions_new();
  return (
    <div className="max-w-prose">
      <PageHeader
        title={title}
        breadcrumbs={[{ label: m.commissions_title(), to: `${base}/commissions` }, { label: title }]}
        {...(choices ? { lead: choices.supplier.name } : {})}
      />
      {link ? (
        <>
          <Notice tone={link.mailed === 'bounced' ? 'warning' : 'success'} title={m.commissions_link_title({ email: link.email })} isLive>
            {link.mailed === 'mailed' && <p className="mb-2">{m.requests_link_mailed({ email: link.email })}</p>}
            {link.mailed === 'bounced' && <p className="mb-2">{m.requests_link_bounced({ email: link.email })}</p>}
            <p className="mb-2">{m.shared_access_link_once()}</p>
            <CopyField value={link.url} label={m.commissions_link_title({ email: link.email })} />
          </Notice>
          <p className="mt-4">
            <LinkButton to={`${base}/commissions/${link.commissionId}`} variant="primary">
              {m.commissions_open()}
            </LinkButton>
          </p>
        </>
      ) : clients?.length === 0 ? (
        <EmptyState
          title={m.commissions_clients_first_title()}
          actions={<LinkButton to={`${base}/clients#add`}>{m.commissions_client_add()}</LinkButton>}
        >
          {m.commissions_clients_first()}
        </EmptyState>
      ) : choices ? (
        <>
          <p className="mb-4">
            <Link to={`${base}/commissions/new`}>{m.audits_choose_other()}</Link>
          </p>
          <CommissionForm {...{ choices, firms, clients }} failure={reply?.failure ?? undefined} />
        </>
      ) : (
        <ChooseSupplier name="supplier" label={m.commissions_whom()} form="commission" mayAdd={mayAdd} />
      )}
    </div>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
