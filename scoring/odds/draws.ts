import { seededNormals, seededUniform, seedFor } from '../engine/draws.ts';
import { type EvidenceGrade, evidenceGrades } from '../vocabulary.ts';
import type { Numbers } from './parameters.ts';

/** What a list needs to know of a party to draw it. Errors are standard deviations in points. */
export type Drawable = {
  id: string;
  /** Before any floor, unclamped. */
  score: number;
  /** Floor of the overrides in force; null where there is none. */
  floor: number | null;
  country: { code: string; error: number };
  /** `code` null where the sector is not known: that error is not shared. */
  sector: { code: string | null; error: number };
  /** Of all other lines together. */
  ownError: number;
  /** Points (<= 0) that rest on claims, by their evidence: gone in the draws in which such a claim is false. */
  claims: Readonly<Record<EvidenceGrade, number>>;
};
/** Nothing rests on claims. */
export const noClaims: Drawable['claims'] = {
  none: 0,
  'self-declared': 0,
  'document-uploaded': 0,
  'document-checked': 0,
  'audit-announced': 0,
  'audit-unannounced': 0,
};
/** One column of draws a party, in the order given; rows of `count`. */
export type Draws = { count: number; parties: readonly Drawable[]; values: Float32Array };

/** A claim with better evidence is true in every draw in which one with worse evidence is: a false document implies a false statement. */
function claimsIn(claims: Drawable['claims'], truth: Numbers['R5.truth']): { holds: number; points: number }[] {
  return evidenceGrades.flatMap((grade) => (claims[grade] === 0 ? [] : [{ holds: truth[grade], points: claims[grade] }]));
}

/** What all parties of a country or of a sector share, by seed, count and label: a few hundred arrays of as many numbers as there are draws. */
const shared = new Map<string, Float64Array>();
const mostShared = 1_024;

function sharedNormals(label: string, { seed, count }: { seed: number; count: number }): Float64Array {
  const key = `${seed} ${count} ${label}`;
  const known = shared.get(key) ?? seededNormals(seedFor(seed, label), count);
  if (shared.size >= mostShared) shared.clear();
  shared.set(key, known);
  return known;
}

/**
 * Draws a list together: the error of a country and of a sector is the same for all in it, so that shared errors do not blur their order.
 * The same parties and numbers give the same draws in whatever order they come.
 */
export function drawList(parties: readonly Drawable[], numbers: Numbers): Draws {
  const { count, seed } = numbers['R8.draws'];
  const sharedBy = (label: string) => sharedNormals(label, { seed, count });
  const values = new Float32Array(parties.length * count);
  // Where there is no error there is nothing to draw.
  const none = new Float64Array(count);
  parties.forEach((party, at) => {
    const place = sharedBy(`country ${party.country.code}`);
    const sector =
      party.sector.code !== null
        ? sharedBy(`sector ${party.sector.code}`)
        : party.sector.error === 0
          ? none
          : seededNormals(seedFor(seed, `no sector ${party.id}`), count);
    const own = party.ownError === 0 ? none : seededNormals(seedFor(seed, `party ${party.id}`), count);
    const told = seededUniform(seedFor(seed, `claims ${party.id}`));
    const claims = claimsIn(party.claims, numbers['R5.truth']);
    const start = at * count;
    for (let draw = 0; draw < count; draw += 1) {
      let value =
        party.score +
        party.country.error * (place[draw] ?? 0) +
        party.sector.error * (sector[draw] ?? 0) +
        party.ownError * (own[draw] ?? 0);
      if (claims.length > 0) {
        const luck = told();
        for (const { holds, points } of claims) if (luck >= holds) value -= points;
      }
      values[start + draw] = party.floor === null ? value : Math.max(party.floor, value);
    }
  });
  return { count, parties, values };
}

/** The draws of one party. */
export const drawsOf = ({ values, count }: Draws, at: number): Float32Array => values.subarray(at * count, (at + 1) * count);

/** The values at two quantiles (0 to 1) of draws: actual draws, never ones between two. */
export function endsOf(
  draws: Float32Array | Uint32Array,
  { lower, upper }: { lower: number; upper: number },
): { low: number; high: number } {
  const sorted = draws.slice().sort();
  const at = (quantile: number) => sorted[Math.max(0, Math.ceil(quantile * sorted.length) - 1)] ?? 0;
  return { low: at(lower), high: at(upper) };
}

/** The probability that one party ranks above another, from their draws; a draw in which they are equal counts by half. */
export function probabilityAbove(draws: Draws, above: number, below: number): number {
  const [one, other] = [drawsOf(draws, above), drawsOf(draws, below)];
  let times = 0;
  for (let draw = 0; draw < draws.count; draw += 1) {
    const [a = 0, b = 0] = [one[draw], other[draw]];
    times += a > b ? 1 : a === b ? 0.5 : 0;
  }
  return times / draws.count;
}
