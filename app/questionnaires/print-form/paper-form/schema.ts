import { z } from 'zod';
import { locales } from '~/paraglide/runtime';

/** A box to tick. `isTicked`: this is the answer; `skips`: what this answer skips, as text. */
const optionSchema = z.strictObject({ text: z.string(), isTicked: z.boolean(), skips: z.string().nullable() });
/** A place to write. `text`: the answer; `room` in characters: a number, a day, or lines. */
const fieldSchema = z.strictObject({
  label: z.string(),
  unit: z.string(),
  text: z.string().nullable(),
  room: z.enum(['number', 'day', 'lines']),
});
const questionSchema = z.strictObject({
  key: z.string(),
  text: z.string(),
  /** The language of the question text: English where it is not translated. */
  lang: z.string(),
  /** The meaning of its terms and of each answer; null without any. */
  help: z.string().nullable(),
  /** When it is not asked; null where it always is. */
  condition: z.string().nullable(),
  /** Its own reason; null where that of its point or section applies. */
  why: z.string().nullable(),
  evidence: z.string(),
  fields: z.array(fieldSchema),
  /** What the boxes are for: "Tick one box"; empty without boxes. */
  hint: z.string(),
  options: z.array(optionSchema),
  isInRow: z.boolean(),
  /** Shown where a copy has no answer. */
  missing: z.string().nullable(),
  /** The remark: its text, or null with space to write. A copy without a remark has none. */
  remark: z.strictObject({ label: z.string(), text: z.string().nullable() }).nullable(),
});
export type PaperQuestion = z.infer<typeof questionSchema>;

/** A questionnaire on paper with all printed text, in one language: shown by the page and printed by the PDF. */
export const paperFormSchema = z.strictObject({
  format: z.literal('paper-form/1'),
  locale: z.enum(locales),
  title: z.string().min(1),
  state: z.string(),
  /** The last day an answer was given; null on an empty form. */
  answeredOn: z.iso.date().nullable(),
  summary: z.string().nullable(),
  author: z.string(),
  /** The title block: a null is a line to write on. */
  about: z.array(z.strictObject({ label: z.string(), text: z.string().nullable() })),
  notes: z.array(z.strictObject({ title: z.string(), texts: z.array(z.string()) })),
  words: z.strictObject({ why: z.string(), evidence: z.string(), leftOut: z.string(), ticked: z.string() }),
  sections: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      summary: z.string(),
      /** Questions under a title of their own with its reason, or under none. `isTable`: they share their answers, and are the rows of one table. */
      groups: z.array(
        z.strictObject({
          title: z.string().nullable(),
          why: z.string().nullable(),
          isTable: z.boolean(),
          questions: z.array(questionSchema),
        }),
      ),
      leftOut: z.array(z.strictObject({ key: z.string(), text: z.string(), because: z.string() })),
    }),
  ),
  /** Who filled it in: lines to write on. */
  closing: z.array(z.string()),
});
export type PaperForm = z.infer<typeof paperFormSchema>;
