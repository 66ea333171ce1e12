import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

/** The letter that invites a person to an organization, in the language of the current run. `role` and `date` are formatted in that language. */
export function invitationLetter(invitation: { inviter: string; organization: string; role: string; date: string; url: string }): Letter {
  const { inviter, organization, role, date, url } = invitation;
  return {
    subject: m.accounts_letter_invitation_subject({ inviter, organization }),
    text: [
      m.accounts_letter_invitation_greeting(),
      '',
      m.accounts_letter_invitation_text({ inviter, organization, role, date }),
      '',
      url,
      '',
      m.accounts_letter_invitation_not_you({ inviter }),
      '',
    ].join('\n'),
  };
}
