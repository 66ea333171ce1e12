/** What one list came to. Counts of rows unless said otherwise. */
export type Figures = {
  rows: number;
  headerRow: number;
  invalid: number;
  sites: number;
  suppliers: number;
  listedSuppliers: number;
  siteKeys: readonly string[];
  spellings: number;
  unreadSpellings: number;
  countries: number;
  workers: number;
  aboveTenPercentMigrant: number;
  names: number;
  distinctNames: number;
  namesInFile: number;
  nonAsciiNames: number;
  osIds: number;
  problems: Readonly<Record<string, number>>;
  /** Distinct values as written. */
  groups: number;
  parents: number;
  customers: number;
  customerLinks: number;
  ownerLinks: number;
  /** Distinct numbers, and pairs of customer and number, that belong to no known party. */
  unknownNumbers: number;
  unknownPairs: number;
  newParties: number;
};

type Expectation = { what: string; where: RegExp; expected: number; measure: (lists: readonly Figures[]) => number };

const sum = (pick: (list: Figures) => number) => (lists: readonly Figures[]) => lists.reduce((total, list) => total + pick(list), 0);
const nike = /04_[^/]*\/Nike\.xls$/;
const contributors = /03_[^/]*\/\d+\.csv$/;
const facilities = /02_[^/]*\/osh_facilities\.csv$/;
const mills = /01_[^/]*\/mills\.csv$/;
const links = /01_[^/]*\/brand_mill_year\.csv$/;
const places = /02_[^/]*\/osh_facilities\.geojson$/;
const twelve = /03_[^/]*\/12\.(csv|xls|xlsx)$/;

/** The counts that each public list's ORIGIN.md names, by folder. */
export const expectations: readonly Expectation[] = [
  { what: '04 header row', where: nike, expected: 2, measure: sum((list) => list.headerRow) },
  { what: '04 factories', where: nike, expected: 498, measure: sum((list) => list.sites) },
  { what: '04 country spellings', where: nike, expected: 38, measure: sum((list) => list.spellings) },
  { what: '04 country spellings not understood', where: nike, expected: 0, measure: sum((list) => list.unreadSpellings) },
  { what: '04 workers', where: nike, expected: 1_020_175, measure: sum((list) => list.workers) },
  { what: '04 factories above 10 % migrant workers', where: nike, expected: 61, measure: sum((list) => list.aboveTenPercentMigrant) },
  { what: '04 subcontractor names', where: nike, expected: 79, measure: sum((list) => list.names) },
  { what: '04 distinct subcontractor names', where: nike, expected: 42, measure: sum((list) => list.distinctNames) },
  { what: '04 subcontractors already in the file', where: nike, expected: 40, measure: sum((list) => list.namesInFile) },
  { what: '03 lists', where: contributors, expected: 14, measure: (lists) => lists.length },
  { what: '03 rows', where: contributors, expected: 963, measure: sum((list) => list.rows) },
  { what: '03 rows left out', where: contributors, expected: 0, measure: sum((list) => list.invalid) },
  { what: '03 country spellings not understood', where: contributors, expected: 0, measure: sum((list) => list.unreadSpellings) },
  {
    what: '03 list 12 in three formats, distinct sites',
    where: twelve,
    expected: 15,
    measure: (lists) => new Set(lists.flatMap((list) => list.siteKeys)).size,
  },
  {
    what: '03 list 12, garbled cells in the two workbooks',
    where: twelve,
    expected: 2,
    measure: sum((list) => list.problems['garbled-text'] ?? 0),
  },
  { what: '02 facilities', where: facilities, expected: 5443, measure: sum((list) => list.sites) },
  { what: '02 countries', where: facilities, expected: 91, measure: sum((list) => list.countries) },
  { what: '02 names with non-ASCII letters', where: facilities, expected: 116, measure: sum((list) => list.nonAsciiNames) },
  { what: '02 OS IDs that hold', where: facilities, expected: 5443, measure: sum((list) => list.osIds) },
  { what: '02 facilities of the GeoJSON', where: places, expected: 5443, measure: sum((list) => list.sites) },
  { what: '02 rows of the GeoJSON left out', where: places, expected: 0, measure: sum((list) => list.invalid) },
  { what: '02 OS IDs of the GeoJSON that hold', where: places, expected: 5443, measure: sum((list) => list.osIds) },
  { what: '01 mills', where: mills, expected: 2095, measure: sum((list) => list.sites) },
  { what: '01 groups', where: mills, expected: 429, measure: sum((list) => list.groups) },
  { what: '01 parent companies that are named', where: mills, expected: 1542, measure: sum((list) => list.parents) },
  { what: '01 links, rows', where: links, expected: 57_253, measure: sum((list) => list.rows) },
  { what: '01 links, brands', where: links, expected: 15, measure: sum((list) => list.customers) },
  { what: '01 links to known mills', where: links, expected: 21_993, measure: sum((list) => list.customerLinks) },
  { what: '01 links, duplicate rows', where: links, expected: 7178, measure: sum((list) => list.problems['duplicate-row'] ?? 0) },
  { what: '01 links, rows pointing at unknown mills', where: links, expected: 987, measure: sum((list) => list.invalid) },
  { what: '01 links, unknown mills', where: links, expected: 49, measure: sum((list) => list.unknownNumbers) },
  { what: '01 links, pairs with unknown mills', where: links, expected: 425, measure: sum((list) => list.unknownPairs) },
  { what: '01 links, new parties beside the brands', where: links, expected: 0, measure: sum((list) => list.newParties - list.customers) },
];
