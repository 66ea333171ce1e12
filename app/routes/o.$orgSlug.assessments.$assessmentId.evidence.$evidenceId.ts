import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readBytes } from '~/features/stored-file/store-file.server';
import { downloadResponse } from '~/web/download-response.server';
import { notFound } from '~/web/responses.server';

/** A file of evidence, always as a download: the browser never opens what somebody uploaded. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:assessment');
  const { assessmentId = '', evidenceId = '' } = params;
  const uuid = /^[0-9a-f-]{36}$/i;
  if (!uuid.test(assessmentId) || !uuid.test(evidenceId)) throw notFound();
  const evidence = await member.inOrganization((db) =>
    db.evidence.findFirst({
      where: { id: evidenceId, assessmentId, removedAt: null },
      select: { file: { select: { fileName: true, sha256: true, mediaType: true } } },
    }),
  );
  if (!evidence) throw notFound();
  return downloadResponse(await readBytes(member.organization.id, evidence.file.sha256), {
    fileName: evidence.file.fileName,
    mediaType: evidence.file.mediaType,
  });
}
