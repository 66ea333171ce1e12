import { z } from 'zod';
import { provenanceTags } from './question-schema.ts';

/** How the first question relates to the second: it asks the same, more (the second is a part of it), less (a part of the second), or something near it. */
export const relations = ['equal', 'broader', 'narrower', 'related'] as const;
export type Relation = (typeof relations)[number];

/**
 * One question of an instrument and what it is to one question of another. `values`: of two equal ones with different answers, which answer is which; what is not
 * named has no equal.
 */
export type CrosswalkPair = { question: string; target: string; relation: Relation; values?: Readonly<Record<string, string>> };

const keySchema = z.string().min(1);
/** Instrument, question, relation, instrument, question, provenance, and of equal ones which answer is which. Read backwards, broader is narrower. */
const rowSchema = z
  .tuple([
    keySchema,
    keySchema,
    z.enum(relations),
    keySchema,
    keySchema,
    z.enum(provenanceTags),
    z.record(z.string(), z.string()).optional(),
  ])
  .refine(([, , relation, , , , values]) => values === undefined || relation === 'equal', {
    error: 'only equal questions have equal answers',
  });

/**
 * What several instruments ask about one thing: keys of sections, points or questions by instrument, and the names that report regimes have for it.
 * It relates; it carries no answer.
 */
const familySchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  provenance: z.enum(provenanceTags),
  keys: z.record(keySchema, z.array(keySchema).min(1)),
  regimes: z.strictObject({ ukRegistry: z.array(keySchema), esrsS2: z.array(keySchema) }),
});
export type ControlFamily = z.infer<typeof familySchema>;

export const crosswalkSchema = z.strictObject({
  source: z.string().min(1),
  doubts: z.array(z.string().min(1)),
  families: z.array(familySchema).min(1),
  pairs: z.array(rowSchema).min(1),
});
export type Crosswalk = z.infer<typeof crosswalkSchema>;

/** The pairs between two editions of one questionnaire. */
export const editionsSchema = crosswalkSchema.pick({ doubts: true, pairs: true });
