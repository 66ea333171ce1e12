import { countryShare } from '../engine/country.ts';
import { methodAt } from '../engine/method.ts';
import { sectorShare } from '../engine/sector.ts';
import { classifiedGoods, listedGoods, listedGoodsChanges } from '../reference/at.ts';
import { areaOf, prepareRanking, type Ranked } from './area.ts';
import { type Estimate, estimate } from './bootstrap.ts';
import { isListedFor, type Outcome, type RankedCountry } from './countries.ts';
import { countryFiguresKnownThen } from './known-then.ts';
import type { Drawn } from './rank-countries.ts';

/** Figures that rank what the next edition adds: ours with the list of 2022 as product evidence, ours without, its parts, today's country figure, and two traps. */
export const additionFigures = [
  'with-product-then',
  'country-and-sector-then',
  'country-figure-then',
  'country-figure',
  'goods-listed-then',
  'log-population',
] as const;
export type AdditionFigureId = (typeof additionFigures)[number];
export type AdditionRanking = { id: AdditionFigureId; within: Estimate | null; raw: Estimate | null };
export type AdditionRankings = {
  outcome: Outcome;
  candidates: number;
  added: number;
  /** Countries of the additions, by code, and additions of a good that no country was listed for before. */
  countries: string[];
  newGoods: number;
  figures: AdditionRanking[];
};

/** Goods that no figure tells apart in a country: of one sector share, and alike listed elsewhere or not. */
type Candidate = { iso2: string; goods: string[]; fifth: number; country: number; values: Record<AdditionFigureId, number> };

/** Pairs of the edition of 2022: those of 2024 less the additions, with the removals. */
export function listThen(asOf: string): Set<string> {
  const changes = listedGoodsChanges(asOf);
  const keys = new Set(listedGoods(asOf).map((row) => `${row.iso2}|${row.good}`));
  for (const row of changes) if (row.change === 'added') keys.delete(`${row.iso2}|${row.good}`);
  for (const row of changes) if (row.change === 'removed') keys.add(`${row.iso2}|${row.good}`);
  return keys;
}

/** Every ranked country with every good of the list, less the pairs that were listed in 2022, goods that are alike together. */
export function candidatesThen(countries: readonly RankedCountry[], asOf: string): Candidate[] {
  const method = methodAt(asOf);
  const weights = method.of['R4.weights'];
  const shares = method.of['R3.shares'];
  const listed = listThen(asOf);
  const goodsListed = new Set([...listed].map((key) => key.slice(3)));
  const counts = new Map<string, number>();
  for (const key of listed) counts.set(key.slice(0, 2), (counts.get(key.slice(0, 2)) ?? 0) + 1);
  const then = countryFiguresKnownThen(countries, asOf);
  return countries.flatMap(({ iso2, population, fifth }, country) => {
    const countryThen = then.get(iso2);
    const now = countryShare(iso2, asOf);
    if (countryThen === undefined || !now) return [];
    const alike = new Map<string, Candidate>();
    for (const { good, isicClass } of classifiedGoods(asOf)) {
      const sector = sectorShare(isicClass, method);
      if (!sector || listed.has(`${iso2}|${good}`)) continue;
      const product = goodsListed.has(good) ? shares.elsewhere : shares.none;
      const key = `${sector.point}|${product}`;
      const same = alike.get(key);
      if (same) {
        same.goods.push(good);
        continue;
      }
      const points = weights.country * countryThen + weights.sector * sector.point;
      const values = {
        'with-product-then': points + weights.product * product,
        'country-and-sector-then': points,
        'country-figure-then': countryThen,
        'country-figure': now.point,
        'goods-listed-then': counts.get(iso2) ?? 0,
        'log-population': Math.log(population),
      };
      alike.set(key, { iso2, goods: [good], fifth, country, values });
    }
    return [...alike.values()];
  });
}

/** How the figures rank the pairs that the edition of 2024 added for the outcome among all that it could have added. Additions for listed inputs alone do not count. */
export function rankAdditions(
  outcome: Outcome,
  { candidates, asOf, drawn }: { candidates: readonly Candidate[]; asOf: string; drawn: Drawn },
): AdditionRankings {
  const changes = listedGoodsChanges(asOf).filter((row) => row.change === 'added' && isListedFor(row, outcome));
  const added = new Set(changes.map((row) => `${row.iso2}|${row.good}`));
  const then = new Set([...listThen(asOf)].map((key) => key.slice(3)));
  const split = candidates.map((each) => ({ ...each, added: each.goods.filter((good) => added.has(`${each.iso2}|${good}`)) }));
  const found = split.flatMap(({ iso2, added: goods }) => goods.map((good) => ({ iso2, good })));
  const areaBy = (id: AdditionFigureId, isWithin: boolean) => {
    const ranking = prepareRanking(
      split.flatMap(({ values, fifth, country, goods, added: listed }): Ranked[] => {
        const thing = { value: values[id], stratum: isWithin ? fifth : 0, cluster: country };
        return [
          { ...thing, isListed: true, count: listed.length },
          { ...thing, isListed: false, count: goods.length - listed.length },
        ];
      }),
    );
    return estimate((resampled) => areaOf(ranking, resampled), drawn);
  };
  return {
    outcome,
    candidates: split.reduce((sum, each) => sum + each.goods.length, 0),
    added: found.length,
    countries: [...new Set(found.map((each) => each.iso2))].sort(),
    newGoods: found.filter((each) => !then.has(each.good)).length,
    figures: additionFigures.map((id) => ({ id, within: areaBy(id, true), raw: areaBy(id, false) })),
  };
}
