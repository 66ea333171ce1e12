import { z } from 'zod';
import { orderSumsSchema } from '~/suppliers/supply-links/order-sums';
import { termFields } from '~/suppliers/classification/term-key';
import { fieldSchema, mappingSchema } from './pipeline/fields';
import { grains } from './pipeline/grain/read-grain';
import { doubtCodes } from './pipeline/grain/doubts';
import { habitChoices } from './pipeline/habits';
import { mappingReasons } from './pipeline/mapping-reasons';
import { fileProblemCodes, problemCodes } from './pipeline/problems';
import { changeReasons } from './pipeline/record';
import { fixKinds } from './pipeline/repairs';

/** Shapes of the JSON columns of ImportBatch and ImportRow: written by `stageBatch` and `commitBatch`, read by the pages. */
export const problemSchema = z.object({
  row: z.number().nullable(),
  column: z.string().nullable(),
  field: fieldSchema.nullable(),
  code: z.enum(problemCodes),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  severity: z.enum(['error', 'warning']),
});

export const detectedSchema = z.object({
  format: z.enum(['csv', 'xlsx', 'xls', 'geojson']),
  /** The sheet that is read; null for text. */
  sheetName: z.string().nullable(),
  sheets: z.array(z.object({ name: z.string(), rows: z.number(), problem: z.enum(fileProblemCodes).nullable() })).default([]),
  encoding: z.string().nullable(),
  delimiter: z.string().nullable(),
  lineEnd: z.enum(['lf', 'crlf', 'cr', 'mixed']).nullable(),
  headerRow: z.number(),
  titleLines: z.array(z.string()),
  headerKey: z.string(),
  /** What a row is; batches that were read before it was known were shown as lists of suppliers. */
  grain: z.enum(grains).default('supplier'),
  columns: z.array(
    z.object({
      header: z.string(),
      field: fieldSchema,
      confidence: z.number(),
      reason: z.enum(mappingReasons),
      samples: z.array(z.string()),
    }),
  ),
  problems: z.array(problemSchema),
});
export type Detected = z.infer<typeof detectedSchema>;

export const batchMappingSchema = mappingSchema.extend({
  isConfirmed: z.boolean(),
  /** Doubts about the result of these columns that a member confirmed. */
  confirmedDoubts: z.array(z.enum(doubtCodes)).optional(),
});
export type BatchMapping = z.infer<typeof batchMappingSchema>;

/** What cleaning changed in one column for one reason: how many cells, and the commonest changes with the first row of each. */
const changeGroupSchema = z.object({
  column: z.number(),
  field: fieldSchema,
  reason: z.enum(changeReasons),
  count: z.number(),
  distinct: z.number(),
  pairs: z.array(z.object({ before: z.string(), after: z.string(), count: z.number(), row: z.number() })),
});
export type ChangeGroup = z.infer<typeof changeGroupSchema>;

/** Cells of one column with one problem that can be fixed at once. */
const fixGroupSchema = z.object({
  column: z.number(),
  header: z.string(),
  code: z.enum(problemCodes),
  count: z.number(),
  how: z.array(z.enum(fixKinds)),
  samples: z.array(z.object({ value: z.string(), suggestion: z.string().nullable(), row: z.number() })),
});
export type FixGroup = z.infer<typeof fixGroupSchema>;

/** Words of cells that were recognised as a sector or a listed good, or could not be: one group for the same words. */
const termGroupSchema = z.object({
  field: z.enum(termFields),
  text: z.string(),
  count: z.number(),
  row: z.number(),
  isDecided: z.boolean(),
  value: z.string().nullable(),
  by: z.object({ text: z.string(), source: z.string() }).nullable(),
  candidates: z.array(z.string()),
});
export type TermGroup = z.infer<typeof termGroupSchema>;

const habitSchema = z.object({
  column: z.number(),
  kind: z.enum(['number', 'share', 'date', 'list']),
  value: z.enum([...habitChoices.number, ...habitChoices.share, ...habitChoices.date, ...habitChoices.list]),
  isSure: z.boolean(),
  isChosen: z.boolean(),
});

const entrySchema = z.object({ name: z.string(), country: z.string().nullable(), row: z.number() });
const factValueSchema = z.union([z.string(), z.number(), z.array(z.string()), z.record(z.string(), z.string())]).nullable();

