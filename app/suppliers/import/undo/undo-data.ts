import { z } from 'zod';

/** A supplier that an import brought back, and when it had been archived. */
export const broughtBackSchema = z.object({ partyId: z.string(), archivedAt: z.string() });
export type BroughtBack = z.infer<typeof broughtBackSchema>;

/** What undo restores of a written import and cannot read from the facts and links: kept in `ImportBatch.undo`, whose `broughtBack` the database reads too. */
export const undoDataSchema = z.object({
  broughtBack: z.array(broughtBackSchema).default([]),
  /** The organization's own node, where the import made it. */
  madeBuyer: z.string().nullable().default(null),
});
export type UndoData = z.infer<typeof undoDataSchema>;
