import { m } from '~/paraglide/messages';
import type { PersonalKind } from './finding';

/** What was recognised, as a noun in the reader's language. */
export const personalKindWords: Readonly<Record<PersonalKind, () => string>> = {
  name: m.personaldata_name,
  phone: m.personaldata_phone,
  document: m.personaldata_document,
  badge: m.personaldata_badge,
  address: m.personaldata_address,
  email: m.personaldata_email,
  'bank-account': m.personaldata_bank_account,
};
