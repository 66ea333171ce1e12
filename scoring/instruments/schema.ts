import { z } from 'zod';
import { complianceClusters } from '../reference/compliance-rows.ts';
import { evidenceGrades, indicators } from '../vocabulary.ts';
import { appliesToSchema } from './scope-schema.ts';
import { choicesOf } from './choices.ts';
import {
  answerLiteral,
  controlTypes,
  type FrozenQuestion,
  provenanceTags,
  questionSchema,
  scaleTypes,
  wordsSchema,
} from './question-schema.ts';

const pointSchema = z.strictObject({
  key: z.string().min(1),
  title: wordsSchema,
  whyWeAsk: wordsSchema,
  provenance: z.enum(provenanceTags),
});

const sectionSchema = z.strictObject({
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
 * Answers that do not go together. `void`: the control's answer earns nothing once the flag is yes, or an unverified finding shows the indicator.
 * `cap`: it counts at most `cap` (0 to 1) while the percentage is below `below`. `ceiling`: it counts at most as much as the percentage.
 */
const ruleSchema = z.strictObject({ code: z.string(), control: z.string(), text: wordsSchema });
const voidSchema = ruleSchema.extend({ kind: z.literal('void'), atLeast: z.number().min(0).max(1) });
export const consistencySchema = z.union([
  voidSchema.extend({ flag: z.string() }),
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

/**
 * One frozen version of a questionnaire, as it lies in its file. `id@version` names it for ever; translations lie beside it and may be revised.
 * What may be left out means, left out, what the first instruments meant: `instrument()` fills it.
 */
export const instrumentSchema = z
  .strictObject({
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
    sections: z.array(sectionSchema).min(1),
    consistency: z.array(consistencySchema),
  })
  .superRefine((instrument, context) => {
    for (const message of problemsOf(instrument)) context.addIssue({ code: 'custom', message });
  })
  .transform((content) => ({ ...content, key: `${content.id}@${content.version}` }));
export type FrozenInstrument = z.infer<typeof instrumentSchema>;

type Given = Omit<FrozenInstrument, 'key'>;

/** What is wrong between the questions of an instrument; each alone is right by its own schema. */
function problemsOf(instrument: Given): string[] {
  const questions = instrument.sections.flatMap((section) => section.questions);
  const known = new Set(questions.map(({ key }) => key));
  const named = instrument.consistency.flatMap((rule) => [
    rule.control,
    ...('by' in rule ? [rule.by] : []),
    ...('flag' in rule ? [rule.flag] : []),
  ]);
  return [
    ...(known.size === questions.length ? [] : ['a question key is there twice']),
    ...named.filter((key) => !known.has(key)).map((key) => `${key} is named but not asked`),
    ...questions.flatMap((question, index) => problemsOfCondition(question, questions.slice(0, index))),
    ...questions.flatMap((question) => problemsOfCredit(question, instrument.scores ?? true)),
    ...questions.flatMap((question) => problemsOfScale(question, instrument)),
    ...instrument.sections.flatMap(problemsOfPoints),
    ...problemsOfEvidence(instrument.evidenceFrom, questions),
  ];
}

function problemsOfEvidence(key: string | undefined, questions: readonly FrozenQuestion[]): string[] {
  if (key === undefined) return [];
  const grades = questions.find((each) => each.key === key)?.options;
  const isGrade = (value: string) => evidenceGrades.some((grade) => grade === value);
  return grades?.every(({ value }) => isGrade(value)) ? [] : [`${key} is no choice between evidence grades`];
}

function problemsOfCondition({ key, dependsOn }: FrozenQuestion, before: readonly FrozenQuestion[]): string[] {
  if (!dependsOn) return [];
  const parent = before.find((each) => each.key === dependsOn.question);
  if (!parent) return [`${key} depends on ${dependsOn.question}, which is not asked before it`];
  const possible: readonly (string | number)[] = choicesOf(parent);
  return dependsOn.unless.filter((value) => !possible.includes(value)).map((value) => `${key}: ${parent.key} is never answered ${value}`);
}

function problemsOfCredit({ key, type, domain = null }: FrozenQuestion, scores: boolean): string[] {
  if (!controlTypes.some((each) => each === type)) return [];
  return scores === (domain !== null) ? [] : [`${key}: a control has a domain exactly where the instrument scores`];
}

function problemsOfScale(question: FrozenQuestion, { scales }: Given): string[] {
  const type = scaleTypes.find((each) => each === question.type);
  if (type === undefined) return [];
  const worded = scales[type]?.map(({ value }) => value) ?? [];
  return choicesOf(question)
    .filter((value) => !worded.some((each) => each === value))
    .map((value) => `${question.key}: the scale ${type} has no words for ${value}`);
}

function problemsOfPoints({ key, points, questions }: Given['sections'][number]): string[] {
  const places = questions.flatMap(({ point }) => (point === undefined ? [] : [points?.findIndex((each) => each.key === point) ?? -1]));
  const without = points && questions.find(({ point, type }) => point === undefined && ['NC', 'SIGN', 'REVIEW'].includes(type));
  return [
    ...(places.includes(-1) ? [`${key}: a question names a point that the section does not have`] : []),
    ...(places.some((place, index) => place < (places[index - 1] ?? 0))
      ? [`${key}: its questions are not in the order of its points`]
      : []),
    ...(without ? [`${without.key} names no point`] : []),
    ...(points ?? []).filter((point) => !questions.some((each) => each.point === point.key)).map((point) => `${point.key} asks nothing`),
  ];
}
