import { z } from 'zod';
import { readEnteredDay } from '~/platform/forms/entered-day';
import { audiences } from './audience';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .transform((text, context) => {
    const date = new Date(`${text}T00:00:00Z`);
    if (readEnteredDay(text) !== undefined) return date;
    context.addIssue({ code: 'custom', message: 'no day' });
    return z.NEVER;
  });

/** A list of audiences: a form sends one as a string, several as a list, none as nothing. */
export const audienceField = z
  .union([z.array(z.enum(audiences)), z.enum(audiences).transform((one) => [one])])
  .default([])
  .transform((list) => [...new Set(list)]);

/** What is said of a file when it is sent. */
export const evidenceFields = z.object({
  question: z.string().min(1).max(50),
  audience: audienceField,
  validUntil: day.nullish().transform((value) => value ?? null),
});

/** What may be changed of a file later. */
export const evidenceChange = z.object({
  evidenceId: z.guid(),
  audience: audienceField,
  redactedAudience: audienceField,
  validUntil: day.nullish().transform((value) => value ?? null),
});
