import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { pastDay } from '~/platform/forms/entered-day';

/** What was done with removed suppliers: the end of their links, and who was archived, so that undo restores exactly that. */
export const retiredSchema = z.object({
  on: z.iso.date(),
  at: z.string(),
  userId: z.string(),
  sourceId: z.string(),
  archived: z.array(z.string()),
  links: z.array(z.object({ id: z.string(), validFrom: z.string().nullable(), validTo: z.string().nullable(), sourceId: z.string() })),
  suppliers: z.number(),
});
export type Retired = z.infer<typeof retiredSchema>;

/** The form that ends links of those who went, and archives them. Supplier: public IDs. */
export const retireFormSchema = z.object({
  supplier: z.union([z.string().transform((id) => [id]), z.array(z.string())]).default([]),
  what: z.enum(['archive', 'end']),
  on: pastDay(() => m.supply_links_error_day()),
  isSure: z.literal('on', { error: () => m.list_changes_error_sure() }),
});
