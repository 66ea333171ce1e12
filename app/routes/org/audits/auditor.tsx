import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { AuditorPage } from '~/audits/auditors/auditor-page';
import { handleAuditorAction } from '~/audits/auditors/handle-auditor-action.server';
import { readAuditor } from '~/audits/auditors/read-auditors.server';
import { m } from '~/paraglide/messages';
import { answerAct } from '~/platform/forms/answer-act.server';
import { param } from '~/platform/http/param.server';
import { forbidden, notFound } from '~/platform/http/responses.server';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const auditorId = param(params, 'auditorId');
  const isOwn = auditorId === member.user.id;
  if (!isOwn && !member.can('read:commission')) throw forbidden();
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const auditor = await member.inOrganization((db) => readAuditor(db, { userId: auditorId, today }));
  if (!auditor) throw notFound();
  const base = `/o/${member.organization.slug}`;
  return {
    ...{ auditor, today, base, here: `${base}/auditors/${auditorId}` },
    mayEdit: member.can('plan:audit'),
    mayAbsent: member.can('plan:audit') || (isOwn && member.can('record:audit')),
    maySeeList: member.can('read:commission'),
  };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const auditorId = param(params, 'auditorId');
  const done = await handleAuditorAction(member, { request, auditorId, now: new Date() });
  return answerAct(done, `/o/${member.organization.slug}/auditors/${auditorId}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: read }) => [{ title: `${read?.auditor.name ?? m.auditors_title()} · Manumit` }];

export default function Auditor() {
  const { auditor, maySeeList, ...page } = useLoaderData<typeof loader>();
  const reply = useActionData<typeof action>();
  return (
    <>
      <PageHeader
        title={auditor.name}
        breadcrumbs={[
          maySeeList ? { label: m.auditors_title(), to: `${page.base}/auditors` } : { label: m.auditors_title() },
          { label: auditor.name },
        ]}
      />
      <AuditorPage
        {...page}
        credentials={auditor.credentials}
        bookings={auditor.bookings}
        failureOf={(...intents) => (reply && intents.includes(reply.intent) ? reply.failure : undefined)}
      />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
