import type { SignState } from '#scoring';

/**
 * Forced or compulsory labour as the law defines it, element by element: all work or service which is exacted from any person under the menace of any
 * penalty and for which the person has not offered himself or herself voluntarily (ILO Convention No. 29, Article 2(1)); `exceptions`: what Article 2(2)
 * leaves out. Keys of the entries.
 */
export const definitionElements = ['work', 'penalty', 'not-voluntary', 'exceptions'] as const;
export type DefinitionElement = (typeof definitionElements)[number];

/** Whether the record supports an element; for `exceptions`: whether one may apply. */
export const elementStates = ['supported', 'unclear', 'not-supported'] as const;
export type ElementState = (typeof elementStates)[number];

/** Article 2(2)(a) to (e). */
export const legalExceptions = ['military-service', 'civic-obligation', 'prison-labour', 'emergency', 'communal-service'] as const;
export type LegalException = (typeof legalExceptions)[number];

/**
 * The result of the elements. *open*: not all were examined; *fits*: each is supported and no exception may apply; *exception*: one may, or it is unclear.
 * None of them is a proof or a legal finding.
 */
export const definitionReadings = ['open', 'not-supported', 'unclear', 'exception', 'fits'] as const;
export type DefinitionReading = (typeof definitionReadings)[number];

const constitutive = ['work', 'penalty', 'not-voluntary'] as const satisfies readonly DefinitionElement[];

/** Reads the elements together, and names those that the reading rests on: the missing, the unsupported, or the unclear ones. */
export function readDefinition(states: Partial<Record<DefinitionElement, ElementState | null>>): {
  reading: DefinitionReading;
  because: DefinitionElement[];
} {
  const that = (elements: readonly DefinitionElement[], wanted: ElementState | null) =>
    elements.filter((element) => (states[element] ?? null) === wanted);
  const missing = that(definitionElements, null);
  if (missing.length > 0) return { reading: 'open', because: missing };
  const unsupported = that(constitutive, 'not-supported');
  if (unsupported.length > 0) return { reading: 'not-supported', because: unsupported };
  const unclear = that(constitutive, 'unclear');
  if (unclear.length > 0) return { reading: 'unclear', because: unclear };
  return states.exceptions === 'not-supported' ? { reading: 'fits', because: [] } : { reading: 'exception', because: ['exceptions'] };
}

/** Whether any work was done, for the statistical definition, from the team's entry for that element. */
export function workedOf(state: ElementState | null): SignState {
  if (state === 'supported') return 'present';
  return state === 'not-supported' ? 'absent' : 'unknown';
}
