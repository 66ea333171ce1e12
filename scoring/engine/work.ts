import type { AssessInput, Contradiction } from '../types.ts';
import { checkInput } from './check-input.ts';
import { controlCredit, type Effectiveness, weighControls } from './control-credit.ts';
import { contradictionsIn, controlsOf } from './controls-of.ts';
import { combineFindings, joinFindings, type WeighedFinding, weighFinding } from './findings-uplift.ts';
import { type Inherent, sumInherent } from './inherent.ts';
import { type Method, methodAt } from './method.ts';
import { hashInput, normaliseInput } from './normalise.ts';
import { type Overrides, weighOverrides } from './overrides.ts';

/** Everything computed for one input, before rounding. The result and the trace are two readings of it, so they cannot differ. */
export type Work = {
  input: AssessInput;
  inputHash: string;
  method: Method;
  inherent: Inherent;
  controls: Effectiveness;
  findings: WeighedFinding[];
  contradictions: Contradiction[];
  /** All findings together, 0 to 100. */
  combined: number;
  credit: number;
  /** Inherent plus credit. */
  afterControls: number;
  /** Before any floor. */
  score: number;
  overrides: Overrides;
};

/** Runs the rules on one input, by the numbers in force on its day unless others are supposed. Throws RangeError when nothing was released on `asOf`, a fact cannot be (see checkFacts), the instrument is unknown, or an override is not well formed. */
export function workThrough(given: AssessInput, method: Method = methodAt(given.asOf)): Work {
  checkInput(given);
  const input = normaliseInput(given);
  const inherent = sumInherent(input.facts, method);
  const { answers = [], findings: known = [] } = input;
  const controls = weighControls({ ...controlsOf(input.instrument), answers, findings: known }, method);
  const findings = known.map((each) => weighFinding(each, method));
  const combined = combineFindings(findings);
  const credit = controlCredit(inherent.point, controls.point, method);
  const afterControls = inherent.point + credit;
  return {
    input,
    inputHash: hashInput(input),
    method,
    inherent,
    controls,
    findings,
    contradictions: contradictionsIn(input.instrument, answers, known),
    combined,
    credit,
    afterControls,
    score: joinFindings(afterControls, combined),
    overrides: weighOverrides(input, method),
  };
}

/** The score before any floor as a function of inherent points and effectiveness, with this input's findings. Never falls as the points rise, never rises with effectiveness. */
export function residualOf({ combined, method }: Pick<Work, 'combined' | 'method'>): (inherent: number, effectiveness: number) => number {
  return (inherent, effectiveness) => joinFindings(inherent + controlCredit(inherent, effectiveness, method), combined);
}
