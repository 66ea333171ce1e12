import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { exportCase } from '~/safeguarding/sensitive-cases/export-case.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** A case as JSON for a person assigned to it, watermarked with their name and recorded in its log. The file name reveals nothing. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, inOrganization } = await requireMember(request, params, 'open:sensitive-case');
  const copy = await inOrganization((db) => exportCase(db, { caseId: param(params, 'caseId'), user, now: new Date() }));
  if (!copy) throw notFound();
  return downloadResponse(`${JSON.stringify(copy, null, 2)}\n`, {
    fileName: `record-${copy.reference}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
