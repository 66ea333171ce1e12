import type { InOrganization } from '~/access/tenant-db.server';
import { type SignedInPerson, signInPerson } from '~/documents/signing/sign-in-person.server';
import { findSignable } from './find-signable.server';
import type { ReportAsked } from './prepare-audit-report.server';

export type AuditSignedInPerson = SignedInPerson | { kind: 'refused'; code: 'unknown-report' | 'not-on-team' };

/** Adds an auditor's own signature, by a certificate file, to every form of an issued report. */
export async function signAuditInPerson(
  inOrganization: InOrganization,
  asked: ReportAsked & { reportId: string; organizationId: string; userName: string },
  own: { pkcs12: Uint8Array; password: string },
): Promise<AuditSignedInPerson> {
  const found = await findSignable(inOrganization, asked);
  if (found.kind === 'refused') return found;
  const { organizationId, userId, userName, now } = asked;
  return signInPerson(inOrganization, found.toSign, { organizationId, userId, userName, now }, own);
}
