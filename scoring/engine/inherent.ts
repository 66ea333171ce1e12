import { componentIds } from '../parameters/schema.ts';
import type { Component, PartyFacts } from '../types.ts';
import { type DebtShare, debtShare } from './debt.ts';
import { componentLabels } from './labels.ts';
import type { Method } from './method.ts';
import { type ProductShare, productShare } from './product.ts';
import { largestRemainder, roundToTenth } from './rounding.ts';
import { type SectorShare, sectorShare } from './sector.ts';
import { type Share, unknownShare } from './share.ts';
import { type WorstCountry, worstCountry } from './worst-country.ts';
import { agencyShare, housingShare, migrantShare, seasonalShare, subcontractingShare, voiceShare, vulnerableShare } from './workforce.ts';

export type ComponentId = Component['id'];

/** The eleven components before rounding: shares, weights and what the tables said. Points are 0 to 100. */
export type Inherent = {
  shares: Record<ComponentId, Share>;
  country: WorstCountry;
  sector: SectorShare | null;
  product: ProductShare;
  debt: DebtShare;
  /** Points at the known values and priors; with all unknowns at best and at worst; and these two with the country at the quantiles of the draws. */
  point: number;
  low: number;
  high: number;
  lower: number;
  upper: number;
  /** Known weight of 100, the same weighted by how sure the tables are, and the weight of components known well enough to count towards the floor. */
  known: number;
  reliable: number;
  settled: number;
};

/** Adds the components up (R4). Facts that were withdrawn or never given follow R8. */
export function sumInherent(facts: PartyFacts, method: Method): Inherent {
  const countries = facts.countries && !facts.countries.withdrawn ? facts.countries.value : [];
  const country = worstCountry(countries, method);
  const sector = facts.sector && !facts.sector.withdrawn ? sectorShare(facts.sector.value, method) : null;
  const place = { countries, division: sector?.row.division };
  const product = productOf(facts, place, method);
  const debt = debtShare(facts, place, method);
  const shares = {
    country,
    sector: sector ?? unknownShare(method),
    product,
    migrant: migrantShare(facts, method),
    debt,
    agency: agencyShare(facts, method),
    subcontracting: subcontractingShare(facts, method),
    housing: housingShare(facts, method),
    seasonal: seasonalShare(facts, method),
    vulnerable: vulnerableShare(facts, method),
    voice: voiceShare(facts, method),
  };
  return { shares, country, sector, product, debt, ...addUp(shares, country, method) };
}

/** The product component of a party (R3); products that were withdrawn count as unknown, never below what they were (R8). */
export function productOf(
  facts: PartyFacts,
  place: { countries: readonly string[]; division: string | undefined },
  method: Method,
): ProductShare {
  if (!facts.products?.withdrawn) return productShare({ products: facts.products?.value, ...place }, method);
  const last = productShare({ products: facts.products.value, ...place }, method);
  return { ...unknownShare(method, last.point), readings: last.readings };
}

function addUp(shares: Record<ComponentId, Share>, country: WorstCountry, { of }: Method) {
  const weights = of['R4.weights'];
  let point = 0;
  let low = 0;
  let high = 0;
  let known = 0;
  let reliable = 0;
  let settled = 0;
  for (const id of componentIds) {
    const share = shares[id];
    point += weights[id] * share.point;
    low += weights[id] * share.low;
    high += weights[id] * share.high;
    known += weights[id] * share.known;
    reliable += weights[id] * share.known * share.reliability;
    if (share.known >= of['R8.component-floor']) settled += weights[id];
  }
  const lower = low + weights.country * (country.lower - country.low);
  const upper = high + weights.country * (country.upper - country.high);
  return { point, low, high, lower, upper, known, reliable, settled };
}

/** The components as shown: points to one decimal that add to the rounded sum, each within its low and high. */
export function showComponents(inherent: Inherent, { of }: Method): Component[] {
  const weights = of['R4.weights'];
  const points = largestRemainder(componentIds.map((id) => weights[id] * inherent.shares[id].point));
  return componentIds.map((id, index) => {
    const share = inherent.shares[id];
    const shown = points[index] ?? 0;
    return {
      id,
      ...componentLabels[id],
      points: shown,
      low: Math.min(shown, roundToTenth(weights[id] * share.low)),
      high: Math.max(shown, roundToTenth(weights[id] * share.high)),
      max: weights[id],
      known: share.known > 0,
    };
  });
}

const fieldsOf: Record<ComponentId, (keyof PartyFacts)[]> = {
  country: ['countries'],
  sector: ['sector'],
  product: ['products'],
  migrant: ['migrantShare'],
  debt: ['migrantOrigins'],
  agency: ['agencyShare'],
  subcontracting: ['subcontracting'],
  housing: ['housing'],
  seasonal: ['peakRatio'],
  vulnerable: ['vulnerableGroups'],
  voice: ['workerVoice'],
};

/** Facts that would narrow the interval, heaviest first: those whose component is unknown. */
export function missingFacts(inherent: Inherent, { of }: Method): string[] {
  const weights = of['R4.weights'];
  return componentIds
    .filter((id) => inherent.shares[id].known === 0)
    .sort((a, b) => weights[b] - weights[a] || componentIds.indexOf(a) - componentIds.indexOf(b))
    .flatMap((id) => fieldsOf[id]);
}
