import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { sharingCode } from '~/access/shared-access.server';
import { requireMember } from '~/access/require-member.server';
import { AccessRequestsReceived } from '~/sharing/access-requests/access-request-list';
import { answerAccess, listAccessRequests } from '~/sharing/access-requests/access-requests.server';
import { CodeSection } from '~/sharing/shared-access/code-section';
import { SharedAccessTable } from '~/sharing/shared-access/shared-access-table';
import { listSharedAccess } from '~/sharing/shared-access/list-shared-access.server';
import { refuseAccessFields } from '~/sharing/shared-access/schema';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { Notice } from '~/ui/notice';
import { PageHeader, Section } from '~/ui/page-header';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const organizationId = member.organization.id;
  const cursor = new URL(request.url).searchParams.get('after') ?? undefined;
  const read = await member.inOrganization(async (db) => ({
    page: await listSharedAccess(db, { organizationId, side: 'granter', cursor, now: new Date() }),
    asked: await listAccessRequests(db, { organizationId, side: 'received' }),
  }));
  return {
    ...read,
    base: `/o/${member.organization.slug}`,
    code: await sharingCode(organizationId),
    mayShare: member.can('share:answers'),
    isFirst: cursor === undefined,
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'share:answers');
  const form = await readForm(request);
  const path = `/o/${member.organization.slug}/shared-access`;
  if (form.get('intent') === 'renew-code') {
    await sharingCode(member.organization.id, { renew: true });
    return redirectWithFlash(path, { tone: 'success', text: m.shared_access_code_renewed() });
  }
  const read = parseForm(form, refuseAccessFields);
  if (!read.ok) return data({ message: m.shared_access_asked_over() }, { status: 422 });
  const isDone = await member.inOrganization((db) =>
    answerAccess(db, {
      organizationId: member.organization.id,
      requestId: read.value.request,
      verdict: 'refused',
      answer: read.value.answer ?? '',
      now: new Date(),
    }),
  );
  if (!isDone) return data({ message: m.shared_access_asked_over() }, { status: 422 });
  return redirectWithFlash(path, { tone: 'success', text: m.shared_access_asked_refused_flash() });
}

export const meta: MetaFunction = () => [{ title: `${m.shared_access_grants_title()} · Manumit` }];

export default function Grants() {
  const { page, asked, base, code, mayShare, isFirst } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  const share = mayShare && (
    <LinkButton to={`${base}/shared-access/new`} variant="primary" icon="add">
      {m.shared_access_new()}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={m.shared_access_grants_title()} lead={m.auditpapers_grants_lead()} actions={share} />
      {reply?.message && <Notice tone="danger">{reply.message}</Notice>}
      {asked.length > 0 && (
        <Section title={m.shared_access_asked_title()} lead={m.shared_access_asked_lead()}>
          <AccessRequestsReceived asked={asked} base={base} mayAnswer={mayShare} />
        </Section>
      )}
      {page.rows.length === 0 && isFirst ? (
        <EmptyState
          title={m.shared_access_grants_empty_title()}
          actions={<LinkButton to={`${base}/received-requests`}>{m.shared_access_received_nav()}</LinkButton>}
        >
          {m.shared_access_grants_empty_text()}
        </EmptyState>
      ) : (
        <>
          <SharedAccessTable rows={page.rows} base={`${base}/shared-access`} partyHeader={m.shared_access_column_recipient()} />
          <CursorPager before={null} after={page.next} shown={page.rows.length} />
        </>
      )}
      <div className="mt-8">
        <CodeSection code={code} mayRenew={mayShare} />
      </div>
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
