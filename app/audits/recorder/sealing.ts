/** How often PBKDF2 runs over a passphrase: what OWASP asks of SHA-256. */
export const iterations = 600_000;
/** A passphrase shorter than this is refused. */
export const shortestPassphrase = 10;

/** What is stored about a passphrase: a passphrase is right if it opens the test record. */
export type Lock = { salt: Uint8Array<ArrayBuffer>; iterations: number; check: Sealed };
/** A record that only the passphrase opens. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; data: ArrayBuffer };

const checkName = 'check';
const checkText = 'manumit recorder';
const encoder = new TextEncoder();

/** AES-256-GCM key of a passphrase; it never leaves the browser's own store of keys. */
async function keyOf(passphrase: string, lock: Pick<Lock, 'salt' | 'iterations'>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', encoder.encode(passphrase.normalize('NFC')), 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: lock.salt, iterations: lock.iterations },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** A lock for a new passphrase, and its key. */
export async function makeLock(passphrase: string): Promise<{ lock: Lock; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOf(passphrase, { salt, iterations });
  return { lock: { salt, iterations, check: await seal(key, checkName, encoder.encode(checkText)) }, key };
}

/** The key of a lock, or null for a wrong passphrase. */
export async function unlock(lock: Lock, passphrase: string): Promise<CryptoKey | null> {
  const key = await keyOf(passphrase, lock);
  try {
    const text = new TextDecoder().decode(await unseal(key, checkName, lock.check));
    return text === checkText ? key : null;
  } catch {
    return null;
  }
}

/** Seals bytes under a name: put in the place of another record they do not open. The vector is new each time. */
export async function seal(key: CryptoKey, name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(name) }, key, bytes);
  return { iv, data };
}

/** @throws where the key is another, or the record was changed or moved */
export async function unseal(key: CryptoKey, name: string, { iv, data }: Sealed): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: encoder.encode(name) }, key, data));
}

export const sealJson = (key: CryptoKey, name: string, value: unknown): Promise<Sealed> =>
  seal(key, name, encoder.encode(JSON.stringify(value)));

/** @throws as `unseal` */
export async function unsealJson(key: CryptoKey, name: string, sealed: Sealed): Promise<unknown> {
  return JSON.parse(new TextDecoder().decode(await unseal(key, name, sealed)));
}

/** SHA-256 in hex. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
