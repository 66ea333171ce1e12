import type { ReferenceTableId } from '#scoring';
import { m } from '~/paraglide/messages';

/** Short names of the reference tables, for contents and lists; a table's own page shows its whole title. */
export const tableName: Record<ReferenceTableId, () => string> = {
  countries: m.table_name_countries,
  governance: m.table_name_governance,
  'trafficking-tiers': m.table_name_trafficking_tiers,
  conventions: m.table_name_conventions,
  informality: m.table_name_informality,
  conflict: m.table_name_conflict,
  displacement: m.table_name_displacement,
  sectors: m.table_name_sectors,
  'sector-shares': m.table_name_sector_shares,
  'listed-goods': m.table_name_listed_goods,
  'listed-goods-changes': m.table_name_listed_goods_changes,
  'goods-classification': m.table_name_goods_classification,
  'priority-sectors': m.table_name_priority_sectors,
  corridors: m.table_name_corridors,
  'nace-isic': m.table_name_nace_isic,
  'naics-isic': m.table_name_naics_isic,
  'hs-chapters': m.table_name_hs_chapters,
  'hs-isic': m.table_name_hs_isic,
  'import-orders': m.table_name_import_orders,
  'listed-entities': m.table_name_listed_entities,
  'compliance-points': m.table_name_compliance_points,
  'compliance-questions': m.table_name_compliance_questions,
  'delphi-indicators': m.table_name_delphi_indicators,
  'ilo-indicators': m.table_name_ilo_indicators,
  'forced-labour-circumstances': m.table_name_forced_labour_circumstances,
};
