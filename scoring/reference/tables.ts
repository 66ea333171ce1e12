import countries from './countries/table.json';
import countries2026 from './countries/2026-05.json';
import governance from './governance/table.json';
import governance2024 from './governance/2024.json';
import traffickingTiers from './trafficking-tiers/table.json';
import traffickingTiers2024 from './trafficking-tiers/2024-06.json';
import conventions from './conventions/table.json';
import conventions2024 from './conventions/2024-12.json';
import informality from './informality/table.json';
import informality2026 from './informality/2026-06.json';
import conflict from './conflict/table.json';
import conflict2024 from './conflict/2024-06.json';
import displacement from './displacement/table.json';
import displacement2025 from './displacement/2025-06.json';
import displacement2026 from './displacement/2026-06.json';
import sectors from './sectors/table.json';
import sectorsRev4 from './sectors/rev4.json';
import sectorShares from './sector-shares/table.json';
import sectorShares2026 from './sector-shares/2026-01.json';
import listedGoods from './listed-goods/table.json';
import listedGoods2024 from './listed-goods/2024-09.json';
import listedGoodsChanges from './listed-goods-changes/table.json';
import listedGoodsChanges2024 from './listed-goods-changes/2024-09.json';
import goodsClassification from './goods-classification/table.json';
import goodsClassification2026 from './goods-classification/2026-11.json';
import goodsClassificationWithPhotovoltaics from './goods-classification/2026-12-01.json';
import prioritySectors from './priority-sectors/table.json';
import prioritySectors2025 from './priority-sectors/2025-08.json';
import corridors from './corridors/table.json';
import corridors2026 from './corridors/2026-11.json';
import naceIsic from './nace-isic/table.json';
import naceIsic21 from './nace-isic/rev2.1.json';
import naicsIsic from './naics-isic/table.json';
import naicsIsic2017 from './naics-isic/2017.json';
import hsChapters from './hs-chapters/table.json';
import hsChapters2022 from './hs-chapters/2022.json';
import hsIsic from './hs-isic/table.json';
import hsIsic2007 from './hs-isic/2007.json';
import importOrders from './import-orders/table.json';
import importOrders2026 from './import-orders/2026-01.json';
import listedEntities from './listed-entities/table.json';
import listedEntities2025 from './listed-entities/2025-01.json';
import compliancePoints from './compliance-points/table.json';
import compliancePoints2026 from './compliance-points/2026-11.json';
import complianceQuestions from './compliance-questions/table.json';
import complianceQuestions2026 from './compliance-questions/2026-11.json';
import complianceQuestionsWithSafety from './compliance-questions/2026-11-26.json';
import complianceCountries from './compliance-countries/table.json';
import complianceCountries2026 from './compliance-countries/2026-11.json';
import complianceCountriesWithVariants from './compliance-countries/2026-11-26.json';
import delphiIndicators from './delphi-indicators/table.json';
import delphiIndicators2009 from './delphi-indicators/2009-09.json';
import iloIndicators from './ilo-indicators/table.json';
import iloIndicators2012 from './ilo-indicators/2012.json';
import forcedLabourCircumstances from './forced-labour-circumstances/table.json';
import forcedLabourCircumstances2018 from './forced-labour-circumstances/2018-10.json';
import childIndicators from './child-indicators/table.json';
import childIndicators2026 from './child-indicators/2026-06.json';
import informalEmployment from './informal-employment/table.json';
import informalEmployment2024 from './informal-employment/2024-07.json';
import migrantShare from './migrant-share/table.json';
import migrantShare2020 from './migrant-share/2020.json';
import regionalEstimates from './regional-estimates/table.json';
import regionalEstimates2022 from './regional-estimates/2022-09.json';
import sectorEmployment from './sector-employment/table.json';
import sectorEmployment2026 from './sector-employment/2026-11.json';
import sectorOdds from './sector-odds/table.json';
import sectorOdds2026 from './sector-odds/2026-12.json';
import sponsorship from './sponsorship/table.json';
import sponsorship2026 from './sponsorship/2026-11.json';
import stateSponsored from './state-sponsored/table.json';
import stateSponsored2025 from './state-sponsored/2025-09.json';
import subdivisions from './subdivisions/table.json';
import subdivisions2026 from './subdivisions/2026-11.json';
import traffickingTierHistory from './trafficking-tier-history/table.json';
import traffickingTierHistory2025 from './trafficking-tier-history/2025-09.json';
import labourInspection from './labour-inspection/table.json';
import labourInspection2024 from './labour-inspection/2024-07.json';
import estimateRegions from './estimate-regions/table.json';
import estimateRegions2022 from './estimate-regions/2022-09.json';
import nationalLaw from './national-law/table.json';
import nationalLaw2026 from './national-law/2026-11-29.json';
import otherConventions from './other-conventions/table.json';
import otherConventions2024 from './other-conventions/2024-12.json';

/** Every reference table: its definition, then its vintages. Pages list the tables in this order. */
export const tables = {
  countries: [countries, countries2026],
  governance: [governance, governance2024],
  'trafficking-tiers': [traffickingTiers, traffickingTiers2024],
  conventions: [conventions, conventions2024],
  informality: [informality, informality2026],
  conflict: [conflict, conflict2024],
  displacement: [displacement, displacement2025, displacement2026],
  sectors: [sectors, sectorsRev4],
  'sector-shares': [sectorShares, sectorShares2026],
  'listed-goods': [listedGoods, listedGoods2024],
  'listed-goods-changes': [listedGoodsChanges, listedGoodsChanges2024],
  'goods-classification': [goodsClassification, goodsClassification2026, goodsClassificationWithPhotovoltaics],
  'priority-sectors': [prioritySectors, prioritySectors2025],
  corridors: [corridors, corridors2026],
  'nace-isic': [naceIsic, naceIsic21],
  'naics-isic': [naicsIsic, naicsIsic2017],
  'hs-chapters': [hsChapters, hsChapters2022],
  'hs-isic': [hsIsic, hsIsic2007],
  'import-orders': [importOrders, importOrders2026],
  'listed-entities': [listedEntities, listedEntities2025],
  'compliance-points': [compliancePoints, compliancePoints2026],
  'compliance-questions': [complianceQuestions, complianceQuestions2026, complianceQuestionsWithSafety],
  'compliance-countries': [complianceCountries, complianceCountries2026, complianceCountriesWithVariants],
  'delphi-indicators': [delphiIndicators, delphiIndicators2009],
  'ilo-indicators': [iloIndicators, iloIndicators2012],
  'forced-labour-circumstances': [forcedLabourCircumstances, forcedLabourCircumstances2018],
  'child-indicators': [childIndicators, childIndicators2026],
  'informal-employment': [informalEmployment, informalEmployment2024],
  'migrant-share': [migrantShare, migrantShare2020],
  'regional-estimates': [regionalEstimates, regionalEstimates2022],
  'sector-employment': [sectorEmployment, sectorEmployment2026],
  'sector-odds': [sectorOdds, sectorOdds2026],
  sponsorship: [sponsorship, sponsorship2026],
  'state-sponsored': [stateSponsored, stateSponsored2025],
  subdivisions: [subdivisions, subdivisions2026],
  'trafficking-tier-history': [traffickingTierHistory, traffickingTierHistory2025],
  'labour-inspection': [labourInspection, labourInspection2024],
  'estimate-regions': [estimateRegions, estimateRegions2022],
  'other-conventions': [otherConventions, otherConventions2024],
  'national-law': [nationalLaw, nationalLaw2026],
} as const;
/** A table by its id; one that is not registered does not compile. */
export type ReferenceTableId = keyof typeof tables;
