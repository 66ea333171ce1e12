import { type ParameterValue, parameterAt } from '../parameters/at.ts';
import { type ParameterId, parameterShapes } from '../parameters/schema.ts';
import { kept } from './kept.ts';
import type { Damping } from './propagation/damping.ts';

/** All dated numbers in force on one day, read once. */
export type Method = {
  asOf: string;
  of: { readonly [Id in ParameterId]: ParameterValue<Id> };
  /** Supposed in a what-if and never released: what is added to the share of a country, -1 to 1, by ISO code. */
  countryShift?: Readonly<Record<string, number>>;
  /** How scores pass along the chain, where it is not as R10 of method 1 has it. */
  damping?: Damping;
};

const known = new Map<string, Method>();

/** The numbers of the method in force on a day. Throws RangeError before the first release. */
export function methodAt(asOf: string): Method {
  return kept(known, asOf, () => ({ asOf, of: numbersOn(asOf) }), 32);
}

function numbersOn(asOf: string): Method['of'] {
  return {
    'R1.weights': parameterAt('R1.weights', asOf).value,
    'R1.governance-anchors': parameterAt('R1.governance-anchors', asOf).value,
    'R1.tiers': parameterAt('R1.tiers', asOf).value,
    'R1.conventions': parameterAt('R1.conventions', asOf).value,
    'R1.informality-points': parameterAt('R1.informality-points', asOf).value,
    'R1.conflict-points': parameterAt('R1.conflict-points', asOf).value,
    'R1.displacement-points': parameterAt('R1.displacement-points', asOf).value,
    'R3.shares': parameterAt('R3.shares', asOf).value,
    'R4.weights': parameterAt('R4.weights', asOf).value,
    'R4.migrant-points': parameterAt('R4.migrant-points', asOf).value,
    'R4.internal-migrant-weight': parameterAt('R4.internal-migrant-weight', asOf).value,
    'R4.agency-points': parameterAt('R4.agency-points', asOf).value,
    'R4.seasonal-points': parameterAt('R4.seasonal-points', asOf).value,
    'R4.subcontracting': parameterAt('R4.subcontracting', asOf).value,
    'R4.housing': parameterAt('R4.housing', asOf).value,
    'R4.vulnerable': parameterAt('R4.vulnerable', asOf).value,
    'R4.voice': parameterAt('R4.voice', asOf).value,
    'R5.ceiling': parameterAt('R5.ceiling', asOf).value,
    'R5.domains': parameterAt('R5.domains', asOf).value,
    'R5.answers': parameterAt('R5.answers', asOf).value,
    'R5.evidence': parameterAt('R5.evidence', asOf).value,
    'R5.age': parameterAt('R5.age', asOf).value,
    'R5.questionnaires': parameterAt('R5.questionnaires', asOf).value,
    'R5.ruled-out-domains': parameterAt('R5.ruled-out-domains', asOf).value,
    'R6.severity': parameterAt('R6.severity', asOf).value,
    'R6.status': parameterAt('R6.status', asOf).value,
    'R6.verified-months': parameterAt('R6.verified-months', asOf).value,
    'R6.repeat': parameterAt('R6.repeat', asOf).value,
    'R7.O1': parameterAt('R7.O1', asOf).value,
    'R7.O2': parameterAt('R7.O2', asOf).value,
    'R7.O3': parameterAt('R7.O3', asOf).value,
    'R7.O4': parameterAt('R7.O4', asOf).value,
    'R7.O5': parameterAt('R7.O5', asOf).value,
    'R7.O6': parameterAt('R7.O6', asOf).value,
    'R7.O7': parameterAt('R7.O7', asOf).value,
    'R7.O8': parameterAt('R7.O8', asOf).value,
    'R7.O9': parameterAt('R7.O9', asOf).value,
    'R7.evidence': parameterAt('R7.evidence', asOf).value,
    'R7.repayment-days': parameterAt('R7.repayment-days', asOf).value,
    'R8.prior': parameterAt('R8.prior', asOf).value,
    'R8.floor': parameterAt('R8.floor', asOf).value,
    'R8.component-floor': parameterAt('R8.component-floor', asOf).value,
    'R8.bands': parameterAt('R8.bands', asOf).value,
    'R8.confidence': parameterAt('R8.confidence', asOf).value,
    'R8.reliability': parameterAt('R8.reliability', asOf).value,
    'R8.draws': parameterAt('R8.draws', asOf).value,
    'R9.scale': parameterAt('R9.scale', asOf).value,
    'R9.irremediability': parameterAt('R9.irremediability', asOf).value,
    'R9.override-scale': parameterAt('R9.override-scale', asOf).value,
    'R9.scope': parameterAt('R9.scope', asOf).value,
    'R9.likelihood': parameterAt('R9.likelihood', asOf).value,
    'R9.prior': parameterAt('R9.prior', asOf).value,
    'R10.damping': parameterAt('R10.damping', asOf).value,
    'R10.power': parameterAt('R10.power', asOf).value,
    'R10.prior': parameterAt('R10.prior', asOf).value,
    'R10.share-rounding': parameterAt('R10.share-rounding', asOf).value,
    'R10.tolerance': parameterAt('R10.tolerance', asOf).value,
    'R11.debt-points': parameterAt('R11.debt-points', asOf).value,
    'R11.debt-additions': parameterAt('R11.debt-additions', asOf).value,
    'R12.least-peers': parameterAt('R12.least-peers', asOf).value,
    'R13.points': parameterAt('R13.points', asOf).value,
  };
}

/** The closed list of parameter ids. */
export function isParameterId(id: string): id is ParameterId {
  return Object.hasOwn(parameterShapes, id);
}
