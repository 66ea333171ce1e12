import { Agent, request as ask } from 'node:http';
import type { Served } from '../setup/served-app';

export type Sent = { method: string; path: string; headers: Record<string, string>; body: Buffer | null };
export type Reply = { status: number; text: string; location: string | undefined; type: string };

const agent = new Agent({ keepAlive: true, maxSockets: 16 });
/** The part of a response that is read: enough to detect forbidden content. */
const kept = 2_000_000;

/** Sends a request unchanged, without normalising its address. @throws when there was no response within a minute, or the connection broke */
export function send({ port }: Served, { method, path, headers, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body === null ? {} : { 'content-length': String(body.length) };
    const sent = ask({ port, host: '127.0.0.1', method, path, agent, headers: { ...headers, ...length } }, (answer) => {
      const pieces: Buffer[] = [];
      let size = 0;
      answer.on('data', (piece: Buffer) => {
        size += piece.length;
        if (size <= kept) pieces.push(piece);
        // A stream of progress ends with its reader.
        if (/event-stream/.test(answer.headers['content-type'] ?? '')) answer.destroy();
      });
      const end = () =>
        resolve({
          status: answer.statusCode ?? 0,
          text: Buffer.concat(pieces).toString('utf8'),
          location: answer.headers.location,
          type: answer.headers['content-type'] ?? '',
        });
      answer.on('close', end);
    });
    sent.setTimeout(60_000, () => sent.destroy(new Error('no answer within a minute')));
    sent.on('error', reject);
    sent.end(body ?? undefined);
  });
}

/** Frees idle connections. */
export const closeConnections = (): void => agent.destroy();
