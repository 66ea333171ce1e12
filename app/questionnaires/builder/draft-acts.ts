import {
  audiences,
  findingGrades,
  indicators,
  instrumentKinds,
  presenceFacts,
  questionTypes,
  relations,
  scaleTypes,
  verificationMethods,
} from '#scoring';
import { z } from 'zod';
import { askedKeys } from '~/suppliers/fields/definition/asked-fields';
import { translatable } from './draft';

/** A name sent several times is a list, once a word, never nothing. */
const listOf = <Word extends z.ZodType>(word: Word) =>
  z.preprocess((value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]), z.array(word));
const words = z
  .string()
  .transform((text) => text.replace(/\r\n/g, '\n').trim())
  .pipe(z.string().max(4000))
  .optional()
  .transform((text) => text ?? '');
const key = z.string().min(1).max(80);
const ticked = z
  .string()
  .optional()
  .transform((value) => value !== undefined);

/** What of a site calls for a question or section. */
const where = {
  whereCountries: listOf(z.string().regex(/^[A-Z]{2}$/)),
  whereSectors: listOf(z.string().regex(/^\d{2}$/)),
  whereFacts: listOf(z.enum(presenceFacts)),
};

/** What a form of the builder does to a draft. Fields that were left empty are empty words: a draft may be half written. */
export const draftActFields = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('save-instrument'),
    title: words,
    summary: words,
    owner: words,
    licence: words,
    source: words,
    audience: listOf(z.enum(audiences)),
    kind: z.enum(instrumentKinds),
  }),
  z.object({ intent: z.literal('add-section') }),
  z.object({ intent: z.literal('save-section'), section: key, title: words, summary: words, ...where }),
  z.object({ intent: z.literal('add-question'), section: key, after: key.optional() }),
  z.object({
    intent: z.literal('save-question'),
    question: key,
    section: key,
    type: z.enum(questionTypes),
    text: words,
    hint: words,
    whyWeAsk: words,
    typicalEvidence: words,
    clause: words,
    mayBeNotApplicable: ticked,
    point: key.optional(),
    parent: key.optional(),
    unless: listOf(z.string()),
    indicators: listOf(z.enum(indicators)),
    grade: z.enum(findingGrades).optional(),
    indicator: z.enum(indicators).optional(),
    verify: listOf(z.enum(verificationMethods)),
    nonCompliantWhen: z.enum(['yes', 'no']).optional(),
    zeroTolerance: ticked,
    options: words,
    ...where,
    facts: listOf(z.enum(askedKeys)),
  }),
  z.object({ intent: z.literal('move'), item: key, way: z.enum(['up', 'down']) }),
  z.object({ intent: z.literal('remove'), item: key }),
  z.object({ intent: z.literal('add-pair'), question: key, relation: z.enum(relations), target: key }),
  z.object({ intent: z.literal('remove-pair'), question: key, instrument: key, target: key }),
  z.object({ intent: z.literal('add-language'), locale: z.enum(translatable) }),
  z.object({ intent: z.literal('remove-language'), locale: z.enum(translatable) }),
  z.object({ intent: z.literal('translate'), locale: z.enum(translatable), words: z.record(z.string(), z.string().max(4000)) }),
  z.object({ intent: z.literal('save-scale'), scale: z.enum(scaleTypes), words: z.record(z.string(), z.string().max(400)) }),
]);
export type DraftAct = z.output<typeof draftActFields>;

/** A form's fields as `draftActFields` reads them: `word:PLACE` fields are gathered under `words`. */
export function actOfForm(form: FormData): Record<string, unknown> {
  const input: Record<string, unknown> = {};
  const gathered: Record<string, string> = {};
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value): value is string => typeof value === 'string');
    const [first] = values;
    if (name.startsWith('word:')) gathered[name.slice(5)] = (first ?? '').trim();
    else {
      const given = values.filter((value) => value !== '');
      if (given.length > 0) input[name] = given.length === 1 ? given[0] : given;
    }
  }
  return Object.keys(gathered).length > 0 ? { ...input, words: gathered } : input;
}
