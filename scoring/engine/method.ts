import { type ParameterValue, parameterAt } from '../parameters/at.ts';
import { type ParameterId, parameterShapes } from '../parameters/schema.ts';
import { kept } from './kept.ts';

/** All dated numbers in force on one day. */
export type Numbers = { readonly asOf: string } & { readonly [Id in ParameterId]: ParameterValue<Id> };
export type Method = { asOf: string; of: Numbers };

const known = new Map<string, Method>();

/** The numbers of the method in force on a day. Throws RangeError before the first release. */
export function methodAt(asOf: string): Method {
  return kept(known, asOf, () => ({ asOf, of: numbersOn(asOf) }), 32);
}

function numbersOn(asOf: string): Numbers {
  return {
    asOf,
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
    'R9.scale': parameterAt('R9.scale', asOf).value,
    'R9.irremediability': parameterAt('R9.irremediability', asOf).value,
    'R9.override-scale': parameterAt('R9.override-scale', asOf).value,
    'R9.scope': parameterAt('R9.scope', asOf).value,
    'R9.likelihood': parameterAt('R9.likelihood', asOf).value,
    'R9.prior': parameterAt('R9.prior', asOf).value,
    'R10.share-rounding': parameterAt('R10.share-rounding', asOf).value,
    'R11.levels': parameterAt('R11.levels', asOf).value,
    'R11.dear-loan': parameterAt('R11.dear-loan', asOf).value,
    'R12.least-peers': parameterAt('R12.least-peers', asOf).value,
    'R13.points': parameterAt('R13.points', asOf).value,
    'R1.blend': parameterAt('R1.blend', asOf).value,
    'R1.slope': parameterAt('R1.slope', asOf).value,
    'R1.tiers': parameterAt('R1.tiers', asOf).value,
    'R1.state-sponsored': parameterAt('R1.state-sponsored', asOf).value,
    'R1.sponsorship': parameterAt('R1.sponsorship', asOf).value,
    'R1.usual-migrants': parameterAt('R1.usual-migrants', asOf).value,
    'R1.calibration': parameterAt('R1.calibration', asOf).value,
    'R1.error': parameterAt('R1.error', asOf).value,
    'R4.world-odds': parameterAt('R4.world-odds', asOf).value,
    'R3.goods': parameterAt('R3.goods', asOf).value,
    'R3.priority-sector': parameterAt('R3.priority-sector', asOf).value,
    'R3.region': parameterAt('R3.region', asOf).value,
    'R4.migrants': parameterAt('R4.migrants', asOf).value,
    'R4.internal-migrants': parameterAt('R4.internal-migrants', asOf).value,
    'R4.debt': parameterAt('R4.debt', asOf).value,
    'R4.agency': parameterAt('R4.agency', asOf).value,
    'R4.subcontracting': parameterAt('R4.subcontracting', asOf).value,
    'R4.housing': parameterAt('R4.housing', asOf).value,
    'R4.season': parameterAt('R4.season', asOf).value,
    'R4.groups': parameterAt('R4.groups', asOf).value,
    'R4.voice': parameterAt('R4.voice', asOf).value,
    'R4.known-error': parameterAt('R4.known-error', asOf).value,
    'R5.most': parameterAt('R5.most', asOf).value,
    'R5.truth': parameterAt('R5.truth', asOf).value,
    'R6.most': parameterAt('R6.most', asOf).value,
    'R8.draws': parameterAt('R8.draws', asOf).value,
    'R8.bands': parameterAt('R8.bands', asOf).value,
    'R8.unknown-sector': parameterAt('R8.unknown-sector', asOf).value,
    'R10.damping': parameterAt('R10.damping', asOf).value,
    'R10.prior': parameterAt('R10.prior', asOf).value,
    'R10.tolerance': parameterAt('R10.tolerance', asOf).value,
    'C0.world-odds': parameterAt('C0.world-odds', asOf).value,
    'C1.blend': parameterAt('C1.blend', asOf).value,
    'C1.slope': parameterAt('C1.slope', asOf).value,
    'C1.error': parameterAt('C1.error', asOf).value,
    'C2.sections': parameterAt('C2.sections', asOf).value,
    'C2.divisions': parameterAt('C2.divisions', asOf).value,
    'C3.goods': parameterAt('C3.goods', asOf).value,
    'C4.young-workers': parameterAt('C4.young-workers', asOf).value,
  };
}

/** The closed list of parameter ids. */
export function isParameterId(id: string): id is ParameterId {
  return Object.hasOwn(parameterShapes, id);
}
