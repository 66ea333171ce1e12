import { z } from 'zod';
import { complianceClusters } from '../reference/compliance-rows.ts';
import { indicators } from '../vocabulary.ts';
import { appliesToSchema } from './scope-schema.ts';
import { problemsBetween } from './problems-between.ts';
import { answerLiteral, optionSchema, provenanceTags, questionSchema, scaleTypes, wordsSchema } from './question-schema.ts';

const pointSchema = z.strictObject({
  key: z.string().min(1),
  title: wordsSchema,
  whyWeAsk: wordsSchema,
  provenance: z.enum(provenanceTags),
});

export const sectionSchema = z.strictObject({
  key: z.string().min(1),
  title: wordsSchema,
  summary: wordsSchema,
  /** Share of the control score for display, of 100. It does not enter the score. */
  displayShare: z.number().min(0).max(100).optional(),
  provenance: z.enum(provenanceTags),
  /** The cluster of R12 that the section is. */
  cluster: z.enum(complianceClusters).optional(),
  /** The level between section and question, where there is one; then every question of the section names its point, unless it is gathered. */
  points: z.array(pointSchema).min(1).optional(),
  /** What of a site calls for all its questions. */
  appliesTo: appliesToSchema.optional(),
  questions: z.array(questionSchema).min(1),
});

/**
 * Answers that do not go together. `void`: the control's answer earns nothing once the flag is yes (or one of `is`, ticks included), or an unverified finding
 * shows the indicator. `cap`: it counts at most `cap` (0 to 1) while the percentage is below `below`. `ceiling`: it counts at most as much as the percentage.
 * What options are worth is read as a percentage.
 */
const ruleSchema = z.strictObject({ code: z.string(), control: z.string(), text: wordsSchema });
const voidSchema = ruleSchema.extend({ kind: z.literal('void'), atLeast: z.number().min(0).max(1) });
export const consistencySchema = z.union([
  voidSchema.extend({ flag: z.string(), is: z.array(z.string()).min(1).optional() }),
  voidSchema.extend({ indicator: z.enum(indicators) }),
  ruleSchema.extend({ kind: z.literal('cap'), by: z.string(), below: z.number(), cap: z.number().min(0).max(1) }),
  ruleSchema.extend({ kind: z.literal('ceiling'), by: z.string() }),
]);
export type ConsistencyRule = z.infer<typeof consistencySchema>;

const scaleSchema = z.array(z.strictObject({ value: answerLiteral, text: wordsSchema }));

export const instrumentKinds = ['self-assessment', 'audit', 'screening', 'lender-review', 'recruiter-review'] as const;
export type InstrumentKind = (typeof instrumentKinds)[number];
export const audiences = ['supplier', 'member', 'auditor', 'lender', 'labour-provider'] as const;
export type Audience = (typeof audiences)[number];

/** What a file of an instrument says, whether or not it includes others. */
export const instrumentContent = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: wordsSchema,
  /** Who answers, by what means, and what comes out of it. */
  summary: wordsSchema.optional(),
  owner: z.string().min(1),
  licence: z.string().min(1),
  source: z.string().min(1),
  language: z.literal('en'),
  audience: z.array(z.enum(audiences)).min(1),
  kind: z.enum(instrumentKinds).optional(),
  /** Whether its answers give control credit (R5). */
  scores: z.boolean().optional(),
  /** The choice whose answer says how far an assessor's findings were checked: its options are evidence grades. */
  evidenceFrom: z.string().optional(),
  scales: z.partialRecord(z.enum(scaleTypes), scaleSchema),
  /** Options that several PICK questions have, by name. */
  sets: z.record(z.string().regex(/^[a-z0-9-]+$/), z.array(optionSchema).min(2)).optional(),
  sections: z.array(sectionSchema).min(1),
  consistency: z.array(consistencySchema),
});
export type InstrumentContent = z.infer<typeof instrumentContent>;

/**
 * One frozen version of a questionnaire with all its questions (`resolveInstrument` reads a file that includes others). `id@version` names it for ever;
 * translations lie beside it and may be revised. What may be left out means, left out, what the first instruments meant: `instrument()` fills it.
 */
export const instrumentSchema = instrumentContent
  .superRefine((instrument, context) => {
    for (const message of problemsBetween(instrument)) context.addIssue({ code: 'custom', message });
  })
  .transform((content) => ({ ...content, key: `${content.id}@${content.version}` }));
export type FrozenInstrument = z.infer<typeof instrumentSchema>;
