import { z } from 'zod';

/** A translation: one string per place (`P1.title`, `P1.Q1.text`…), each with its own revision and status, and what earlier revisions said. */
export const overlaySchema = z.strictObject({
  instrument: z.string().min(1),
  locale: z.string().regex(/^[a-z]{2}(-[A-Za-z]+)?$/),
  strings: z.record(
    z.string(),
    z.strictObject({
      text: z.string().min(1),
      revision: z.number().int().min(1),
      status: z.enum(['drafted', 'reviewed']),
      /** By revision: an answer names the one that its respondent read. */
      earlier: z.record(z.string().regex(/^[1-9]\d*$/), z.string().min(1)).optional(),
    }),
  ),
});
export type InstrumentOverlay = z.infer<typeof overlaySchema>;
