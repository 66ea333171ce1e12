import { wordListName } from '~/suppliers/classification/term-words';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { type EvidenceKind, evidenceKinds } from './pipeline/clean/country-evidence/evidence-kinds';
import type { FileProblemCode, Problem, ProblemCode, ProblemParams } from './pipeline/problems';

const kinds: Record<ProblemCode, () => string> = {
  'duplicate-header': m.import_kind_duplicate_header,
  'no-header': m.import_kind_no_header,
  'negative-amount': m.import_kind_negative_amount,
  'unknown-currency': m.import_kind_unknown_currency,
  'garbled-text': m.import_kind_garbled_text,
  'undecodable-text': m.import_kind_undecodable_text,
  'mixed-encoding': m.import_kind_mixed_encoding,
  formula: m.import_kind_formula,
  'more-cells-than-header': m.import_kind_more_cells_than_header,
  'missing-name': m.import_kind_missing_name,
  'missing-country': m.import_kind_missing_country,
  'unknown-country': m.import_kind_unknown_country,
  'country-guessed': m.import_kind_country_guessed,
  'country-contradictory': m.import_kind_country_contradictory,
  'row-left-out': m.import_kind_row_left_out,
  'note-row': m.import_kind_note_row,
  'duplicate-row': m.import_kind_duplicate_row,
  'text-too-long': m.import_kind_text_too_long,
  'not-a-number': m.import_kind_not_a_number,
  'number-range': m.import_kind_number_range,
  'ambiguous-number': m.import_kind_ambiguous_number,
  'not-whole': m.import_kind_not_whole,
  'negative-number': m.import_kind_negative_number,
  'share-over-100': m.import_kind_share_over_100,
  'share-impossible': m.import_kind_share_impossible,
  'ambiguous-share': m.import_kind_ambiguous_share,
  'not-a-share': m.import_kind_not_a_share,
  'share-of-people': m.import_kind_share_of_people,
  'people-without-workforce': m.import_kind_people_without_workforce,
  'people-over-workforce': m.import_kind_people_over_workforce,
  'not-a-coordinate': m.import_kind_not_a_coordinate,
  'coordinate-out-of-range': m.import_kind_coordinate_out_of_range,
  'coordinate-incomplete': m.import_kind_coordinate_incomplete,
  'coordinate-zero': m.import_kind_coordinate_zero,
  'point-swapped': m.import_kind_point_swapped,
  'point-outside': m.import_kind_point_outside,
  'point-sea': m.import_kind_point_sea,
  'point-centroid': m.import_kind_point_centroid,
  'point-shared': m.import_kind_point_shared,
  'not-a-date': m.import_kind_not_a_date,
  'ambiguous-date': m.import_kind_ambiguous_date,
  'bad-os-id': m.import_kind_bad_os_id,
  'bad-public-id': m.import_kind_bad_public_id,
  'bad-lei': m.import_kind_bad_lei,
  'bad-duns': m.import_kind_bad_duns,
  'bad-registration': m.import_kind_bad_registration,
  'registration-without-country': m.import_kind_registration_without_country,
  'bad-tax-number': m.import_kind_bad_tax_number,
  'tax-number-without-country': m.import_kind_tax_number_without_country,
  'not-an-amount': m.import_kind_not_an_amount,
  'spend-without-currency': m.import_kind_spend_without_currency,
  'currency-guessed': m.import_kind_currency_guessed,
  'bad-contact-email': m.import_kind_bad_contact_email,
  'bad-tier': m.import_kind_bad_tier,
  'unknown-sector': m.import_kind_unknown_sector,
  'sector-converted': m.import_kind_sector_converted,
  'sector-guessed': m.import_kind_sector_guessed,
  'sector-from-default': m.import_kind_sector_from_default,
  'sector-from-product': m.import_kind_sector_from_product,
  'names-itself': m.import_kind_names_itself,
  'unknown-reference': m.import_cleaning_kind_unknown_reference,
  'missing-customer': m.import_cleaning_kind_missing_customer,
  'tier-unknown': m.import_kind_tier_unknown,
  'tier-gap': m.import_kind_tier_gap,
  'not-a-point': m.import_cleaning_kind_not_a_point,
};

/** The name of a kind of problem, for lists and filters. */
export const problemKind = (code: ProblemCode): string => kinds[code]();

/** What a problem names; nothing where it was stored before it did. */
const given = <Value extends string | number>(value: Value | undefined) => value ?? '';
const countryOf = (code: string | number | undefined): string => formatCountry(String(given(code)));

const evidence: Record<EvidenceKind, () => string> = {
  registration: m.import_evidence_registration,
  address: m.import_evidence_address,
  coordinates: m.import_evidence_coordinates,
  subdivision: m.import_evidence_subdivision,
  city: m.import_evidence_city,
  telephone: m.import_evidence_telephone,
  'postal-code': m.import_evidence_postal_code,
};
/** What a country was read from; empty for remarks of before it was recorded. */
export function evidenceLabel(kind: string | number | undefined): string {
  const known = evidenceKinds.find((each) => each === kind);
  return known ? evidence[known]() : '';
}

