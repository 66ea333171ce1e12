import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

export function transcribeSectors(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'isic.csv');
  return writeTable(target, {
    id: 'sectors',
    vintage: 'rev4',
    inForceFrom: methodStart,
    origin: origin({
      title: 'International Standard Industrial Classification of All Economic Activities, Revision 4',
      producer: 'United Nations Statistics Division',
      citation: 'United Nations, International Standard Industrial Classification of All Economic Activities (ISIC), Rev.4, 2008.',
      urlMain: 'https://unstats.un.org/unsd/classifications/Econ/isic',
      datePublished: '2008',
      licence: {
        name: 'United Nations classification, free to use with credit',
        url: 'https://unstats.un.org/unsd/classifications/Econ/isic',
        redistribution: 'allowed-with-credit',
      },
      sha256: file.sha256,
      doubts: ['The short titles of sections and divisions are ours.'],
    }),
    coverage: { what: 'ISIC codes (21 sections, 88 divisions, 238 groups, 419 classes)', of: 766, note: 'complete' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      code: plain('section letter, division (2 digits), group (3) or class (4)', 'code'),
      level: plain('section, division, group or class', 'word'),
      section: plain('section letter', 'code'),
      division: plain('division it belongs to', 'code'),
      title: plain('official title'),
      shortTitle: plain('our short title, for sections and divisions'),
    },
    rows: file.rows.map((row) => [
      textOf(row.code),
      textOf(row.level),
      textOf(row.section),
      textOf(row.division),
      textOf(row.title),
      textOf(row.short_title),
    ]),
  });
}

export function transcribeListedGoods(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'dol_goods.csv');
  const flag = (meaning: string) => ({ meaning, unit: '0 or 1', direction: 'higher-is-worse' as const });
  return writeTable(target, {
    id: 'listed-goods',
    vintage: '2024-09',
    inForceFrom: methodStart,
    origin: origin({
      title: 'List of Goods Produced by Child Labor or Forced Labor, 2024 edition',
      producer: 'United States Department of Labor, Bureau of International Labor Affairs',
      citation:
        'United States Department of Labor, Bureau of International Labor Affairs, 2024 List of Goods Produced by Child Labor or Forced Labor, 5 September 2024.',
      urlMain: 'https://www.dol.gov/agencies/ilab/reports/child-labor/list-of-goods',
      datePublished: '2024-09-05',
      licence: usGovernment,
      sha256: file.sha256,
      doubts: [
        '203 of the 204 goods and 527 of some 530 pairs are held; one cotton textile good and two pairs of it are missing.',
        'For 76 pairs (flagsAsOf 2022) the flags are those of the edition of 2022; no removal was announced for them.',
        'The flag for forced child labour is blank where it was new in 2024.',
      ],
    }),
    coverage: { what: 'countries on the list', of: 82, note: '527 pairs of country and good' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('country of production, ISO 3166-1 alpha-2', 'code'),
      good: plain('good, as the list names it'),
      childLabour: flag('listed for child labour'),
      forcedLabour: flag('listed for forced labour'),
      forcedChildLabour: flag('listed for forced child labour'),
      inputsChildLabour: flag('made with an input listed for child labour'),
      inputsForcedLabour: flag('made with an input listed for forced labour'),
      upstreamGood: plain('the listed input'),
      upstreamIso2: plain('country where the input is made', 'code'),
      flagsAsOf: plain('edition the flags were read in', 'year'),
      confidence: confidenceField,
    },
    rows: file.rows.map((row) => [
      codes(row.iso3),
      textOf(row.good),
      numberOf(row.child_labor),
      numberOf(row.forced_labor),
      numberOf(row.forced_child_labor),
      numberOf(row.inputs_child_labor),
      numberOf(row.inputs_forced_labor),
      textOf(row.upstream_good),
      row.upstream_iso3 ? codes(row.upstream_iso3) : null,
      numberOf(row.row_basis),
      textOf(row.confidence),
    ]),
  });
}

/** Our everyday terms for broad goods that the mapping does not include. */
const everydayTerms: Record<string, string[]> = {
  Garments: [
    't-shirts',
    'shirts',
    'trousers',
    'jeans',
    'knitwear',
    'dresses',
    'jackets',
    'sweaters',
    'underwear',
    'sportswear',
    'workwear',
    'uniforms',
    'hosiery',
  ],
  Textiles: ['towels', 'bed linen', 'cloth'],
  Electronics: ['laptops', 'mobile phones', 'tablets', 'electronic components', 'circuit boards'],
  Footwear: ['sneakers', 'boots', 'trainers'],
  Furniture: ['chairs', 'sofas', 'wardrobes'],
};

