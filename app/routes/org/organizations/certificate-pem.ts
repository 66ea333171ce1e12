import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { readSigningKey } from '~/documents/signing/signing-key.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';

/** The public certificate of the key that signs reports. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:organization');
  const key = await member.inOrganization(readSigningKey);
  if (!key) throw notFound();
  const lines = key.certificate.match(/.{1,64}/g) ?? [];
  const pem = ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
  return downloadResponse(pem, { fileName: `${member.organization.slug}-certificate.pem`, mediaType: 'application/x-pem-file' });
}
