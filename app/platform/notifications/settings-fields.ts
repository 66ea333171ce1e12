import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { notificationKinds } from './notification-events';
import { deliveries, isTimeZone, type NotificationSettings } from './notification-settings';

const choice = z.enum(deliveries, { error: () => m.notifications_problem_choice() });
const clock = z
  .string()
  .trim()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: () => m.notifications_problem_time() })
  .optional();

/** The form of the settings; a field for each kind is named `delivery-<kind>`. */
export const settingsFields = z
  .object({
    ...(Object.fromEntries(notificationKinds.map((kind) => [`delivery-${kind}`, choice])) as Record<
      `delivery-${(typeof notificationKinds)[number]}`,
      typeof choice
    >),
    isMailOff: z.string().optional(),
    quietFrom: clock,
    quietUntil: clock,
    timeZone: z.string({ error: () => m.notifications_problem_zone() }).refine(isTimeZone, { error: () => m.notifications_problem_zone() }),
    digestHour: z.coerce
      .number({ error: () => m.notifications_problem_choice() })
      .int()
      .min(0)
      .max(23),
  })
  .refine(({ quietFrom, quietUntil }) => (quietFrom === undefined) === (quietUntil === undefined), {
    path: ['quietUntil'],
    error: () => m.notifications_problem_quiet(),
  })
  .transform(
    (fields): NotificationSettings => ({
      isMailOff: fields.isMailOff !== undefined,
      deliveries: Object.fromEntries(
        notificationKinds.map((kind) => [kind, fields[`delivery-${kind}`]]),
      ) as NotificationSettings['deliveries'],
      quietFrom: fields.quietFrom ?? null,
      quietUntil: fields.quietUntil ?? null,
      timeZone: fields.timeZone,
      digestHour: fields.digestHour,
    }),
  );
