import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { enteredDay } from '~/platform/forms/entered-day';
import { languageCodes } from '~/ui/format';
import { absenceKinds, credentialKinds } from './lists';

const needed = (most: number, error: () => string) => z.string({ error }).trim().min(1, { error }).max(most);
const day = enteredDay(() => m.audits_day_bad());
const someOf = (known: (code: string) => boolean) =>
  z
    .union([z.string().transform((code) => [code]), z.array(z.string()).max(60)])
    .optional()
    .default([])
    .transform((codes) => [...new Set(codes)].filter(known));

const credential = z
  .object({
    intent: z.literal('add-credential'),
    kind: z.enum(credentialKinds, { error: () => m.auditors_kind_missing() }),
    number: needed(100, () => m.auditors_number_missing()),
    issuer: needed(200, () => m.auditors_issuer_missing()),
    validFrom: day.optional().transform((given) => given ?? null),
    validUntil: day,
    languages: someOf((code) => languageCodes.includes(code)),
    countries: someOf((code) => /^[A-Z]{2}$/.test(code)),
  })
  .refine(({ validFrom, validUntil }) => validFrom === null || validUntil >= validFrom, {
    path: ['validUntil'],
    error: () => m.audits_ends_before(),
  });

/** The acts on the page of an auditor. */
export const auditorActs = z.discriminatedUnion('intent', [
  credential,
  z.object({ intent: z.literal('remove-credential'), credential: z.guid() }),
  z
    .object({ intent: z.literal('add-absence'), absence: z.enum(absenceKinds), startsOn: day, endsOn: day })
    .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], error: () => m.audits_ends_before() }),
  z.object({ intent: z.literal('remove-absence'), absence: z.guid() }),
]);
