import { countryShare } from '../engine/country.ts';
import { methodAt } from '../engine/method.ts';
import { sectorShare } from '../engine/sector.ts';
import { classifiedGoods, isicDivisions, listedGoods } from '../reference/at.ts';
import { areaOf, prepareRanking, type Ranked } from './area.ts';
import { type Estimate, estimate } from './bootstrap.ts';
import { isListedFor, type Outcome, type RankedCountry } from './countries.ts';
import type { Drawn } from './rank-countries.ts';

export const pairFigures = ['country-and-sector', 'country-figure', 'sector-figure', 'log-population'] as const;
export type PairFigureId = (typeof pairFigures)[number];

/** How one figure orders country-sector pairs. `withinCountry` compares sectors of one country, `withinSector` countries in one sector; null where the figure cannot tell them apart. */
export type PairRanking = {
  id: PairFigureId;
  within: Estimate | null;
  raw: Estimate | null;
  withinCountry: Estimate | null;
  withinSector: Estimate | null;
};

export type PairRankings = {
  outcome: Outcome;
  pairs: number;
  listed: number;
  countries: number;
  divisions: number;
  /** Listed pairs of ranked countries in sectors that make no goods of sections A to C, and of countries that are not ranked. */
  outside: number;
  figures: PairRanking[];
};

type Pair = { iso2: string; division: string; fifth: number; country: number; sector: number; values: Record<PairFigureId, number> };

/** Sections whose divisions grow, dig or make goods: agriculture, mining, manufacturing. The list names goods, so other sectors cannot be on it. */
const goodsSections = ['A', 'B', 'C'];

/** Every ranked country with every goods-making division of ISIC Rev.4: points of country (R1) and sector (R2), without product (R3) and workforce. */
export function countrySectorPairs(countries: readonly RankedCountry[], asOf: string): Pair[] {
  const method = methodAt(asOf);
  const weights = method.of['R4.weights'];
  const divisions = isicDivisions(asOf).filter((each) => goodsSections.includes(each.section));
  return countries.flatMap(({ iso2, population, fifth }, country) => {
    const ours = countryShare(iso2, asOf);
    if (!ours) return [];
    return divisions.flatMap(({ code }, sector) => {
      const share = sectorShare(code, method);
      if (!share) return [];
      const values = {
        'country-and-sector': weights.country * ours.point + weights.sector * share.point,
        'country-figure': ours.point,
        'sector-figure': share.point,
        'log-population': Math.log(population),
      };
      return [{ iso2, division: code, fifth, country, sector, values }];
    });
  });
}

/** Country and division of every listed good, by the division of the good. */
export function listedPairs(outcome: Outcome, asOf: string): Set<string> {
  const divisionOf = new Map(classifiedGoods(asOf).map((row) => [row.good, row.isicDivision]));
  return new Set(
    listedGoods(asOf).flatMap((row) => {
      const division = divisionOf.get(row.good);
      return isListedFor(row, outcome) && division !== undefined ? [`${row.iso2}|${division}`] : [];
    }),
  );
}

/** Ranks pairs of country and sector. The bootstrap draws countries: pairs of one country are not independent. */
export function rankPairs(outcome: Outcome, { pairs, asOf, drawn }: { pairs: readonly Pair[]; asOf: string; drawn: Drawn }): PairRankings {
  const listed = listedPairs(outcome, asOf);
  const isListed = (pair: Pair) => listed.has(`${pair.iso2}|${pair.division}`);
  const found = pairs.filter(isListed).length;
  const areaBy = (id: PairFigureId, stratumOf: (pair: Pair) => number) => {
    const ranking = prepareRanking(
      pairs.map((pair): Ranked => ({ value: pair.values[id], isListed: isListed(pair), stratum: stratumOf(pair), cluster: pair.country })),
    );
    return estimate((weights) => areaOf(ranking, weights), drawn);
  };
  return {
    outcome,
    pairs: pairs.length,
    listed: found,
    countries: new Set(pairs.map((each) => each.iso2)).size,
    divisions: new Set(pairs.map((each) => each.division)).size,
    outside: listed.size - found,
    figures: pairFigures.map((id) => ({
      id,
      within: areaBy(id, (pair) => pair.fifth),
      raw: areaBy(id, () => 0),
      withinCountry: id === 'country-and-sector' || id === 'sector-figure' ? areaBy(id, (pair) => pair.country) : null,
      withinSector: id === 'sector-figure' ? null : areaBy(id, (pair) => pair.sector),
    })),
  };
}
