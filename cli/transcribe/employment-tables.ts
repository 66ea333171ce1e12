import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { ccBy4, confidenceField, methodStart, origin, plain } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

/** Informal employment by country from labour force surveys: 147 countries and areas, where the table of SDG 8.3.1 has fewer. */
export function transcribeInformalEmployment(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'informal_employment.csv');
  const percent = (meaning: string) => ({
    meaning,
    unit: 'per cent',
    direction: 'higher-is-worse' as const,
    anchor: { floor: 0, ceiling: 100, source: 'range of a percentage' },
  });
  return writeTable(target, {
    id: 'informal-employment',
    vintage: '2024-07',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Informal employment rate, all and by sex, latest year of each country',
      producer: 'International Labour Organization, ILOSTAT',
      citation: 'International Labour Organization, ILOSTAT, Informal employment rate by sex (EMP_NIFL_SEX_RT_A), as of 26 July 2024.',
      urlMain: 'https://ilostat.ilo.org/',
      datePublished: '2024-07',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'Six countries that this series does not hold keep the figure of SDG 8.3.1.',
        '35 countries differ by more than three points from the table of SDG 8.3.1, by edition or definition.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'many high-income countries publish no figure' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      informalPct: percent('people in informal employment of all employed'),
      men: percent('the same of men'),
      women: percent('the same of women'),
      year: plain('year of the survey', 'year'),
      survey: plain('source of the country'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row) => [
      codes(row.iso3),
      numberOf(row.informal_pct),
      numberOf(row.informal_pct_men),
      numberOf(row.informal_pct_women),
      numberOf(row.year),
      ...[row.survey, row.confidence, row.note].map(textOf),
    ]),
  });
}

const rates = {
  relative_rate_per_worker: 'share of adults in forced labour exploitation over the share of employment; 1 = all sectors together',
  relative_rate_per_employee_low: 'the same per employee, lower bound of the share of employees',
  relative_rate_per_employee_high: 'the same per employee, upper bound',
} as const;

/** People at work by ISIC section and ILO sector, and forced labour per worker and per employee where the ILO gives the sector's share. */
export function transcribeSectorEmployment(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'sector_employment.csv');
  return writeTable(target, {
    id: 'sector-employment',
    vintage: '2026-11',
    inForceFrom: methodStart,
    origin: origin({
      title: 'World employment by sector, and forced labour per worker and per employee',
      producer: 'International Labour Organization; rates derived by Manumit',
      citation:
        'International Labour Organization, ILOSTAT, ILO modelled estimates, employment by sex and economic activity and by status; ILO, Walk Free and IOM, Global Estimates of Modern Slavery, 2022 (shares of adults in forced labour exploitation by sector); FAO, State of World Fisheries and Aquaculture 2024.',
      urlMain: 'https://ilostat.ilo.org/',
      datePublished: '2025',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'The shares of forced labour by sector of 2022 are recalled, so every rate built on them is no better.',
        'Employees by section are not published for the world. Bounds by assumption: agriculture 25 to 40 per cent employees, domestic work all, one common share for the others.',
        'The row of fishing vessels is a floor over an unfit denominator, the row of the rest a residual: neither is a rate.',
      ],
    }),
    coverage: {
      what: 'groups of ISIC sections',
      of: 14,
      known: 14,
      note: 'the ILO publishes D with E, H with J, L with M and N, R to U together',
    },
    keyFields: 4,
    defaultConfidence: 'confirmed',
    fields: {
      level: plain('total, section, ILO sector or division', 'word'),
      sections: plain('ISIC sections', 'letters'),
      name: plain('name'),
      year: plain('year', 'year'),
      employedMillions: plain('people at work', 'million'),
      employmentShare: plain('of all people at work', 'percent'),
      employeesMillions: plain('employees', 'million'),
      forcedLabourShare: plain('of all adults in forced labour exploitation', 'percent'),
      ...Object.fromEntries(
        Object.values(rates).map((meaning, at) => [
          ['ratePerWorker', 'ratePerEmployeeLow', 'ratePerEmployeeHigh'][at],
          { meaning, unit: 'ratio', direction: 'higher-is-worse' as const },
        ]),
      ),
      confidence: confidenceField,
      note: plain('rule or remark'),
    },
    rows: file.rows.map((row) => [
      textOf(row.level),
      textOf(row.isic_sections) ?? 'all',
      textOf(row.name),
      numberOf(row.year),
      numberOf(row.employed_millions),
      numberOf(row.share_of_employment_pct),
      numberOf(row.employees_millions),
      numberOf(row.fl_share_of_adults_pct),
      ...Object.keys(rates).map((column) => numberOf(row[column])),
      textOf(row.confidence),
      textOf(row.rule_or_note),
    ]),
  });
}

