import { reportedFields } from '~/suppliers/fields/reported/reported-facts';
import { memberLocales } from '~/locales/member-locales';
import { factValueSchema } from '~/suppliers/fields/reported/fact-value';
import { z } from 'zod';
import {
  bandSchema,
  controlDomains,
  evidenceGradeSchema,
  findingGradeSchema,
  findingStatusSchema,
  overrideCodes,
  ruleIds,
  type TraceNode,
} from '#scoring';

export const isoDate = z.iso.date();
export const hex64 = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 3166-1 alpha-2, `XK` for Kosovo. */
const country = z.string().regex(/^[A-Z]{2}$/);
export const points = z.number();

/** Where a fact was read. */
export const reportSourceSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('file'), fileName: z.string().min(1), sha256: hex64, rowNumber: z.int().min(1) }),
  z.strictObject({ kind: z.literal('entered'), on: isoDate }),
  z.strictObject({ kind: z.literal('answer'), instrument: z.string().min(1), question: z.string().min(1) }),
]);
export type ReportSource = z.infer<typeof reportSourceSchema>;

export const factSchema = z.strictObject({ field: z.enum(reportedFields), value: factValueSchema, source: z.int().min(1).nullable() });

/** A value of the question's scale, a number, or free input: a text, an ISO date, an option. */
export const answerValueSchema = z.union([z.string(), z.number()]);

export const reportQuestionSchema = z.strictObject({
  code: z.string().min(1),
  text: z.string().min(1),
  /** The question of the table that it is a row of. */
  table: z.strictObject({ code: z.string().min(1), title: z.string().min(1) }).optional(),
  /** Null: asked and not answered; or not asked, when `closedBy` names the question whose answer closed it or `leftOut` says why. */
  answer: z
    .strictObject({
      value: answerValueSchema,
      text: z.string(),
      evidence: evidenceGradeSchema,
      answeredOn: isoDate,
      note: z.string().optional(),
      /** SHA-256 of each supporting file, whatever its audience; never a name. */
      files: z.array(z.string().regex(/^[0-9a-f]{64}$/)).optional(),
    })
    .nullable(),
  closedBy: z.string().optional(),
  /** Why facts ruled it out, so that it was not asked. */
  leftOut: z.string().optional(),
});
export type ReportQuestion = z.infer<typeof reportQuestionSchema>;

export const reportQuestionnaireSchema = z.strictObject({
  /** `ilo-ten-principles@1.0.0`. */
  instrument: z.string().min(1),
  title: z.string().min(1),
  licence: z.string().min(1),
  source: z.string().min(1),
  /** State of the wording in the report's language. */
  wording: z.enum(['original', 'drafted', 'reviewed']),
  submittedOn: isoDate.nullable(),
  sections: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), questions: z.array(reportQuestionSchema) })),
});
export type ReportQuestionnaire = z.infer<typeof reportQuestionnaireSchema>;

export const reportFindingSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  grade: findingGradeSchema,
  status: findingStatusSchema,
  evidence: evidenceGradeSchema,
  clause: z.string().optional(),
  question: z.string().optional(),
  foundOn: isoDate.optional(),
  /** People concerned; null = not known. */
  people: factValueSchema.nullable(),
  /** Points of the findings uplift that come from this finding. */
  points: points.nullable(),
});

export const reportTableSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  vintage: z.string().min(1),
  producer: z.string().min(1),
  citation: z.string().min(1),
  published: z.string().nullable(),
  accessed: z.string(),
  licence: z.string().min(1),
  url: z.string().nullable(),
});
export type ReportTable = z.infer<typeof reportTableSchema>;

const parameterSchema = z.object({ id: z.string(), effectiveFrom: isoDate, reason: z.string(), source: z.string() });
/** A dated number as it was used; `value` is JSON where it is more than one number. */
export const usedParameterSchema = parameterSchema.extend({ value: z.union([z.number(), z.string(), z.null()]), unit: z.string() });

export const traceNodeSchema: z.ZodType<TraceNode> = z.lazy(() =>
  z.object({
    id: z.string(),
    rule: z.enum(ruleIds),
    label: z.string(),
    value: z.union([z.number(), z.string(), z.null()]),
    unit: z.string().optional(),
    inputs: z.array(traceNodeSchema).optional(),
    parameter: parameterSchema.optional(),
    reference: z
      .object({
        table: z.string(),
        vintage: z.string(),
        row: z.string(),
        confidence: z.enum(['confirmed', 'derived', 'memory']),
        producer: z.string(),
        licence: z.string(),
        own: z.string().optional(),
      })
      .optional(),
    fact: z.object({ field: z.string(), source: z.string().optional() }).optional(),
    unknown: z.string().optional(),
  }),
);

/** A critical override as it was. `since` null: a finding behind it had no date. */
export const overrideSchema = z.object({
  code: z.enum(overrideCodes),
  floor: points,
  state: z.enum(['in-force', 'lifted', 'not-yet']),
  since: isoDate.nullable(),
  lifted: z.object({ liftedOn: isoDate }).optional(),
});
export type OverrideInReport = z.infer<typeof overrideSchema>;

export const linesSchema = z.object({ inherent: points, controlCredit: points, findingsUplift: points, overrideUplift: points });

/** What controls, findings and answers that do not agree did to a score. */
export const controlsShape = {
  domains: z.array(
    z.object({
      domain: z.enum(controlDomains),
      label: z.string(),
      weight: z.number(),
      effectiveness: z.number(),
      credit: points,
      questions: z.int(),
      answered: z.int(),
    }),
  ),
  findings: z.array(z.object({ id: z.string(), points, share: z.number() })),
  contradictions: z.array(z.object({ code: z.string(), questions: z.array(z.string()), text: z.string() })),
};

/** What to do first, of every version of the method but for facts. */
export const findingAct = z.strictObject({
  kind: z.literal('finding'),
  id: z.string(),
  title: z.string(),
  grade: findingGradeSchema,
  status: findingStatusSchema,
});
export const contradictionAct = z.strictObject({ kind: z.literal('contradiction'), questions: z.array(z.string()), text: z.string() });
export const controlAct = z.strictObject({
  kind: z.literal('control'),
  domain: z.enum(controlDomains),
  weight: z.number(),
  effectiveness: z.number(),
});
export const questionnaireAct = z.strictObject({ kind: z.literal('questionnaire') });

/** What a report prints beside the score, whichever method made that. */
export const contentShape = {
  locale: z.enum(memberLocales),
  preparedAt: z.iso.datetime(),
  organization: z.strictObject({ name: z.string().min(1) }),
  supplier: z.strictObject({
    name: z.string().min(1),
    publicId: z.string().min(1),
    country: country.nullable(),
    sites: z.array(
      z.strictObject({ name: z.string(), address: z.string().optional(), country: country.nullable(), activity: z.string().optional() }),
    ),
  }),
  facts: z.array(factSchema),
  /** Facts point here by position, counted from 1. */
  sources: z.array(reportSourceSchema),
  questionnaire: reportQuestionnaireSchema.nullable(),
  /** The score before this one, whichever method made it. */
  previous: z.strictObject({ score: z.number(), asOf: isoDate, engineVersion: z.string(), band: bandSchema }).nullable(),
  findings: z.array(reportFindingSchema),
  tables: z.array(reportTableSchema),
  parameters: z.array(usedParameterSchema),
  trace: traceNodeSchema,
  /** Address under which the hash can be checked, ending in `/verify`; null where the site has no public address. */
  verifyAt: z.url().nullable(),
  hash: hex64,
};
