import { engineVersion } from '#scoring';
import { csvLine } from '~/platform/lists/csv';
import { licenceOf, tablesNamedIn } from './table-licences.server';
import { countryList } from './list-countries.server';
import type { CountryRead } from './read-country.server';
import type { PointLine, ShownPlace, ShownScore, ShownSource } from './read-score.server';

type Cell = string | number | null;
/** One figure of a page for programs: where it belongs, its value in its unit, and where it was read. An empty value is not known. */
type Figure = {
  section: string;
  item: string;
  value: Cell;
  low?: Cell;
  high?: Cell;
  unit: string;
  year?: Cell;
  source?: Partial<ShownSource> | null;
};

const columns = [
  ...['section', 'item', 'value', 'low', 'high', 'unit', 'year', 'table', 'edition', 'row', 'confidence', 'producer', 'licence'],
  ...['as_of', 'method'],
];

/** Figures of a day as CSV with a byte order mark, each with the licence of the table that it was read in; no cell is read as a formula. */
export function figuresCsv(figures: readonly Figure[], asOf: string): string {
  const rows = figures.map(({ section, item, value, low = null, high = null, unit, year = null, source }) => [
    ...[section, item, value, low, high, unit, year],
    ...[source?.table ?? null, source?.vintage ?? null, source?.row ?? null, source?.confidence ?? null, source?.producer ?? null],
    ...[source ? licenceOf(source) : null, asOf, engineVersion],
  ]);
  return `\ufeff${[[...columns], ...rows].map((row) => csvLine(row)).join('')}`;
}

/** A score as figures, unclamped, and its place. */
export function scoreFigures(section: string, score: ShownScore | ShownPlace | null): Figure[] {
  if (!score) return [{ section, item: 'score', value: null, unit: 'points' }];
  const drawn = 'place' in score ? score : null;
  return [
    {
      section,
      item: 'score',
      value: score.exact,
      low: score.exactLow,
      high: score.exactHigh,
      unit: 'points, 50 = world average, 10 = twice the odds',
    },
    { section, item: 'band', value: score.band, unit: 'word' },
    ...(drawn
      ? [
          { section, item: 'probability', value: Number(drawn.probability.toPrecision(3)), unit: 'probability per worker' },
          {
            ...{ section, item: 'place', value: null, low: drawn.place?.best ?? null, high: drawn.place?.worst ?? null },
            unit: drawn.place ? `place of ${drawn.place.of}, 1 = highest risk` : 'not placed: too little is known',
          },
        ]
      : []),
  ];
}

/** The lines of a score as figures; `says` of each is a figure of its own where it has one. */
export const lineFigures = (section: string, lines: readonly PointLine[]): Figure[] =>
  lines.map(({ id, points, source }) => ({ section, item: id, value: Math.round(points * 100) / 100, unit: 'points', source }));

