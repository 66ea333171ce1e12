import type { HeldTable } from '../../scoring/validation/make-report.ts';
import { type CsvRow, numberOf } from '../transcribe/write-table.ts';

/** How one index is read from a file: null where the row is not of it or holds no value; higher is worse. */
export type KnownReading = Omit<HeldTable, 'values' | 'sha256'> & { file: string; readValue: (row: CsvRow) => number | null };

const turned = (value: number | null) => (value === null ? null : -value);
const walkFree = { file: 'gsi.csv', publisher: 'Walk Free', edition: '2023', terms: 'not-redistributable' } as const;
const freedomHouse = { file: 'freedom_house.csv', publisher: 'Freedom House', edition: '2024', terms: 'not-redistributable' } as const;
const inFreedom = (row: CsvRow, column: string) =>
  row.edition === '2024' && row.territory === 'no' ? turned(numberOf(row[column])) : null;

/** Series of a file with a row for each country and indicator. A figure that its publisher's scale cut off is read at the end of the scale. */
const indicator = (
  name: string,
  head: Pick<KnownReading, 'id' | 'title' | 'publisher' | 'edition'> & { terms?: KnownReading['terms']; isLowerWorse?: boolean },
): KnownReading => {
  const { terms = 'open', isLowerWorse = false, ...rest } = head;
  return {
    ...rest,
    file: 'indicators.csv',
    terms,
    readValue: (row) => {
      if (row.indicator !== name) return null;
      const value = numberOf(row.value) ?? numberOf(row.bound);
      return isLowerWorse ? turned(value) : value;
    },
  };
};

/** Tables that we know how to read, none of which is part of the project. */
export const knownReadings: readonly KnownReading[] = [
  {
    ...walkFree,
    id: 'slavery-prevalence',
    title: 'Global Slavery Index, estimated prevalence',
    readValue: (row) => (row.edition === '2023' ? numberOf(row.prevalence_per_1000) : null),
  },
  {
    ...walkFree,
    id: 'slavery-vulnerability',
    title: 'Global Slavery Index, vulnerability',
    readValue: (row) => (row.edition === '2023' ? numberOf(row.vulnerability_total) : null),
  },
  {
    ...freedomHouse,
    id: 'freedom-total',
    title: 'Freedom in the World, total score',
    readValue: (row) => inFreedom(row, 'total'),
  },
  {
    ...freedomHouse,
    id: 'freedom-unions',
    title: 'Freedom in the World, trade unions (E3)',
    readValue: (row) => inFreedom(row, 'e3_trade_unions'),
  },
  {
    ...freedomHouse,
    id: 'freedom-exploitation',
    title: 'Freedom in the World, economic exploitation (G4)',
    readValue: (row) => inFreedom(row, 'g4_economic_exploitation'),
  },
  {
    file: 'cpi.csv',
    id: 'corruption-perceptions',
    title: 'Corruption Perceptions Index',
    publisher: 'Transparency International',
    edition: '2023',
    terms: 'not-redistributable',
    readValue: (row) => (row.year === '2023' ? turned(numberOf(row.cpi_score)) : null),
  },
  indicator('agriculture_employment_pct', {
    id: 'agriculture-employment',
    title: 'Employment in agriculture',
    publisher: 'World Bank, World Development Indicators',
    edition: '2021-2025',
  }),
  indicator('hdi', { id: 'hdi', title: 'Human Development Index', publisher: 'UNDP', edition: '2025', isLowerWorse: true }),
  indicator('ihdi', {
    id: 'ihdi',
    title: 'Inequality-adjusted Human Development Index',
    publisher: 'UNDP',
    edition: '2023/24',
    isLowerWorse: true,
  }),
  indicator('birth_registration_pct', {
    id: 'birth-registration',
    title: 'Births not registered',
    publisher: 'World Bank, World Development Indicators',
    edition: '2006-2022',
    isLowerWorse: true,
  }),
  indicator('out_of_school_lower_secondary_pct', {
    id: 'out-of-school',
    title: 'Children out of lower secondary school',
    publisher: 'World Bank, World Development Indicators',
    edition: '2005-2024',
  }),
  indicator('vdem_freedom_from_forced_labour', {
    id: 'vdem-forced-labour',
    title: 'Freedom from forced labour',
    publisher: 'V-Dem Institute',
    edition: 'version 16',
    terms: 'share-alike',
    isLowerWorse: true,
  }),
];
