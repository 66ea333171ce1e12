import { type CountryShare, countryShare } from './country.ts';
import { quantiles } from './draws.ts';
import { kept } from './kept.ts';
import type { Method } from './method.ts';
import { clamp01 } from './piecewise.ts';
import type { Share } from './share.ts';

export type WorstCountry = Share & { worst?: CountryShare; unknown: string[]; lower: number; upper: number };

/** By method, so that numbers that are only supposed never reach a score. */
const byMethod = new WeakMap<Method, Map<string, WorstCountry>>();

/**
 * The country component for the countries of all sites: the worst counts. `lower` and `upper` are the shares at the quantiles of the draws.
 * Codes no table knows leave the upper bound open. With no known country at all, `worst` is absent.
 */
export function worstCountry(countries: readonly string[], method: Method): WorstCountry {
  const codes = [...new Set(countries)].sort();
  const known = kept(byMethod, method, () => new Map<string, WorstCountry>());
  return kept(known, codes.join(','), () => pickWorst(codes, method), 5000);
}

function pickWorst(codes: string[], method: Method): WorstCountry {
  const known: CountryShare[] = [];
  const unknown: string[] = [];
  for (const code of codes) {
    const share = shifted(countryShare(code, method.asOf), method.countryShift?.[code]);
    if (share) known.push(share);
    else unknown.push(code);
  }
  const first = known[0];
  const prior = method.of['R8.prior'];
  if (!first)
    return {
      point: prior.point,
      low: prior.low,
      high: prior.high,
      known: 0,
      reliability: 1,
      unknown,
      lower: prior.point,
      upper: prior.point,
    };
  const worst = known.reduce((before, each) => (each.point > before.point ? each : before), first);
  const ends = method.of['R8.draws'];
  const [lower = 0, upper = 0] = quantiles(worstDraws(first, known), [ends.lower, ends.upper]);
  return {
    point: worst.point,
    low: Math.max(...known.map((each) => each.low)),
    high: unknown.length > 0 ? 1 : Math.max(...known.map((each) => each.high)),
    known: (worst.known * known.length) / codes.length,
    reliability: worst.reliability,
    worst,
    unknown,
    lower,
    upper,
  };
}

/** The share with a supposed change, draws and bounds with it. */
function shifted(share: CountryShare | null, by = 0): CountryShare | null {
  if (!share || by === 0) return share;
  const { point, low, high, draws } = share;
  const move = (value: number) => clamp01(value + by);
  return { ...share, point: move(point), low: move(low), high: move(high), draws: draws.map(move) };
}

/** The worst country under each draw: not always the one that is worst at the point. */
function worstDraws(first: CountryShare, known: readonly CountryShare[]): Float64Array {
  const worst = Float64Array.from(first.draws);
  for (const { draws } of known)
    for (let draw = 0; draw < worst.length; draw += 1) worst[draw] = Math.max(worst[draw] ?? 0, draws[draw] ?? 0);
  return worst;
}
