import { z } from 'zod';
import { m } from '~/paraglide/messages';

/** One string, as its form sends it. `seen`: the revision its author had before him. `act` "review" says that it is right, with what is written now. */
export const correctionFields = z.object({
  place: z.string().min(1).max(200),
  seen: z.coerce.number().int().min(0),
  text: z
    .string({ error: () => m.translations_problem_empty() })
    .trim()
    .min(1, { error: () => m.translations_problem_empty() })
    .max(2000, { error: () => m.translations_problem_long() }),
  act: z.enum(['save', 'review']),
});
export type Correction = z.infer<typeof correctionFields>;
