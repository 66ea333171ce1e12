import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { loadPhoto } from '~/audits/report/load-photos.server';
import { readSharedReport, reportOrThrow } from '~/sharing/shared-access/read-shared-report.server';
import { notFound } from '~/platform/http/responses.server';

/** A photo of a shared report, limited to photos that a shared form prints; 410 once access has ended. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const { sharedAccessId = '', photoHash = '' } = params;
  const options = { organizationId: member.organization.id, sharedAccessId, how: 'page' as const, now: new Date(), isLogged: false };
  const { grant, content } = await reportOrThrow(() => member.inOrganization((db) => readSharedReport(db, options)));
  const isPrinted =
    grant.sections.some(({ key }) => key === 'full' || key === 'better-work') &&
    content.report.photos.some(({ sha256 }) => sha256 === photoHash);
  const photo = isPrinted && (await loadPhoto(grant.granterOrganizationId, photoHash));
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, no-store', 'X-Content-Type-Options': 'nosniff' },
  });
}
