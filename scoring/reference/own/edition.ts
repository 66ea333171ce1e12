import { z } from 'zod';
import { cellSchema } from '../schema.ts';

/** What an organization may load an edition of its own of. */
export const ownTableKinds = [
  'trafficking-tiers',
  'state-sponsored',
  'governance',
  'informal-employment',
  'slavery-index',
  'listed-entities',
  'import-orders',
  'ratifications',
] as const;
export type OwnTableKind = (typeof ownTableKinds)[number];

/** The tables that rows of an edition of each kind go into. The index has no released table: its licence forbids us to pass it on. */
export const tablesOfKind = {
  'trafficking-tiers': ['trafficking-tiers'],
  'state-sponsored': ['state-sponsored'],
  governance: ['governance'],
  'informal-employment': ['informal-employment'],
  'slavery-index': ['slavery-index'],
  'listed-entities': ['listed-entities'],
  'import-orders': ['import-orders'],
  ratifications: ['conventions', 'other-conventions'],
} as const satisfies Record<OwnTableKind, readonly string[]>;
export type OwnRowsTable = (typeof tablesOfKind)[OwnTableKind][number];

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');

/**
 * An edition of a table that an organization loaded for itself. Its rows take the place of released rows with the same key and stand beside the others;
 * released rows whose keys are in `removed` are left out. `inForceFrom` is the first day whose scores read it.
 */
export const ownEditionSchema = z.strictObject({
  kind: z.enum(ownTableKinds),
  title: z.string().trim().min(1).max(200),
  producer: z.string().trim().min(1).max(200),
  /** Under which terms the organization uses it, in its own words. */
  licence: z.string().trim().min(1).max(500),
  publishedOn: partialDate.nullable(),
  inForceFrom: z.iso.date(),
  tables: z.partialRecord(
    z.enum(Object.values(tablesOfKind).flat() as [OwnRowsTable, ...OwnRowsTable[]]),
    z.strictObject({ rows: z.array(z.record(z.string(), cellSchema)).max(20_000), removed: z.array(z.string()).max(20_000) }),
  ),
});
export type OwnEdition = z.infer<typeof ownEditionSchema>;

/** An edition with the SHA-256 of its content, by which inputs of scores name it. */
export type HeldEdition = OwnEdition & { hash: string };
