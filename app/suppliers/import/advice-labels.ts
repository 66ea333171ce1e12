import { m } from '~/paraglide/messages';
import type { Problem, ProblemCode } from './pipeline/problems';

const advice: Record<ProblemCode, () => string> = {
  'duplicate-header': m.import_cleaning_advice_duplicate_header,
  'no-header': m.import_cleaning_advice_no_header,
  'garbled-text': m.import_cleaning_advice_garbled_text,
  'undecodable-text': m.import_cleaning_advice_undecodable_text,
  'mixed-encoding': m.import_cleaning_advice_mixed_encoding,
  formula: m.import_cleaning_advice_formula,
  'more-cells-than-header': m.import_cleaning_advice_more_cells_than_header,
  'missing-name': m.import_cleaning_advice_missing_name,
  'missing-country': m.import_cleaning_advice_missing_country,
  'unknown-country': m.import_cleaning_advice_unknown_country,
  'country-guessed': m.import_cleaning_advice_country_guessed,
  'note-row': m.import_cleaning_advice_note_row,
  'duplicate-row': m.import_cleaning_advice_duplicate_row,
  'text-too-long': m.import_cleaning_advice_text_too_long,
  'not-a-number': m.import_cleaning_advice_not_a_number,
  'negative-amount': m.import_cleaning_advice_negative_amount,
  'unknown-currency': m.import_cleaning_advice_unknown_currency,
  'number-range': m.import_cleaning_advice_number_range,
  'ambiguous-number': m.import_cleaning_advice_ambiguous_number,
  'not-whole': m.import_cleaning_advice_not_whole,
  'negative-number': m.import_cleaning_advice_negative_number,
  'share-over-100': m.import_cleaning_advice_share_over_100,
  'share-impossible': m.import_cleaning_advice_share_impossible,
  'ambiguous-share': m.import_cleaning_advice_ambiguous_share,
  'not-a-share': m.import_cleaning_advice_not_a_share,
  'not-a-coordinate': m.import_cleaning_advice_not_a_coordinate,
  'coordinate-out-of-range': m.import_cleaning_advice_coordinate_out_of_range,
  'coordinate-incomplete': m.import_cleaning_advice_coordinate_incomplete,
  'coordinate-zero': m.import_cleaning_advice_coordinate_zero,
  'not-a-date': m.import_cleaning_advice_not_a_date,
  'ambiguous-date': m.import_cleaning_advice_ambiguous_date,
  'bad-os-id': m.import_cleaning_advice_bad_os_id,
  'bad-public-id': m.import_cleaning_advice_bad_public_id,
  'bad-lei': m.import_cleaning_advice_bad_lei,
  'bad-duns': m.import_cleaning_advice_bad_duns,
  'bad-registration': m.import_cleaning_advice_bad_registration,
  'registration-without-country': m.import_cleaning_advice_registration_without_country,
  'bad-tier': m.import_cleaning_advice_bad_tier,
  'unknown-sector': m.import_cleaning_advice_unknown_sector,
  'sector-converted': m.import_cleaning_advice_sector_converted,
  'sector-guessed': m.import_cleaning_advice_sector_converted,
  'sector-from-default': m.import_cleaning_advice_sector_from_default,
  'sector-from-product': m.import_cleaning_advice_sector_from_product,
  'names-itself': m.import_cleaning_advice_names_itself,
  'unknown-reference': m.import_cleaning_advice_unknown_reference,
  'missing-customer': m.import_cleaning_advice_missing_customer,
  'not-a-point': m.import_cleaning_advice_not_a_point,
};

/** What to do about a problem: what was probably meant, where that is known, else how to write it. */
export function adviceText({ code, params }: Pick<Problem, 'code' | 'params'>): string {
  const meant = params.suggestion ?? params.readAs;
  return meant === undefined ? advice[code]() : m.import_cleaning_advice_write({ value: meant });
}
