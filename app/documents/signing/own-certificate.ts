import { z } from 'zod';
import { m } from '~/paraglide/messages';

const codes = z.enum([
  'not-readable',
  'wrong-password',
  'old-encryption',
  'no-key',
  'unknown-key',
  'weak-key',
  'expired',
  'not-yet-valid',
  'not-for-signing',
]);
export type OwnCertificateRefusal = z.output<typeof codes>;

/** What a reader process answers: a signature for each digest, in DER and base64, and whose certificate it is. */
export const ownCertificateAnswer = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('signed'),
    name: z.string(),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    signatures: z.array(z.base64().max(60_000)).max(20),
  }),
  z.object({ kind: z.literal('refused'), code: codes }),
]);

const labels = {
  'not-readable': m.signing_own_not_readable,
  'wrong-password': m.signing_own_wrong_password,
  'old-encryption': m.signing_own_old_encryption,
  'no-key': m.signing_own_no_key,
  'unknown-key': m.signing_own_unknown_key,
  'weak-key': m.signing_own_weak_key,
  expired: m.signing_own_expired,
  'not-yet-valid': m.signing_own_not_yet_valid,
  'not-for-signing': m.signing_own_not_for_signing,
} satisfies Record<OwnCertificateRefusal, () => string>;
/** Why a certificate file was not used, and what to do. */
export const ownCertificateLabel = (code: OwnCertificateRefusal): string => labels[code]();
