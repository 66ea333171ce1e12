import { countAttempt } from '~/access/rate-limit.server';
import type { Member } from '~/access/require-member.server';
import { findByCode } from '~/access/shared-access.server';
import { m } from '~/paraglide/messages';
import { log } from '~/platform/log/log.server';
import { canSendMail, type Letter, sendLetter, shownAddress, siteAddress } from '~/platform/mail/send.server';
import type { z } from 'zod';
import { listKnownFirms } from './clients.server';
import { commissionRefusalLabel } from './labels';
import type { commissionFields } from './schema';
import { type Addressee, type Commissioned, commissionAudit, recordClientCommission } from './write-commission.server';

export type Sent =
  | { kind: 'sent'; commissionId: string }
  | { kind: 'link'; commissionId: string; email: string; url: string; mailed: 'mailed' | 'bounced' | 'no-mail' }
  | { kind: 'refused'; field: string; message: string; status: number };

/**
 * Commissions an audit as the form says: to a firm that was commissioned before, by its sharing code, or by a link to an address; in an audit firm, for a
 * client. Attempts with codes are counted.
 */
export async function sendCommission(
  member: Member,
  { form, origin, now }: { form: z.output<typeof commissionFields>; origin: string; now: Date },
): Promise<Sent> {
  const { supplier, site, firm, code, email, client, ...scope } = form;
  const refuse = (field: string, message: string, status = 422): Sent => ({ kind: 'refused', field, message, status });
  const { organization, user } = member;
  const what = { organizationId: organization.id, supplierPublicId: supplier, sitePublicId: site ?? null, scope, by: user.id, now };
  let made: Commissioned;
  if (organization.kind === 'audit-firm') {
    if (!client) return refuse('client', m.commissions_client_missing());
    made = await member.inOrganization((db) => recordClientCommission(db, { ...what, clientId: client }));
  } else {
    let to: Addressee | null = null;
    if (code) {
      const wait = await countAttempt('sharing-code', organization.id);
      if (wait > 0) return refuse('code', m.accounts_problem_limited({ minutes: Math.ceil(wait / 60) }), 429);
      const found = await findByCode(code);
      if (found?.kind !== 'audit-firm') return refuse('code', m.commissions_firm_unknown());
      to = { firmOrganizationId: found.id };
    } else if (firm) {
      const known = await member.inOrganization((db) => listKnownFirms(db, organization.id));
      if (!known.some(({ id }) => id === firm)) return refuse('firm', m.commissions_firm_unknown());
      to = { firmOrganizationId: firm };
    } else if (email) to = { firmEmail: email };
    if (to === null) return refuse('code', m.commissions_firm_missing());
    const addressee = to;
    made = await member.inOrganization((db) => commissionAudit(db, { ...what, to: addressee }));
  }
  if (made.kind === 'refused') return refuse('', commissionRefusalLabel(made));
  if (made.token === null || !email) return { kind: 'sent', commissionId: made.commissionId };
  const mailed = await mailLink(email, { buyer: organization.name, reason: scope.reason, token: made.token });
  return { kind: 'link', commissionId: made.commissionId, email, mailed, url: shownAddress(`/commission/${made.token}`, origin) };
}

async function mailLink(email: string, { buyer, reason, token }: { buyer: string; reason: string; token: string }) {
  if (!canSendMail()) return 'no-mail' as const;
  const lines = [m.commissions_letter_text({ buyer }), reason, `${siteAddress()}/commission/${token}`, m.commissions_letter_once()];
  const letter: Letter = { subject: m.commissions_letter_subject({ buyer }), text: `${lines.join('\n\n')}\n` };
  try {
    await sendLetter(email, letter);
    return 'mailed' as const;
  } catch (error) {
    log('mail.failed', { letter: 'commission', error });
    return 'bounced' as const;
  }
}
