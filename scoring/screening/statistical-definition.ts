import { type DefinitionElement, forcedLabourCircumstances } from '../reference/at.ts';
import type { SignState } from '../vocabulary.ts';
import { allOf, anyOf, joinStates, type Truth, truthOf } from './three-valued.ts';

export type DefinitionInput = {
  asOf: string;
  /** Whether the person did any work in the reference period. */
  worked: SignState;
  /** Reports of circumstances ("V1", "M2"); one without a report is unknown. */
  circumstances: readonly { code: string; state: SignState }[];
};

export type DefinitionReading = {
  vintage: string;
  work: Truth;
  involuntary: Truth;
  menace: Truth;
  /** All three together. */
  forcedLabour: Truth;
  /** Circumstances that were seen, by the element that they show. */
  because: Record<DefinitionElement, string[]>;
  /** While the answer is unknown: what would determine it, `work` or codes of circumstances. */
  collect: string[];
};

/**
 * The statistical definition of forced labour of an adult (R14; ICLS 2018): any work in the reference period that is both involuntary and under the menace
 * of a penalty. An element holds when one of its circumstances is seen, and fails only when all are known to be absent; unknown stays unknown, unless
 * another element already fails. A second screen beside the Delphi one (R13). Throws RangeError for a code that the list does not have.
 */
export function readStatisticalDefinition({ asOf, worked, circumstances }: DefinitionInput): DefinitionReading {
  const list = forcedLabourCircumstances(asOf);
  const strange = circumstances.find(({ code }) => !list.some((each) => each.code === code));
  if (strange) throw new RangeError(`the definition has no circumstance ${strange.code}`);
  const stateOf = (code: string) => joinStates(circumstances.filter((each) => each.code === code).map(({ state }) => state));
  const codesOf = (element: DefinitionElement, state: SignState) =>
    list.filter((each) => each.element === element && stateOf(each.code) === state).map(({ code }) => code);
  const truthOfElement = (element: DefinitionElement) =>
    anyOf(list.filter((each) => each.element === element).map(({ code }) => truthOf(stateOf(code))));
  const work = truthOf(worked);
  const involuntary = truthOfElement('involuntariness');
  const menace = truthOfElement('menace');
  const forcedLabour = allOf([work, involuntary, menace]);
  const open = [
    ...(work === 'unknown' ? ['work'] : []),
    ...(involuntary === 'unknown' ? codesOf('involuntariness', 'unknown') : []),
    ...(menace === 'unknown' ? codesOf('menace', 'unknown') : []),
  ];
  return {
    vintage: list[0]?.provenance.vintage ?? '',
    work,
    involuntary,
    menace,
    forcedLabour,
    because: { involuntariness: codesOf('involuntariness', 'present'), menace: codesOf('menace', 'present') },
    collect: forcedLabour === 'unknown' ? open : [],
  };
}
