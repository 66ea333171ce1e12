import { baselineName } from '../../prisma/baseline-name';

export const areas = [
  'tenancy',
  'safety of people',
  'reports',
  'imports',
  'scoring',
  'offline recorder',
  'requests',
  'supervision',
] as const;
export type Area = (typeof areas)[number];

/** What a test needs besides Node.js: poppler (`pdfinfo`, `pdftotext`), or Java with libjaxb-java for veraPDF. */
export type Tool = 'poppler' | 'veraPDF';

/** A change to the source that a test must detect. */
export type Fault = {
  area: Area;
  /** What the changed code does wrong, in one plain sentence. */
  fault: string;
  /** The source file that is changed. */
  file: string;
  /** Text that occurs exactly once in the file. */
  find: string;
  /** The text that replaces it when the fault is planted. */
  replace: string;
  /** The Vitest file that must fail. */
  test: string;
  /** Part of the title of the test that must fail, where running the whole file is slow. */
  title?: string;
  /** Without this tool the test is skipped, and so is the fault. */
  needs?: Tool;
};

/** Builds the test database; the parts in prisma/sql are only its source. */
export const baseline = `prisma/migrations/${baselineName}/migration.sql`;
