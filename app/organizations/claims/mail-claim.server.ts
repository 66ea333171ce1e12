import { createClaimLink } from '~/access/claims.server';
import { countAttempt } from '~/access/rate-limit.server';
import type { Respondent } from '~/access/require-respondent.server';
import { forOrganization } from '~/access/tenant-db.server';
import { claimLetter, joinRequestLetter } from '~/organizations/claims/claim-letters';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { log } from '~/platform/log/log.server';

/**
 * How the holder of a device can show that the organization is his: by the address that the asker knows, where letters can be sent there; else the
 * asker handed the link over, and that is the proof.
 */
export async function proofWanted({ asker, responseId }: Respondent): Promise<{ kind: 'mail'; email: string } | { kind: 'handed' }> {
  if (!canSendMail()) return { kind: 'handed' };
  const request = await forOrganization({ organizationId: asker.id })((db) =>
    db.questionnaireRequest.findFirst({ where: { responseId }, select: { email: true } }),
  );
  return request?.email ? { kind: 'mail', email: request.email } : { kind: 'handed' };
}

export type ClaimMailed =
  | { kind: 'mailed' }
  | { kind: 'bounced' }
  | { kind: 'already-claimed' }
  | { kind: 'limited'; retryAfterSeconds: number };

/** Emails the link that opens the account to the known address, which is never shown. Three an hour per organization. */
export async function mailClaim(respondent: Respondent, email: string): Promise<ClaimMailed> {
  const { supplierOrganizationId, supplier } = respondent.request;
  const retryAfterSeconds = await countAttempt('claim-mail', supplierOrganizationId);
  if (retryAfterSeconds > 0) return { kind: 'limited', retryAfterSeconds };
  const link = await createClaimLink(supplierOrganizationId, email);
  if (!link) return { kind: 'already-claimed' };
  return deliver(email, claimLetter({ supplier, asker: respondent.asker.name, url: `${siteAddress()}/claim/${link.token}` }));
}

/** Notifies the owners of a claimed organization that a person requests to join it, with the address; they decide. Three an hour per organization. */
export async function askOwners(respondent: Respondent, email: string): Promise<ClaimMailed> {
  const { supplierOrganizationId: organizationId, supplier } = respondent.request;
  const retryAfterSeconds = await countAttempt('claim-mail', `join ${organizationId}`);
  if (retryAfterSeconds > 0) return { kind: 'limited', retryAfterSeconds };
  const owners = await forOrganization({ organizationId })((db) =>
    db.membership.findMany({ where: { role: 'owner' }, take: 5, select: { user: { select: { email: true } } } }),
  );
  const letter = joinRequestLetter({ supplier, asker: respondent.asker.name, email });
  const sent = await Promise.all(owners.map(({ user }) => deliver(user.email, letter)));
  return sent.find(({ kind }) => kind === 'mailed') ?? { kind: 'bounced' };
}

async function deliver(to: string, letter: Parameters<typeof sendLetter>[1]): Promise<ClaimMailed> {
  try {
    await sendLetter(to, letter);
    return { kind: 'mailed' };
  } catch (error) {
    log('mail.failed', { letter: 'claim', error });
    return { kind: 'bounced' };
  }
}
