import { parametersInForce } from '../parameters/at.ts';
import { canonicalJson, sha256 } from './hash.ts';
import { kept } from './kept.ts';

const known = new Map<string, string>();

/**
 * SHA-256 over all dated numbers of the method in force on a day (ISO date). Stored with a score, so that recomputing it later can tell a
 * number that was added for a past day from a changed calculation. Reasons and sources do not count: they move no result.
 */
export function parametersHash(asOf: string): string {
  const numbers = () => parametersInForce(asOf).map(({ id, effectiveFrom, value }) => ({ id, effectiveFrom, value }));
  return kept(known, asOf, () => sha256(canonicalJson(numbers())), 32);
}
