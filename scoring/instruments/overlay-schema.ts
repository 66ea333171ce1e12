import { z } from 'zod';

/** A translation: one string per place (`P1.title`, `P1.Q1.text`…), each with its own revision and status. */
export const overlaySchema = z.strictObject({
  instrument: z.string().min(1),
  locale: z.string().regex(/^[a-z]{2}(-[A-Za-z]+)?$/),
  strings: z.record(
    z.string(),
    z.strictObject({ text: z.string().min(1), revision: z.number().int().min(1), status: z.enum(['drafted', 'reviewed']) }),
  ),
});
export type InstrumentOverlay = z.infer<typeof overlaySchema>;
