import { z } from 'zod';
import { controlDomains, findingGrades, indicators } from '../vocabulary.ts';

/** Scales of an answer. G4: 0 nothing, 1 now and then, 2 written, 3 written and working, 4 checked by others. PCT: 0 to 100. RF: a red flag, yes is bad. FACT: prefilled facts of the site, not an answer. */
export const questionTypes = ['G4', 'YNP', 'PCT', 'RF', 'FACT'] as const;
export type QuestionType = (typeof questionTypes)[number];

/** Where a text comes from: S the ILO brochure, C a primary page, 2 a secondary source, M recalled and unconfirmed, D our own. */
export const provenanceTags = ['S', 'C', '2', 'M', 'D'] as const;

const wordsSchema = z.strictObject({ en: z.string().min(1) });
export const answerWordSchema = z.enum(['yes', 'partial', 'no', 'dont-know', 'not-applicable']);

/** Facts of a party that a FACT question shows; shares are 0 to 1, a ratio is 1 or more. */
export const factKeySchema = z.enum(['migrantShare', 'internalMigrantShare', 'agencyShare', 'peakRatio']);

const answerLiteral = z.union([answerWordSchema, z.number()]);

export const questionSchema = z
  .strictObject({
    key: z.string().regex(/^[A-Z0-9]+(\.[A-Za-z0-9]+)+$/),
    type: z.enum(questionTypes),
    text: wordsSchema,
    whyWeAsk: wordsSchema,
    typicalEvidence: wordsSchema,
    /** The control domain that an answer counts in; null for input facts. */
    domain: z.enum(controlDomains).nullable(),
    /** Weight within its domain; nothing for input facts. */
    weight: z.number().min(0).max(3),
    mayBeNotApplicable: z.boolean(),
    /** Not asked while the other question's answer is one of `unless`. A question that is not asked earns nothing. */
    dependsOn: z.strictObject({ question: z.string(), unless: z.array(answerLiteral).min(1) }).nullable(),
    indicators: z.array(z.enum(indicators)),
    clause: z.string().min(1).nullable(),
    provenance: z.enum(provenanceTags),
    /** What a red flag answered yes raises. */
    raises: z.strictObject({ grade: z.enum(findingGrades), indicator: z.enum(indicators).nullable() }).nullable(),
    facts: z.array(z.strictObject({ key: factKeySchema, unit: z.enum(['share', 'ratio']), text: wordsSchema })),
  })
  .superRefine((question, context) => {
    const isFact = question.type === 'FACT';
    if (isFact !== (question.domain === null))
      context.addIssue({ code: 'custom', message: `${question.key}: exactly the input facts have no domain` });
    if (isFact !== question.facts.length > 0)
      context.addIssue({ code: 'custom', message: `${question.key}: exactly the input facts name facts` });
    if ((question.type === 'RF') !== (question.raises !== null))
      context.addIssue({ code: 'custom', message: `${question.key}: exactly the red flags raise a finding` });
  });
export type InstrumentQuestion = z.infer<typeof questionSchema>;

const sectionSchema = z.strictObject({
  key: z.string().min(1),
  title: wordsSchema,
  summary: wordsSchema,
  /** Share of the control score for display, of 100. It does not enter the score. */
  displayShare: z.number().min(0).max(100),
  provenance: z.enum(provenanceTags),
  questions: z.array(questionSchema).min(1),
});
export type InstrumentSection = z.infer<typeof sectionSchema>;

/**
 * Answers that do not go together. `void`: the control's answer earns nothing once the flag is yes, or an unverified finding shows the indicator.
 * `cap`: it counts at most `cap` (0 to 1) while the percentage is below `below`. `ceiling`: it counts at most as much as the percentage.
 */
export const consistencySchema = z.union([
  z.strictObject({
    code: z.string(),
    kind: z.literal('void'),
    control: z.string(),
    atLeast: z.number().min(0).max(1),
    flag: z.string(),
    text: wordsSchema,
  }),
  z.strictObject({
    code: z.string(),
    kind: z.literal('void'),
    control: z.string(),
    atLeast: z.number().min(0).max(1),
    indicator: z.enum(indicators),
    text: wordsSchema,
  }),
  z.strictObject({
    code: z.string(),
    kind: z.literal('cap'),
    control: z.string(),
    by: z.string(),
    below: z.number(),
    cap: z.number().min(0).max(1),
    text: wordsSchema,
  }),
  z.strictObject({ code: z.string(), kind: z.literal('ceiling'), control: z.string(), by: z.string(), text: wordsSchema }),
]);
export type ConsistencyRule = z.infer<typeof consistencySchema>;

const scaleSchema = z.array(z.strictObject({ value: answerLiteral, text: wordsSchema }));

/** One frozen version of a questionnaire. `key@version` names it for ever; translations lie beside it and may be revised. */
export const instrumentSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    title: wordsSchema,
    owner: z.string().min(1),
    licence: z.string().min(1),
    source: z.string().min(1),
    language: z.literal('en'),
    audience: z.array(z.enum(['supplier', 'member', 'auditor'])).min(1),
    scales: z.strictObject({ G4: scaleSchema, YNP: scaleSchema, PCT: scaleSchema, RF: scaleSchema }),
    sections: z.array(sectionSchema).min(1),
    consistency: z.array(consistencySchema),
  })
  .superRefine((instrument, context) => {
    const keys = instrument.sections.flatMap((section) => section.questions.map((question) => question.key));
    const known = new Set(keys);
    if (known.size !== keys.length) context.addIssue({ code: 'custom', message: 'a question key is there twice' });
    const named = [
      ...instrument.sections.flatMap((section) =>
        section.questions.flatMap((question) => (question.dependsOn ? [question.dependsOn.question] : [])),
      ),
      ...instrument.consistency.flatMap((rule) => [
        rule.control,
        ...('by' in rule ? [rule.by] : []),
        ...('flag' in rule ? [rule.flag] : []),
      ]),
    ];
    for (const key of named) if (!known.has(key)) context.addIssue({ code: 'custom', message: `${key} is named but not asked` });
  })
  .transform((content) => ({ ...content, key: `${content.id}@${content.version}` }));
export type Instrument = z.infer<typeof instrumentSchema>;

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
