import { checkInput } from '../engine/check-input.ts';
import { contradictionsIn } from '../engine/controls-of.ts';
import { methodAt } from '../engine/method.ts';
import { hashInput, normaliseInput } from '../engine/normalise.ts';
import { type Overrides, weighOverrides } from '../engine/overrides.ts';
import { withOwnTables } from '../reference/at.ts';
import type { AssessInput, Contradiction } from '../types.ts';
import { intervalOf } from './interval.ts';
import { type Numbers, numbersAt } from './parameters.ts';
import { type ChildScore, scoreChildLabour } from './score-child.ts';
import { type PartyScore, scoreParty, type Supposition } from './score-party.ts';

/** Everything computed for one input, before rounding. The result and the trace are two readings of it, so they cannot differ. */
export type Work = {
  input: AssessInput;
  inputHash: string;
  numbers: Numbers;
  /** Null where no country is known. */
  party: (PartyScore & { child: ChildScore; low: number; high: number }) | null;
  overrides: Overrides;
  contradictions: Contradiction[];
};

/**
 * Runs the rules on one input, by the numbers in force on its day, of which a what-if may suppose some. The party's own draws go by the hash of its input.
 * @throws RangeError when nothing was released on `asOf`, a fact cannot be (see checkFacts), the questionnaire is unknown, an override is not well formed, or an own table is not loaded
 */
export function workThrough(given: AssessInput, supposed?: Supposition): Work {
  checkInput(given);
  const input = normaliseInput(given);
  return inTablesOf(input, () => work(input, supposed));
}

/** Runs what reads tables with the own tables that an input names. */
export const inTablesOf = <Result>({ ownTables = [] }: AssessInput, read: () => Result): Result => withOwnTables(ownTables, read);

function work(input: AssessInput, supposed: Supposition | undefined): Work {
  const inputHash = hashInput(input);
  const numbers = numbersAt(input.asOf);
  const scored = scoreParty(input, { id: inputHash, ...(supposed ? { supposed } : {}) });
  const child = scoreChildLabour(input);
  const { answers = [], findings = [] } = input;
  return {
    ...{ input, inputHash, numbers },
    party: scored && child ? { ...scored, child, ...intervalOf(scored.drawable, numbers) } : null,
    overrides: scored?.overrides ?? weighOverrides(input, methodAt(input.asOf)),
    contradictions: contradictionsIn(input.instrument, answers, findings),
  };
}
