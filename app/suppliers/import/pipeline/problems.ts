import type { Field } from './fields';

/** Why a whole file is refused. Each has one message in `app/locales/*\/import.json`, keyed `import_file_<code with underscores>`. */
export const fileProblemCodes = [
  'empty-file',
  'too-large',
  'inflated-too-large',
  'inflation-ratio',
  'too-many-entries',
  'not-a-table',
  'unreadable-workbook',
  'unclosed-quote',
  'one-column',
  'no-rows',
  'too-many-rows',
  'too-many-columns',
  'no-features',
  'too-many-cells',
  'cell-too-long',
  'took-too-long',
  'too-much-memory',
  'unreadable-file',
] as const;
export type FileProblemCode = (typeof fileProblemCodes)[number];

export type ProblemParams = Record<string, string | number>;
export type FileProblem = { code: FileProblemCode; params: ProblemParams };

/** What can be wrong with a cell, a row or a column. Each has one message, keyed `import_problem_<code with underscores>`. */
export const problemCodes = [
  'duplicate-header',
  'no-header',
  'garbled-text',
  'undecodable-text',
  'mixed-encoding',
  'formula',
  'more-cells-than-header',
  'missing-name',
  'missing-country',
  'unknown-country',
  'country-guessed',
  'country-contradictory',
  'note-row',
  'row-left-out',
  'duplicate-row',
  'text-too-long',
  'not-a-number',
  'number-range',
  'ambiguous-number',
  'not-whole',
  'negative-number',
  'negative-amount',
  'unknown-currency',
  'share-over-100',
  'share-impossible',
  'ambiguous-share',
  'not-a-share',
  'share-of-people',
  'people-without-workforce',
  'people-over-workforce',
  'not-a-coordinate',
  'coordinate-out-of-range',
  'coordinate-incomplete',
  'coordinate-zero',
  'point-swapped',
  'point-outside',
  'point-sea',
  'point-centroid',
  'point-shared',
  'not-a-date',
  'ambiguous-date',
  'bad-os-id',
  'bad-public-id',
  'bad-lei',
  'bad-duns',
  'bad-registration',
  'registration-without-country',
  'bad-tax-number',
  'tax-number-without-country',
  'not-an-amount',
  'spend-without-currency',
  'currency-guessed',
  'bad-contact-email',
  'bad-tier',
  'unknown-sector',
  'sector-converted',
  'sector-guessed',
  'sector-from-default',
  'sector-from-product',
  'names-itself',
  'unknown-reference',
  'missing-customer',
  'tier-unknown',
  'tier-gap',
  'not-a-point',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/**
 * `error`: the row is left out until it is corrected. `warning`: the row is imported; what could not be read stays unknown.
 * `row` is the 1-based row of the source as a spreadsheet shows it; null means the whole file. `column` is the header as written.
 */
export type Severity = 'error' | 'warning';
export type Problem = {
  row: number | null;
  column: string | null;
  field: Field | null;
  code: ProblemCode;
  params: ProblemParams;
  severity: Severity;
};

/** What a cleaner says about one cell, before row and column are known. */
export type CellProblem = { code: ProblemCode; params: ProblemParams; severity: Severity };

/** Answer of every cleaner: `value` null is *unknown*, never zero. */
export type Cleaned<T> = { value: T | null; problems: CellProblem[] };

/** A cleaned value without anything to say about it. */
export function clean<T>(value: T | null): Cleaned<T> {
  return { value, problems: [] };
}

/** A cleaned value with one thing to say. */
export function flag<T>(value: T | null, code: ProblemCode, severity: Severity, params: ProblemParams = {}): Cleaned<T> {
  return { value, problems: [{ code, params, severity }] };
}
