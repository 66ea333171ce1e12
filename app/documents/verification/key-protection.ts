import { m } from '~/paraglide/messages';
import type { Say } from './verify-labels';

/** What protects the private key of a personal signature. `certificate-file`: a file of the person's own, whose protection is not known here. */
export const protections = ['passkey-secret', 'passkey-check', 'certificate-file'] as const;
export type Protection = (typeof protections)[number];
/** Of keys that are kept here. `passkey-secret`: only the passkey gives the secret that opens it. `passkey-check`: this server opens it after the passkey's confirmation. */
export const passkeyProtections = ['passkey-secret', 'passkey-check'] as const;
export type PasskeyProtection = (typeof passkeyProtections)[number];

const labels = {
  'passkey-secret': m.personal_key_protection_secret,
  'passkey-check': m.personal_key_protection_check,
  'certificate-file': m.personal_key_protection_file,
} satisfies Record<Protection, unknown>;
export const protectionLabel = (protection: Protection, say: Say = {}): string => labels[protection]({}, say);