const said: Record<ProblemCode, (params: ProblemParams) => string> = {
  'duplicate-header': (p) => m.import_problem_duplicate_header({ header: given(p.header), renamed: given(p.renamed) }),
  'no-header': m.import_problem_no_header,
  'negative-amount': (p) => m.import_problem_negative_amount({ value: given(p.value) }),
  'unknown-currency': (p) => m.import_problem_unknown_currency({ value: given(p.value) }),
  'garbled-text': (p) => m.import_problem_garbled_text({ readAs: given(p.readAs), value: given(p.value) }),
  'undecodable-text': (p) => m.import_problem_undecodable_text({ value: given(p.value) }),
  'mixed-encoding': (p) => m.import_problem_mixed_encoding({ encoding: given(p.encoding) }),
  formula: m.import_problem_formula,
  'more-cells-than-header': (p) => m.import_problem_more_cells_than_header({ cells: given(p.cells), header: given(p.header) }),
  'missing-name': m.import_problem_missing_name,
  'missing-country': m.import_problem_missing_country,
  'unknown-country': (p) => m.import_problem_unknown_country({ value: given(p.value) }),
  'country-guessed': (p) => {
    const [country, value] = [countryOf(p.readAs), given(p.value)];
    return p.by === 'address'
      ? m.import_problem_country_guessed({ country, value })
      : m.import_problem_country_read_from({ country, value, source: evidenceLabel(p.by) });
  },
  'country-contradictory': (p) =>
    m.import_problem_country_contradictory({
      ...{ first: given(p.first), firstBy: evidenceLabel(p.firstBy), firstCountry: countryOf(p.firstCountry) },
      ...{ second: given(p.second), secondBy: evidenceLabel(p.secondBy), secondCountry: countryOf(p.secondCountry) },
    }),
  'row-left-out': m.import_problem_row_left_out,
  'note-row': m.import_problem_note_row,
  'tier-unknown': (p) => m.import_problem_tier_unknown({ tier: given(p.tier), value: given(p.value) }),
  'tier-gap': (p) => m.import_problem_tier_gap({ tier: given(p.tier), missing: given(p.missing), value: given(p.value) }),
  'duplicate-row': (p) => m.import_problem_duplicate_row({ first: given(p.first) }),
  'text-too-long': (p) => m.import_problem_text_too_long({ length: given(p.length), limit: given(p.limit) }),
  'not-a-number': (p) => m.import_problem_not_a_number({ value: given(p.value) }),
  'number-range': (p) => m.import_problem_number_range({ value: given(p.value) }),
  'ambiguous-number': (p) => m.import_problem_ambiguous_number({ readAs: given(p.readAs), value: given(p.value) }),
  'not-whole': (p) => m.import_problem_not_whole({ value: given(p.value) }),
  'negative-number': (p) => m.import_problem_negative_number({ value: given(p.value) }),
  'share-over-100': (p) => m.import_problem_share_over_100({ readAs: given(p.readAs), value: given(p.value) }),
  'share-impossible': (p) => m.import_problem_share_impossible({ value: given(p.value) }),
  'ambiguous-share': (p) => m.import_problem_ambiguous_share({ readAs: given(p.readAs), value: given(p.value) }),
  'not-a-share': (p) => m.import_problem_not_a_share({ value: given(p.value) }),
  'share-of-people': (p) => m.import_problem_share_of_people({ value: given(p.value), workers: given(p.workers), readAs: given(p.readAs) }),
  'people-without-workforce': (p) => m.import_problem_people_without_workforce({ value: given(p.value) }),
  'people-over-workforce': (p) => m.import_problem_people_over_workforce({ value: given(p.value), workers: given(p.workers) }),
  'not-a-coordinate': (p) => m.import_problem_not_a_coordinate({ value: given(p.value) }),
  'coordinate-out-of-range': (p) => m.import_problem_coordinate_out_of_range({ limit: given(p.limit), value: given(p.value) }),
  'coordinate-incomplete': m.import_problem_coordinate_incomplete,
  'coordinate-zero': m.import_problem_coordinate_zero,
  'point-swapped': (p) => m.import_problem_point_swapped({ value: given(p.value), country: countryOf(p.country), readAs: given(p.readAs) }),
  'point-outside': (p) => {
    const of = { value: given(p.value), country: countryOf(p.country) };
    return p.liesIn === undefined
      ? m.import_problem_point_outside(of)
      : m.import_problem_point_outside_in({ ...of, liesIn: countryOf(p.liesIn) });
  },
  'point-sea': (p) => m.import_problem_point_sea({ value: given(p.value) }),
  'point-centroid': (p) => m.import_problem_point_centroid({ value: given(p.value) }),
  'point-shared': (p) => m.import_problem_point_shared({ addresses: given(p.addresses), value: given(p.value) }),
  'not-a-date': (p) => m.import_problem_not_a_date({ value: given(p.value) }),
  'ambiguous-date': (p) => m.import_problem_ambiguous_date({ value: given(p.value) }),
  'bad-os-id': (p) => m.import_problem_bad_os_id({ value: given(p.value) }),
  'bad-public-id': (p) => m.import_problem_bad_public_id({ value: given(p.value) }),
  'bad-lei': (p) => m.import_problem_bad_lei({ value: given(p.value) }),
  'bad-duns': (p) => m.import_problem_bad_duns({ value: given(p.value) }),
  'bad-registration': (p) => m.import_problem_bad_registration({ value: given(p.value) }),
  'registration-without-country': (p) => m.import_problem_registration_without_country({ value: given(p.value) }),
  'bad-tax-number': (p) => m.import_problem_bad_tax_number({ value: given(p.value) }),
  'tax-number-without-country': (p) => m.import_problem_tax_number_without_country({ value: given(p.value) }),
  'not-an-amount': (p) => m.import_problem_not_an_amount({ value: given(p.value) }),
  'spend-without-currency': (p) => m.import_problem_spend_without_currency({ value: given(p.value) }),
  'currency-guessed': (p) => m.import_problem_currency_guessed({ readAs: given(p.readAs), value: given(p.value) }),
  'bad-contact-email': (p) => m.import_problem_bad_contact_email({ value: given(p.value) }),
  'bad-tier': (p) => m.import_problem_bad_tier({ value: given(p.value) }),
  'unknown-sector': (p) => m.import_problem_unknown_sector({ value: given(p.value) }),
  'sector-converted': (p) => m.import_problem_sector_converted({ code: given(p.code), sector: given(p.sector), system: given(p.system) }),
  'sector-guessed': (p) =>
    m.import_problem_sector_guessed({
      value: given(p.value),
      sector: given(p.sector),
      by: given(p.by),
      list: wordListName(String(given(p.list))),
    }),
  'sector-from-default': (p) => m.import_problem_sector_from_default({ sector: given(p.sector) }),
  'sector-from-product': (p) => m.import_problem_sector_from_product({ product: given(p.product), sector: given(p.sector) }),
  'names-itself': (p) => m.import_problem_names_itself({ value: given(p.value) }),
  'unknown-reference': (p) => m.import_cleaning_problem_unknown_reference({ value: given(p.value) }),
  'missing-customer': m.import_cleaning_problem_missing_customer,
  'not-a-point': (p) => m.import_cleaning_problem_not_a_point({ value: given(p.value) }),
};

