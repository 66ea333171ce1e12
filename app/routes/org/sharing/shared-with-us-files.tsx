import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { AllFiles } from '~/questionnaires/evidence/all-files';
import { listSnapshotFiles } from '~/questionnaires/evidence/list-all-files.server';
import { readSharedAccess } from '~/sharing/shared-access/read-shared-access.server';
import { m } from '~/paraglide/messages';
import { notFound } from '~/platform/http/responses.server';

/** The files of shared answers. Once access has ended, its own page says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const now = new Date();
  const { sharedAccessId = '' } = params;
  const read = await member.inOrganization(async (db) => {
    const grant = await readSharedAccess(db, { organizationId: member.organization.id, sharedAccessId, now });
    return grant && !grant.isGiven ? { grant, files: await listSnapshotFiles(db, grant, now) } : null;
  });
  if (!read) throw notFound();
  const base = `/o/${member.organization.slug}/shared-with-us/${sharedAccessId}`;
  if (read.grant.state !== 'accepted') throw redirect(base);
  return {
    crumb: { label: read.grant.granter, to: base },
    files: read.files,
    csv: `${base}/files.csv`,
    pages: `${base}/files`,
    bytes: `${base}/files`,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: `${m.evidence_title()} · ${loaded?.crumb.label ?? ''} · Manumit` },
];

export default function SharedFiles() {
  return <AllFiles {...useLoaderData<typeof loader>()} />;
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
