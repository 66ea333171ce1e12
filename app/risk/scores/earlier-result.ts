import { bandSchema } from '#scoring';
import { z } from 'zod';

const points = z.number().nullable().catch(null);

/**
 * A result of an earlier method as a document: what it stated, read leniently and never computed with. Its points are those of its own scale and cannot be
 * compared with points of another method.
 */
export const earlierResultSchema = z.object({
  status: z.enum(['scored', 'not-scored']).catch('not-scored'),
  /** 0 to 100 on the scale of its method; null without a score. */
  score: points,
  low: points,
  high: points,
  band: bandSchema.nullable().catch(null),
  lines: z
    .object({
      inherent: z.number(),
      controlCredit: z.number(),
      findingsUplift: z.number(),
      /** Before there were overrides there was no such line. */
      overrideUplift: z.number().catch(0),
    })
    .nullable()
    .catch(null),
  components: z
    .array(z.object({ id: z.string(), label: z.string().catch(''), points: z.number(), known: z.boolean().catch(true) }))
    .catch([]),
  /** Its confidence as stored: low, medium or high. */
  confidence: z
    .object({ grade: z.string() })
    .transform(({ grade }) => grade)
    .nullable()
    .catch(null),
});
export type EarlierResult = z.infer<typeof earlierResultSchema>;
