import { z } from 'zod';

/** Why a row, or the whole file, was not read. */
export const refusalCodes = [
  'missing-column',
  'other-kind',
  'no-year',
  'missing-country',
  'unknown-country',
  'country-disagrees',
  'missing-value',
  'not-a-number',
  'out-of-range',
  'not-per-thousand',
  'not-a-year',
  'not-a-date',
  'unknown-tier',
  'unknown-status',
  'unknown-scope',
  'unknown-convention',
  'unknown-indicator',
  'text-too-long',
  'contradiction',
  'too-many-rows',
] as const;

/** What is said of rows that were read. Those without a row speak of several: the value is how many. */
export const noteCodes = [
  'repeated',
  'older-years',
  'other-breakdown',
  'other-measures',
  'other-conventions',
  'other-values-missing',
  'missing-dimension',
  'country-assumed',
  'scope-assumed',
  'status-assumed',
  'unknown-sublist',
  'not-listed',
  'more-remarks',
] as const;
export const remarkCodes = [...refusalCodes, ...noteCodes] as const;
export type RemarkCode = (typeof remarkCodes)[number];

/** A remark on a file: `row` and `column` null for the whole file. `value` is the cell as written, or the number of rows concerned. */
export const remarkSchema = z.object({
  code: z.enum(remarkCodes),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
});
export type Remark = z.infer<typeof remarkSchema>;

const refusals: ReadonlySet<RemarkCode> = new Set(refusalCodes);

/** Whether what the remark is about was left out; other remarks are about rows that were read. */
export const isRefusal = ({ code }: Remark): boolean => refusals.has(code);
