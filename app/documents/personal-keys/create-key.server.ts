import { webcrypto } from 'node:crypto';
import { verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { newSalt, seal } from '~/access/seal.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { log } from '~/platform/log/log.server';
import { algorithms } from './algorithms';
import { mostKeys } from './begin-key.server';
import { certify, type KeyOwner } from './certificate-of.server';
import type { KeyAnswer } from './messages-between';
import type { RelyingParty } from './relying-party.server';
import { resumeStep } from './step.server';

export type KeyCreated = { kind: 'created'; id: string } | { kind: 'refused'; code: 'too-late' | 'not-confirmed' | 'known' | 'too-many' };

const stepSchema = z.object({ challenge: z.string(), salt: z.string() });
const curve = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * The second step of a new key: checks that the person's device made the passkey for this site, now and with user verification, and stores the private key
 * encrypted. The browser encrypted it where the passkey has a secret for that; else it is made and sealed here.
 */
export async function createKey(
  db: TenantDb,
  { label, answer }: { label: string; answer: KeyAnswer },
  owner: KeyOwner,
  site: RelyingParty,
): Promise<KeyCreated> {
  const { organizationId, userId, now } = owner;
  const step = resumeStep('create', { organizationId, userId }, { token: answer.token, now, schema: stepSchema });
  if (!step) return { kind: 'refused', code: 'too-late' };
  const passkey = await verifiedPasskey(answer, { challenge: step.challenge, site });
  if (!passkey) return { kind: 'refused', code: 'not-confirmed' };
  if (answer.own && !(await hasPrivateKey(answer.own, step.challenge))) return { kind: 'refused', code: 'not-confirmed' };
  const { credential } = passkey;
  await db.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(current_setting('app.organization_id') || ${`personal key ${userId}`}, 0))::text`;
  if ((await db.personalSigningKey.count({ where: { credentialId: credential.id } })) > 0) return { kind: 'refused', code: 'known' };
  if ((await db.personalSigningKey.count({ where: { userId, revokedAt: null } })) >= mostKeys) return { kind: 'refused', code: 'too-many' };
  const made = answer.own
    ? { protection: 'passkey-secret', salt: step.salt, sealedKey: answer.own.sealedKey, publicKey: plain(answer.own.publicKey) }
    : await sealedHere();
  const certified = await certify(db, made.publicKey, owner);
  const key = await db.personalSigningKey.create({
    data: {
      ...{ ...made, ...certified, userId, label, createdAt: now },
      ...{ credentialId: credential.id, credentialKey: Buffer.from(credential.publicKey).toString('base64') },
      ...{ uses: credential.counter, transports: answer.passkey.response.transports },
      isSynced: passkey.credentialDeviceType === 'multiDevice',
    },
    select: { id: true },
  });
  await recordActivity(db, {
    ...{ recordKind: 'personal-signing-key', recordId: key.id, act: 'make-personal-key', userId },
    after: { fingerprint: certified.fingerprint, protection: made.protection },
  });
  return { kind: 'created', id: key.id };
}

const plain = (base64url: string) => Buffer.from(base64url, 'base64url').toString('base64');

async function verifiedPasskey({ passkey }: KeyAnswer, { challenge, site }: { challenge: string; site: RelyingParty }) {
  try {
    const { registrationInfo } = await verifyRegistrationResponse({
      response: passkey,
      ...{ expectedChallenge: challenge, expectedOrigin: site.origin, expectedRPID: site.id },
      ...{ requireUserVerification: true, supportedAlgorithmIDs: [...algorithms] },
    });
    return registrationInfo ?? null;
  } catch (error) {
    log('passkey.refused', { error });
    return null;
  }
}

/** Whether the browser has the private key of the public key that it sent: it signed the challenge with it. */
async function hasPrivateKey({ publicKey, proof }: NonNullable<KeyAnswer['own']>, challenge: string): Promise<boolean> {
  try {
    const key = await webcrypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64url'), curve, false, ['verify']);
    const signed = Buffer.from(challenge, 'base64url');
    return await webcrypto.subtle.verify({ ...curve, hash: 'SHA-256' }, key, Buffer.from(proof, 'base64url'), signed);
  } catch {
    return false;
  }
}

/** A new key, sealed by the app's secret. */
async function sealedHere() {
  const keys = await webcrypto.subtle.generateKey(curve, true, ['sign', 'verify']);
  const publicKey = Buffer.from(await webcrypto.subtle.exportKey('spki', keys.publicKey)).toString('base64');
  const salt = newSalt();
  const pkcs8 = Buffer.from(await webcrypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64');
  return { protection: 'passkey-check', salt, sealedKey: seal(pkcs8, { salt, place: placeOfKey(publicKey) }), publicKey };
}

/** A sealed key opens beside its own public key alone. */
export const placeOfKey = (publicKey: string) => `personal signing key ${publicKey}`;
