import { blend, countryShare, governanceShare } from '../engine/country.ts';
import { quantiles, seededUniform, seededNormals, seedFor } from '../engine/draws.ts';
import { methodAt } from '../engine/method.ts';
import { blendParts } from '../parameters/schema.ts';
import { governanceOf } from '../reference/at.ts';
import { pick } from './synthetic.ts';

/** How the six governance estimates of a country err: all alike, as the interval supposes, or each on its own. */
export const errorKinds = ['together', 'apart'] as const;
export type ErrorKind = (typeof errorKinds)[number];

/** How often the quantiles of the draws held the country share of a truth drawn around the published estimates; `nominal` is what they promise. */
export type ErrorCalibration = { errors: ErrorKind; countries: number; truths: number; nominal: number; coverage: number; width: number };

/** Draws `count` truths a country around its governance estimates by their stated errors and counts how often the interval of the draws holds them. */
export function calibrateErrors(
  errors: ErrorKind,
  { countries, asOf, count, seed }: { countries: readonly string[]; asOf: string; count: number; seed: number },
): ErrorCalibration {
  const method = methodAt(asOf);
  const ends = method.of['R8.draws'];
  let held = 0;
  let truths = 0;
  let width = 0;
  let known = 0;
  for (const iso2 of countries) {
    const share = countryShare(iso2, asOf);
    const row = governanceOf(iso2, asOf);
    if (!share || !row) continue;
    const [low = 0, high = 1] = quantiles(share.draws, [ends.lower, ends.upper]);
    const estimates = Object.entries(row.estimates);
    const normals = seededNormals(seedFor(seed, `${errors} ${iso2}`), count * estimates.length);
    known += 1;
    width += high - low;
    for (let truth = 0; truth < count; truth += 1) {
      const moved = estimates.map(([dimension, { estimate, standardError }], at) => {
        const error = normals[truth * estimates.length + (errors === 'together' ? 0 : at)] ?? 0;
        return [dimension, { estimate: estimate - error * (standardError ?? 0), standardError }] as const;
      });
      const change = governanceShare(Object.fromEntries(moved), 0, method) - governanceShare(row.estimates, 0, method);
      const found = share.point + (method.of['R1.weights'].governance / share.weight) * change;
      truths += 1;
      if (found >= low && found <= high) held += 1;
    }
  }
  return { errors, countries: known, truths, nominal: ends.upper - ends.lower, coverage: held / truths, width: width / known };
}

/** How far the country share moves, of 0 to 1, when indicators of countries that hold all six are hidden as others lack them. */
export type BlendCalibration = { complete: number; truths: number; coverage: number; width: number; bias: number; error: number };

/** Hides from complete countries the indicators that a country drawn at random among the incomplete ones lacks. */
export function calibrateBlend({
  countries,
  asOf,
  count,
  seed,
}: {
  countries: readonly string[];
  asOf: string;
  count: number;
  seed: number;
}): BlendCalibration {
  const uniform = seededUniform(seedFor(seed, 'blend'));
  const all = countries.flatMap((iso2) => countryShare(iso2, asOf) ?? []);
  const lacking = all
    .map(({ parts }) => parts.filter((part) => part.share === undefined).map((part) => part.id))
    .filter((ids) => ids.length > 0);
  const complete = all.filter(({ parts }) => parts.every((part) => part.share !== undefined) && parts.length === blendParts.length);
  let held = 0;
  let width = 0;
  let bias = 0;
  let error = 0;
  for (let at = 0; at < count; at += 1) {
    const country = pick(complete, uniform);
    const hidden = pick(lacking, uniform);
    const parts = country.parts.map(({ share, ...part }) =>
      hidden.includes(part.id)
        ? { ...part, low: 0, high: 1, known: 0, reliability: 1 }
        : { ...part, ...(share === undefined ? {} : { share }) },
    );
    const seen = blend(parts, methodAt(asOf));
    if (!seen) continue;
    if (country.point >= seen.low && country.point <= seen.high) held += 1;
    width += seen.high - seen.low;
    bias += seen.point - country.point;
    error += Math.abs(seen.point - country.point);
  }
  return {
    complete: complete.length,
    truths: count,
    coverage: held / count,
    width: width / count,
    bias: bias / count,
    error: error / count,
  };
}
