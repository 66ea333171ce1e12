/** Limits of one reading. A file over one of them is refused, before anything is expanded where possible. */
export type ReadLimits = {
  milliseconds: number;
  /** Of the reader process, its bytes outside of the heap included. */
  megabytes: number;
  /** Non-empty cells, in all sheets together. */
  cells: number;
  /** Parts of an archive. */
  entries: number;
  /** What the parts of an archive come to, as they are inflated and not as the archive declares. */
  inflatedBytes: number;
  pixels: number;
  /** Of the answer, as JSON. */
  answerBytes: number;
};

const megabyte = 1024 * 1024;
const small: ReadLimits = {
  milliseconds: 10_000,
  megabytes: 640,
  cells: 100_000,
  entries: 1_000,
  inflatedBytes: 40 * megabyte,
  pixels: 0,
  answerBytes: 2 * megabyte,
};

/** Limits by what is read. `listAtOnce`: a list read within a request; a larger one is read again by the queue, as `list`. `listBeginning`: its first rows alone. */
export const readLimits = {
  inspection: { ...small, milliseconds: 20_000, entries: 10_000, inflatedBytes: 500 * megabyte, answerBytes: 10_000 },
  listAtOnce: { ...small, cells: 20_000 },
  listBeginning: { ...small, megabytes: 1_000, cells: 1_000_000, inflatedBytes: 100 * megabyte },
  list: {
    ...small,
    milliseconds: 180_000,
    megabytes: 2_500,
    cells: 6_000_000,
    entries: 10_000,
    inflatedBytes: 500 * megabyte,
    answerBytes: 500 * megabyte,
  },
  workbook: small,
  /** Forms come with thousands of formatted and empty cells; what is said of each row is part of the answer. */
  questionnaireTemplate: { ...small, cells: 250_000, answerBytes: 6 * megabyte },
  planFile: small,
  /** Time records of a site: a row for each worker and day, or a column for each day. */
  sampleFile: { ...small, milliseconds: 30_000, megabytes: 1_000, cells: 400_000, inflatedBytes: 80 * megabyte, answerBytes: 8 * megabyte },
  /** Governance estimates come as a row for each country, year and measure. */
  referenceTable: {
    ...small,
    milliseconds: 60_000,
    megabytes: 1_500,
    cells: 1_000_000,
    inflatedBytes: 120 * megabyte,
    answerBytes: 16 * megabyte,
  },
  /** Drawn again: a report of a hundred pages takes seconds. */
  report: { ...small, milliseconds: 60_000, megabytes: 1_500, answerBytes: megabyte },
  reportPages: { ...small, milliseconds: 20_000, answerBytes: megabyte },
  /** A key and its certificates; deriving its key from the password is what takes time. */
  certificate: { ...small, answerBytes: megabyte },
  document: { ...small, milliseconds: 60_000, entries: 10_000, inflatedBytes: 500 * megabyte, answerBytes: 10_000 },
  picture: { ...small, milliseconds: 60_000, megabytes: 1_500, pixels: 100_000_000, answerBytes: 10_000 },
} as const satisfies Record<string, ReadLimits>;

/** Why a file was not read. Each has one message, keyed `reader_<code with underscores>`. */
export const readRefusals = [
  'too-large',
  'too-many-cells',
  'too-many-entries',
  'inflates',
  'too-many-pixels',
  'too-deep',
  'too-long',
  'not-readable',
  'busy',
] as const;
export type ReadRefusal = (typeof readRefusals)[number];

/** Thrown by a reader for what it does not read on. */
export class ReadRefused extends Error {
  constructor(readonly code: ReadRefusal) {
    super(code);
    this.name = 'ReadRefused';
  }
}
