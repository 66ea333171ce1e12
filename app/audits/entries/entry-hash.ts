import canonicalize from 'canonicalize';

const hex = (bytes: ArrayBuffer) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function sha256(text: string): Promise<string> {
  return hex(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}

/** SHA-256, in hex, of an entry's RFC 8785 form: its value, key and predecessors. The device clock is excluded, because it may be corrected. */
export function entryHash(entry: { id: string; kind: string; key: string; value: unknown; replaces: readonly string[] }): Promise<string> {
  const { id, kind, key, value, replaces } = entry;
  return sha256(canonicalize({ id, kind, key, value, replaces: [...replaces].sort() }) ?? '');
}

/** SHA-256 over all hashes of a device, sorted, one a line: what a receipt carries and the device computes too. */
export function sendingHash(hashes: readonly string[]): Promise<string> {
  return sha256([...hashes].sort().join('\n'));
}
