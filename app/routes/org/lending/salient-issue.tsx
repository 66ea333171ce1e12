import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { IssuePage } from '~/lending/human-rights-assessment/issue-page';
import { readIssue } from '~/lending/human-rights-assessment/read-rights.server';
import { readPlace } from '~/platform/http/read-place';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const of = { dealId: param(params, 'dealId'), number: readPlace(params.issueNumber) };
  const read = await member.inOrganization((db) => readIssue(db, of));
  if (!read) throw notFound();
  const base = `/o/${member.organization.slug}/deals/${of.dealId}`;
  return {
    read,
    mayEdit: member.can('edit:deal') && !read.isClosed,
    base,
    here: `${base}/review/human-rights-assessment/${of.number}`,
  };
}

export default function RightsIssue() {
  const { read, mayEdit, base, here } = useLoaderData<typeof loader>();
  return <IssuePage read={read} base={base} here={here} mayEdit={mayEdit} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
