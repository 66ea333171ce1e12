import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { readRecord, currentByKey } from '~/audits/entries/read-record.server';
import { redactZeroTolerance } from '~/audits/entries/redact-zero-tolerance.server';
import { withoutWithdrawn } from '~/audits/entries/without-withdrawn.server';
import { loadPhoto, photosKept } from '~/audits/report/load-photos.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** A photo of an audit's record as shown in its reports. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const sha256 = param(params, 'photoHash');
  const [kept] = await member.inOrganization(async (db) => {
    const audit = await findAudit(db, { auditId: param(params, 'auditId'), userId: member.user.id, role: member.role });
    if (!audit) return [];
    const record = await withoutWithdrawn(db, { auditId: audit.id, record: redactZeroTolerance(await readRecord(db, audit)) });
    const shown = currentByKey(record, 'photo');
    return [...shown.values()].some(({ value }) => value.sha256 === sha256) ? photosKept(db, [sha256]) : [];
  });
  const photo = kept && (await loadPhoto(member.organization.id, kept));
  if (!photo) throw notFound();
  return new Response(new Uint8Array(photo), {
    headers: { 'Content-Type': 'image/jpeg', 'Cache-Control': 'private, max-age=3600', 'X-Content-Type-Options': 'nosniff' },
  });
}
