import { emailChangedLetter, emailChangeLetter, emailTakenLetter, passwordChangedLetter } from '~/organizations/accounts/account-letters';
import { canSendMail, type Letter, sendLetter, siteAddress } from '~/platform/mail/send.server';
import { log } from '~/platform/log/log.server';
import { formatMoment } from '~/ui/format';

/** Sends a letter; false when the server refused, which the server's log says without the address. */
async function send(to: string, letter: Letter): Promise<boolean> {
  try {
    await sendLetter(to, letter);
    return true;
  } catch (error) {
    log('mail.failed', { letter: 'account', error });
    return false;
  }
}

/** Emails the link to a requested address; an address of another account gets a letter that says so instead. False when it could not be sent. */
export function mailEmailChange(change: {
  name: string;
  email: string;
  token: string;
  expiresAt: Date;
  belongsElsewhere: boolean;
}): Promise<boolean> {
  const { name, email, token, expiresAt, belongsElsewhere } = change;
  if (belongsElsewhere) return send(email, emailTakenLetter());
  return send(email, emailChangeLetter({ name, date: formatMoment(expiresAt), url: `${siteAddress()}/account/email/${token}` }));
}

/** Tells the former address that it is no longer the account's; nothing without a mail server. */
export async function mailEmailChanged(person: { name: string; formerEmail: string }): Promise<void> {
  if (canSendMail()) await send(person.formerEmail, emailChangedLetter(person));
}

/** Tells a person that his password is another one; nothing without a mail server. */
export async function mailPasswordChanged(person: { name: string; email: string }): Promise<void> {
  if (canSendMail()) await send(person.email, passwordChangedLetter(person));
}
