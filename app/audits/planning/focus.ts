import { findingGradeSchema, inherentLines, overrideCodes } from '#scoring';
import { z } from 'zod';

/**
 * A focus area and its reason. `component`: a known workforce or goods component that raises the score, with its points; `unknown`: an unknown fact that an
 * audit can establish, with its standard deviation in points; `contradiction`: contradictory answers of the self-assessment; `finding`: an unsolved one;
 * `override`: a floor. Audits planned under method 1 have `max` or `width`, points of its scale.
 */
export const focusSchema = z.array(
  z.union([
    z.strictObject({ kind: z.literal('override'), code: z.enum(overrideCodes) }),
    z.strictObject({
      kind: z.literal('finding'),
      id: z.string(),
      question: z.string().nullable(),
      grade: findingGradeSchema,
      text: z.string(),
    }),
    z.strictObject({ kind: z.literal('contradiction'), code: z.string(), questions: z.array(z.string()), text: z.string() }),
    z.strictObject({ kind: z.literal('component'), id: z.enum(inherentLines), points: z.number(), max: z.number().optional() }),
    z.strictObject({ kind: z.literal('unknown'), id: z.enum(inherentLines), error: z.number() }),
    z.strictObject({ kind: z.literal('unknown'), id: z.enum(inherentLines), width: z.number() }),
  ]),
);
export type Focus = z.output<typeof focusSchema>;
export type FocusItem = Focus[number];
