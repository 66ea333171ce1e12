import { z } from 'zod';

/** A supplier that an import brought back, and when it had been archived. */
export const broughtBackSchema = z.object({ partyId: z.string(), archivedAt: z.string() });
export type BroughtBack = z.infer<typeof broughtBackSchema>;

/** What undo restores of a written import and cannot read from the facts and links: kept in `ImportBatch.undo`, whose `broughtBack` the database reads too. */
export const undoDataSchema = z.object({
  broughtBack: z.array(broughtBackSchema).default([]),
  /** People at suppliers whom the import named first. */
  people: z.array(z.string()).default([]),
  /** People known before whom it named again: their term, and the import that named them before. No personal data. */
  renewed: z.array(z.object({ id: z.string(), keptUntil: z.string(), batchId: z.string().nullable() })).default([]),
  /** The organization's own node, where the import made it. */
  madeBuyer: z.string().nullable().default(null),
});
export type UndoData = z.infer<typeof undoDataSchema>;