/** The five estimates of forced labour by region since 2005, beside each other. */
export function transcribeRegionalEstimates(folder: string, target: string): ReferenceTable {
  const file = readCsv(folder, 'regional_estimates.csv');
  return writeTable(target, {
    id: 'regional-estimates',
    vintage: '2022-09',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Estimates of forced labour by region: 2005, 2012, 2016 and 2021',
      producer: 'International Labour Organization; Walk Free; International Organization for Migration',
      citation:
        'ILO, A Global Alliance Against Forced Labour (2005) and its brochure of 2008; ILO Global Estimate of Forced Labour (2012); ILO and Walk Free, Global Estimates of Modern Slavery (2017); ILO, Walk Free and IOM, Global Estimates of Modern Slavery (2022).',
      urlMain: 'https://www.ilo.org/',
      datePublished: '2022-09',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'Definitions, regions and methods differ between editions: figures of two editions do not show a change.',
        'Some figures are recalled, as their rows say.',
      ],
    }),
    coverage: { what: 'editions', of: 4, known: 4, note: 'regions as each edition draws them' },
    keyFields: 6,
    defaultConfidence: 'confirmed',
    fields: {
      edition: plain('edition'),
      scheme: plain('scheme of regions', 'word'),
      region: plain('region, or World'),
      measure: plain('what is counted'),
      breakdown: plain('which part of it'),
      period: plain('reference period', 'year'),
      people: plain('people', 'people'),
      perThousand: plain('of 1,000 people', 'per thousand'),
      share: plain('of all', 'percent'),
      low: plain('lower end of the interval', 'people'),
      high: plain('upper end of the interval', 'people'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row) => [
      ...[row.edition, row.scheme, row.region, row.measure, row.breakdown, row.reference_period].map(textOf),
      ...[row.number, row.prevalence_per_1000, row.share_pct, row.number_low, row.number_high].map(numberOf),
      ...[row.confidence, row.note].map(textOf),
    ]),
  });
}

const childIndicators = {
  agricultureEmployment: ['agriculture_employment_pct', 'people working in agriculture of all employed'],
  birthRegistration: ['birth_registration_pct', 'children under five whose birth is registered'],
  outOfSchool: ['out_of_school_lower_secondary_pct', 'adolescents of lower secondary age who are out of school'],
} as const;

/** What orders countries by child labour beside governance and informal work: farms, registered births, school. */
export function transcribeChildIndicators(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'indicators.csv');
  const names = Object.entries(childIndicators);
  const byCountry = new Map<string, Map<string, number | null>>();
  for (const row of file.rows) {
    const found = names.find(([, [indicator]]) => indicator === row.indicator);
    if (!found) continue;
    const iso2 = codes(row.iso3);
    const own = byCountry.get(iso2) ?? new Map<string, number | null>();
    // A figure that the source clipped is at least or at most the bound: the bound is the nearest that is known.
    own.set(found[0], numberOf(row.value) ?? numberOf(row.bound));
    byCountry.set(iso2, own);
  }
  return writeTable(target, {
    id: 'child-indicators',
    vintage: '2026-06',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Work in agriculture, registered births, adolescents out of school',
      producer: 'World Bank, World Development Indicators (from ILO, UNICEF and UNESCO)',
      citation:
        'World Bank, World Development Indicators: SL.AGR.EMPL.ZS, SP.REG.BRTH.ZS and lower secondary out-of-school rate, latest year available (births 2006 to 2022), as collected in June 2026.',
      urlMain: 'https://databank.worldbank.org/source/world-development-indicators',
      datePublished: '2026-06',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'The figures came scaled to 0-1 by fixed anchors and were turned back; one that was clipped is held at its bound.',
        'Only the window of years is known, not the year of each country.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'each of the three for 170 to 180 countries' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      ...Object.fromEntries(
        names.map(([name, [, meaning]]) => [
          name,
          {
            meaning,
            unit: 'per cent',
            direction: name === 'birthRegistration' ? ('lower-is-worse' as const) : ('higher-is-worse' as const),
          },
        ]),
      ),
    },
    rows: [...byCountry].map(([iso2, own]) => [iso2, ...names.map(([name]) => own.get(name) ?? null)]),
  });
}
