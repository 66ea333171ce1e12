import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { ccBy4, confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

const readOn = {
  transcribed: 'by script, cli/transcribe-reference.ts, from our own CSV of the published figures; each row names how it was read',
};

/** Tier placements of every report whose placements could be read, by country and year. The score reads the table `trafficking-tiers` alone. */
export function transcribeTierHistory(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'tip_tiers.csv');
  return writeTable(target, {
    id: 'trafficking-tier-history',
    vintage: '2025-09',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Trafficking in Persons Reports 2001 to 2025: tier placements by year',
      producer: 'United States Department of State',
      citation: 'United States Department of State, Trafficking in Persons Reports, 2001 to 2015 and 2020 to 2025.',
      urlMain: 'https://www.state.gov/trafficking-in-persons-report/',
      datePublished: '2025-09',
      licence: usGovernment,
      sha256: file.sha256,
      ...readOn,
      doubts: [
        '2016 to 2019 are missing; of 2015 only the lower tiers, of 2021 only Tier 1 and Tier 3 were found.',
        '2022 and 2024: Tier 2 was derived by elimination. 2025: only the Watch List, Tier 3 and special cases were found; every other country is Tier 1 or Tier 2.',
        'Tier 1 and Tier 3 of 2021, Tier 1 of 2022 and some special cases are recalled.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'up to 21 reports a country' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      year: plain('year of the report', 'year'),
      tier: plain('1, 2, 2WL (watch list), 3 or special (special case, not ranked); blank where more than one is possible', 'word'),
      possible: plain('tiers that are possible where the tier is blank', 'words separated by |'),
      confidence: confidenceField,
    },
    rows: file.rows.map((row) => [
      codes(row.iso3),
      numberOf(row.year),
      row.tier === 'SC' ? 'special' : textOf(row.tier),
      textOf(row.tier) === null ? textOf(row.tier_possible) : null,
      textOf(row.confidence),
    ]),
  });
}

/** Labour inspectors per 10,000 people at work, by country; the ILO's own figure where it is from 2018 or later, else the derived one. */
export function transcribeLabourInspection(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'labour_inspectors.csv');
  const measures: Record<string, string> = {
    labour_inspectors_per_10000_employed: 'reported',
    labour_inspectors_per_10000_employed_ilab: 'derived',
  };
  return writeTable(target, {
    id: 'labour-inspection',
    vintage: '2024-07',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Labour inspectors per 10,000 people at work',
      producer: 'International Labour Organization, ILOSTAT; United States Department of Labor, Bureau of International Labor Affairs',
      citation:
        'International Labour Organization, ILOSTAT, LAI_INDE_NOC_RT; United States Department of Labor, 2022 Findings on the Worst Forms of Child Labor, over employment from ILOSTAT (EMP_TEMP_SEX_INS_NB_A, 25 July 2024).',
      urlMain: 'https://ilostat.ilo.org/',
      datePublished: '2024-07',
      licence: ccBy4,
      sha256: file.sha256,
      ...readOn,
      doubts: [
        'The two measures differ: the inspectors that the Department of Labor counts are not always those that a country reports to the ILO.',
        'A number of inspectors says nothing of what they may inspect, nor of whether they do.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'a country without a row reported no figure' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      measure: plain(
        'reported (by the country to the ILO) or derived (inspectors counted by the Department of Labor over employment)',
        'word',
      ),
      perTenThousand: { meaning: 'labour inspectors per 10,000 people at work', unit: 'people', direction: 'lower-is-worse' },
      year: plain('year of the figure', 'year'),
      inspectors: plain('inspectors counted', 'people'),
      confidence: confidenceField,
    },
    rows: file.rows.map((row) => {
      const measure = measures[row.indicator ?? ''];
      if (!measure) throw new Error(`unknown indicator ${row.indicator}`);
      return [codes(row.iso3), measure, numberOf(row.value), numberOf(row.year), numberOf(row.inspectors), textOf(row.confidence)];
    }),
  });
}

/** The region in which each edition of the ILO's estimates counts a country. */
export function transcribeEstimateRegions(folder: string, target: string, countries: number): ReferenceTable {
  const file = readCsv(folder, 'countries.csv');
  return writeTable(target, {
    id: 'estimate-regions',
    vintage: '2022-09',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Regions of countries in the estimates of forced labour of 2005, 2012, 2016 and 2021',
      producer: 'Manumit, after the International Labour Organization',
      citation:
        'Compiled from the regional groupings of the ILO’s estimates of 2005, 2012, 2017 and 2022; assigned by us where an edition prints no list.',
      urlMain: 'https://www.ilo.org/',
      datePublished: '2022-09',
      licence: ccBy4,
      sha256: file.sha256,
      ...readOn,
      doubts: [
        'The editions of 2005 and 2012 print no complete list of countries by region: the assignment follows the regions of their time.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'blank where no region could be assigned' },
    keyFields: 1,
    defaultConfidence: 'derived',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      of2005: plain('region of the estimates of 2005'),
      of2012: plain('region of the estimates of 2012'),
      of2022: plain('region of the estimates of 2017 and 2022'),
    },
    rows: file.rows.map((row) => [row.iso2, row.ilo_region_2005_seed, row.ilo_region_2012, row.ilo_region_2022].map(textOf)),
  });
}

const instruments = ['C087', 'C098', 'C100', 'C111', 'C155', 'C187'];
const statusWords: Record<string, string> = {
  ratified: 'ratified',
  not_ratified: 'not-ratified',
  denounced: 'not-ratified',
  unknown: 'unknown',
};

/** Ratification of the fundamental instruments on other subjects than forced and child labour. */
export function transcribeOtherConventions(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'ilo_ratifications.csv');
  return writeTable(target, {
    id: 'other-conventions',
    vintage: '2024-12',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Ratification of the fundamental instruments on association, equality, and safety and health',
      producer: 'International Labour Organization',
      citation:
        'International Labour Organization, NORMLEX, ratifications of C087, C098, C100, C111, C155 and C187, as far as known for the end of 2024.',
      urlMain: 'https://normlex.ilo.org/',
      datePublished: '2024',
      licence: ccBy4,
      sha256: file.sha256,
      ...readOn,
      doubts: [
        'NORMLEX could not be read by machine: most values come from published lists of non-ratifiers and are marked memory.',
        'Nothing after 2024 is covered.',
      ],
    }),
    coverage: { what: 'ILO member States', of: 187, note: 'six instruments each' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      instrument: plain('ILO number: C087, C098, C100, C111, C155 or C187', 'code'),
      status: plain('ratified, not-ratified or unknown; a denounced convention is not-ratified', 'word'),
      year: plain('year of ratification', 'year'),
      confidence: { ...confidenceField, meaning: 'how the status is known; blank where it is unknown' },
    },
    rows: file.rows
      .filter((row) => instruments.includes(row.instrument ?? ''))
      .map((row) => {
        const status = statusWords[row.status ?? ''];
        if (!status) throw new Error(`unknown status ${row.status}`);
        const year = status === 'ratified' ? numberOf(row.year) : null;
        return [codes(row.iso3), textOf(row.instrument), status, year, textOf(row.confidence)];
      }),
  });
}
