import type { LoaderFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';
import { findSentFile } from '~/findings/site-responses/list-messages.server';
import { notFound } from '~/platform/http/responses.server';

/** A file that the site sent about a finding, always as a download: the browser never opens an uploaded file. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:finding');
  const [findingId, fileId] = [z.uuid().safeParse(params.findingId).data, z.uuid().safeParse(params.fileId).data];
  const file = findingId && fileId ? await member.inOrganization((db) => findSentFile(db, { findingId, fileId })) : null;
  if (!file) throw notFound();
  return serveFile({ organizationId: member.organization.id, ...file });
}
