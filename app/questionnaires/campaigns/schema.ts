import { z } from 'zod';
import { isoDay } from '~/questionnaires/requests/schema';
import { m } from '~/paraglide/messages';
import { isLocale, type locales } from '~/paraglide/runtime';
import { allowances, mostReminders } from './states';

/** "-7, 3" → [-7, 3]: whole days from the due day, at most a year before or after, each once, in order. */
export function readReminderDays(text: string): number[] | null {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const days = parts.map(Number);
  if (days.length > mostReminders || days.some((day) => !Number.isInteger(day) || Math.abs(day) > 366)) return null;
  return [...new Set(days)].sort((a, b) => a - b);
}

/** What a draft of a campaign says beside whom it chooses. */
export const campaignFields = z
  .object({
    name: z
      .string({ error: () => m.campaigns_name_missing() })
      .trim()
      .min(1, { error: () => m.campaigns_name_missing() })
      .max(200, { error: () => m.campaigns_name_long() }),
    instrument: z.string({ error: () => m.campaigns_instrument_missing() }),
    locale: z.custom<(typeof locales)[number]>(isLocale, { error: () => m.requests_locale_bad() }),
    dueOn: isoDay.optional(),
    reminders: z
      .string()
      .optional()
      .transform((text, context) => {
        const days = readReminderDays(text ?? '');
        if (days) return days;
        context.addIssue({ code: 'custom', message: m.campaigns_reminders_bad({ most: mostReminders }) });
        return z.NEVER;
      }),
    message: z
      .string()
      .trim()
      .max(2000, { error: () => m.requests_message_long() })
      .optional(),
  })
  .refine(({ dueOn, reminders }) => reminders.length === 0 || dueOn !== undefined, {
    path: ['reminders'],
    error: () => m.campaigns_reminders_without_day(),
  });

/** The acts of a draft's check. */
export const checkActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('start') }),
  z.object({ intent: z.literal('delete') }),
  z.object({ intent: z.literal('take-out'), supplier: z.string() }),
  z.object({ intent: z.literal('take-in'), supplier: z.string() }),
  z.object({ intent: z.literal('allow'), allows: z.union([z.enum(allowances), z.array(z.enum(allowances))]).optional() }),
  z.object({ intent: z.literal('addresses'), addresses: z.string().max(2_000_000).optional() }),
]);

/** The acts of a campaign that goes on. */
export const campaignActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('remind-all') }),
  z.object({ intent: z.literal('remind-chosen'), chosen: z.union([z.guid(), z.array(z.guid()).max(500)]).optional() }),
  z.object({ intent: z.literal('cancel') }),
  z.object({ intent: z.literal('resume') }),
  z.object({ intent: z.literal('change-due'), dueOn: isoDay.optional() }),
  z.object({ intent: z.literal('close') }),
]);
