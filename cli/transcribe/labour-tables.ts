import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { ccBy4, confidenceField, methodStart, origin, plain } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

const instruments = ['C029', 'P029', 'C105', 'C138', 'C182'];
const statusWords: Record<string, string> = {
  ratified: 'ratified',
  not_ratified: 'not-ratified',
  denounced: 'not-ratified',
  unknown: 'unknown',
};

export function transcribeConventions(folder: string, target: string, codes: Codes): ReferenceTable {
  const file = readCsv(folder, 'ilo_ratifications.csv');
  return writeTable(target, {
    id: 'conventions',
    vintage: '2024-12',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Ratification of the fundamental instruments on forced and child labour',
      producer: 'International Labour Organization',
      citation:
        'International Labour Organization, NORMLEX, ratifications of C029, P029, C105, C138 and C182, as far as known for the end of 2024.',
      urlMain: 'https://normlex.ilo.org/',
      datePublished: '2024',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'NORMLEX could not be read by machine: most values come from published lists of non-ratifiers and are marked memory; their totals agree with the published totals.',
        'C029: pages count 181 parties, this table 180.',
        'P029 is mostly unknown: unknown is not "not ratified".',
        'Nothing after 2024 is covered.',
      ],
    }),
    coverage: { what: 'ILO member States', of: 187, note: 'five instruments each' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      instrument: plain('ILO number: C029, C105, C138, C182 or P029', 'code'),
      status: plain('ratified, not-ratified or unknown; a denounced convention is not-ratified', 'word'),
      year: plain('year of ratification', 'year'),
      confidence: { ...confidenceField, meaning: 'how the status is known; blank where it is unknown' },
      note: plain('remark'),
    },
    rows: file.rows
      .filter((row) => instruments.includes(row.instrument ?? ''))
      .map((row) => {
        const status = statusWords[row.status ?? ''];
        if (!status) throw new Error(`unknown status ${row.status}`);
        const note = row.status === 'denounced' ? (textOf(row.note) ?? 'ratified and later denounced') : textOf(row.note);
        return [
          codes(row.iso3),
          textOf(row.instrument),
          status,
          status === 'ratified' ? numberOf(row.year) : null,
          textOf(row.confidence),
          note,
        ];
      }),
  });
}

export function transcribeInformality(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'indicators.csv');
  const rows = file.rows.filter((row) => row.indicator === 'informal_employment_pct');
  if (rows.some((row) => textOf(row.bound) !== null))
    throw new Error('informality: a clipped value appeared; decide how to show it before transcribing');
  return writeTable(target, {
    id: 'informality',
    vintage: '2026-06',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Informal employment, share of all employment (SDG 8.3.1)',
      producer: 'International Labour Organization, ILOSTAT',
      citation: 'International Labour Organization, ILOSTAT, SDG_0831, latest year available by country, as collected in June 2026.',
      urlMain: 'https://ilostat.ilo.org/',
      datePublished: '2026-06',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'The figures came scaled to 0-1 by fixed anchors and were turned back; rounding error is below 0.01 of a point.',
        'Only the window of years is known, not the year of each country.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'many high-income countries publish no figure' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      informalPct: {
        meaning: 'people in informal employment of all employed',
        unit: 'per cent',
        direction: 'higher-is-worse',
        anchor: { floor: 0, ceiling: 100, source: 'range of a percentage' },
      },
      yearFrom: plain('first year of the window', 'year'),
      yearTo: plain('last year of the window', 'year'),
    },
    rows: rows.map((row) => [codes(row.iso3), numberOf(row.value), numberOf(row.year_from), numberOf(row.year_to)]),
  });
}

export function transcribeConflict(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'ucdp_conflict.csv');
  return writeTable(target, {
    id: 'conflict',
    vintage: '2024-06',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Deaths in organized violence, 2019 to 2023',
      producer: 'Uppsala Conflict Data Program',
      citation: 'Uppsala Conflict Data Program, Georeferenced Event Dataset, version 24.1 (best estimates), summed by country and year.',
      urlMain: 'https://ucdp.uu.se/',
      urlDownload: 'https://ucdp.uu.se/downloads/',
      datePublished: '2024-06',
      licence: ccBy4,
      sha256: file.sha256,
      doubts: ['The data set covers the whole world: a country or year without a row had no recorded event.'],
    }),
    coverage: { what: 'countries and areas', of: countries, known: countries, note: 'global coverage; no row means no recorded event' },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      year: plain('year of the events', 'year'),
      stateBased: { meaning: 'deaths in conflicts with a state as party', unit: 'people', direction: 'higher-is-worse' },
      nonState: { meaning: 'deaths in conflicts between non-state parties', unit: 'people', direction: 'higher-is-worse' },
      oneSided: { meaning: 'civilians killed by organized parties', unit: 'people', direction: 'higher-is-worse' },
      total: { meaning: 'deaths of all three kinds, best estimate', unit: 'people', direction: 'higher-is-worse' },
    },
    rows: file.rows.map((row) => [
      codes(row.iso3),
      numberOf(row.year),
      numberOf(row.deaths_state_based),
      numberOf(row.deaths_non_state),
      numberOf(row.deaths_one_sided),
      numberOf(row.deaths_total),
    ]),
  });
}

/** One vintage a year: end of `year`, published in the June after. */
export function transcribeDisplacement(
  folder: string,
  target: string,
  codes: Codes,
  countries: number,
  year: number,
  inForceFrom: string,
): ReferenceTable {
  const file = readCsv(folder, 'unhcr.csv');
  const people = (meaning: string) => ({ meaning, unit: 'people', direction: 'higher-is-worse' as const });
  return writeTable(target, {
    id: 'displacement',
    vintage: `${year + 1}-06`,
    inForceFrom,
    origin: origin({
      title: `Forcibly displaced people at the end of ${year}`,
      producer: 'United Nations High Commissioner for Refugees; Internal Displacement Monitoring Centre',
      citation: `UNHCR, Refugee Data Finder, end-year stocks ${year}, with figures on internal displacement by the Internal Displacement Monitoring Centre, from the R package refugees of June 2026.`,
      urlMain: 'https://www.unhcr.org/refugee-statistics/',
      datePublished: `${year + 1}-06`,
      licence: ccBy4,
      sha256: file.sha256,
      doubts: [
        'A blank figure is not known; in particular no figure on internal displacement is not zero.',
        'Counts of stateless people are often absent where statelessness is large and are not used.',
        ...(year < 2025 ? ['Read in the package of June 2026, so that later revisions of the year are included.'] : []),
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: '' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      year: plain('end of this year', 'year'),
      refugeesHosted: people('refugees in the country'),
      asylumSeekersHosted: people('asylum-seekers in the country'),
      othersInNeedHosted: people('other people in need of international protection in the country'),
      unrwaRefugeesHosted: people('Palestine refugees under the mandate of UNRWA in the country'),
      idps: people('people displaced inside the country by conflict and violence'),
      refugeesFrom: people('refugees who come from the country'),
    },
    rows: file.rows
      .filter((row) => row.year === String(year))
      .map((row) => [
        codes(row.iso3),
        year,
        numberOf(row.refugees_hosted),
        numberOf(row.asylum_seekers_hosted),
        numberOf(row.others_in_need_of_protection_hosted),
        numberOf(row.unrwa_refugees_hosted),
        numberOf(row.idps_idmc),
        numberOf(row.refugees_from),
      ]),
  });
}
