import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { AllFiles } from '~/questionnaires/evidence/all-files';
import { listAllFiles } from '~/questionnaires/evidence/list-all-files.server';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { responseId = '' } = params;
  const listed = await member.inOrganization((db) => listAllFiles(db, { responseId, now: new Date() }));
  if (!listed) throw notFound();
  const base = `/o/${member.organization.slug}/responses/${responseId}`;
  return {
    crumb: { label: listed.supplier, to: base },
    files: listed.files,
    csv: `${base}/files.csv`,
    pages: `${base}/files`,
    bytes: `${base}/evidence`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.evidence_title()} · ${loaded?.crumb.label ?? ''} · Manumit` },
];

export default function ResponseFiles() {
  return <AllFiles {...useLoaderData<typeof loader>()} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
