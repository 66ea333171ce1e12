import type { AssessInput, PlacedFacts } from '../types.ts';
import {
  evidenceGrades,
  findingGrades,
  findingStatuses,
  housingChoices,
  subcontractingChoices,
  vulnerableGroups,
  workerVoiceChoices,
} from '../vocabulary.ts';

const shares = ['migrantShare', 'internalMigrantShare', 'agencyShare'] as const;
const choices = { subcontracting: subcontractingChoices, housing: housingChoices, workerVoice: workerVoiceChoices } as const;

/**
 * Refuses facts that cannot be: shares outside 0 to 1, negative counts and ratios, numbers that are none, words outside the lists. What is not known must
 * be left out, never given as an impossible number. Throws RangeError naming the fact and its value.
 */
export function checkFacts(facts: PlacedFacts): void {
  for (const field of shares) {
    const value = facts[field]?.value;
    if (value !== undefined && !(value >= 0 && value <= 1)) throw new RangeError(`${field} is ${value}: a share runs from 0 to 1`);
  }
  const ratio = facts.peakRatio?.value;
  if (ratio !== undefined && !(ratio >= 0 && ratio < Number.POSITIVE_INFINITY))
    throw new RangeError(`peakRatio is ${ratio}: a ratio is a number from 0 up`);
  const cost = facts.recruitmentCost?.value;
  if (cost !== undefined && !(cost >= 0 && cost <= 600))
    throw new RangeError(`recruitmentCost is ${cost}: months of pay run from 0 to 600`);
  const workers = facts.workers?.value;
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 0))
    throw new RangeError(`workers is ${workers}: people are counted in whole numbers from 0 up`);
  for (const field of ['subcontracting', 'housing', 'workerVoice'] as const) checkLabel(field, facts[field]?.value, choices[field]);
  for (const group of facts.vulnerableGroups?.value ?? []) checkLabel('vulnerableGroups', group, vulnerableGroups);
}

/** Refuses an input whose facts, answers or findings cannot be. Throws RangeError naming what and where. */
export function checkInput({ facts, answers = [], findings = [] }: AssessInput): void {
  checkFacts(facts);
  for (const { question, evidence } of answers) checkLabel(`evidence of ${question}`, evidence, evidenceGrades);
  for (const { id, grade, status, evidence } of findings) {
    checkLabel(`grade of finding ${id}`, grade, findingGrades);
    checkLabel(`status of finding ${id}`, status, findingStatuses);
    checkLabel(`evidence of finding ${id}`, evidence, evidenceGrades);
  }
}

function checkLabel(name: string, value: string | undefined, words: readonly string[]): void {
  if (value !== undefined && !words.includes(value)) throw new RangeError(`${name} is "${value}", not one of ${words.join(', ')}`);
}
