import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { isLocale, type Locale } from '~/paraglide/runtime';
import { chainStatements, namedKinds, passedQuestions } from './states';

const words = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: () => m.cascade_long({ most }) });

/** What the form that names a party sends. */
export const nameFields = z
  .object({
    intent: z.literal('name'),
    kind: z.enum(namedKinds, { error: () => m.cascade_kind_missing() }),
    name: z.string({ error: () => m.cascade_name_missing() }).pipe(words(300).min(2, { error: () => m.cascade_name_missing() })),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    work: words(200).optional(),
    email: z
      .string()
      .trim()
      .toLowerCase()
      .pipe(z.email({ error: () => m.cascade_email_bad() }).max(320, { error: () => m.cascade_email_bad() }))
      .optional(),
    passOn: z.string().optional(),
    /** Left out, or none of ours: the language of the country. */
    locale: z.custom<Locale>(isLocale).optional().catch(undefined),
    questions: z.enum(passedQuestions).optional(),
  })
  .transform(({ passOn, ...entry }) => ({ ...entry, isPassedOn: passOn !== undefined }));
export type NameEntry = z.output<typeof nameFields>;

/** What the page of the chain can do beside. */
export const chainFields = z.discriminatedUnion('intent', [
  z.object({
    intent: z.literal('state'),
    statement: z.enum(chainStatements, { error: () => m.cascade_statement_missing() }),
    note: words(1000).optional(),
  }),
  z.object({ intent: z.literal('pass-on'), named: z.guid() }),
  z.object({ intent: z.literal('renew'), named: z.guid() }),
  z.object({ intent: z.literal('withdraw'), named: z.guid() }),
  z.object({ intent: z.literal('take-back'), named: z.guid() }),
]);
