import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import { ccBy4, confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { type CsvRow, numberOf, readCsv, type TableDraft, textOf, writeTable } from './write-table.ts';

/** ISO 3166-1 alpha-3 → alpha-2, of the countries table. */
export type Codes = (iso3: string | undefined) => string;

export function readCodes(folder: string): { toAlpha2: Codes; countries: number } {
  const rows = readCsv(folder, 'countries.csv').rows;
  const byAlpha3 = new Map(rows.map((row) => [row.iso3, row.iso2]));
  return {
    countries: rows.length,
    toAlpha2: (iso3) => {
      const found = byAlpha3.get(iso3);
      if (!found) throw new Error(`unknown country code ${iso3}`);
      return found;
    },
  };
}

export function transcribeCountries(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'countries.csv');
  return writeTable(target, {
    id: 'countries',
    vintage: '2026-05',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Countries and areas: codes, regions, population, Equator Principles list',
      producer: 'United Nations Statistics Division; World Bank; Equator Principles Association',
      citation:
        'United Nations Statistics Division, Standard country or area codes for statistical use (M49), through the compilation datasets/country-codes, May 2026; World Bank, World Development Indicators SP.POP.TOTL 2024 and income classification of July 2026; Equator Principles Association, Designated Countries as at 1 October 2021.',
      urlMain: 'https://unstats.un.org/unsd/methodology/m49/',
      datePublished: '2026-05',
      licence: {
        name: 'ODC PDDL 1.0 (codes); CC BY 4.0 (World Bank series)',
        url: 'https://opendatacommons.org/licenses/pddl/1-0/',
        redistribution: 'allowed-with-credit',
      },
      sha256: file.sha256,
      doubts: [
        'Taiwan and Kosovo have no M49 entry: region by geography.',
        'Income group of July 2026 is the list of July 2023 with its yearly changes; some of these are recalled.',
        'XK (Kosovo) is a user-assigned code, not part of ISO 3166-1.',
      ],
    }),
    coverage: {
      what: 'countries and areas',
      of: file.rows.length,
      note: 'population is not held for Hong Kong, Kosovo, Macao, Taiwan and small territories',
    },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2; XK for Kosovo', 'code'),
      iso3: plain('ISO 3166-1 alpha-3; XKX for Kosovo', 'code'),
      name: plain('short name in English'),
      region: plain('UN M49 region'),
      subregion: plain('UN M49 sub-region'),
      iloRegion: plain('region of the ILO global estimates of 2022'),
      incomeGroupFy2027: plain('World Bank income group, July 2026'),
      population2024: plain('people, World Bank SP.POP.TOTL 2024', 'people'),
      oecdMember: plain('member of the OECD', 'yes or no'),
      epDesignated2021: plain('on the Equator Principles list of designated countries of 1 October 2021', 'yes or no'),
    },
    rows: file.rows.map((row) => [
      textOf(row.iso2),
      textOf(row.iso3),
      textOf(row.name),
      textOf(row.un_region),
      textOf(row.un_subregion),
      textOf(row.ilo_region_2022),
      textOf(row.wb_income_fy2027),
      numberOf(row.population_2024),
      textOf(row.oecd_member),
      textOf(row.ep_designated_2021_list),
    ]),
  });
}

export const governanceIndicators = {
  voiceAccountability: 'voice_accountability',
  politicalStability: 'political_stability',
  governmentEffectiveness: 'government_effectiveness',
  regulatoryQuality: 'regulatory_quality',
  ruleOfLaw: 'rule_of_law',
  controlOfCorruption: 'control_of_corruption',
} as const;

/** The 2024 release only: the copy of the 2025 release carries no standard errors and follows another method. */
export function transcribeGovernance(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'wgi.csv');
  const byCountryYear = new Map<string, Map<string, CsvRow>>();
  for (const row of file.rows) {
    if (row.release !== '2024') continue;
    const key = `${codes(row.iso3)}:${row.year}`;
    const group = byCountryYear.get(key) ?? new Map<string, CsvRow>();
    group.set(row.indicator ?? '', row);
    byCountryYear.set(key, group);
  }
  const anchor = { floor: -2.5, ceiling: 2.5, source: 'World Bank, WGI: estimates run from about -2.5 (weak) to 2.5 (strong)' };
  const fields: TableDraft['fields'] = { iso2: plain('ISO 3166-1 alpha-2', 'code'), year: plain('year the estimate is for', 'year') };
  for (const [name, label] of Object.entries(governanceIndicators)) {
    fields[name] = { meaning: label.replaceAll('_', ' '), unit: 'standard normal units', direction: 'lower-is-worse', anchor };
    fields[`${name}Se`] = { meaning: `standard error of ${label.replaceAll('_', ' ')}`, unit: 'standard normal units', direction: 'none' };
  }
  return writeTable(target, {
    id: 'governance',
    vintage: '2024',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Worldwide Governance Indicators, 2024 release, years 2019 to 2023',
      producer: 'World Bank',
      citation: 'Kaufmann, D. and Kraay, A., Worldwide Governance Indicators, 2024 update, World Bank.',
      urlMain: 'https://www.worldbank.org/en/publication/worldwide-governance-indicators',
      datePublished: '2024',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'The 2025 release (year 2024) is not used: our copy has no standard errors and its method changed, so that the two must not be mixed.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'up to six indicators a year, each with its standard error' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields,
    rows: [...byCountryYear].map(([key, group]) => {
      const [iso2, year] = key.split(':');
      return [
        iso2 ?? null,
        Number(year),
        ...Object.values(governanceIndicators).flatMap((name) => [
          numberOf(group.get(name)?.estimate),
          numberOf(group.get(name)?.standard_error),
        ]),
      ];
    }),
  });
}

export function transcribeTraffickingTiers(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'tip_tiers.csv');
  return writeTable(target, {
    id: 'trafficking-tiers',
    vintage: '2024-06',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Trafficking in Persons Report 2024: tier placements',
      producer: 'United States Department of State',
      citation: 'United States Department of State, Trafficking in Persons Report, June 2024.',
      urlMain: 'https://www.state.gov/trafficking-in-persons-report/',
      datePublished: '2024-06',
      licence: usGovernment,
      sha256: file.sha256,
      doubts: [
        'Watch List, Tier 3 and special case were read in the CIA World Factbook, Tier 1 in a secondary list; Tier 2 was derived: covered and on none of the other lists.',
        'The 2025 report is not used: the tier of 138 countries could not be found.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'the report covers 188; others hold no row' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      tier: plain(
        '1 (meets the standards), 2, 2WL (watch list), 3 (makes no significant effort) or special (special case, not ranked)',
        'word',
      ),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows
      .filter((row) => row.year === '2024')
      .map((row) => [codes(row.iso3), row.tier === 'SC' ? 'special' : textOf(row.tier), textOf(row.confidence), textOf(row.note)]),
  });
}
