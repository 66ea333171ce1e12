import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { changeSettings } from './change-settings';

export type Mailbox = { emails: { to: string[]; from: string; text: string }[]; next: () => Promise<string>; close: () => Promise<void> };

/** A real mail server on a free port that stores the emails it receives. SMTP_URL names it for the rest of the test file. */
export async function openMailbox(): Promise<Mailbox> {
  const emails: Mailbox['emails'] = [];
  const waiting: ((text: string) => void)[] = [];
  let taken = 0;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const raw = Buffer.concat(chunks).toString('utf8');
        const text = /content-transfer-encoding: quoted-printable/i.test(raw) ? decodeQuotedPrintable(raw) : raw;
        const from = session.envelope.mailFrom;
        emails.push({ to: session.envelope.rcptTo.map(({ address }) => address), from: from ? from.address : '', text });
        callback();
        const waiter = waiting.shift();
        if (waiter) {
          taken++;
          waiter(text);
        }
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  await changeSettings({ SMTP_URL: `smtp://127.0.0.1:${port}?from=manumit@example.org` });
  return {
    emails,
    next: () => {
      const unread = emails[taken];
      if (unread) {
        taken++;
        return Promise.resolve(unread.text);
      }
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function decodeQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString('utf8');
}
