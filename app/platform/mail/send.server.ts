import { createTransport, type Transporter } from 'nodemailer';
import { environment } from '~/env.server';

/** `unsubscribeUrl`: where one POST stops letters of this kind, for mail programs that offer it (RFC 8058). */
export type Letter = { subject: string; text: string; unsubscribeUrl?: string };

let transport: { url: string; transporter: Transporter } | undefined;

/** Whether a mail server is configured (SMTP_URL). */
export function canSendMail(): boolean {
  return environment().SMTP_URL !== undefined;
}

/**
 * The address of this site for links in letters: PUBLIC_URL, else the machine itself.
 * Never the host of a request: its sender could then choose where the link in a letter leads.
 */
export function siteAddress(): string {
  const { PUBLIC_URL, PORT } = environment();
  return (PUBLIC_URL ?? `http://localhost:${PORT}`).replace(/\/+$/, '');
}

/** Sends a plain letter. The sender is `from` of SMTP_URL's query (smtp://host?from=manumit@example.org), else no-reply at the site's host. Throws when the server refuses. */
export async function sendLetter(to: string, letter: Letter): Promise<void> {
  const { SMTP_URL } = environment();
  if (SMTP_URL === undefined) throw new Error('No mail server is configured: set SMTP_URL.');
  if (transport?.url !== SMTP_URL) transport = { url: SMTP_URL, transporter: createTransport(withoutSender(SMTP_URL)) };
  const from = new URL(SMTP_URL).searchParams.get('from') ?? `no-reply@${new URL(siteAddress()).hostname}`;
  await transport.transporter.sendMail({
    from: { name: 'Manumit', address: from },
    to: { name: '', address: to },
    subject: letter.subject,
    text: letter.text,
    headers: { 'Auto-Submitted': 'auto-generated', ...(letter.unsubscribeUrl ? unsubscribeHeaders(letter.unsubscribeUrl) : {}) },
  });
}

const unsubscribeHeaders = (url: string) => ({
  'List-Unsubscribe': { prepared: true, value: `<${url}>` },
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});

function withoutSender(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  url.searchParams.delete('from');
  return url.href;
}

/** A path as an absolute URL to show to the person who requested a link: under PUBLIC_URL, else under the origin of the request. */
export function shownAddress(path: string, requestOrigin: string): string {
  return `${(environment().PUBLIC_URL ?? requestOrigin).replace(/\/+$/, '')}${path}`;
}
