import { z } from 'zod';
import type { TraceNode } from '../types.ts';
import childIndicators2026 from './child-indicators/2026-06.json';
import complianceCountries2026 from './compliance-countries/2026-11.json';
import complianceCountriesWithVariants from './compliance-countries/2026-11-26.json';
import compliancePoints2026 from './compliance-points/2026-11.json';
import complianceQuestions2026 from './compliance-questions/2026-11.json';
import complianceQuestionsWithSafety from './compliance-questions/2026-11-26.json';
import conflict2024 from './conflict/2024-06.json';
import conventions2024 from './conventions/2024-12.json';
import corridors2026 from './corridors/2026-11.json';
import countries2026 from './countries/2026-05.json';
import estimateRegions2022 from './estimate-regions/2022-09.json';
import delphiIndicators2009 from './delphi-indicators/2009-09.json';
import displacement2025 from './displacement/2025-06.json';
import displacement2026 from './displacement/2026-06.json';
import forcedLabourCircumstances2018 from './forced-labour-circumstances/2018-10.json';
import goodsClassification2026 from './goods-classification/2026-11.json';
import goodsClassificationWithPhotovoltaics from './goods-classification/2026-12-01.json';
import governance2024 from './governance/2024.json';
import hsChapters2022 from './hs-chapters/2022.json';
import hsIsic2007 from './hs-isic/2007.json';
import iloIndicators2012 from './ilo-indicators/2012.json';
import importOrders2026 from './import-orders/2026-01.json';
import informality2026 from './informality/2026-06.json';
import labourInspection2024 from './labour-inspection/2024-07.json';
import listedEntities2025 from './listed-entities/2025-01.json';
import listedGoods2024 from './listed-goods/2024-09.json';
import listedGoodsChanges2024 from './listed-goods-changes/2024-09.json';
import naceIsic21 from './nace-isic/rev2.1.json';
import naicsIsic2017 from './naics-isic/2017.json';
import prioritySectors2025 from './priority-sectors/2025-08.json';
import informalEmployment2024 from './informal-employment/2024-07.json';
import otherConventions2024 from './other-conventions/2024-12.json';
import migrantShare2020 from './migrant-share/2020.json';
import regionalEstimates2022 from './regional-estimates/2022-09.json';
import sectorEmployment2026 from './sector-employment/2026-11.json';
import sectorOdds2026 from './sector-odds/2026-12.json';
import sponsorship2026 from './sponsorship/2026-11.json';
import stateSponsored2025 from './state-sponsored/2025-09.json';
import subdivisions2026 from './subdivisions/2026-11.json';
import { ownEditionOf, releasedUnder, withOwnRowsOf } from './own/overlay.ts';
import { recordsOf, type ReferenceTable, referenceTableSchema } from './schema.ts';
import sectorShares2026 from './sector-shares/2026-01.json';
import sectorsRev4 from './sectors/rev4.json';
import traffickingTierHistory2025 from './trafficking-tier-history/2025-09.json';
import traffickingTiers2024 from './trafficking-tiers/2024-06.json';

const files: Record<ReferenceTableId, unknown[]> = {
  countries: [countries2026],
  governance: [governance2024],
  'trafficking-tiers': [traffickingTiers2024],
  conventions: [conventions2024],
  informality: [informality2026],
  conflict: [conflict2024],
  displacement: [displacement2025, displacement2026],
  sectors: [sectorsRev4],
  'sector-shares': [sectorShares2026],
  'listed-goods': [listedGoods2024],
  'listed-goods-changes': [listedGoodsChanges2024],
  'goods-classification': [goodsClassification2026, goodsClassificationWithPhotovoltaics],
  'priority-sectors': [prioritySectors2025],
  corridors: [corridors2026],
  'nace-isic': [naceIsic21],
  'naics-isic': [naicsIsic2017],
  'hs-chapters': [hsChapters2022],
  'hs-isic': [hsIsic2007],
  'import-orders': [importOrders2026],
  'listed-entities': [listedEntities2025],
  'compliance-points': [compliancePoints2026],
  'compliance-questions': [complianceQuestions2026, complianceQuestionsWithSafety],
  'compliance-countries': [complianceCountries2026, complianceCountriesWithVariants],
  'delphi-indicators': [delphiIndicators2009],
  'ilo-indicators': [iloIndicators2012],
  'forced-labour-circumstances': [forcedLabourCircumstances2018],
  'child-indicators': [childIndicators2026],
  'informal-employment': [informalEmployment2024],
  'migrant-share': [migrantShare2020],
  'regional-estimates': [regionalEstimates2022],
  'sector-employment': [sectorEmployment2026],
  'sector-odds': [sectorOdds2026],
  sponsorship: [sponsorship2026],
  'state-sponsored': [stateSponsored2025],
  subdivisions: [subdivisions2026],
  'trafficking-tier-history': [traffickingTierHistory2025],
  'labour-inspection': [labourInspection2024],
  'estimate-regions': [estimateRegions2022],
  'other-conventions': [otherConventions2024],
};

