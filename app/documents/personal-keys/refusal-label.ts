import { m } from '~/paraglide/messages';

const labels = {
  'too-late': m.personal_key_refused_too_late,
  'not-confirmed': m.personal_key_refused_not_confirmed,
  known: m.personal_key_refused_known,
  'too-many': m.personal_key_refused_too_many,
  'unknown-key': m.personal_key_refused_unknown_key,
  changed: m.personal_key_refused_changed,
  'not-signed': m.signing_person_not_signed,
  'signed-already': m.signing_person_signed_already,
  'not-on-team': m.signing_person_not_on_team,
} as const;
export type PasskeyRefusal = keyof typeof labels;

/** Why a key was not created or not used, and what to do. */
export const refusalLabel = (code: PasskeyRefusal): string => labels[code]();
