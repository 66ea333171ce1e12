import { seededNormals, seededUniform, seedFor } from '../engine/draws.ts';
import { type Drawable, drawList, drawsOf, endsOf, noClaims } from '../odds/draws.ts';
import { numbersAt } from '../odds/parameters.ts';
import { evidenceGrades } from '../vocabulary.ts';

export type CoverageResult = { parties: number; covered: number; share: number };

/**
 * Whether the published interval holds the truth, on suppliers that were made up: the errors of countries, sectors and parties are drawn as stated, and each
 * supplier's claims are true or false at the rates stated for their evidence. What is published knows neither. The 90 % interval has to hold the truth of 86 to
 * 94 of 100.
 */
export function coverageWithLies(asOf: string, { parties = 2_000, seed = 1 } = {}): CoverageResult {
  const numbers = numbersAt(asOf);
  const uniform = seededUniform(seedFor(seed, 'suppliers'));
  const shared = new Map<string, number>();
  const errorOf = (label: string) => {
    const known = shared.get(label) ?? seededNormals(seedFor(seed, label), 2)[0] ?? 0;
    shared.set(label, known);
    return known;
  };
  const pick = (count: number) => Math.floor(uniform() * count);
  const made = Array.from({ length: parties }, (_, at): { drawable: Drawable; truth: number } => {
    const country = { code: `C${pick(400)}`, error: 6 + 2 * uniform() };
    const sector = { code: `S${pick(200)}`, error: 5 + 4 * uniform() };
    const ownError = 3 + 9 * uniform();
    const grade = evidenceGrades[pick(evidenceGrades.length)] ?? 'none';
    const claimed = -20 * uniform();
    const claims = { ...noClaims, [grade]: claimed };
    const score = 20 + 60 * uniform();
    const drawable = { id: `s${at}`, score, floor: null, country, sector, ownError, claims };
    const own = seededNormals(seedFor(seed, `truth ${at}`), 2)[0] ?? 0;
    const isFalse = uniform() >= numbers['R5.truth'][grade];
    const errors = country.error * errorOf(country.code) + sector.error * errorOf(sector.code) + ownError * own;
    return { drawable, truth: score + errors - (isFalse ? claimed : 0) };
  });
  const draws = drawList(
    made.map(({ drawable }) => drawable),
    numbers,
  );
  const covered = made.filter(({ truth }, at) => {
    const { low, high } = endsOf(drawsOf(draws, at), numbers['R8.draws']);
    return low <= truth && truth <= high;
  }).length;
  return { parties, covered, share: covered / parties };
}
