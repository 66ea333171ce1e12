import canonicalize from 'canonicalize';
import { type AssessInput, engineVersion, parametersHash, type Scored, scoreMany } from '#scoring';
import { isOfThisMethod } from '~/questionnaires/responses/schema';

/** A stored score with its JSON not yet parsed. */
export type ScoreAsStored = {
  id: string;
  engineVersion: string;
  asOf: string;
  inputHash: string;
  parameterHash: string | null;
  input: unknown;
  result: unknown;
};

/**
 * Why a score does not come out the same: its stored input is not the one that was scored, another edition of a table is in force for its day,
 * another number is, the calculation has another version, or none of these (a fault).
 */
export const differenceReasons = ['input', 'vintage', 'parameters', 'engine', 'unexplained'] as const;
export type DifferenceReason = (typeof differenceReasons)[number];

export type ComparedAgain =
  /** Made by an earlier method: a dated document, which is not computed again. */
  | { kind: 'document' }
  | { kind: 'equal'; isSameVersion: boolean }
  | { kind: 'differs'; reasons: DifferenceReason[]; detail: string[]; before: number | null; after: number | null }
  /** Numbers, tables or the questionnaire of that day are not held here, or what is stored is no input. */
  | { kind: 'impossible'; reason: string };

/**
 * Scores a stored input again as of its own day and compares the results byte by byte, in RFC 8785 form; the name of the engine's version alone
 * is no difference. A score of an earlier method is a document and is not compared. Changes nothing.
 */
export function compareAgain(stored: ScoreAsStored): ComparedAgain {
  if (!isOfThisMethod(stored.engineVersion)) return { kind: 'document' };
  const again = scoreAgain(stored.input);
  if (typeof again === 'string') return { kind: 'impossible', reason: again };
  const isSameVersion = stored.engineVersion === engineVersion;
  if (bytesOf(stored.result) === bytesOf(again)) return { kind: 'equal', isSameVersion };
  const detail: string[] = [];
  const reasons: DifferenceReason[] = [];
  const because = (reason: DifferenceReason, words: string) => {
    reasons.push(reason);
    detail.push(words);
  };
  if (again.inputHash !== stored.inputHash || again.asOf !== stored.asOf)
    because('input', 'the stored input is not the one that was scored');
  const vintages = changedVintages(vintagesOf(stored.result), again.vintages);
  if (vintages.length > 0) because('vintage', vintages.join(', '));
  if (stored.parameterHash !== null && stored.parameterHash !== parametersHash(again.asOf))
    because('parameters', 'dated numbers of that day');
  if (!isSameVersion) because('engine', `method ${stored.engineVersion} to ${engineVersion}`);
  if (reasons.length === 0) because('unexplained', 'same input, tables, numbers and version');
  return { kind: 'differs', reasons, detail, before: scoreOf(stored.result), after: scoreOf(again) };
}

function scoreAgain(input: unknown): Scored | string {
  if (!isInput(input)) return 'what is stored is no input';
  try {
    const [result] = scoreMany([input]);
    return result ?? 'nothing came out';
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function isInput(value: unknown): value is AssessInput {
  return isRecord(value) && typeof value.asOf === 'string' && isRecord(value.facts);
}

/** The result in RFC 8785 form without the name of the version. */
function bytesOf(result: unknown): string {
  return canonicalize(isRecord(result) ? { ...result, engineVersion: null } : result) ?? '';
}

function changedVintages(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, string>>): string[] {
  const tables = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return tables
    .filter((table) => before[table] !== after[table])
    .map((table) => `${table} ${String(before[table] ?? 'not read')} to ${after[table] ?? 'not read'}`);
}

function vintagesOf(result: unknown): Readonly<Record<string, unknown>> {
  return isRecord(result) && isRecord(result.vintages) ? result.vintages : {};
}

function scoreOf(result: unknown): number | null {
  return isRecord(result) && typeof result.score === 'number' ? result.score : null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