/** Every figure of the page of a country. */
export function countryFigures(country: CountryRead): Figure[] {
  const { score, child, lines, region, state, editions, tiers, governance, goods, sponsorship, informality, migrants, corridors } = country;
  return [
    ...scoreFigures('forced labour', score),
    ...lineFigures('forced labour, lines', lines),
    ...scoreFigures('child labour', child),
    ...lineFigures('child labour, lines', child?.lines ?? []),
    ...(region ? scoreFigures(`region under a presumption, ${region.code}`, region) : []),
    ...editions.map(
      ({ year, shown }): Figure => ({
        ...{
          section: 'editions',
          item: 'score',
          value: shown?.exact ?? null,
          low: shown?.exactLow ?? null,
          high: shown?.exactHigh ?? null,
          unit: 'points',
          year: year ?? 'today',
        },
      }),
    ),
    ...tiers.map(
      ({ year, tier, possible, source }): Figure => ({
        section: 'trafficking tier',
        item: 'tier',
        value: tier ?? possible.join(' or '),
        unit: 'tier',
        year,
        source,
      }),
    ),
    ...state.years.map(
      ({ reportYear, isNamed }): Figure => ({
        ...{
          section: 'state-imposed forced labour',
          item: 'named in the report',
          value: isNamed ? 'yes' : 'no',
          unit: 'yes or no',
          year: reportYear,
        },
        source: { table: state.source.table, vintage: state.source.vintage, producer: state.source.producer },
      }),
    ),
    ...governance.flatMap(({ year, estimates, source }) =>
      estimates.map(({ dimension, estimate, standardError }): Figure => {
        const reach = (sign: 1 | -1) =>
          estimate === null || standardError === null ? null : Math.round((estimate + sign * 1.645 * standardError) * 1e4) / 1e4;
        return {
          section: 'governance',
          item: dimension,
          value: estimate,
          low: reach(-1),
          high: reach(1),
          unit: 'standard normal units',
          year,
          source,
        };
      }),
    ),
    ...goods.listed.map(({ good, isForced, isForcedByInput, isChild, isChildByInput, flagsAsOf, source }): Figure => {
      const says = [
        isForced && 'forced',
        !isForced && isForcedByInput && 'forced by an input',
        isChild && 'child',
        !isChild && isChildByInput && 'child by an input',
      ];
      return { section: 'listed goods', item: good, value: says.filter(Boolean).join('; '), unit: 'labour', year: flagsAsOf, source };
    }),
    ...sponsorship.map(
      ({ kind, scheme, stillTied, reformDate, source }): Figure => ({
        section: 'sponsorship',
        item: `${kind}: ${scheme}`,
        value: stillTied,
        unit: 'still tied',
        year: reformDate,
        source,
      }),
    ),
    {
      section: 'informality',
      item: 'informal employment',
      value: informality?.share ?? null,
      unit: 'share of employment',
      year: informality?.year ?? null,
      source: informality?.source ?? null,
    },
    { section: 'migration', item: 'usual share of migrants among workers', value: migrants.usual?.share ?? null, unit: 'share of workers' },
    {
      section: 'migration',
      item: 'migrants among people',
      value: migrants.people?.share ?? null,
      unit: 'share of people',
      source: migrants.people?.source ?? null,
    },
    ...[...corridors.coming, ...corridors.leaving].map(
      ({ originIso2, destinationIso2, monthsLow, monthsHigh, surveyYear, source }): Figure => ({
        ...{
          section: 'corridors',
          item: `${originIso2 ?? 'any'} to ${destinationIso2 ?? 'any'}`,
          value: null,
          low: monthsLow,
          high: monthsHigh,
        },
        ...{ unit: 'months of pay', year: surveyYear, source },
      }),
    ),
    ...(country.conventions ?? []).map(
      ({ instrument, status, year, source }): Figure => ({
        section: 'conventions',
        item: instrument,
        value: status === 'unknown' ? null : status,
        unit: 'status',
        year,
        source,
      }),
    ),
    {
      ...{
        section: 'labour inspection',
        item: 'inspectors per 10,000 at work',
        value: country.inspection?.perTenThousand ?? null,
        unit: 'people',
      },
      ...{ year: country.inspection?.year ?? null, source: country.inspection?.source ?? null },
    },
    ...country.estimates.flatMap(({ year, region: name, people, perThousand, source }): Figure[] => [
      { section: 'regional estimates', item: name ?? 'not known', value: people, unit: 'people', year, source },
      { section: 'regional estimates', item: name ?? 'not known', value: perThousand, unit: 'per 1,000 people', year, source },
    ]),
    ...country.sectors.map(
      ({ code, exact, exactLow, exactHigh }): Figure => ({
        section: 'sectors',
        item: code,
        value: exact,
        low: exactLow,
        high: exactHigh,
        unit: 'points',
      }),
    ),
  ];
}

const listColumns = [
  ...['iso2', 'iso3', 'country', 'region', 'score', 'low', 'high', 'band', 'best_place', 'worst_place', 'probability'],
  ...['child_score', 'child_low', 'child_high', 'trafficking_tier', 'marks', 'as_of', 'method'],
];

/** The list of all countries as rows under the names above; what is not scored has empty cells. */
export function countryListRows(asOf: string): Cell[][] {
  return countryList(asOf)
    .sort((a, b) => (a.iso2 < b.iso2 ? -1 : 1))
    .map(({ iso2, iso3, name, iloRegion, score, child, tier, marks }) => [
      ...[iso2, iso3, name, iloRegion, score?.exact ?? null, score?.exactLow ?? null, score?.exactHigh ?? null, score?.band ?? null],
      ...[score?.place?.best ?? null, score?.place?.worst ?? null, score ? Number(score.probability.toPrecision(3)) : null],
      ...[child?.exact ?? null, child?.exactLow ?? null, child?.exactHigh ?? null, tier, marks.join('; ')],
      ...[asOf, engineVersion],
    ]);
}
export const countryListCsv = (asOf: string): string =>
  `\ufeff${[listColumns, ...countryListRows(asOf)].map((row) => csvLine(row)).join('')}`;

/** What a JSON file of these pages says of itself, with the terms of the tables that its figures, and its scores, were read in. */
export const fileHead = (asOf: string, content: object) => ({
  method: engineVersion,
  asOf,
  scale: '50 = odds of forced labour of the average worker in the world; 10 points = twice the odds',
  interval: '90 %',
  notes: ['An estimate from public evidence, not a finding about any site or person.', 'null means unknown, never zero.'],
  tables: tablesNamedIn(content, asOf),
});

/** The file: its name and content. */
export const figuresJson = (asOf: string, content: object): string => jsonText({ ...fileHead(asOf, content), ...content });

export const jsonText = (content: object): string => `${JSON.stringify(content, null, 2)}\n`;
