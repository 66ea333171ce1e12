import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';
import type { KeyAnswer, SignatureAnswer } from '~/documents/personal-keys/messages-between';

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest();
const present = 0x01;
const verified = 0x04;
const withCredential = 0x40;

type Confirming = { challenge: string; origin: string; rpId?: string; isVerified?: boolean };

/** A passkey on P-256 without a device: what a browser hands over when one is made, and when it confirms a challenge. */
export class SoftwarePasskey {
  readonly #id = randomBytes(16);
  readonly #privateKey: KeyObject;
  readonly #publicKey: Buffer;
  /** What the extension "prf" would give. */
  readonly secret = new Uint8Array(randomBytes(32)).buffer;
  uses = 0;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.#privateKey = privateKey;
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const cose = new Map<number, number | Uint8Array<ArrayBuffer>>([
      ...([
        [1, 2],
        [3, -7],
        [-1, 1],
      ] as [number, number][]),
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    this.#publicKey = Buffer.from(isoCBOR.encode(cose));
  }

  get id(): string {
    return this.#id.toString('base64url');
  }

  #data(type: string, { challenge, origin, rpId = new URL(origin).hostname, isVerified = true }: Confirming, attested: Buffer) {
    const clientData = Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
    const flags = present | (isVerified ? verified : 0) | (attested.length > 0 ? withCredential : 0);
    const count = Buffer.alloc(4);
    count.writeUInt32BE(this.uses);
    return { clientData, authenticatorData: Buffer.concat([sha256(rpId), Buffer.from([flags]), count, attested]) };
  }

  make(given: Confirming): KeyAnswer['passkey'] {
    const length = Buffer.alloc(2);
    length.writeUInt16BE(this.#id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, this.#id, this.#publicKey]);
    const { clientData, authenticatorData } = this.#data('webauthn.create', given, attested);
    const attestation = new Map<string, string | Map<string, string> | Uint8Array<ArrayBuffer>>([
      ['fmt', 'none'],
      ['attStmt', new Map<string, string>()],
      ['authData', new Uint8Array(authenticatorData)],
    ]);
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: clientData.toString('base64url'),
        attestationObject: Buffer.from(isoCBOR.encode(attestation)).toString('base64url'),
        transports: ['internal'],
      },
    };
  }

  confirm(given: Confirming): SignatureAnswer['passkey'] {
    this.uses += 1;
    const { clientData, authenticatorData } = this.#data('webauthn.get', given, Buffer.alloc(0));
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(clientData)]), this.#privateKey);
    return {
      ...{ id: this.id, rawId: this.id, type: 'public-key', clientExtensionResults: {} },
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    };
  }
}
