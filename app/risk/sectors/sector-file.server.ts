import { figuresCsv, lineFigures, scoreFigures } from '~/risk/countries/country-file.server';
import { engineVersion } from '#scoring';
import { csvLine } from '~/platform/lists/csv';
import { sectorList } from './list-sectors.server';
import type { PairRead } from './read-pair.server';
import type { SectorRead } from './read-sector.server';

/** Every figure of the page of a division as CSV. */
export function sectorCsv(sector: SectorRead): string {
  const { score, child, number, classes, employment, iloSector, goods, countries } = sector;
  const rate = { section: 'employment', item: 'rate per employee, 1 = all sectors', value: null, unit: 'ratio' };
  return figuresCsv(
    [
      ...scoreFigures('forced labour', score),
      { section: 'number', item: 'points', value: number.points, unit: 'points, standard deviation in the next row' },
      { section: 'number', item: 'standard deviation', value: number.spread, unit: 'points' },
      { section: 'number', item: 'reason', value: number.reason, unit: 'text' },
      { section: 'number', item: 'anchor', value: number.anchor, unit: 'text' },
      ...scoreFigures('child labour', child),
      ...classes.map(({ code, exact, exactLow, exactHigh }) => ({
        ...{ section: 'classes', item: code, value: exact, low: exactLow, high: exactHigh, unit: 'points' },
      })),
      {
        ...{
          section: 'employment',
          item: employment?.name ?? 'not known',
          value: employment?.employedMillions ?? null,
          unit: 'million people at work',
        },
        ...{ year: employment?.year ?? null, source: employment?.source ?? null },
      },
      {
        ...{ section: 'employment', item: iloSector?.name ?? 'not known', value: iloSector?.forcedLabourShare ?? null },
        ...{ unit: 'per cent of adults in forced labour exploitation', year: iloSector?.year ?? null, source: iloSector?.source ?? null },
      },
      {
        ...rate,
        low: iloSector?.ratePerEmployeeLow ?? null,
        high: iloSector?.ratePerEmployeeHigh ?? null,
        source: iloSector?.source ?? null,
      },
      ...goods.flatMap(({ good, forced, byInput, child: children }) => [
        { section: 'listed goods', item: good, value: forced.join('; '), unit: 'countries, forced labour' },
        { section: 'listed goods', item: good, value: byInput.join('; '), unit: 'countries, forced labour by an input' },
        { section: 'listed goods', item: good, value: children.join('; '), unit: 'countries, child labour' },
      ]),
      ...countries.map(({ iso2, exact, exactLow, exactHigh }) => ({
        ...{ section: 'countries', item: iso2, value: exact, low: exactLow, high: exactHigh, unit: 'points' },
      })),
      ...countries
        .filter(({ goods: listed }) => listed.length > 0)
        .map(({ iso2, withGood }) => ({ section: 'countries, listed good made', item: iso2, value: withGood, unit: 'points' })),
    ],
    sector.asOf,
  );
}

/** Every figure of the page of a sector in a country as CSV. */
export function pairCsv({ country, sector, score, child, lines, goods, withGood, classes, editions }: PairRead): string {
  const of = `${country.iso2} ${sector.code}`;
  return figuresCsv(
    [
      ...scoreFigures(`forced labour, ${of}`, score),
      ...lineFigures(`forced labour, ${of}, lines`, lines),
      ...scoreFigures(`child labour, ${of}`, child),
      { section: `forced labour, ${of}`, item: 'score where a listed good is made', value: withGood, unit: 'points' },
      ...goods.map(({ good, isForced, isForcedByInput, isChild, source }) => ({
        ...{ section: 'listed goods', item: good, unit: 'labour', source },
        value: [isForced && 'forced', !isForced && isForcedByInput && 'forced by an input', isChild && 'child'].filter(Boolean).join('; '),
      })),
      ...classes.map(({ code, exact, exactLow, exactHigh }) => ({
        ...{ section: 'classes', item: code, value: exact, low: exactLow, high: exactHigh, unit: 'points' },
      })),
      ...editions.map(({ year, shown }) => ({
        ...{
          section: 'editions',
          item: 'score',
          value: shown?.exact ?? null,
          low: shown?.exactLow ?? null,
          high: shown?.exactHigh ?? null,
        },
        ...{ unit: 'points', year },
      })),
    ],
    country.asOf,
  );
}

const listColumns = [
  ...[
    'code',
    'section',
    'sector',
    'score',
    'low',
    'high',
    'band',
    'best_place',
    'worst_place',
    'child_score',
    'listed_for_forced_labour',
    'as_of',
    'method',
  ],
];

/** The 88 divisions as CSV. */
export function sectorListCsv(asOf: string): string {
  const rows = sectorList(asOf).map(({ code, section, name, score, child, listed }) => [
    ...[
      code,
      section,
      name,
      score.exact,
      score.exactLow,
      score.exactHigh,
      score.band,
      score.place?.best ?? null,
      score.place?.worst ?? null,
      child?.exact ?? null,
      listed,
      asOf,
      engineVersion,
    ],
  ]);
  return `\ufeff${[listColumns, ...rows].map((row) => csvLine(row)).join('')}`;
}
