import { z } from 'zod';

const rowSchema = z.record(z.string(), z.unknown());

/** What a merge or split changed, so that undo puts back exactly that. Rows are whole, as JSON. */
export const journalSchema = z.object({
  moved: z.array(
    z.object({ table: z.string(), column: z.string(), key: z.string(), from: z.string(), to: z.string(), ids: z.array(z.string()) }),
  ),
  removedLinks: z.array(rowSchema),
  /** Rows of other tables that the kept supplier had too. */
  removedRows: z.array(z.object({ table: z.string(), row: rowSchema })).default([]),
  /** Rows of Supplier and Site as they were. */
  images: z.array(z.object({ table: z.enum(['Supplier', 'Site']), row: rowSchema })),
  /** Names as they were and as they became; put back only where nobody renamed since. */
  names: z.array(z.object({ partyId: z.string(), name: z.string(), nameKey: z.string(), became: z.string() })),
  /** Parties that led to the merged one before and lead on since. */
  ledOn: z.array(z.string()),
  decisionIds: z.array(z.string()),
  createdLinkIds: z.array(z.string()),
});
export type Journal = z.infer<typeof journalSchema>;

export const emptyJournal = (): Journal => ({
  moved: [],
  removedLinks: [],
  removedRows: [],
  images: [],
  names: [],
  ledOn: [],
  decisionIds: [],
  createdLinkIds: [],
});
