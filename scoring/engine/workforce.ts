import type { PartyFacts } from '../types.ts';
import type { Method } from './method.ts';
import { clamp01, interpolate } from './piecewise.ts';
import { certain, type Share, unknownShare } from './share.ts';

type Fact<T> = { value: T; withdrawn?: boolean } | undefined;

function fromFact<T>(fact: Fact<T>, method: Method, map: (value: T) => number): Share {
  if (!fact) return unknownShare(method);
  return fact.withdrawn ? unknownShare(method, map(fact.value)) : certain(map(fact.value));
}

/**
 * Migrant share (R4): international migrants in full, internal ones by half, linear to one half of the workforce.
 * The component is unknown only while the international share is. While the internal share is, the point counts what is or was known,
 * the lower end nobody and the upper end everybody else as an internal migrant.
 */
export function migrantShare(facts: PartyFacts, method: Method): Share {
  const { of } = method;
  const weight = of['R4.internal-migrant-weight'];
  const internal = facts.internalMigrantShare ? clamp01(facts.internalMigrantShare.value) * weight : 0;
  const map = (value: number) => interpolate(of['R4.migrant-points'], value);
  const international = clamp01(facts.migrantShare?.value ?? 0);
  const point = map(international + internal);
  if (!facts.migrantShare || facts.migrantShare.withdrawn) return unknownShare(method, point);
  const share = certain(point);
  if (facts.internalMigrantShare && !facts.internalMigrantShare.withdrawn) return share;
  const most = clamp01(map(international + (1 - international) * weight));
  return { ...share, low: clamp01(map(international)), high: Math.max(share.point, most) };
}

/** Labour-provider share (R4): linear to two fifths of the workforce. */
export function agencyShare(facts: PartyFacts, method: Method): Share {
  return fromFact(facts.agencyShare, method, (value) => interpolate(method.of['R4.agency-points'], clamp01(value)));
}

/** Subcontracting and home work (R4). */
export function subcontractingShare(facts: PartyFacts, method: Method): Share {
  return fromFact(facts.subcontracting, method, (value) => method.of['R4.subcontracting'][value]);
}

/** Employer-tied housing and isolation (R4). */
export function housingShare(facts: PartyFacts, method: Method): Share {
  return fromFact(facts.housing, method, (value) => method.of['R4.housing'][value]);
}

/** Seasonal or peak labour (R4): peak over base headcount, 1 to 2. */
export function seasonalShare(facts: PartyFacts, method: Method): Share {
  return fromFact(facts.peakRatio, method, (value) => interpolate(method.of['R4.seasonal-points'], value));
}

/** Groups more exposed than others (R4): each distinct group the same, up to the cap. */
export function vulnerableShare(facts: PartyFacts, method: Method): Share {
  const { each, cap } = method.of['R4.vulnerable'];
  return fromFact(facts.vulnerableGroups, method, (value) => Math.min(cap, new Set(value).size * each));
}

/** Worker voice (R4): none is worst. */
export function voiceShare(facts: PartyFacts, method: Method): Share {
  return fromFact(facts.workerVoice, method, (value) => method.of['R4.voice'][value]);
}
