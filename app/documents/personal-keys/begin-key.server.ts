import { generateRegistrationOptions } from '@simplewebauthn/server';
import { newSalt } from '~/access/seal.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { algorithms } from './algorithms';
import type { RelyingParty } from './relying-party.server';
import { beginStep } from './step.server';

/** Of one person in one organization: a key for each device, and spares. */
export const mostKeys = 10;

/** The first step of a new key: what the browser asks of the person's device. Passkeys that are registered already are left out. */
export async function beginKey(
  db: TenantDb,
  who: { organizationId: string; userId: string; userName: string; email: string; now: Date },
  site: RelyingParty,
) {
  const { organizationId, userId, now } = who;
  const keys = await db.personalSigningKey.findMany({
    where: { userId, revokedAt: null },
    orderBy: { createdAt: 'asc' },
    take: mostKeys,
    select: { credentialId: true, transports: true },
  });
  if (keys.length >= mostKeys) return { kind: 'refused', code: 'too-many' } as const;
  const options = await generateRegistrationOptions({
    ...{ rpName: 'Manumit', rpID: site.id, userName: who.email, userDisplayName: who.userName },
    ...{ supportedAlgorithmIDs: [...algorithms], timeout: 240_000 },
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
    excludeCredentials: keys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
  });
  const salt = newSalt();
  const step = { challenge: options.challenge, salt };
  return { kind: 'begun', token: beginStep('create', { organizationId, userId }, { step, now }), options, salt } as const;
}
