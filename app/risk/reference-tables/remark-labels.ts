import type { WrittenKind } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Remark, RemarkCode } from './formats/remark';

const kinds: Record<WrittenKind, () => string> = {
  'trafficking-tiers': m.referencetable_format_kind_trafficking_tiers,
  'state-sponsored': m.referencetable_format_kind_state_sponsored,
  governance: m.referencetable_format_kind_governance,
  'informal-employment': m.referencetable_format_kind_informal_employment,
  'slavery-index': m.referencetable_format_kind_slavery_index,
  'listed-entities': m.referencetable_format_kind_listed_entities,
  'import-orders': m.referencetable_format_kind_import_orders,
  ratifications: m.referencetable_format_kind_ratifications,
};

/** The name of a kind of table whose files have a format of their own. */
export const ownTableName = (kind: WrittenKind): string => kinds[kind]();

const isKind = (text: string): text is WrittenKind => Object.hasOwn(kinds, text);

type Said = { value: string; column: string; count: number };

const texts: Record<RemarkCode, (said: Said) => string> = {
  'missing-column': m.referencetable_remark_missing_column,
  'other-kind': ({ value }) => m.referencetable_remark_other_kind({ kind: isKind(value) ? ownTableName(value) : value }),
  'no-year': m.referencetable_remark_no_year,
  'missing-country': () => m.referencetable_remark_missing_country(),
  'unknown-country': m.referencetable_remark_unknown_country,
  'country-disagrees': m.referencetable_remark_country_disagrees,
  'missing-value': m.referencetable_remark_missing_value,
  'not-a-number': m.referencetable_remark_not_a_number,
  'out-of-range': m.referencetable_remark_out_of_range,
  'not-per-thousand': m.referencetable_remark_not_per_thousand,
  'not-a-year': m.referencetable_remark_not_a_year,
  'not-a-date': m.referencetable_remark_not_a_date,
  'unknown-tier': m.referencetable_remark_unknown_tier,
  'unknown-status': m.referencetable_remark_unknown_status,
  'unknown-scope': m.referencetable_remark_unknown_scope,
  'unknown-convention': m.referencetable_remark_unknown_convention,
  'unknown-indicator': m.referencetable_remark_unknown_indicator,
  'text-too-long': m.referencetable_remark_text_too_long,
  contradiction: m.referencetable_remark_contradiction,
  'too-many-rows': m.referencetable_remark_too_many_rows,
  repeated: m.referencetable_remark_repeated,
  'older-years': m.referencetable_remark_older_years,
  'other-breakdown': m.referencetable_remark_other_breakdown,
  'other-measures': m.referencetable_remark_other_measures,
  'other-conventions': m.referencetable_remark_other_conventions,
  'other-values-missing': m.referencetable_remark_other_values_missing,
  'missing-dimension': m.referencetable_remark_missing_dimension,
  'country-assumed': m.referencetable_remark_country_assumed,
  'scope-assumed': m.referencetable_remark_scope_assumed,
  'status-assumed': m.referencetable_remark_status_assumed,
  'unknown-sublist': m.referencetable_remark_unknown_sublist,
  'not-listed': m.referencetable_remark_not_listed,
  'more-remarks': m.referencetable_remark_more_remarks,
};

/** The text of a remark, without its row. */
export function remarkText({ code, value, column }: Remark): string {
  return texts[code]({ value: value ?? '', column: column ?? '', count: Number(value) || 0 });
}