/** How a list differs from the one it takes the place of: counts of all suppliers, and the first of each kind. */
const comparisonSchema = z.object({
  counts: z.object({ came: z.number(), gone: z.number(), changed: z.number(), same: z.number() }),
  came: z.array(entrySchema),
  gone: z.array(entrySchema),
  changed: z.array(
    entrySchema.extend({
      fields: z.array(z.object({ field: z.string(), site: z.string().nullable(), before: factValueSchema, after: factValueSchema })),
    }),
  ),
});
export type StoredComparison = z.infer<typeof comparisonSchema>;

const contradictionSchema = z.object({
  subject: z.string(),
  party: z.enum(['supplier', 'site']),
  name: z.string(),
  field: z.string(),
  day: z.string().nullable(),
  options: z.array(
    z.object({ key: z.string(), values: z.record(z.string(), factValueSchema.unwrap()), rows: z.array(z.number()), count: z.number() }),
  ),
  chosen: z.string(),
  isAnswered: z.boolean(),
});

/** What accepting would do (or did): parties found again and to be created, links, facts, rows by state, cells by problem. */
export const countsSchema = z.object({
  rows: z.number(),
  valid: z.number(),
  warned: z.number(),
  invalid: z.number(),
  suppliersNew: z.number(),
  suppliersKnown: z.number(),
  sitesNew: z.number(),
  sitesKnown: z.number(),
  providersNew: z.number(),
  subcontractors: z.number(),
  /** Factories of other companies that rows name, and countries that goods go to. */
  producers: z.number().default(0),
  destinations: z.number().default(0),
  /** What makes the result implausible: a member confirms it before accepting. */
  doubts: z.array(z.enum(doubtCodes)).default([]),
  /** Columns of which most values are not what their field contains. */
  unreadColumns: z
    .array(
      z.object({
        column: z.number(),
        header: z.string(),
        field: fieldSchema,
        unread: z.number(),
        filled: z.number(),
        samples: z.array(z.string()),
      }),
    )
    .default([]),
  /** Links that the rows state, and those of them that are not known yet. */
  links: z.number(),
  linksNew: z.number().default(0),
  facts: z.number().default(0),
  /** Parties known before that get new facts. */
  changedParties: z.number().default(0),
  /** Whether the suppliers of the list were compared with each other: too many are not. */
  isCompared: z.boolean().default(true),
  /** Groups and parent companies that rows name. */
  owners: z.number().default(0),
  /** What the order lines that are not counted yet add up to; null where no row orders anything. */
  orders: orderSumsSchema.nullable().default(null),
  /** Rows to be imported that do not say it: their suppliers cannot be scored. */
  withoutSector: z.number(),
  withoutCountry: z.number(),
  problems: z.array(z.object({ code: z.enum(problemCodes), severity: z.enum(['error', 'warning']), count: z.number() })),
  habits: z.array(habitSchema).default([]),
  changes: z.array(changeGroupSchema).default([]),
  fixes: z.array(fixGroupSchema).default([]),
  terms: z.array(termGroupSchema).default([]),
  /** Groups of words beyond those in `terms`. */
  termsMore: z.number().default(0),
  /** Of a corrected workbook: rows that are not as they were in the batch it corrects. */
  correction: z.object({ changed: z.number(), added: z.number(), missing: z.number() }).nullable().default(null),
  comparison: comparisonSchema.nullable().default(null),
  /** Rows that state several values of one field, those without an answer first; and how many there are of both. Emptied once the list is written. */
  contradictions: z.array(contradictionSchema).default([]),
  contradictionsOpen: z.number().default(0),
  contradictionsAnswered: z.number().default(0),
});
export type BatchCounts = z.infer<typeof countsSchema>;
export type Correction = NonNullable<BatchCounts['correction']>;

/** What committing wrote. All zero: the file contained nothing new. */
export const committedSchema = z.object({
  suppliers: z.number(),
  sites: z.number(),
  providers: z.number(),
  links: z.number(),
  facts: z.number(),
  orderLines: z.number().default(0),
  sources: z.number(),
  changedParties: z.number(),
  rowsLeftOut: z.number(),
});
export type Committed = z.infer<typeof committedSchema>;

export const storedCountsSchema = countsSchema.extend({ committed: committedSchema.optional() });

const announcedSchema = committedSchema.pick({
  suppliers: true,
  sites: true,
  providers: true,
  links: true,
  facts: true,
  changedParties: true,
});
export type Announced = z.infer<typeof announcedSchema>;
/** What a member was shown and accepted, and what accepting would have written instead. */
export const changedSchema = z.object({ shown: announcedSchema, now: announcedSchema });
export type Changed = z.infer<typeof changedSchema>;