/** Every table of reference there is. A name outside this list does not compile. */
export const referenceTableIds = [
  'countries',
  'governance',
  'trafficking-tiers',
  'conventions',
  'informality',
  'conflict',
  'displacement',
  'sectors',
  'sector-shares',
  'listed-goods',
  'listed-goods-changes',
  'goods-classification',
  'priority-sectors',
  'corridors',
  'nace-isic',
  'naics-isic',
  'hs-chapters',
  'hs-isic',
  'import-orders',
  'listed-entities',
  'compliance-points',
  'compliance-questions',
  'compliance-countries',
  'delphi-indicators',
  'ilo-indicators',
  'forced-labour-circumstances',
  'child-indicators',
  'informal-employment',
  'migrant-share',
  'regional-estimates',
  'sector-employment',
  'sector-odds',
  'sponsorship',
  'state-sponsored',
  'subdivisions',
  'trafficking-tier-history',
  'labour-inspection',
  'estimate-regions',
  'other-conventions',
] as const;
export type ReferenceTableId = (typeof referenceTableIds)[number];

const parsed = new Map<ReferenceTableId, ReferenceTable[]>();

/** All vintages of a table, oldest first. Throws when a file is not well formed. */
export function vintagesOf(table: ReferenceTableId): ReferenceTable[] {
  const known = parsed.get(table);
  if (known) return known;
  const vintages = files[table].map((file) => referenceTableSchema.parse(file)).sort((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1));
  parsed.set(table, vintages);
  return vintages;
}

/**
 * The vintage in force on `asOf` (ISO day): the latest whose `inForceFrom` is not after it, with the rows of the own tables that count (`withOwnTables`).
 * Throws RangeError for a day before the first vintage: the method did not exist then.
 */
export function referenceAt(table: ReferenceTableId, asOf: string): ReferenceTable {
  const found = vintagesOf(table).findLast((each) => each.inForceFrom <= asOf);
  if (!found) throw new RangeError(`No vintage of ${table} is in force on ${asOf}`);
  return withOwnRowsOf(found, asOf);
}

/** The table as of a day, or its newest vintage when no day is named. */
export function tableFor(table: ReferenceTableId, asOf: string | undefined): ReferenceTable {
  if (asOf !== undefined) return referenceAt(table, asOf);
  const newest = vintagesOf(table).at(-1);
  if (!newest) throw new RangeError(`${table} holds no vintage`);
  return withOwnRowsOf(newest, undefined);
}

/** Where a value was read: table, vintage, row key, how well known, producer and licence. */
export type Provenance = NonNullable<TraceNode['reference']>;
export type WithProvenance<T> = T & { provenance: Provenance };

export function provenanceOf(table: ReferenceTable, row: string, confidence: Provenance['confidence']): Provenance {
  const own = ownEditionOf(table, row);
  if (own) return { table: table.id, vintage: own.title, row, confidence, producer: own.producer, licence: own.licence, own: own.hash };
  const { vintage } = releasedUnder(table);
  return { table: table.id, vintage, row, confidence, producer: table.origin.producer, licence: table.origin.licence.name };
}

/** Reads a table once per vintage into typed rows, by row key, in the order of the file. */
export function rowReader<Schema extends z.ZodType<object>>(
  schema: Schema,
): (table: ReferenceTable) => Map<string, WithProvenance<z.output<Schema>>> {
  const read = new WeakMap<ReferenceTable, Map<string, WithProvenance<z.output<Schema>>>>();
  return (table) => {
    const known = read.get(table);
    if (known) return known;
    const rows = new Map(
      recordsOf(table).map(({ key, confidence, cells }) => [
        key,
        { ...schema.parse(cells), provenance: provenanceOf(table, key, confidence) },
      ]),
    );
    read.set(table, rows);
    return rows;
  };
}

/** Text of a list of codes or words, parted by semicolons; blank is an empty list. */
export const listCell = z
  .string()
  .nullable()
  .transform((text) =>
    text === null
      ? []
      : text
          .split(';')
          .map((each) => each.trim())
          .filter((each) => each !== ''),
  );
