import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { claimListed, listClaimable } from '~/access/claims.server';
import { requireMember } from '~/access/require-member.server';
import { listSharedWith } from '~/access/require-site.server';
import { SharedWithUs } from '~/findings/site-sharing/shared-with-us';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { ClaimableSection } from '~/sharing/received-requests/claimable-section';
import { listReceived } from '~/sharing/received-requests/list-received.server';
import { OtherAccounts } from '~/sharing/received-requests/other-accounts';
import { listOtherAccounts } from '~/sharing/received-requests/other-accounts.server';
import { ReceivedTable } from '~/sharing/received-requests/received-table';
import { m } from '~/paraglide/messages';
import { getLocale } from '~/paraglide/runtime';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeader } from '~/ui/page-header';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound } from '~/platform/http/responses.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const cursor = new URL(request.url).searchParams.get('after') ?? undefined;
  const page = await member.inOrganization((db) => listReceived(db, { organizationId: member.organization.id, cursor }));
  return {
    rows: page.rows.map((row) => ({ ...row, instrument: localizedInstrument(row.instrumentKey, getLocale()).title.text })),
    next: page.next,
    shown: (await member.inOrganization((db) => listSharedWith(db, { organizationId: member.organization.id }))).map(
      ({ shareId, askerName, dueOn, createdAt }) => ({ shareId, asker: askerName, dueOn, createdAt }),
    ),
    claimable: await listClaimable(member.user.id),
    accounts: await listOtherAccounts(member),
    isFirst: cursor === undefined,
    base: `/o/${member.organization.slug}/received-requests`,
  };
}

/** Adds to the account another unclaimed organization that was asked at an address verified by this person. */
export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const form = await readForm(request);
  const organizationId = z.uuid().safeParse(form.get('organizationId')).data;
  if (!organizationId) throw notFound();
  const claimed = await claimListed(organizationId, member.user.id, recordClaimed);
  if (claimed.kind !== 'claimed') return data({ message: m.shared_access_claimable_over() }, { status: 422 });
  return redirectWithFlash(`/o/${claimed.orgSlug}/received-requests`, { tone: 'success', text: m.shared_access_claimable_done() });
}

export const meta: MetaFunction = () => [{ title: `${m.shared_access_received_title()} · Manumit` }];

export default function Received() {
  const { rows, next, shown, claimable, accounts, isFirst, base } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={m.shared_access_received_title()}
        lead={m.shared_access_received_lead()}
        actions={
          rows.length > 0 && (
            <LinkButton to={`${base}/export`} icon="download" reloadDocument>
              {m.shared_access_export()}
            </LinkButton>
          )
        }
      />
      <SharedWithUs shown={shown} />
      {reply?.message && <Notice tone="danger">{reply.message}</Notice>}
      {rows.length === 0 && isFirst ? (
        <EmptyState title={m.shared_access_received_empty_title()}>{m.shared_access_received_empty_text()}</EmptyState>
      ) : (
        <>
          <ReceivedTable rows={rows} base={base} />
          <CursorPager before={null} after={next} shown={rows.length} />
        </>
      )}
      <OtherAccounts accounts={accounts} />
      <ClaimableSection claimable={claimable} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
