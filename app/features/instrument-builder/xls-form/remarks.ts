export const remarkCodes = [
  'not-a-workbook',
  'no-survey',
  'not-json',
  'not-an-instrument',
  'no-english',
  'unknown-language',
  'unsupported-type',
  'unsupported-condition',
  'unsupported-constraint',
  'unsupported-calculation',
  'unsupported-repeat',
  'no-list',
  'name-changed',
  'name-twice',
  'no-name',
  'broken-own',
  'already-same',
  'offered',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];
/** What was not taken over from a file, and where: the row as a spreadsheet counts it, of the named sheet. */
export type Remark = { code: RemarkCode; sheet?: string; row?: number; detail?: string };
