import { z } from 'zod';
import { seededUniform, seedFor } from '../../engine/draws.ts';
import { countryPoints } from '../../odds/country-points.ts';
import { numbersAt } from '../../odds/parameters.ts';
import { productPoints } from '../../odds/product-points.ts';
import { sectorPoints } from '../../odds/sector-points.ts';
import { importOrders } from '../../reference/at.ts';
import { areaOf, prepareRanking, type Ranked } from '../area.ts';
import { type Estimate, estimate, resample } from '../bootstrap.ts';
import { divisionsByEmployees } from './employees.ts';
import file from './known-cases.json';

/** A case that an authority found, charged or ordered: where, in which divisions of ISIC, and what was made. */
export type KnownCase = { id: string; iso2: string; divisions: string[]; product: string | null; set: CaseSet };
/** `register`: Brazil's register of employers; `courts`: courts, inspectorates, investors and customs elsewhere; `state`: where a state imposes labour, which no comparison of sectors can show. */
export const caseSets = ['register', 'courts', 'state'] as const;
export type CaseSet = (typeof caseSets)[number];

const rows = z
  .object({
    rows: z.array(
      z.tuple([
        z.string(),
        z.number().nullable(),
        z.string().length(2),
        z.string().nullable(),
        z.array(z.string()),
        z.string().nullable(),
        z.enum(['register', 'other']),
        z.string(),
      ]),
    ),
  })
  .parse(file).rows;

/** Every case held, none of which the score reads: registers, courts and investors, and the orders of United States Customs against a named enterprise. */
export function knownCases(asOf: string): KnownCase[] {
  const named = countryPoints(asOf);
  const setOf = (iso2: string, other: CaseSet): CaseSet => (named.get(iso2)?.stateSponsored ? 'state' : other);
  const found = rows.map(([id, , iso2, , divisions, product, set]): KnownCase => {
    return { id, iso2, divisions, product, set: setOf(iso2, set === 'register' ? 'register' : 'courts') };
  });
  const ordered = importOrders(asOf).flatMap(({ id, iso2, scope, isicDivisions, merchandise }): KnownCase[] =>
    scope === 'named' && isicDivisions.length > 0
      ? [{ id: `CBP ${id}`, iso2, divisions: isicDivisions, product: merchandise, set: setOf(iso2, 'courts') }]
      : [],
  );
  return [...found, ...ordered].filter(({ iso2, divisions }) => named.has(iso2) && divisions.some((each) => sectorPoints(each) !== null));
}

export type CaseRanking = { set: CaseSet; cases: number; countries: number; bySector: Estimate | null; withProduct: Estimate | null };

const controls = 200;
const level = 0.95;

/**
 * Whether a case ranks above others of its country: each against 200 controls of the same country in other divisions, drawn by the world's employees (0.5 is
 * chance). `withProduct` adds what the list of goods says of the product of the case; of controls no product is known. The bootstrap draws cases.
 */
export function rankKnownCases(asOf: string, { draws = 200, seed = 1 } = {}): CaseRanking[] {
  const numbers = numbersAt(asOf);
  const divisions = divisionsByEmployees(asOf);
  const cases = knownCases(asOf);
  const best = (points: readonly number[]) => Math.max(...points);
  return caseSets.map((set) => {
    const own = cases.filter((each) => each.set === set);
    const resamples = resample(own.length, { draws, seed });
    const area = (scoreIn: (known: KnownCase) => number) => {
      const ranking = prepareRanking(
        own.flatMap((known, at): Ranked[] => [
          { value: scoreIn(known), isListed: true, stratum: at, cluster: at },
          ...drawOthers(divisions, known, seed).map(
            ({ points, count }): Ranked => ({
              ...{ value: points, isListed: false, stratum: at, cluster: at, count },
            }),
          ),
        ]),
      );
      return own.length === 0 ? null : estimate((weights) => areaOf(ranking, weights), { resamples, level });
    };
    const sector = (known: KnownCase) => best(known.divisions.flatMap((each) => sectorPoints(each)?.points ?? []));
    const product = ({ product: name, iso2 }: KnownCase) =>
      productPoints({ products: name === null ? undefined : [name], countries: [iso2], division: null }, numbers).points;
    return {
      ...{ set, cases: own.length, countries: new Set(own.map(({ iso2 }) => iso2)).size },
      bySector: area(sector),
      withProduct: area((known) => sector(known) + product(known)),
    };
  });
}

/** Controls of one case by division, with how often each was drawn. */
function drawOthers(
  divisions: ReturnType<typeof divisionsByEmployees>,
  known: KnownCase,
  seed: number,
): { points: number; count: number }[] {
  const own = new Set(known.divisions.map((each) => each.slice(0, 2)));
  const others = divisions.filter(({ sector }) => !own.has(sector.code));
  const all = others.reduce((sum, { employees }) => sum + employees, 0);
  const uniform = seededUniform(seedFor(seed, known.id));
  const counts = new Map<number, number>();
  for (let draw = 0; draw < controls; draw += 1) {
    let left = uniform() * all;
    const at = others.findIndex(({ employees }) => {
      left -= employees;
      return left <= 0;
    });
    counts.set(at, (counts.get(at) ?? 0) + 1);
  }
  return [...counts].flatMap(([at, count]) => {
    const points = others[at]?.sector.points;
    return points === undefined ? [] : [{ points, count }];
  });
}
