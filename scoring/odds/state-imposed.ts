import type { Provenance } from '../reference/at.ts';
import type { CountryPoints } from './country-points.ts';

/**
 * The mark of labour imposed by a state, beside the score: no site can put it right. `region`: a law presumes it of the region the party lies in.
 * `government`: the newest report names the government for a policy or pattern of its own.
 */
export type StateImposed = { reason: 'region' | 'government'; reportYear: number | null; provenance: Provenance | null };

/** The marks of a party, the region first; none where neither is known, which is not that no state imposes labour there. */
export function stateImposed(country: CountryPoints, inRegion: boolean): StateImposed[] {
  const named = country.stateSponsored;
  return [
    ...(inRegion ? [{ reason: 'region' as const, reportYear: null, provenance: null }] : []),
    ...(named ? [{ reason: 'government' as const, reportYear: named.reportYear, provenance: named.provenance }] : []),
  ];
}
