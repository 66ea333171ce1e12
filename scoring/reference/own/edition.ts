import { z } from 'zod';
import { cellSchema } from '../schema.ts';
import { type ReferenceTableId, tables } from '../tables.ts';

/** Kinds of editions whose files have formats of their own, since publishers lay them out in several ways. */
export const writtenKinds = [
  'trafficking-tiers',
  'state-sponsored',
  'governance',
  'informal-employment',
  'slavery-index',
  'listed-entities',
  'import-orders',
  'ratifications',
] as const;
export type WrittenKind = (typeof writtenKinds)[number];
/** What an organization may load an edition of: one of these kinds, or a table whose `table.json` has `ownEditions`. */
export type OwnTableKind = WrittenKind | ReferenceTableId;
/** A table that rows of an edition go into. The index has no released table: its licence forbids us to pass it on. */
export type OwnRowsTable = ReferenceTableId | 'slavery-index';

export const isWrittenKind = (kind: string): kind is WrittenKind => writtenKinds.some((written) => written === kind);

const isDeclared = (id: ReferenceTableId): boolean => 'ownEditions' in tables[id][0] && !isWrittenKind(id);

/** Every kind that can be loaded. */
export const ownTableKinds: readonly [OwnTableKind, ...OwnTableKind[]] = [
  ...writtenKinds,
  ...(Object.keys(tables) as ReferenceTableId[]).filter(isDeclared),
];

/** The tables that rows of an edition of a kind go into. */
export const tablesOfKind = (kind: OwnTableKind): readonly [OwnRowsTable, ...OwnRowsTable[]] =>
  kind === 'ratifications' ? ['conventions', 'other-conventions'] : [kind];

const partialDate = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'YYYY, YYYY-MM or YYYY-MM-DD');

/**
 * An edition of a table that an organization loaded for itself. Its rows replace released rows with the same key and are added to the others;
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
    z.enum(ownTableKinds.flatMap((kind) => tablesOfKind(kind)) as [OwnRowsTable, ...OwnRowsTable[]]),
    z.strictObject({ rows: z.array(z.record(z.string(), cellSchema)).max(20_000), removed: z.array(z.string()).max(20_000) }),
  ),
});
export type OwnEdition = z.infer<typeof ownEditionSchema>;

/** An edition with the SHA-256 of its content, by which inputs of scores name it. */
export type HeldEdition = OwnEdition & { hash: string };
