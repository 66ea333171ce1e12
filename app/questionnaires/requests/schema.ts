import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { comingDay } from '~/platform/forms/entered-day';
import { isLocale, type locales } from '~/paraglide/runtime';

/** The day by which answers are due. */
export const isoDay = comingDay(() => m.responses_new_due_bad());

const address = z
  .string({ error: () => m.requests_email_bad() })
  .trim()
  .toLowerCase()
  .pipe(z.email({ error: () => m.requests_email_bad() }).max(320, { error: () => m.requests_email_bad() }));

/** What a form that asks one supplier sends. An empty address: the requester passes the link on. */
export const askFields = z.object({
  supplier: z.string({ error: () => m.responses_new_choose() }),
  instrument: z.string(),
  dueOn: isoDay.optional(),
  locale: z.custom<(typeof locales)[number]>(isLocale, { error: () => m.requests_locale_bad() }),
  email: address.optional(),
  message: z
    .string()
    .trim()
    .max(2000, { error: () => m.requests_message_long() })
    .optional(),
});

/** The acts of a request's page. */
export const requestActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('renew') }),
  z.object({ intent: z.literal('remind') }),
  z.object({ intent: z.literal('withdraw') }),
  z.object({ intent: z.literal('mark-bounced') }),
  z.object({ intent: z.literal('correct-address'), email: address }),
  z.object({ intent: z.literal('revoke-device'), deviceId: z.guid() }),
  z.object({
    intent: z.literal('question-back'),
    reason: z
      .string({ error: () => m.responses_refused_reason_missing() })
      .trim()
      .min(3, { error: () => m.responses_refused_reason_missing() })
      .max(1000),
  }),
]);
