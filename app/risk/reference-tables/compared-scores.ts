import { z } from 'zod';
import { type Band, bands } from '#scoring';

const figureSchema = z.object({ score: z.number(), band: z.custom<Band>((value) => bands.some((band) => band === value)) }).nullable();
const movedSchema = z.object({ publicId: z.string(), name: z.string(), before: figureSchema, after: figureSchema });
const metSchema = z.object({ publicId: z.string(), name: z.string(), kind: z.string(), subject: z.string() });
/** What an edition would change, as the comparison stored it. */
export const comparedSchema = z.object({
  asOf: z.string(),
  suppliers: z.number(),
  /** Of all suppliers: how many change their score by a tenth or more, and how many their band, upwards (worse) and downwards. */
  moved: z.number(),
  up: z.number(),
  down: z.number(),
  named: movedSchema.array(),
  raised: z.number(),
  ended: z.number(),
  alerts: metSchema.extend({ isEnded: z.boolean() }).array(),
});
export type ComparedScores = z.infer<typeof comparedSchema>;
