import { environment } from '~/env.server';
import { log } from '~/platform/log/log.server';
import { signatureValue, withTimestamp } from '~/documents/pdf/sign-bytes.server';
import { timestampRequest, tokenOf } from '~/documents/pdf/timestamp-token.server';

const seconds = 10;
/** A token with the certificates of its service takes some 6 kB; what a signature has room for is less than twice that. */
const mostBytes = 64 * 1024;

/** `off`: no service is configured. `failed`: it gave no valid stamp in time. */
export type Stamped = { kind: 'stamped' | 'off' | 'failed'; cms: Uint8Array };

export const hasTimestampService = (): boolean => environment().TIMESTAMP_URL !== undefined;

/** A signature with a time stamp of the configured service (RFC 3161), or as it was. Never throws for what the service does. */
export async function stampSignature(cms: Uint8Array): Promise<Stamped> {
  const { TIMESTAMP_URL } = environment();
  if (TIMESTAMP_URL === undefined) return { kind: 'off', cms };
  try {
    const octets = signatureValue(cms);
    const { request, nonce } = await timestampRequest(octets);
    const token = await tokenOf(await ask(TIMESTAMP_URL, request), { octets, nonce });
    if (token === null) throw new Error('The time stamp service gave no valid stamp.');
    return { kind: 'stamped', cms: withTimestamp(cms, token) };
  } catch (error) {
    log('timestamp.failed', { error });
    return { kind: 'failed', cms };
  }
}

/** One request: no redirect, so that the answer is of the configured address alone; limited in time and size. */
async function ask(address: string, request: Uint8Array): Promise<Uint8Array> {
  const url = new URL(address);
  const { username, password } = url;
  url.username = url.password = '';
  const response = await fetch(url, {
    ...{ method: 'POST', body: new Uint8Array(request), redirect: 'error', signal: AbortSignal.timeout(seconds * 1000) },
    headers: {
      'content-type': 'application/timestamp-query',
      accept: 'application/timestamp-reply',
      ...(username === ''
        ? {}
        : { authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}` }),
    },
  });
  if (!response.ok || !response.body) throw new Error(`The time stamp service answered ${response.status}.`);
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new Error('The answer of the time stamp service is too large.');
    }
    pieces.push(read.value);
  }
  return Buffer.concat(pieces);
}
