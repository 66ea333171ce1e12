/** Why a file is not imported: nothing is read from it before this is changed. */
export const refusalCodes = [
  'not-a-workbook',
  'is-markup',
  'is-text',
  'protected',
  'no-survey',
  'not-json',
  'not-an-instrument',
  'no-questions',
  'no-type-column',
  'no-name-column',
  'duplicate-column',
  'no-type',
  'no-name',
  'bad-name',
  'duplicate-name',
  'unknown-type',
  'include',
  'no-choices',
  'no-list',
  'no-choice-name',
  'duplicate-choice',
  'unmatched-begin',
  'unmatched-end',
  'no-calculation',
  'or-other-filter',
  'unknown-reference',
  'broken-reference',
] as const;

/** What a questionnaire cannot take over from a form: a question, a group, texts, a sheet. */
export const leftOutCodes = [
  'unsupported-type',
  'several-answers',
  'choices-elsewhere',
  'too-many-choices',
  'never-asked',
  'disabled',
  'comment-row',
  'beyond-gap',
  'note',
  'empty-group',
  'unsupported-sheet',
  'unknown-language',
  'broken-own',
] as const;

/** What a questionnaire asks otherwise than the form. */
export const changedCodes = [
  'unsupported-condition',
  'asked-until',
  'unsupported-filter',
  'unsupported-default',
  'unsupported-required',
  'unsupported-constraint',
  'unsupported-calculation',
  'unsupported-repeat',
  'unsupported-loop',
  'number-range',
  'scale',
  'few-choices',
  'ambiguous-choice',
  'no-label',
  'other-language',
  'reference-in-words',
  'markup',
  'no-english',
  'ungrouped',
  'nested-group',
  'group-words',
  'name-twice',
] as const;

/** What changes no question and no answer: keys, appearance, columns that are not read. */
export const minorCodes = [
  'name-changed',
  'choice-changed',
  'unsupported-column',
  'unknown-column',
  'shadowed-column',
  'unsupported-setting',
  'unknown-sheet',
] as const;

export const remarkCodes = [...refusalCodes, ...leftOutCodes, ...changedCodes, ...minorCodes] as const;
export type RemarkCode = (typeof remarkCodes)[number];
/** What was not taken over from a file, and where: the row as a spreadsheet counts it, of the named sheet. */
export type Remark = { code: RemarkCode; sheet?: string; row?: number; detail?: string };

export type RemarkKind = 'refused' | 'omitted' | 'changed' | 'minor';

/** How important a remark is to author and respondent. */
export function remarkKind({ code }: Pick<Remark, 'code'>): RemarkKind {
  const isIn = (codes: readonly string[]) => codes.includes(code);
  if (isIn(refusalCodes)) return 'refused';
  if (isIn(leftOutCodes)) return 'omitted';
  return isIn(changedCodes) ? 'changed' : 'minor';
}

const longestDetail = 300;

/** A remark with its detail cut to a readable length. */
export function remark(code: RemarkCode, place: { sheet?: string; row?: number } = {}, detail?: string): Remark {
  const text = detail?.trim().replace(/\s+/g, ' ');
  const short = text !== undefined && text.length > longestDetail ? `${text.slice(0, longestDetail)}…` : text;
  return { code, ...place, ...(short === undefined ? {} : { detail: short }) };
}
