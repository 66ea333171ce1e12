import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { AuditorTable } from '~/audits/auditors/auditor-table';
import { listAuditors } from '~/audits/auditors/read-auditors.server';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:commission');
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  return { today, rows: await member.inOrganization((db) => listAuditors(db, { today })), base: `/o/${member.organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.auditors_title()} · Manumit` }];

export default function Auditors() {
  return (
    <>
      <PageHeader title={m.auditors_title()} lead={m.auditors_lead()} />
      <AuditorTable {...useLoaderData<typeof loader>()} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
