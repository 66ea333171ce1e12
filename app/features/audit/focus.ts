import { componentIds, findingGradeSchema, overrideCodes } from '#scoring';
import { z } from 'zod';

/**
 * What to look at first, and why. `component`: a part of the inherent risk that is high, with its points of its most; `unknown`: a fact that nobody knows
 * and a visit can find; `contradiction`: answers of the self-assessment that do not go together; `finding`: one that is not solved; `override`: a floor.
 */
export const focusSchema = z.array(
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('override'), code: z.enum(overrideCodes) }),
    z.strictObject({
      kind: z.literal('finding'),
      id: z.string(),
      question: z.string().nullable(),
      grade: findingGradeSchema,
      text: z.string(),
    }),
    z.strictObject({ kind: z.literal('contradiction'), code: z.string(), questions: z.array(z.string()), text: z.string() }),
    z.strictObject({ kind: z.literal('component'), id: z.enum(componentIds), points: z.number(), max: z.number() }),
    z.strictObject({ kind: z.literal('unknown'), id: z.enum(componentIds), width: z.number() }),
  ]),
);
export type Focus = z.output<typeof focusSchema>;
export type FocusItem = Focus[number];
