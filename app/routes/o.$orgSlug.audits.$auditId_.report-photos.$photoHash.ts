import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findAudit } from '~/features/audit/find-audit.server';
import { loadPhoto, photosKept } from '~/features/audit-report/load-photos.server';
import { notFound } from '~/web/responses.server';

/** A photo of an audit's record as its reports show it. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const sha256 = params.photoHash ?? '';
  const [kept] = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId: params.auditId ?? '', userId: member.user.id, role: member.role });
    const named =
      audit && (await db.auditEntry.findFirst({ where: { auditId: audit.id, kind: 'photo', file: { sha256 } }, select: { id: true } }));
    return named ? photosKept(db, [sha256]) : [];
  });
  const photo = kept && (await loadPhoto(member.organization.id, kept));
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=3600', 'X-Content-Type-Options': 'nosniff' },
  });
}
