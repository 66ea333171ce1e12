import { z } from 'zod';
import { delphiDimensions, signWeights } from '../reference/sign-rows.ts';
import { lawTopics } from '../reference/law-questions.ts';
import { appliesToSchema } from './scope-schema.ts';
import { controlDomains, findingGrades, indicators } from '../vocabulary.ts';

/**
 * How a question is answered.
 * Controls, which may earn credit (R5). G4: 0 nothing, 1 now and then, 2 written, 3 written and working, 4 checked by others. YNP: yes, partly, no.
 * PCT: 0 to 100. RF: a red flag, yes is bad. PICK: one of several options, TICKS: any of them; each option has its credit. FACT: prefilled facts of the site,
 * not an answer.
 * For those who assess, never credit. NC: compliant or not. SIGN: a sign present, absent or unknown. REVIEW: met, partly, not met.
 * Gathered for the record, never counted: TEXT, NUMBER, DATE, CHOICE (one of `options`).
 */
export const questionTypes = [
  'G4',
  'YNP',
  'PCT',
  'RF',
  'PICK',
  'TICKS',
  'FACT',
  'NC',
  'SIGN',
  'REVIEW',
  'TEXT',
  'NUMBER',
  'DATE',
  'CHOICE',
] as const;
export type QuestionType = (typeof questionTypes)[number];
/** Types whose answers come from a scale of the instrument; PICK and TICKS have their options besides. */
export const scaleTypes = ['G4', 'YNP', 'PCT', 'RF', 'PICK', 'TICKS', 'NC', 'SIGN', 'REVIEW'] as const;
export type ScaleType = (typeof scaleTypes)[number];
export const controlTypes = ['G4', 'YNP', 'PCT', 'RF', 'PICK', 'TICKS'] as const;
export const optionTypes = ['PICK', 'TICKS'] as const;
export const gatheredTypes = ['TEXT', 'NUMBER', 'DATE', 'CHOICE'] as const;

/** Where a text comes from: S the ILO brochure, C a primary page, 2 a secondary source, M recalled and unconfirmed, D our own. */
export const provenanceTags = ['S', 'C', '2', 'M', 'D'] as const;
export const verificationMethods = ['documents', 'workers', 'management', 'worker-representatives', 'observation'] as const;
export type VerificationMethod = (typeof verificationMethods)[number];

export const wordsSchema = z.strictObject({ en: z.string().trim().min(1) });
export const answerWords = [
  'yes',
  'partial',
  'no',
  'none',
  'dont-know',
  'not-applicable',
  'compliant',
  'not-compliant',
  'not-assessed',
  'present',
  'absent',
  'unknown',
  'met',
  'not-met',
] as const;
export const answerLiteral = z.union([z.enum(answerWords), z.number()]);
/** An answer that a scale has a text for. */
export type AnswerWord = z.infer<typeof answerLiteral>;

/** Facts of a party that a FACT question shows; shares are 0 to 1, a ratio is 1 or more. */
export const factKeySchema = z.enum(['migrantShare', 'internalMigrantShare', 'agencyShare', 'peakRatio']);

/**
 * What is counted where a FACT question asks for people instead of shares: all, those of each group, and those at work in the month with most and with
 * fewest. The shares follow (`sharesOfPeople`).
 */
export const peopleKeys = ['all', 'foreign', 'internal', 'agency', 'busiest', 'quietest'] as const;
export type PeopleKey = (typeof peopleKeys)[number];

/**
 * An option; `value` is stored. `credit`, 0 to 1, is what picking it earns; of a list to tick what ticking it adds, which may be negative.
 */
export const optionSchema = z.strictObject({
  value: z.string().regex(/^[a-z0-9-]+$/),
  credit: z.number().min(-1).max(1).optional(),
  text: wordsSchema,
});
export type QuestionOption = z.infer<typeof optionSchema>;

/**
 * Not asked while the other question's answer is one of `unless`; such a question still counts, and earns nothing. Or asked only where one of `ticked` was, and
 * while that is not answered or not known; where none was, the question does not apply.
 */
const dependsOnSchema = z
  .strictObject({
    question: z.string(),
    unless: z.array(z.union([z.string(), z.number()])).default([]),
    ticked: z.array(z.string()).min(1).optional(),
  })
  .refine(({ unless, ticked }) => unless.length > 0 !== (ticked !== undefined), { error: 'a condition names answers or ticks' });

