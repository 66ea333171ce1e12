import type { InOrganization } from '~/access/tenant-db.server';
import { beginSignature } from '~/documents/personal-keys/begin-signature.server';
import type { SignatureAnswer } from '~/documents/personal-keys/messages-between';
import type { RelyingParty } from '~/documents/personal-keys/relying-party.server';
import { type SignedWithPasskey, signWithPasskey } from '~/documents/personal-keys/sign-with-passkey.server';
import { findSignable } from './find-signable.server';
import type { ReportAsked } from './prepare-audit-report.server';

type Asked = ReportAsked & { reportId: string; organizationId: string; userName: string };

/** What an auditor's device is asked to confirm, before all forms of an issued report are signed with the auditor's key. */
export async function beginAuditSignature(
  inOrganization: InOrganization,
  { keyId, ...asked }: Asked & { keyId: string },
  site: RelyingParty,
) {
  const found = await findSignable(inOrganization, asked);
  if (found.kind === 'refused') return found;
  return beginSignature(inOrganization, { ...found.toSign, reportHash: found.reportHash, keyId }, asked, site);
}

/** Adds an auditor's own signature to every form of an issued report, after the auditor's passkey confirmed its hash. */
export async function signAuditWithPasskey(
  inOrganization: InOrganization,
  { answer, ...asked }: Asked & { answer: SignatureAnswer },
  site: RelyingParty,
): Promise<SignedWithPasskey | { kind: 'refused'; code: 'unknown-report' | 'not-on-team' }> {
  const found = await findSignable(inOrganization, asked);
  if (found.kind === 'refused') return found;
  return signWithPasskey(inOrganization, { ...found.toSign, reportHash: found.reportHash, answer }, asked, site);
}
