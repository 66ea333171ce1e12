import { m } from '~/paraglide/messages';
import type { Problem, ProblemCode } from './pipeline/problems';

const advice: Record<ProblemCode, () => string> = {
  'duplicate-header': m.repair_advice_duplicate_header,
  'no-header': m.repair_advice_no_header,
  'garbled-text': m.repair_advice_garbled_text,
  'undecodable-text': m.repair_advice_undecodable_text,
  'mixed-encoding': m.repair_advice_mixed_encoding,
  formula: m.repair_advice_formula,
  'more-cells-than-header': m.repair_advice_more_cells_than_header,
  'missing-name': m.repair_advice_missing_name,
  'missing-country': m.repair_advice_missing_country,
  'unknown-country': m.repair_advice_unknown_country,
  'note-row': m.repair_advice_note_row,
  'duplicate-row': m.repair_advice_duplicate_row,
  'text-too-long': m.repair_advice_text_too_long,
  'not-a-number': m.repair_advice_not_a_number,
  'number-range': m.repair_advice_number_range,
  'ambiguous-number': m.repair_advice_ambiguous_number,
  'not-whole': m.repair_advice_not_whole,
  'negative-number': m.repair_advice_negative_number,
  'share-over-100': m.repair_advice_share_over_100,
  'share-impossible': m.repair_advice_share_impossible,
  'ambiguous-share': m.repair_advice_ambiguous_share,
  'not-a-share': m.repair_advice_not_a_share,
  'not-a-coordinate': m.repair_advice_not_a_coordinate,
  'coordinate-out-of-range': m.repair_advice_coordinate_out_of_range,
  'coordinate-incomplete': m.repair_advice_coordinate_incomplete,
  'coordinate-zero': m.repair_advice_coordinate_zero,
  'not-a-date': m.repair_advice_not_a_date,
  'ambiguous-date': m.repair_advice_ambiguous_date,
  'bad-os-id': m.repair_advice_bad_os_id,
  'bad-public-id': m.repair_advice_bad_public_id,
  'bad-lei': m.repair_advice_bad_lei,
  'bad-duns': m.repair_advice_bad_duns,
  'bad-registration': m.repair_advice_bad_registration,
  'registration-without-country': m.repair_advice_registration_without_country,
  'bad-tier': m.repair_advice_bad_tier,
  'unknown-sector': m.repair_advice_unknown_sector,
  'sector-converted': m.repair_advice_sector_converted,
  'sector-guessed': m.repair_advice_sector_converted,
  'sector-from-default': m.repair_advice_sector_from_default,
  'sector-from-product': m.repair_advice_sector_from_product,
  'names-itself': m.repair_advice_names_itself,
  'unknown-reference': m.repair_advice_unknown_reference,
  'missing-customer': m.repair_advice_missing_customer,
  'not-a-point': m.repair_advice_not_a_point,
};

/** What to do about a problem: what was probably meant, where that is known, else how to write it. */
export function adviceText({ code, params }: Pick<Problem, 'code' | 'params'>): string {
  const meant = params.suggestion ?? params.readAs;
  return meant === undefined ? advice[code]() : m.repair_advice_write({ value: meant });
}