export function transcribeGoodsClassification(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'dol_good_to_isic.csv');
  return writeTable(target, {
    id: 'goods-classification',
    vintage: '2026-11',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Listed goods in the customs and industry classifications',
      producer: 'Manumit',
      citation:
        'Our own mapping of the goods of the 2024 List of Goods to ISIC Rev.4 classes and Harmonized System headings, checked against the joined World Bank WITS and United Nations concordances.',
      urlMain: null,
      datePublished: '2026-11',
      licence: {
        name: 'Apache-2.0, as the rest of the project',
        url: 'https://www.apache.org/licenses/LICENSE-2.0',
        redistribution: 'allowed',
      },
      sha256: file.sha256,
      doubts: [
        'Our own mapping: it needs a reader who knows trade codes.',
        'The concordance agrees on the division for 198 of the 202 goods that have a customs code.',
      ],
    }),
    coverage: { what: 'goods on the list', of: 204, note: 'one good without a customs code' },
    keyFields: 1,
    defaultConfidence: 'derived',
    fields: {
      good: plain('good, as the list names it'),
      family: plain('our product family'),
      isicClass: plain('ISIC Rev.4 class', 'code'),
      isicDivision: plain('ISIC Rev.4 division', 'code'),
      isicAlternatives: plain('further classes, by semicolon', 'codes'),
      hsPrefixes: plain('HS headings, by semicolon', 'codes'),
      matchTerms: plain('words that mean this good, by semicolon'),
    },
    rows: file.rows.map((row) => [
      textOf(row.good),
      textOf(row.product_family),
      textOf(row.isic_class),
      textOf(row.isic_division),
      textOf(row.isic_class_alternatives),
      textOf(row.hs_prefixes),
      [textOf(row.match_terms), ...(everydayTerms[row.good ?? ''] ?? [])].filter((term) => term !== null).join(';'),
    ]),
  });
}

export function transcribePrioritySectors(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'uflpa_sectors.csv');
  return writeTable(target, {
    id: 'priority-sectors',
    vintage: '2025-08',
    inForceFrom: methodStart,
    origin: origin({
      title: 'High-priority sectors under the Uyghur Forced Labor Prevention Act',
      producer: 'United States Department of Homeland Security, Forced Labor Enforcement Task Force',
      citation:
        'Forced Labor Enforcement Task Force, strategy under the Uyghur Forced Labor Prevention Act, sectors of June 2022, July 2024 and August 2025.',
      urlMain: 'https://www.dhs.gov/uflpa',
      datePublished: '2025-08-19',
      licence: usGovernment,
      sha256: file.sha256,
      doubts: [
        'The columns of industry and customs codes are our reading.',
        'A sector on this list does not create the presumption by itself.',
        'Changes after August 2025 were not found.',
      ],
    }),
    coverage: { what: 'sectors', of: 12, note: 'complete to August 2025' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      sector: plain('sector, as the strategy names it'),
      designated: plain('day of designation', 'date'),
      iso2: plain('country', 'code'),
      isicDivisions: plain('ISIC divisions, our reading, by semicolon', 'codes'),
      hsPrefixes: plain('HS prefixes, our reading, by semicolon', 'codes'),
      confidence: confidenceField,
    },
    rows: file.rows.map((row) => [
      textOf(row.sector),
      textOf(row.designated),
      codes(row.iso3),
      textOf(row.isic_divisions_own),
      textOf(row.hs_prefixes_own),
      textOf(row.confidence),
    ]),
  });
}

export function transcribeCorridors(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'recruitment_costs.csv');
  return writeTable(target, {
    id: 'corridors',
    vintage: '2026-11',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Recruitment costs paid by workers, by corridor',
      producer: 'ILO, KNOMAD, national statistics offices and press, named in each row',
      citation: 'Compiled from surveys and press reports on them, 2007 to 2024; the publisher stands in each row.',
      urlMain: 'https://www.knomad.org/data/recruitment-costs',
      datePublished: '2026-11',
      licence: {
        name: 'single published figures, quoted with credit to the publisher of each row',
        url: null,
        redistribution: 'allowed-with-credit',
      },
      sha256: file.sha256,
      doubts: [
        'Mostly press reports of surveys: indicative only.',
        'Amounts are of their survey year and were not adjusted for inflation.',
        'The microdata of KNOMAD are not held.',
      ],
    }),
    coverage: { what: 'figures', of: file.rows.length, known: file.rows.length, note: 'corridors, worker groups and years differ' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      id: plain('row number in the compilation', 'number'),
      originIso2: plain('country the workers come from; blank: all', 'code'),
      destinationIso2: plain('country they go to; blank: all', 'code'),
      sector: plain('sector, as the source says'),
      isicDivisions: plain('ISIC divisions, our reading, by semicolon', 'codes'),
      costType: plain('kind of figure', 'word'),
      amountLow: plain('lower amount', 'currency units'),
      amountAverage: plain('average amount', 'currency units'),
      amountHigh: plain('higher amount', 'currency units'),
      currency: plain('ISO 4217', 'code'),
      amountUsd: plain('amount in US dollars where published', 'USD'),
      monthsLow: { meaning: 'months of pay at the destination, lower', unit: 'months', direction: 'higher-is-worse' },
      monthsHigh: {
        meaning: 'months of pay at the destination, upper (equal to the lower for a single figure)',
        unit: 'months',
        direction: 'higher-is-worse',
      },
      monthsBasis: plain('as published, or derived: cost divided by monthly income', 'word'),
      surveyYear: plain('year or years of the survey'),
      publisher: plain('publisher'),
      sourceQuality: plain('survey, press estimate, press case…', 'word'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row, index) => {
      const months = (textOf(row.months_of_income) ?? '').split('-');
      return [
        String(index + 1).padStart(3, '0'),
        row.origin_iso3 ? codes(row.origin_iso3) : null,
        row.destination_iso3 ? codes(row.destination_iso3) : null,
        textOf(row.sector),
        textOf(row.isic_division),
        textOf(row.cost_type),
        numberOf(row.amount_low),
        numberOf(row.amount_avg),
        numberOf(row.amount_high),
        textOf(row.currency),
        numberOf(row.amount_usd),
        numberOf(months[0]),
        numberOf(months[1] ?? months[0]),
        textOf(row.months_basis),
        textOf(row.survey_year),
        textOf(row.publisher),
        textOf(row.source_quality),
        textOf(row.confidence),
        textOf(row.note),
      ];
    }),
  });
}
