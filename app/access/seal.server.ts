import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { environment } from '~/env.server';

/** A text that this installation cannot open: its secret was changed and the one before is not in OLD_APP_SECRETS, or the text was altered. */
export class SealBroken extends Error {
  constructor() {
    super('A sealed text cannot be opened: it was altered, or the secret it was sealed with is not known any more (OLD_APP_SECRETS).');
    this.name = 'SealBroken';
  }
}

const derive = (secret: string, salt: string, purpose: string, bytes: number) =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.from(salt, 'base64url'), `manumit ${purpose}`, bytes));

/** Names a secret without telling anything of it: 8 hexadecimal digits. */
const keyIdOf = (secret: string) => derive(secret, '', 'key id', 4).toString('hex');

function secretOf(keyId: string): string {
  const { APP_SECRET, OLD_APP_SECRETS } = environment();
  const secret = [APP_SECRET, ...OLD_APP_SECRETS].find((candidate) => keyIdOf(candidate) === keyId);
  if (secret === undefined) throw new SealBroken();
  return secret;
}

/** A new salt, from which with the secret one record's key is derived. Who deletes it makes the record's texts unreadable, in backups of later days too. */
export function newSalt(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * Seals a text with AES-256-GCM under a key of its record: HKDF-SHA-256 of the app's secret and the record's salt. `place` names the column and record and is
 * authenticated with the text, so that it cannot be opened in another place. "v1.<key id>.<nonce>.<tag>.<text>", parts in base64url.
 */
export function seal(text: string, { salt, place }: { salt: string; place: string }): string {
  const secret = environment().APP_SECRET;
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', derive(secret, salt, 'sealed text', 32), nonce);
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return ['v1', keyIdOf(secret), ...[nonce, cipher.getAuthTag(), sealed].map((part) => part.toString('base64url'))].join('.');
}

/** Opens what `seal` made. @throws SealBroken when it was altered, moved, or its secret is not known */
export function unseal(sealed: string, { salt, place }: { salt: string; place: string }): string {
  const [version, keyId, ...parts] = sealed.split('.');
  const [nonce, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'));
  if (version !== 'v1' || !keyId || !nonce || tag?.length !== 16 || !text) throw new SealBroken();
  const secret = secretOf(keyId);
  try {
    const decipher = createDecipheriv('aes-256-gcm', derive(secret, salt, 'sealed text', 32), nonce);
    decipher.setAAD(Buffer.from(place));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8');
  } catch {
    throw new SealBroken();
  }
}

const markOf = (secret: string, text: string) =>
  createHmac('sha256', derive(secret, '', 'mark', 32))
    .update(text)
    .digest('base64url');

/** A MAC on a text, which access to the database alone does not suffice to create: "<key id>.<HMAC-SHA-256>". */
export function mark(text: string): string {
  const secret = environment().APP_SECRET;
  return `${keyIdOf(secret)}.${markOf(secret, text)}`;
}

/** Whether `mark` made this of this text, with the secret of today or one before. */
export function isMarkOf(marked: string, text: string): boolean {
  const { APP_SECRET, OLD_APP_SECRETS } = environment();
  return [APP_SECRET, ...OLD_APP_SECRETS].some((secret) => marked === `${keyIdOf(secret)}.${markOf(secret, text)}`);
}
