/** A question of a compliance tool. Tools differ by country and edition; points are common. */
export type AskedQuestion =
  | { code: string; point: string; kind: 'non-compliance'; nonCompliantWhen: 'yes' | 'no'; isZeroTolerance?: boolean }
  /** Counts people, unions, strikes…; never counts in compliance. */
  | { code: string; kind: 'fact-gathering' };

/** An answer to a question; a fact-gathering one may have any value. */
export type ComplianceAnswer = { question: string; answer: string | number };

/** 1 not compliant, 0 compliant, null not assessed or not applicable. */
export type ComplianceFinding = 0 | 1 | null;

/** The finding of an answer (R12). Throws RangeError for a word that a non-compliance question does not take. */
export function findingOf(question: Extract<AskedQuestion, { kind: 'non-compliance' }>, answer: string | number): ComplianceFinding {
  if (answer === 'not-applicable' || answer === 'not-assessed') return null;
  if (answer !== 'yes' && answer !== 'no') throw new RangeError(`${question.code} was answered ${answer}`);
  return answer === question.nonCompliantWhen ? 1 : 0;
}

/** Findings joined by OR, as where two questions became one in a later edition, or one was answered twice: bad when any is, null when none was assessed. */
export function mergeFindings(findings: readonly ComplianceFinding[]): ComplianceFinding {
  if (findings.includes(1)) return 1;
  return findings.includes(0) ? 0 : null;
}
