import net from 'node:net';
import type { Readable } from 'node:stream';
import { environment } from '~/env.server';

export type ScanResult = { kind: 'clean' } | { kind: 'infected'; signature: string } | { kind: 'failed'; reason: string };

/** Whether a scanner is configured. */
export const canScan = (): boolean => environment().CLAMD_URL !== undefined;

const patienceMs = 120_000;

/**
 * Sends a stream to clamd (INSTREAM) and answers what it says. A scanner that cannot be reached, breaks off, takes too long or refuses the size
 * is a failure, never a clean file.
 */
export async function scanStream(stream: Readable, url = environment().CLAMD_URL): Promise<ScanResult> {
  if (url === undefined) return { kind: 'failed', reason: 'no scanner is configured' };
  const socket = connect(url);
  const reply = readReply(socket);
  // Awaited below; without this a socket that fails early would be an unhandled rejection.
  reply.catch(() => undefined);
  try {
    await send(socket, 'zINSTREAM\0');
    for await (const chunk of stream) {
      if (socket.destroyed || socket.readableEnded) break;
      const bytes = Buffer.from(chunk);
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.length);
      if (bytes.length > 0) await send(socket, Buffer.concat([length, bytes]));
    }
    await send(socket, Buffer.alloc(4));
  } catch {
    // The reply says why, where there is one: clamd answers before it hangs up on a stream above its limit.
  }
  try {
    return readResult(await reply);
  } catch (error) {
    return { kind: 'failed', reason: error instanceof Error ? error.message : 'unknown' };
  } finally {
    socket.destroy();
    stream.destroy();
  }
}

function connect(url: string): net.Socket {
  const { protocol, hostname, port, pathname } = new URL(url);
  const socket = protocol === 'unix:' ? net.connect(pathname) : net.connect(Number(port), hostname.replace(/^\[|\]$/g, ''));
  socket.setTimeout(patienceMs, () => socket.destroy(new Error('the scanner took too long')));
  return socket;
}

function send(socket: net.Socket, bytes: string | Buffer): Promise<void> {
  return new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));
}

function readReply(socket: net.Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.includes('\0') || text.length > 10_000) resolve(text);
    });
    socket.on('end', () => resolve(text));
    socket.on('close', () => resolve(text));
    socket.on('error', reject);
  });
}

function readResult(reply: string): ScanResult {
  const line = reply.replace(/\0[\s\S]*$/, '').trim();
  if (line === 'stream: OK') return { kind: 'clean' };
  const signature = /^stream: (.+) FOUND$/.exec(line)?.[1];
  if (signature) return { kind: 'infected', signature };
  return { kind: 'failed', reason: line === '' ? 'the scanner hung up' : line.slice(0, 200) };
}
