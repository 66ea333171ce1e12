import { z } from 'zod';
import { verificationMethods } from '../instruments/question-schema.ts';

/**
 * How the first question of a row relates to the second; `scale` says whether yes to one means yes to the other.
 * `equal`: the same fact. `part`: the first is a part of the second, so its fault is one of the second, and the second in order puts the first in order.
 * `fault`: only the fault is passed on. `moot`: where the second is in order, the first does not apply.
 */
export const factRelations = ['equal', 'part', 'fault', 'moot'] as const;
export type FactRelation = (typeof factRelations)[number];
export const factScales = ['same', 'opposite'] as const;

const key = z.string().min(1);
const answerKey = z.union([z.literal('some'), z.string().regex(/^[a-z0-9-]+( [a-z0-9-]+)*$/)]);
export const sameFactsSchema = z.strictObject({
  source: z.string(),
  doubts: z.array(z.string()),
  /** First question, relation, second question, scale, reason. */
  rows: z.array(z.tuple([key, z.enum(factRelations), key, z.enum(factScales), z.string().min(20)])),
  /** A question that is in order where each of its parts is. */
  sums: z.array(z.strictObject({ whole: key, parts: z.array(key).min(1), reason: z.string().min(20) })),
  /** Conversions between scales that no rule makes: each answer that says something, and what it says. `some`: any other number above zero. */
  conversions: z.array(z.strictObject({ from: key, to: key, values: z.record(answerKey, z.string()), reason: z.string().min(20) })),
});
export type SameFacts = z.infer<typeof sameFactsSchema>;

/** Where on site an answer is looked for. */
export const sitePlaces = ['gate', 'office', 'production', 'storage', 'canteen', 'washrooms', 'first-aid', 'dormitory'] as const;
export type SitePlace = (typeof sitePlaces)[number];

export const whereAskedSchema = z.strictObject({
  source: z.string(),
  /** Methods of questions whose questionnaire names none, by section. */
  methods: z.record(key, z.array(z.enum(verificationMethods)).min(1)),
  /** Questions, points or sections by the place where they are looked at. */
  places: z.record(z.enum(sitePlaces), z.array(key)),
});