export const questionSchema = z
  .strictObject({
    key: z.string().regex(/^[A-Z0-9]+([.-][A-Za-z0-9]+)*$/),
    type: z.enum(questionTypes),
    text: wordsSchema,
    /** Shown with the question, to whoever answers: what its words mean, and what each answer means. */
    hint: wordsSchema.optional(),
    /** Omitted where the reason for its point or section applies to it too. */
    whyWeAsk: wordsSchema.optional(),
    typicalEvidence: wordsSchema,
    /** The control domain that an answer counts in; null for input facts and for whatever earns no credit. */
    domain: z.enum(controlDomains).nullable().optional(),
    /** Weight within its domain; nothing without one. */
    weight: z.number().min(0).max(3).optional(),
    mayBeNotApplicable: z.boolean(),
    dependsOn: dependsOnSchema.nullable(),
    /** What of a site calls for it; left out, it is asked everywhere. For instruments of one's own: the released ones have rules (`scope`). */
    appliesTo: appliesToSchema.optional(),
    indicators: z.array(z.enum(indicators)),
    clause: z.string().min(1).nullable(),
    provenance: z.enum(provenanceTags),
    /** The finding that a red flag answered yes, or a compliance question answered not compliant, raises. */
    raises: z
      .strictObject({ grade: z.enum(findingGrades), indicator: z.enum(indicators).nullable() })
      .nullable()
      .optional(),
    facts: z.array(z.strictObject({ key: factKeySchema, unit: z.enum(['share', 'ratio']), text: wordsSchema })).optional(),
    /** The people to count, all of `peopleKeys`; left out, the question asks for shares alone. */
    people: z
      .array(z.strictObject({ key: z.enum(peopleKeys), text: wordsSchema }))
      .length(peopleKeys.length)
      .optional(),
    /** The point of its section that it belongs to. */
    point: z.string().min(1).optional(),
    /** By what an assessor usually finds out. */
    verify: z.array(z.enum(verificationMethods)).min(1).optional(),
    /** Of a compliance question: the answer to its text that is not compliant. */
    nonCompliantWhen: z.enum(['yes', 'no']).optional(),
    /** A finding against it triggers the zero-tolerance protocol. */
    zeroTolerance: z.literal(true).optional(),
    /** Findings against it are published, somewhere: so known, or so recalled. */
    publicItem: z.enum(['known', 'recalled']).optional(),
    /** Of a sign: how the survey of 2009 judged it; left out where the set has no weights. */
    strength: z.enum(signWeights).optional(),
    dimension: z.enum(delphiDimensions).optional(),
    /** What a CHOICE or PICK is chosen from, and what TICKS ticks. */
    options: z.array(optionSchema).min(2).optional(),
    /** Of a PICK: the set of the instrument whose options it has. */
    set: z.string().optional(),
    /** Of TICKS: what is earned before anything is ticked, 0 to 1; 1 where ticks are bad. */
    base: z.number().min(0).max(1).optional(),
    /** Of a PICK: a row of the table that its point is. All rows have the same set. */
    layout: z.literal('row').optional(),
    /** Topics of national law whose requirements are shown beside it. */
    law: z.array(z.enum(lawTopics)).min(1).optional(),
  })
  .superRefine((question, context) => {
    const { key, type } = question;
    const say = (message: string) => context.addIssue({ code: 'custom', message: `${key}: ${message}` });
    const isControl = controlTypes.some((each) => each === type);
    if (!isControl && (question.domain ?? null) !== null) say('only a control has a domain');
    if ((type === 'FACT') !== (question.facts ?? []).length > 0) say('exactly the input facts name facts');
    if (question.people && type !== 'FACT') say('only input facts are counted in people');
    if (question.people && new Set(question.people.map((each) => each.key)).size < peopleKeys.length) say('people are counted twice');
    const raises = (question.raises ?? null) !== null;
    if (type === 'RF' && !raises) say('a red flag raises a finding');
    if (raises && type !== 'RF' && type !== 'NC') say('only a red flag or a compliance question raises a finding');
    if ((type === 'NC') !== (question.nonCompliantWhen !== undefined))
      say('exactly a compliance question says which answer is not compliant');
    if (type === 'NC' && question.verify === undefined) say('a compliance question says how it is verified');
    if (question.zeroTolerance && type !== 'NC') say('only a compliance question has the zero-tolerance mark');
    if (type !== 'SIGN' && (question.strength ?? question.dimension) !== undefined) say('only a sign has a strength and a dimension');
    if ((question.strength === undefined) !== (question.dimension === undefined)) say('strength and dimension go together');
    for (const problem of problemsOfOptions(question)) say(problem);
    if (gatheredTypes.some((each) => each === type) && question.mayBeNotApplicable) say('what is gathered may be left empty instead');
    if (question.provenance === 'M' && question.clause !== null) say('what is recalled names no clause: it is not printed as law');
  });
export type FrozenQuestion = z.infer<typeof questionSchema>;

type WithOptions = Pick<z.infer<typeof questionSchema>, 'type' | 'options' | 'set' | 'base' | 'layout' | 'point'>;

function problemsOfOptions({ type, options, set, base, layout, point }: WithOptions): string[] {
  const hasOptions = type === 'CHOICE' || type === 'TICKS' || (type === 'PICK' && set === undefined);
  return [
    ...(hasOptions === (options !== undefined) ? [] : ['exactly a choice, a list to tick, or a PICK without a set has options']),
    ...(set !== undefined && type !== 'PICK' ? ['only a PICK has a set'] : []),
    ...(base !== undefined && type !== 'TICKS' ? ['only a list to tick has a base'] : []),
    ...(layout !== undefined && (set === undefined || point === undefined) ? ['a row has a set, and a point whose table it is in'] : []),
    ...(type === 'CHOICE' && options?.some(({ credit }) => credit !== undefined) ? ['a choice earns no credit'] : []),
    ...(options ? problemsOfValues(options, type) : []),
  ];
}

/** What is wrong with the values of options: the scale's own answers are no options, and none is there twice. */
export function problemsOfValues(options: readonly QuestionOption[], type: QuestionType): string[] {
  const reserved = type === 'PICK' ? ['dont-know', 'not-applicable'] : type === 'TICKS' ? ['none', 'dont-know', 'not-applicable'] : [];
  const taken = options.find(({ value }) => reserved.includes(value));
  return [
    ...(new Set(options.map(({ value }) => value)).size === options.length ? [] : ['an option is there twice']),
    ...(taken ? [`${taken.value} is an answer of the scale`] : []),
  ];
}
