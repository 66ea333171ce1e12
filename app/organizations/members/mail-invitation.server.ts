import type { Role } from '~/access/permissions';
import { roleName } from '~/organizations/accounts/labels';
import { invitationLetter } from '~/organizations/members/invitation-letter';
import { canSendMail, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { log } from '~/platform/log/log.server';
import { formatDate } from '~/ui/format';

type Invitation = { email: string; token: string; role: Role; expiresAt: Date; inviter: string; organization: string };

/** Mails an invitation. False when no mail server is configured or it refused: then the link is for the inviter to hand over. */
export async function mailInvitation(invitation: Invitation): Promise<boolean> {
  if (!canSendMail()) return false;
  const { email, token, role, expiresAt, inviter, organization } = invitation;
  const letter = invitationLetter({
    inviter,
    organization,
    role: roleName(role),
    date: formatDate(expiresAt),
    url: `${siteAddress()}/join/${token}`,
  });
  try {
    await sendLetter(email, letter);
    return true;
  } catch (error) {
    log('mail.failed', { letter: 'invitation', error });
    return false;
  }
}
