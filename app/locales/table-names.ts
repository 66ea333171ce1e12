import type { ReferenceTableId } from '#scoring';
import { m } from '~/paraglide/messages';

/** Short names of the reference tables, for contents and lists; a table's own page shows its whole title. */
export const tableName: Record<ReferenceTableId, () => string> = {
  countries: m.tables_countries,
  governance: m.tables_governance,
  'trafficking-tiers': m.tables_trafficking_tiers,
  conventions: m.tables_conventions,
  informality: m.tables_informality,
  conflict: m.tables_conflict,
  displacement: m.tables_displacement,
  sectors: m.tables_sectors,
  'sector-shares': m.tables_sector_shares,
  'listed-goods': m.tables_listed_goods,
  'listed-goods-changes': m.tables_listed_goods_changes,
  'goods-classification': m.tables_goods_classification,
  'priority-sectors': m.tables_priority_sectors,
  corridors: m.tables_corridors,
  'nace-isic': m.tables_nace_isic,
  'naics-isic': m.tables_naics_isic,
  'hs-chapters': m.tables_hs_chapters,
  'hs-isic': m.tables_hs_isic,
  'import-orders': m.tables_import_orders,
  'listed-entities': m.tables_listed_entities,
  'compliance-points': m.tables_compliance_points,
  'compliance-questions': m.tables_compliance_questions,
  'compliance-countries': m.tables_compliance_countries,
  'delphi-indicators': m.tables_delphi_indicators,
  'ilo-indicators': m.tables_ilo_indicators,
  'forced-labour-circumstances': m.tables_forced_labour_circumstances,
};