/** One problem as a sentence, with what was probably meant where that is known. */
export function problemText(problem: Pick<Problem, 'code' | 'params'>): string {
  const { suggestion } = problem.params;
  const text = said[problem.code](problem.params);
  return suggestion === undefined ? text : `${text} ${m.import_suggestion({ suggestion })}`;
}

const refusals: Record<FileProblemCode, (params: ProblemParams) => string> = {
  'empty-file': m.import_file_empty_file,
  'too-large': (p) => m.import_file_too_large({ limit: given(p.limit), megabytes: given(p.megabytes) }),
  'inflated-too-large': (p) => m.import_file_inflated_too_large({ limit: given(p.limit), megabytes: given(p.megabytes) }),
  'inflation-ratio': (p) => m.import_file_inflation_ratio({ limit: given(p.limit), ratio: given(p.ratio) }),
  'too-many-entries': (p) => m.import_file_too_many_entries({ entries: given(p.entries), limit: given(p.limit) }),
  'not-a-table': (p) => m.import_file_not_a_table({ detected: given(p.detected) }),
  'unreadable-workbook': m.import_file_unreadable_workbook,
  'unclosed-quote': (p) => m.import_file_unclosed_quote({ row: given(p.row) }),
  'one-column': m.import_file_one_column,
  'no-rows': m.import_file_no_rows,
  'too-many-rows': (p) => m.import_file_too_many_rows({ limit: given(p.limit), rows: given(p.rows) }),
  'no-features': m.import_cleaning_file_no_features,
  'too-many-columns': (p) => m.import_file_too_many_columns({ columns: given(p.columns), limit: given(p.limit) }),
  'too-many-cells': (p) => m.import_file_too_many_cells({ limit: given(p.limit) }),
  'cell-too-long': (p) => m.import_file_cell_too_long({ limit: given(p.limit), row: given(p.row) }),
  'took-too-long': m.import_file_took_too_long,
  'too-much-memory': m.import_file_too_much_memory,
  'unreadable-file': m.import_file_unreadable_file,
};

/** Why a whole file is refused, and what to do. */
export const fileProblemText = (code: FileProblemCode, params: ProblemParams): string => refusals[code](params);

const states: Readonly<Record<string, () => string>> = {
  received: m.import_state_received,
  staged: m.import_state_staged,
  accepted: m.import_state_accepted,
  committed: m.import_state_committed,
  failed: m.import_state_failed,
  cancelled: m.import_state_cancelled,
  undone: m.import_state_undone,
};

/** The state of a batch; one that is not known here comes back as it was. */
export const batchState = (status: string): string => states[status]?.() ?? status;

/** Why a sheet of a workbook cannot be read as a list, in a word or two. */
export function sheetFault(code: FileProblemCode): string {
  if (code === 'no-rows') return m.import_sheet_empty();
  return code === 'one-column' ? m.import_sheet_one_column() : m.import_sheet_too_large();
}
