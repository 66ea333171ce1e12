import { m } from '~/paraglide/messages';
import type { PasskeyFailure } from './in-browser';

const labels = {
  cancelled: m.personal_key_failed_cancelled,
  known: m.personal_key_failed_known,
  address: m.personal_key_failed_address,
  failed: m.personal_key_failed_failed,
} satisfies Record<Extract<PasskeyFailure, string>, () => string>;

/** Why the person's device gave no answer; what the server refused it says itself. */
export const failureLabel = (failure: PasskeyFailure): string => (typeof failure === 'string' ? labels[failure]() : failure.refused);
