import { z } from 'zod';

/** How a value came to be known: read in a source, computed by a stated rule, or recalled and not yet found in a source. */
export const referenceConfidences = ['confirmed', 'derived', 'memory'] as const;
export const referenceConfidenceSchema = z.enum(referenceConfidences);
export type ReferenceConfidence = z.infer<typeof referenceConfidenceSchema>;

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');
const isoDay = z.iso.date();
export const cellSchema = z.union([z.string(), z.number(), z.null()]);
export type ReferenceCell = z.infer<typeof cellSchema>;

/** Who made the table, where it lies, under which terms, and from which file it was transcribed. Null = not known to us. */
export const originSchema = z.strictObject({
  title: z.string().min(1),
  producer: z.string().min(1),
  citation: z.string().min(1),
  urlMain: z.url().nullable(),
  urlDownload: z.url().nullable(),
  datePublished: partialDate.nullable(),
  dateAccessed: isoDay,
  licence: z.strictObject({
    name: z.string().min(1),
    url: z.url().nullable(),
    redistribution: z.enum(['allowed', 'allowed-with-credit']),
  }),
  /** SHA-256 of the file that was transcribed; null only for a table written by hand: a policy choice, or a list of names and weights. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable(),
  transcribed: z.string().min(1),
  doubts: z.array(z.string().min(1)),
});
export type ReferenceOrigin = z.infer<typeof originSchema>;

/** What a column means. `anchor` names the ends of the scale on which the column is read, with the source of these ends. */
export const fieldSchema = z.strictObject({
  meaning: z.string().min(1),
  unit: z.string().min(1),
  direction: z.enum(['higher-is-worse', 'lower-is-worse', 'none']),
  anchor: z.strictObject({ floor: z.number(), ceiling: z.number(), source: z.string().min(1) }).optional(),
  /** Rows that hold a value, of all rows. */
  coverage: z.strictObject({ known: z.number().int().min(0), of: z.number().int().min(0) }),
});

/** A correction of one published cell: refused when the cell no longer holds `expect`. `row` is the row's key, `:` between its parts. */
export const correctionSchema = z.strictObject({
  row: z.string().min(1),
  field: z.string().min(1),
  value: cellSchema,
  expect: cellSchema,
  reason: z.string().min(1),
  reportedAt: isoDay,
});

/**
 * One vintage of one table. `rows` are arrays in the order of `fields`; the first `keyFields` columns identify a row.
 * `inForceFrom` is the first day on which the method reads this vintage; the next vintage's day ends it.
 * Rows without a `confidence` column value are `defaultConfidence`.
 */
export const referenceTableSchema = z
  .strictObject({
    id: z.string().min(1),
    vintage: z.string().min(1),
    inForceFrom: isoDay,
    origin: originSchema,
    /** Countries or codes that the table could hold, and how many it does. */
    coverage: z.strictObject({ what: z.string().min(1), known: z.number().int().min(0), of: z.number().int().min(0), note: z.string() }),
    keyFields: z.number().int().min(1),
    defaultConfidence: referenceConfidenceSchema,
    fields: z.record(z.string(), fieldSchema),
    corrections: z.array(correctionSchema),
    rows: z.array(z.array(cellSchema)),
  })
  .superRefine((table, context) => {
    const names = Object.keys(table.fields);
    const seen = new Set<string>();
    for (const [index, row] of table.rows.entries()) {
      if (row.length !== names.length)
        context.addIssue({ code: 'custom', message: `row ${index} has ${row.length} cells for ${names.length} fields` });
      const key = rowKey(row, table.keyFields);
      if (seen.has(key)) context.addIssue({ code: 'custom', message: `row key ${key} is there twice` });
      seen.add(key);
    }
    for (const correction of table.corrections) {
      const row = table.rows.find((each) => rowKey(each, table.keyFields) === correction.row);
      const cell = row?.[names.indexOf(correction.field)];
      if (cell !== correction.expect)
        context.addIssue({
          code: 'custom',
          message: `correction of ${correction.row}.${correction.field} expects ${String(correction.expect)}, found ${String(cell)}`,
        });
    }
  });
export type ReferenceTable = z.infer<typeof referenceTableSchema>;

/** Key of a row: its first `keyFields` cells, blanks as nothing, joined by `:`. */
export function rowKey(row: ReferenceCell[], keyFields: number): string {
  return row
    .slice(0, keyFields)
    .map((cell) => (cell === null ? '' : String(cell)))
    .join(':');
}

/** The rows of a table as records by field name, with its corrections applied and the row's key and confidence beside them. */
export function recordsOf(table: ReferenceTable): { key: string; confidence: ReferenceConfidence; cells: Record<string, ReferenceCell> }[] {
  const names = Object.keys(table.fields);
  const corrected = new Map(table.corrections.map((each) => [`${each.row}\n${each.field}`, each.value]));
  return table.rows.map((row) => {
    const key = rowKey(row, table.keyFields);
    const cells: Record<string, ReferenceCell> = {};
    for (const [index, name] of names.entries()) {
      const change = corrected.get(`${key}\n${name}`);
      cells[name] = change === undefined ? (row[index] ?? null) : change;
    }
    const confidence = referenceConfidenceSchema.safeParse(cells.confidence);
    return { key, confidence: confidence.success ? confidence.data : table.defaultConfidence, cells };
  });
}
