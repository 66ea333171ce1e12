/** The private key of a personal signature in the browser, encrypted under a secret of the passkey (WebAuthn, extension "prf"). Bytes in base64url. */
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const hashed = { name: 'ECDSA', hash: 'SHA-256' } as const;
const purpose = new TextEncoder().encode('manumit personal signing key');
const nonceBytes = 12;

type Bytes = Uint8Array<ArrayBuffer>;

export function toText(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

export function toBytes(text: string): Bytes {
  const plain = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(plain, (character) => character.charCodeAt(0));
}

async function wrappingKey(secret: ArrayBuffer, salt: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt: toBytes(salt), info: purpose },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** A new key, encrypted beside its public key, and the proof that it is of who sends it: a signature over the challenge. */
export async function makeWrapped(secret: ArrayBuffer, { salt, challenge }: { salt: string; challenge: string }) {
  const keys = await crypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const publicKey = toText(await crypto.subtle.exportKey('spki', keys.publicKey));
  const iv = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const algorithm = { name: 'AES-GCM', iv, additionalData: toBytes(publicKey) };
  const pkcs8 = await crypto.subtle.exportKey('pkcs8', keys.privateKey);
  const encrypted = new Uint8Array(await crypto.subtle.encrypt(algorithm, await wrappingKey(secret, salt), pkcs8));
  new Uint8Array(pkcs8).fill(0);
  const sealed = new Uint8Array(nonceBytes + encrypted.length);
  sealed.set(iv);
  sealed.set(encrypted, nonceBytes);
  const proof = toText(await crypto.subtle.sign(hashed, keys.privateKey, toBytes(challenge)));
  return { publicKey, sealedKey: toText(sealed.buffer), proof };
}

/** Signs with an encrypted key, and forgets it. @throws where the secret is of another passkey */
export async function signWrapped(
  secret: ArrayBuffer,
  { publicKey, sealedKey, salt }: { publicKey: string; sealedKey: string; salt: string },
  toSign: readonly string[],
): Promise<string[]> {
  const sealed = toBytes(sealedKey);
  const algorithm = { name: 'AES-GCM', iv: sealed.slice(0, nonceBytes), additionalData: toBytes(publicKey) };
  const pkcs8 = await crypto.subtle.decrypt(algorithm, await wrappingKey(secret, salt), sealed.slice(nonceBytes));
  const key = await crypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign']);
  new Uint8Array(pkcs8).fill(0);
  return Promise.all(toSign.map(async (each) => toText(await crypto.subtle.sign(hashed, key, toBytes(each)))));
}
