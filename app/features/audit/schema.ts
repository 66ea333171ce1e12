import { z } from 'zod';
import { m } from '~/paraglide/messages';
import type { SampleRow } from './propose-sample';
import { announcements, auditTypes, declarations, sampleDimensions, teamParts } from './states';

const day = z
  .string({ error: () => m.audit_day_bad() })
  .refine((value) => z.iso.date().safeParse(value).success, { error: () => m.audit_day_bad() });
const words = (most: number) => z.string().trim().max(most).optional().default('');

/** What a plan of an audit says. */
export const planFields = z
  .object({
    supplier: z.string({ error: () => m.audit_supplier_missing() }),
    site: z.string().optional(),
    type: z.enum(auditTypes),
    announcement: z.enum(announcements),
    startsOn: day,
    endsOn: day,
    personDays: z
      .string()
      .optional()
      .transform((text) => (text === undefined ? null : Number(text.replace(',', '.'))))
      .refine((days) => days === null || (days > 0 && days <= 200), { error: () => m.audit_person_days_bad() }),
    paidBy: words(300),
    purpose: words(1000),
    contact: words(300),
    licences: words(500),
    previous: z.guid().optional(),
    checklists: z
      .union([z.string().transform((key) => [key]), z.array(z.string()).max(20)])
      .optional()
      .default([]),
    lead: z.guid({ error: () => m.audit_lead_missing() }),
  })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], error: () => m.audit_ends_before() });

/** "Nepali, Bengali" → each once. */
const languages = z
  .string()
  .optional()
  .transform((text) =>
    [
      ...new Set(
        (text ?? '')
          .split(/[,;]/)
          .map((part) => part.trim())
          .filter(Boolean),
      ),
    ].slice(0, 20),
  );

/** The acts of an audit's plan. */
export const planActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('put-on-team'), member: z.guid(), part: z.enum(teamParts), languages }),
  z.object({ intent: z.literal('take-off-team'), member: z.guid() }),
  z.object({
    intent: z.literal('declare'),
    declaration: z.enum(declarations, { error: () => m.audit_declare_lead() }),
    interest: words(1000),
  }),
  z.object({ intent: z.literal('sample'), sample: words(5000) }),
  z.object({ intent: z.literal('cancel'), reason: words(1000) }),
]);

/** The acts of its conclusion. */
export const endActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('conclude'), limits: words(4000), marksRest: z.literal('on').optional() }),
  z.object({ intent: z.literal('return'), reason: words(1000) }),
  z.object({ intent: z.literal('approve'), signsCount: z.literal('on').optional() }),
]);

/** Lines "shift: night = 6" as rows of the plan of interviews; the number of the first line that is none, with its text. */
export function readSampleLines(text: string): { rows: SampleRow[] } | { line: number; text: string } {
  const rows: SampleRow[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const found = /^\s*([a-z]+)\s*:\s*(.{1,60}?)\s*=\s*(\d{1,4})\s*$/iu.exec(line);
    const dimension = sampleDimensions.find((each) => each === found?.[1]?.toLowerCase());
    if (!found || !dimension) return { line: index + 1, text: line.trim().slice(0, 80) };
    rows.push({ dimension, value: found[2] ?? '', people: Number(found[3]) });
  }
  return { rows };
}

/** The plan of interviews as it lies in the database. */
export const samplePlanSchema = z.object({
  interviews: z.number(),
  rows: z.array(z.object({ dimension: z.enum(sampleDimensions), value: z.string(), people: z.number() })),
  unknown: z.array(z.enum(sampleDimensions)),
});
