import { webcrypto } from 'node:crypto';
import { verifyAuthenticationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { unseal } from '~/access/seal.server';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { attributesToSign, withSignature } from '~/documents/pdf/sign-bytes.server';
import {
  keepSignatures,
  type PreparedForm,
  prepareForms,
  type Signatory,
  type ToSignInPerson,
} from '~/documents/signing/person-signatures.server';
import { log } from '~/platform/log/log.server';
import { placeOfKey } from './create-key.server';
import type { SignatureAnswer } from './messages-between';
import type { RelyingParty } from './relying-party.server';
import { challengeOf, type Statement, statementSchema, statementText } from './statement.server';
import { resumeStep } from './step.server';

export type SignedWithPasskey =
  | { kind: 'signed'; isStamped: boolean | null }
  | { kind: 'refused'; code: 'too-late' | 'not-confirmed' | 'unknown-key' | 'not-signed' | 'signed-already' | 'changed' };

const stepSchema = z.object({ keyId: z.guid(), statement: statementSchema });
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const hashed = { name: 'ECDSA', hash: 'SHA-256' } as const;

/**
 * The second step of a signature: checks that the passkey of this very key confirmed, with user verification, the hash of what is signed, and writes the
 * signatures into all files. The confirmation is stored beside them, for anybody to check again.
 */
export async function signWithPasskey(
  inOrganization: InOrganization,
  { answer, reportHash, ...toSign }: ToSignInPerson & { reportHash: string; answer: SignatureAnswer },
  who: Signatory,
  site: RelyingParty,
): Promise<SignedWithPasskey> {
  const { organizationId, userId, now } = who;
  const step = resumeStep('sign', { organizationId, userId }, { token: answer.token, now, schema: stepSchema });
  if (!step) return { kind: 'refused', code: 'too-late' };
  const { statement, keyId } = step;
  const key = await inOrganization((db) => findKey(db, { keyId, userId }));
  if (!key) return { kind: 'refused', code: 'unknown-key' };
  const text = statementText(statement);
  const confirmed = await confirmation(answer, { challenge: challengeOf(text), key, site });
  if (!confirmed) return { kind: 'refused', code: 'not-confirmed' };
  const signatory = { ...who, now: new Date(statement.at), userName: statement.name };
  const prepared = await prepareForms(inOrganization, { ...toSign, reason: statement.reason }, signatory);
  if (prepared.kind === 'refused') return prepared;
  const { forms } = prepared;
  if (!isStated(statement, { forms, documentId: toSign.documentId, reportHash, fingerprint: key.fingerprint }))
    return { kind: 'refused', code: 'changed' };
  const signatures = await signaturesBy(key, forms, answer.signatures);
  if (!signatures) return { kind: 'refused', code: 'not-confirmed' };
  const evidence = {
    ...{ documentId: toSign.documentId, keyId, userId, protection: key.protection, statement: text, challenge: challengeOf(text) },
    ...{ credentialKey: key.credentialKey, origin: site.origin, signedAt: signatory.now },
    ...{ authenticatorData: answer.passkey.response.authenticatorData, clientData: answer.passkey.response.clientDataJSON },
    assertion: answer.passkey.response.signature,
  };
  return keepSignatures(inOrganization, { ...toSign, forms, signatures }, signatory, {
    ...{ name: statement.name, fingerprint: key.fingerprint },
    keep: async (db) => {
      // A revocation, or another use of the passkey, between check and record.
      const used = await db.personalSigningKey.updateMany({
        where: { id: keyId, userId, revokedAt: null, uses: key.uses },
        data: { uses: confirmed.newCounter },
      });
      if (used.count !== 1) return null;
      return (await db.personalSignature.create({ data: evidence, select: { id: true } })).id;
    },
  });
}

type Key = NonNullable<Awaited<ReturnType<typeof findKey>>>;
const findKey = (db: TenantDb, { keyId, userId }: { keyId: string; userId: string }) =>
  db.personalSigningKey.findFirst({
    where: { id: keyId, userId, revokedAt: null },
    include: { issuer: { select: { certificate: true } } },
  });

async function confirmation({ passkey }: SignatureAnswer, { challenge, key, site }: { challenge: string; key: Key; site: RelyingParty }) {
  if (passkey.id !== key.credentialId) return null;
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: passkey,
      ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.id, requireUserVerification: true },
      credential: { id: key.credentialId, publicKey: new Uint8Array(Buffer.from(key.credentialKey, 'base64')), counter: Number(key.uses) },
    });
    return verified ? authenticationInfo : null;
  } catch (error) {
    log('passkey.refused', { error });
    return null;
  }
}

/** Whether what is signed now is what was confirmed: the same report, files and key. */
function isStated(
  { files, document, report, key }: Statement,
  now: { forms: readonly PreparedForm[]; documentId: string; reportHash: string; fingerprint: string },
): boolean {
  if (document !== now.documentId || report !== now.reportHash || key !== now.fingerprint) return false;
  return Object.keys(files).length === now.forms.length && now.forms.every(({ form, digest }) => files[form] === digest);
}

/** One CMS a file: by the key that the browser opened, or by the one that is sealed here. Null where the browser's signatures are not of this key. */
async function signaturesBy(key: Key, forms: readonly PreparedForm[], given: readonly string[]): Promise<Uint8Array[] | null> {
  const certificate = Buffer.from(key.certificate, 'base64');
  const chain = [Buffer.from(key.issuer.certificate, 'base64')];
  const publicKey = await webcrypto.subtle.importKey('spki', Buffer.from(key.publicKey, 'base64'), curve, false, ['verify']);
  const sealed = key.protection === 'passkey-check' ? await openSealed(key) : null;
  const signed: Uint8Array[] = [];
  for (const [index, { digest }] of forms.entries()) {
    const sha256 = Buffer.from(digest, 'hex');
    const attributes = await attributesToSign(sha256, certificate);
    const signature = sealed ? Buffer.from(await webcrypto.subtle.sign(hashed, sealed, attributes)) : bytesOf(given[index]);
    if (!(await webcrypto.subtle.verify(hashed, publicKey, signature, attributes))) return null;
    signed.push(await withSignature(sha256, { certificate, chain, signature }));
  }
  return signed;
}

/** Bytes in base64url; none, which no key signed, where the browser sent none. */
const bytesOf = (text: string | undefined) => (text === undefined ? Buffer.alloc(0) : Buffer.from(text, 'base64url'));

function openSealed({ sealedKey, salt, publicKey }: Key): Promise<webcrypto.CryptoKey> {
  const pkcs8 = Buffer.from(unseal(sealedKey, { salt, place: placeOfKey(publicKey) }), 'base64');
  return webcrypto.subtle.importKey('pkcs8', pkcs8, curve, false, ['sign']);
}
