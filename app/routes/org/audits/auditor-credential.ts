import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { findCredentialFile } from '~/audits/auditors/read-auditors.server';
import { param } from '~/platform/http/param.server';
import { forbidden, notFound } from '~/platform/http/responses.server';
import { serveFile } from '~/questionnaires/evidence/serve-file.server';

/** The evidence of a credential, always as a download. Auditors open their own. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const userId = param(params, 'auditorId');
  if (userId !== member.user.id && !member.can('read:commission')) throw forbidden();
  const credentialId = param(params, 'credentialId');
  const file = await member.inOrganization((db) => findCredentialFile(db, { userId, credentialId }));
  if (!file) throw notFound();
  return serveFile({ organizationId: member.organization.id, ...file });
}
