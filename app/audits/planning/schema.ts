import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { latinDigits } from '~/platform/forms/latin-digits';
import type { SampleRow } from './propose-sample';
import { fixedGroups, mostSampleRows, sampleFields } from './sample-fields';
import { announcements, auditTypes, declarations, mostLanguages, sampleDimensions, teamParts } from './states';

const words = (most: number) => z.string().trim().max(most).optional().default('');

/** A day on which an audit can take place: since 2000, and at most five years ahead. */
const auditDay = z.iso
  .date({ error: () => m.audits_day_bad(), abort: true })
  .refine((value) => value >= '2000-01-01' && value <= yearsAhead(5), { error: () => m.audits_day_impossible() });
const yearsAhead = (years: number): string => {
  const now = new Date(Date.now());
  return new Date(Date.UTC(now.getUTCFullYear() + years, now.getUTCMonth(), now.getUTCDate())).toISOString().slice(0, 10);
};

/** Dates and terms, as planned and as changed later. */
const termFields = {
  announcement: z.enum(announcements),
  startsOn: auditDay,
  endsOn: auditDay,
  personDays: z
    .string()
    .optional()
    .transform((text) => (text === undefined ? null : Number(text.replace(',', '.'))))
    .refine((days) => days === null || (days > 0 && days <= 200), { error: () => m.audits_person_days_bad() }),
  paidBy: words(300),
  purpose: words(1000),
  contact: words(300),
  licences: words(500),
};
const inOrder = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) => endsOn >= startsOn;
const isOneVisit = ({ startsOn, endsOn }: { startsOn: string; endsOn: string }) =>
  endsOn < startsOn || Date.parse(endsOn) - Date.parse(startsOn) <= 60 * 86_400_000;

/** The fields of an audit plan. */
export const planFields = z
  .object({
    supplier: z.string({ error: () => m.audits_supplier_missing() }),
    site: z.string().optional(),
    type: z.enum(auditTypes),
    ...termFields,
    previous: z.guid().optional(),
    checklists: z
      .union([z.string().transform((key) => [key]), z.array(z.string()).max(20)])
      .optional()
      .default([]),
    lead: z.guid({ error: () => m.audits_lead_missing() }),
  })
  .refine(inOrder, { path: ['endsOn'], error: () => m.audits_ends_before() })
  .refine(isOneVisit, { path: ['endsOn'], error: () => m.audits_too_long() });

const changedTerms = z
  .object({ intent: z.literal('terms'), ...termFields })
  .refine(inOrder, { path: ['endsOn'], error: () => m.audits_ends_before() })
  .refine(isOneVisit, { path: ['endsOn'], error: () => m.audits_too_long() });
export type AuditTerms = Omit<z.output<typeof changedTerms>, 'intent'>;

/** Languages that were chosen, each once. */
const languages = z
  .union([z.string().transform((code) => [code]), z.array(z.string())])
  .optional()
  .transform((codes) => [...new Set(codes)].slice(0, mostLanguages));

/** The acts of an audit's plan. */
export const planActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('put-on-team'), member: z.guid(), part: z.enum(teamParts), languages, explanation: words(500) }),
  z.object({ intent: z.literal('take-off-team'), member: z.guid() }),
  z.object({
    intent: z.literal('declare'),
    declaration: z.enum(declarations, { error: () => m.audits_declare_lead() }),
    interest: words(1000),
  }),
  z.object({ intent: z.literal('sample') }),
  changedTerms,
  z.object({ intent: z.literal('cancel'), reason: words(1000) }),
]);

/** The acts of its conclusion. */
export const endActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('conclude'), limits: words(4000), marksRest: z.literal('on').optional() }),
  z.object({ intent: z.literal('return'), reason: words(1000) }),
  z.object({ intent: z.literal('approve'), signsCount: z.literal('on').optional() }),
]);

/** The interview plan as submitted, or its problems by field. A row without people is not planned; each group appears once. */
export function readSampleForm(form: FormData): { rows: SampleRow[] } | { errors: Record<string, string[]> } {
  const rows: SampleRow[] = [];
  const errors: Record<string, string[]> = {};
  const sent = (name: string) => String(form.get(name) ?? '').trim();
  for (const dimension of sampleDimensions)
    for (let row = 0; row < mostSampleRows; row += 1) {
      const names = sampleFields(dimension, row);
      const [value, typed] = [sent(names.value), latinDigits(sent(names.people))];
      if (typed === '' && (value === '' || dimension in fixedGroups)) continue;
      if (typed === '') errors[names.people] = [m.audits_sample_people_missing()];
      else if (!/^\d{1,4}$/.test(typed)) errors[names.people] = [m.audits_sample_people_bad()];
      else if (value === '' || value.length > 60) errors[names.value] = [m.audits_sample_group_missing()];
      else if (rows.some((other) => other.dimension === dimension && other.value === value))
        errors[names.value] = [m.audits_sample_group_twice()];
      else if (Number(typed) > 0) rows.push({ dimension, value, people: Number(typed) });
    }
  return Object.keys(errors).length > 0 ? { errors } : { rows };
}

/** The interview plan as stored. */
export const samplePlanSchema = z.object({
  interviews: z.number(),
  rows: z.array(
    z.object({
      ...{ dimension: z.enum(sampleDimensions), value: z.string(), people: z.number() },
      /** Absent in older plans. */
      isTooSmall: z.literal(true).optional(),
    }),
  ),
  unknown: z.array(z.enum(sampleDimensions)),
});
