import { prioritySectors, type PrioritySector, tablesKey } from '../reference/at.ts';
import type { Band } from '../vocabulary.ts';
import { childCountryPoints, childSectorPoints } from './child-points.ts';
import { type CountryPoints, countryPoints } from './country-points.ts';
import { type Drawable, drawList, noClaims } from './draws.ts';
import { intervalOf, normalQuantile } from './interval.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { probabilityOf, worldScore } from './points.ts';
import { placesOf } from './ranks.ts';
import { bandOf } from '../engine/score-band.ts';
import { allSectorPoints, sectorPoints, type SectorPoints } from './sector-points.ts';

/** The 90 % range of a place in the list it was drawn with, 1 the highest, and how many were placed together. */
export type PlaceRangeOf = { best: number; worst: number; of: number };
/** A score with its 90 % interval, unclamped, and its place. */
export type PlaceScore = {
  score: number;
  low: number;
  high: number;
  band: Band;
  /** That a worker is in forced labour, 0 to 1: a prior from public evidence. */
  probability: number;
  /** Null where too little is known to compare it with others. */
  place: PlaceRangeOf | null;
};
/** The score of child labour: 50 plus its own points, with its 90 % interval. */
export type ChildPlaceScore = { score: number; low: number; high: number; band: Band };

/** The ends of the 90 % interval of a score with a normal error. */
function endsAround(score: number, error: number, numbers: Numbers): { low: number; high: number } {
  const { lower, upper } = numbers['R8.draws'];
  return { low: score + normalQuantile(lower) * error, high: score + normalQuantile(upper) * error };
}

function childScore(points: number, error: number, numbers: Numbers): ChildPlaceScore {
  const score = worldScore + points;
  return { score, ...endsAround(score, error, numbers), band: bandOf(score, numbers) };
}

/** Score and exact interval of each by its id, and its place from draws of all together. */
function placed(drawables: readonly Drawable[], numbers: Numbers): Map<string, PlaceScore> {
  const places = placesOf(drawList(drawables, numbers), numbers);
  return new Map(
    drawables.map((each, at) => {
      const { id, score } = each;
      const { low, high } = intervalOf(each, numbers);
      const place = places[at];
      const shown = { band: bandOf(score, numbers), probability: probabilityOf(score, numbers['R4.world-odds']) };
      return [id, { score, low, high, ...shown, place: place ? { best: place.best, worst: place.worst, of: drawables.length } : null }];
    }),
  );
}

const drawable = (
  id: string,
  points: number,
  { country, sector }: { country: Drawable['country']; sector: Drawable['sector'] },
): Drawable => ({ id, score: worldScore + points, floor: null, country, sector, ownError: 0, claims: noClaims });

/** Keeps what was made for the last few keys: a page of a day is asked for again and again. */
function keep<Value>(make: (asOf: string, key: string) => Value, most = 8): (asOf: string, key?: string) => Value {
  const known = new Map<string, Value>();
  return (asOf, key = '') => {
    const label = `${tablesKey(asOf)} ${key}`;
    const before = known.get(label);
    if (before !== undefined) return before;
    const made = make(asOf, key);
    if (known.size >= most) known.clear();
    known.set(label, made);
    return made;
  };
}

/** Two parts of the blend at least: one alone would be stretched over the whole of it, and its place would compare nothing. */
const isComparable = ({ blend }: Pick<CountryPoints, 'blend'>): boolean => blend.filter(({ measure }) => measure !== null).length >= 2;

/** Places among those that can be compared; the others have a score and no place. */
function placedAmong(drawables: readonly Drawable[], isPlaced: (id: string) => boolean, numbers: Numbers): Map<string, PlaceScore> {
  const alone = placed(
    drawables.filter(({ id }) => !isPlaced(id)),
    numbers,
  );
  const among = placed(
    drawables.filter(({ id }) => isPlaced(id)),
    numbers,
  );
  return new Map([...among, ...[...alone].map(([id, score]): [string, PlaceScore] => [id, { ...score, place: null }])]);
}

export type CountryScore = PlaceScore & { iso2: string; points: CountryPoints; child: ChildPlaceScore | null };

/**
 * The score of every country and area with a part in the blend, by ISO code: 50 plus its points (R1), as for an average sector. Places by 1,000 draws of
 * all together. A country that is not in it is not scored.
 */
export const countryScores: (asOf: string) => ReadonlyMap<string, CountryScore> = keep((asOf) => {
  const numbers = numbersAt(asOf);
  const all = countryPoints(asOf);
  const children = childCountryPoints(asOf);
  const scores = placedAmong(
    [...all.values()].map(({ iso2, points, error }) =>
      drawable(iso2, points, { country: { code: iso2, error }, sector: { code: null, error: 0 } }),
    ),
    (iso2) => isComparable(all.get(iso2) ?? { blend: [] }),
    numbers,
  );
  return new Map(
    [...scores].flatMap(([iso2, score]): [string, CountryScore][] => {
      const points = all.get(iso2);
      const child = children.get(iso2);
      return points ? [[iso2, { ...score, iso2, points, child: child ? childScore(child.points, child.error, numbers) : null }]] : [];
    }),
  );
});

export type SectorScore = PlaceScore & { code: string; points: SectorPoints; child: ChildPlaceScore | null };

