import { m } from '~/paraglide/messages';
import type { PersonalKind } from './finding';

/** What was recognised, as a noun in the reader's language. */
export const personalKindWords: Readonly<Record<PersonalKind, () => string>> = {
  name: m.privacy_name,
  phone: m.privacy_phone,
  document: m.privacy_document,
  badge: m.privacy_badge,
  address: m.privacy_address,
  email: m.privacy_email,
  'bank-account': m.privacy_bank_account,
};
