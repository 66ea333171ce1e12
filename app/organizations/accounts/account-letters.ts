import { m } from '~/paraglide/messages';
import type { Letter } from '~/platform/mail/send.server';

const letter = (subject: string, paragraphs: readonly string[]): Letter => ({ subject, text: `${paragraphs.join('\n\n')}\n` });

/** To a new address of an account: the link that confirms it. `date`: the formatted time at which it expires. */
export function emailChangeLetter(reader: { name: string; url: string; date: string }): Letter {
  const { name, url, date } = reader;
  return letter(m.accounts_letter_email_subject(), [
    m.accounts_letter_greeting({ name }),
    m.accounts_letter_email_text({ date }),
    url,
    m.accounts_letter_email_not_you(),
  ]);
}

/** To a requested address that already has an account: nothing was changed, and the requester is not named. */
export function emailTakenLetter(): Letter {
  return letter(m.accounts_letter_email_taken_subject(), [m.accounts_letter_invitation_greeting(), m.accounts_letter_email_taken_text()]);
}

/** To the former address, after the change. Does not name the new one: a former mailbox may be read by others. */
export function emailChangedLetter(reader: { name: string }): Letter {
  return letter(m.accounts_letter_email_changed_subject(), [
    m.accounts_letter_greeting(reader),
    m.accounts_letter_email_changed_text(),
    m.accounts_letter_changed_not_you(),
  ]);
}

/** To the address of the account, after its password was changed or set. */
export function passwordChangedLetter(reader: { name: string }): Letter {
  return letter(m.accounts_letter_password_subject(), [
    m.accounts_letter_greeting(reader),
    m.accounts_letter_password_text(),
    m.accounts_letter_changed_not_you(),
  ]);
}