/** The score of every row of the table of sectors against the average employee of the world, by code; divisions (two digits) are placed among divisions. */
export const sectorScores: (asOf: string) => ReadonlyMap<string, SectorScore> = keep((asOf) => {
  const numbers = numbersAt(asOf);
  const rows = [...allSectorPoints()];
  const drawn = (list: SectorPoints[]) =>
    placed(
      list.map(({ code, points, error }) => drawable(code, points, { country: { code: 'world', error: 0 }, sector: { code, error } })),
      numbers,
    );
  const scores = new Map([...drawn(rows.filter(({ code }) => code.length > 2)), ...drawn(rows.filter(({ code }) => code.length === 2))]);
  return new Map(
    rows.flatMap((points): [string, SectorScore][] => {
      const score = scores.get(points.code);
      const child = childSectorPoints(points.code.slice(0, 2), numbers);
      const scored = child === null ? null : childScore(child, numbers['C2.sections'].error, numbers);
      return score ? [[points.code, { ...score, code: points.code, points, child: scored }]] : [];
    }),
  );
});

export type PairScore = PlaceScore & {
  iso2: string;
  code: string;
  country: CountryPoints;
  sector: SectorPoints;
  /** Points where the sector is under the customs presumption in the country. */
  presumption: { points: number; sector: PrioritySector } | null;
  child: ChildPlaceScore | null;
};

const presumptionOf = (iso2: string, code: string, asOf: string): PairScore['presumption'] => {
  const sector = prioritySectors(asOf).find((each) => each.iso2 === iso2 && each.isicDivisions.includes(code.slice(0, 2)));
  return sector ? { points: numbersAt(asOf)['R3.priority-sector'], sector } : null;
};

type Pair = Omit<PairScore, keyof PlaceScore>;

function pairOf(country: CountryPoints, sector: SectorPoints, numbers: Numbers): Pair {
  const { iso2 } = country;
  const [child, inSector] = [childCountryPoints(numbers.asOf).get(iso2), childSectorPoints(sector.code.slice(0, 2), numbers)];
  return {
    ...{ iso2, code: sector.code, country, sector, presumption: presumptionOf(iso2, sector.code, numbers.asOf) },
    child:
      child && inSector !== null
        ? childScore(child.points + inSector, Math.hypot(child.error, numbers['C2.sections'].error), numbers)
        : null,
  };
}

/** Sectors of one country are placed whatever is known of it: what they share does not order them. */
function drawPairs(
  pairs: readonly Pair[],
  numbers: Numbers,
  { keyOf, isPlaced }: { keyOf: (pair: Pair) => string; isPlaced: (pair: Pair) => boolean },
): Map<string, PairScore> {
  const comparable = new Set(pairs.filter(isPlaced).map(keyOf));
  const scores = placedAmong(
    pairs.map((pair) =>
      drawable(keyOf(pair), pair.country.points + pair.sector.points + (pair.presumption?.points ?? 0), {
        country: { code: pair.iso2, error: pair.country.error },
        sector: { code: pair.code, error: pair.sector.error },
      }),
    ),
    (id) => comparable.has(id),
    numbers,
  );
  return new Map(
    pairs.flatMap((pair): [string, PairScore][] => {
      const score = scores.get(keyOf(pair));
      return score ? [[keyOf(pair), { ...pair, ...score }]] : [];
    }),
  );
}

/**
 * A division or class in every country, by ISO code, placed among countries: 50 plus country, sector and the customs presumption (R1 to R3). Empty for a code
 * that no row of the table of sectors covers.
 */
export const sectorInCountries: (asOf: string, code: string) => ReadonlyMap<string, PairScore> = keep((asOf, code) => {
  const numbers = numbersAt(asOf);
  const sector = sectorPoints(code);
  if (!sector) return new Map();
  return drawPairs(
    [...countryPoints(asOf).values()].map((country) => pairOf(country, sector, numbers)),
    numbers,
    { keyOf: ({ iso2 }) => iso2, isPlaced: ({ country }) => isComparable(country) },
  );
}, 16);

/** Every division in a country, by code, placed among divisions. Empty for a country that is not scored. */
export const sectorsOfCountry: (asOf: string, iso2: string) => ReadonlyMap<string, PairScore> = keep((asOf, iso2) => {
  const numbers = numbersAt(asOf);
  const country = countryPoints(asOf).get(iso2);
  if (!country) return new Map();
  return drawPairs(
    allSectorPoints()
      .filter(({ code }) => code.length === 2)
      .map((sector) => pairOf(country, sector, numbers)),
    numbers,
    { keyOf: ({ code }) => code, isPlaced: () => true },
  );
}, 16);

/** The band of any score on this scale. */
export const bandOfScore = (score: number, asOf: string): Band => bandOf(score, numbersAt(asOf));

export type RegionScore = Omit<PlaceScore, 'place'> & { code: string; points: number };

/** The score of the region of a country that is under a presumption of law (R3); null where none is, or the country is not scored. */
export function regionUnderPresumption(iso2: string, asOf: string): RegionScore | null {
  const numbers = numbersAt(asOf);
  const { points, error, codes } = numbers['R3.region'];
  const [code, country] = [codes.find((each) => each.startsWith(`${iso2}-`)), countryPoints(asOf).get(iso2)];
  if (code === undefined || !country) return null;
  const score = worldScore + country.points + points;
  const shown = { band: bandOf(score, numbers), probability: probabilityOf(score, numbers['R4.world-odds']) };
  return { code, points, score, ...endsAround(score, Math.hypot(country.error, error), numbers), ...shown };
}

/** Points that a good listed for forced labour in the country itself adds, of itself and by an input (R3). */
export function listedGoodPoints(asOf: string): { here: number; byInput: number } {
  const { here, byInput } = numbersAt(asOf)['R3.goods'];
  return { here, byInput };
}
