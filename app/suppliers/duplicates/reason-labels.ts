import type { MatchReason } from '~/suppliers/parties/match/compare-parties';
import { m } from '~/paraglide/messages';

const words: Record<MatchReason, () => string> = {
  'same-id': m.match_reason_same_id,
  'other-lei': m.match_reason_other_lei,
  'same-name': m.match_reason_same_name,
  'close-name': m.match_reason_close_name,
  'same-sound': m.match_reason_same_sound,
  'letters-apart': m.match_reason_letters_apart,
  'other-order': m.match_reason_other_order,
  'other-number': m.match_reason_other_number,
  'number-missing': m.match_reason_number_missing,
  'other-trade': m.match_reason_other_trade,
  'added-trade': m.match_reason_added_trade,
  'other-place': m.match_reason_other_place,
  'same-country': m.match_reason_same_country,
  'other-country': m.match_reason_other_country,
  'country-unknown': m.match_reason_country_unknown,
  'same-city': m.match_reason_same_city,
  'other-city': m.match_reason_other_city,
  'same-address': m.match_reason_same_address,
  'close-address': m.match_reason_close_address,
  'other-address': m.match_reason_other_address,
  'same-postal-code': m.match_reason_same_postal_code,
};
const against: ReadonlySet<MatchReason> = new Set([
  'other-lei',
  'other-number',
  'number-missing',
  'other-trade',
  'added-trade',
  'other-place',
  'other-country',
  'country-unknown',
  'other-city',
  'other-address',
]);

/** Why two records look like one, or not, in the reader's words. */
export const reasonLabel = (reason: MatchReason): string => words[reason]();
/** Whether a reason speaks against the two being one. */
export const speaksAgainst = (reason: MatchReason): boolean => against.has(reason);
