import type { ReferenceTable } from '../../scoring/reference/schema.ts';
import type { Codes } from './country-tables.ts';
import { confidenceField, methodStart, origin, plain, usGovernment } from './origins.ts';
import { numberOf, readCsv, textOf, writeTable } from './write-table.ts';

/** Governments that the Trafficking in Persons Report names for a policy or pattern of trafficking of their own, by year of the report. */
export function transcribeStateSponsored(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'state_sponsored.csv');
  return writeTable(target, {
    id: 'state-sponsored',
    vintage: '2025-09',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Governments with a policy or pattern of trafficking, Trafficking in Persons Reports 2022 to 2025',
      producer: 'United States Department of State',
      citation:
        'United States Department of State, Trafficking in Persons Reports of 2022, 2023, 2024 and 2025, section on state-sponsored trafficking.',
      urlMain: 'https://www.state.gov/trafficking-in-persons-report/',
      datePublished: '2025-09',
      licence: usGovernment,
      sha256: file.sha256,
      doubts: [
        'The lists were read in press reports; the pages of the publisher were not stored.',
        'All eleven names of 2023 are recalled: no stored page holds that list.',
        'Syria is named in 2025 for its government before December 2024.',
      ],
    }),
    coverage: {
      what: 'countries and areas',
      of: countries,
      note: 'a country without a row is not named in the report; a report is not a census',
    },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      reportYear: plain('year of the report', 'year'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row) => [codes(row.iso3), numberOf(row.report_year), textOf(row.confidence), textOf(row.note)]),
  });
}

/** Schemes that tie a migrant worker to one employer, and their dated reforms. */
export function transcribeSponsorship(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'sponsorship.csv');
  const numbers = new Map<string, number>();
  const next = (iso2: string) => {
    numbers.set(iso2, (numbers.get(iso2) ?? 0) + 1);
    return numbers.get(iso2) ?? 1;
  };
  return writeTable(target, {
    id: 'sponsorship',
    vintage: '2026-11',
    inForceFrom: methodStart,
    origin: origin({
      title: 'Sponsorship (kafala) and permits tied to one employer, with their reforms',
      producer: 'Manumit, from law, the press and non-governmental organizations',
      citation:
        'Compiled in November 2026 from summaries of laws, Human Rights Watch, Migrant-Rights.org, the Federal Register and the press; facts only.',
      urlMain: null,
      datePublished: '2026-11',
      licence: {
        name: 'Facts from laws and the press; this table: Apache-2.0',
        url: 'https://www.apache.org/licenses/LICENSE-2.0',
        redistribution: 'allowed',
      },
      sha256: file.sha256,
      doubts: [
        '“Still tied” is our reading of the sources, not theirs.',
        'Iraq: only the Kurdistan Region, from one press report; the federal law was not established.',
        'Saudi Arabia: the press of October 2025 says that kafala has ended; a year earlier its restrictions were still described.',
        'Malaysia and Taiwan: that the permit ties to the employer is recalled.',
      ],
    }),
    coverage: {
      what: 'countries and areas',
      of: countries,
      note: 'schemes that were looked for and found; a country without a row was not examined',
    },
    keyFields: 2,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      number: plain('number of the row within the country', 'count'),
      kind: plain(
        'kafala (the state leaves entry, stay and change of employer to a sponsor) or tied-permit (a permit for one employer)',
        'word',
      ),
      scheme: plain('name of the scheme'),
      scope: plain('whom it covers'),
      isicDivisions: plain('divisions in which it is used; blank = all', 'codes separated by ;'),
      since: plain('when the scheme began', 'date'),
      until: plain('when the scheme ended', 'date'),
      reform: plain('what was changed'),
      reformDate: plain('when it was changed', 'date'),
      stillTied: plain('whether the worker is still tied to the employer in 2026: yes, partly, no or unclear', 'word'),
      confidence: confidenceField,
      note: plain('remark'),
    },
    rows: file.rows.map((row) => {
      const iso2 = codes(row.iso3);
      return [
        iso2,
        next(iso2),
        ...[row.kind, row.scheme, row.scope, row.isic_division_own, row.since, row.until, row.reform, row.reform_date].map(textOf),
        ...[row.still_tied_2026, row.confidence, row.note].map(textOf),
      ];
    }),
  });
}

/** Migrants among the people of each country, United Nations, mid-2020. */
export function transcribeMigrantShare(folder: string, target: string, codes: Codes, countries: number): ReferenceTable {
  const file = readCsv(folder, 'migrant_share.csv');
  const rows = file.rows.filter(({ area_type, indicator }) => area_type === 'country' && indicator === 'migrant_share_of_population');
  return writeTable(target, {
    id: 'migrant-share',
    vintage: '2020',
    inForceFrom: methodStart,
    origin: origin({
      title: 'International migrant stock as a share of the population, mid-2020',
      producer: 'United Nations, Department of Economic and Social Affairs, Population Division',
      citation:
        'United Nations, Department of Economic and Social Affairs, Population Division (2020), International Migrant Stock 2020, POP/DB/MIG/Stock/Rev.2020.',
      urlMain: 'https://www.un.org/development/desa/pd/content/international-migrant-stock',
      datePublished: '2020-12',
      licence: { name: 'CC BY 3.0 IGO', url: 'https://creativecommons.org/licenses/by/3.0/igo/', redistribution: 'allowed-with-credit' },
      sha256: file.sha256,
      doubts: [
        'Foreign-born people where the country counts them, foreign citizens elsewhere, refugees included; not workers.',
        'Taiwan, Kosovo and some small territories are missing.',
      ],
    }),
    coverage: { what: 'countries and areas', of: countries, note: 'Taiwan and Kosovo are not in the source' },
    keyFields: 1,
    defaultConfidence: 'confirmed',
    fields: {
      iso2: plain('ISO 3166-1 alpha-2', 'code'),
      share: { meaning: 'international migrants of all people', unit: 'percent', direction: 'none' },
      typeOfData: plain('B foreign-born, C foreign citizens, R refugees added, I imputed', 'letters'),
    },
    rows: rows.map((row) => [codes(row.area), numberOf(row.value), textOf(row.type_of_data)]),
  });
}
