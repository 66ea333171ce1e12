import { z } from 'zod';
import { type NotificationKind, notificationKinds } from './notification-events';

/** off: not at all. product: on the page of notifications. The others by email too. */
export const deliveries = ['off', 'product', 'digest', 'at-once'] as const;
export type Delivery = (typeof deliveries)[number];

/** What concerns a person directly comes at once, the rest once a day. */
const usual: Record<NotificationKind, Delivery> = {
  assignment: 'at-once',
  mention: 'at-once',
  deadline: 'digest',
  alert: 'digest',
  submission: 'digest',
  reply: 'digest',
  report: 'product',
  score: 'digest',
  follow: 'digest',
};

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const settingsSchema = z.object({
  isMailOff: z.boolean().default(false),
  deliveries: z
    .partialRecord(z.enum(notificationKinds), z.enum(deliveries))
    .default({})
    .transform((chosen) => ({ ...usual, ...chosen })),
  /** No letter is sent between these times of day, in the member's time zone; both null without quiet hours. */
  quietFrom: clock.nullable().default('20:00'),
  quietUntil: clock.nullable().default('07:00'),
  timeZone: z.string().refine(isTimeZone).default('UTC'),
  /** The hour from which the daily digest is sent. */
  digestHour: z.number().int().min(0).max(23).default(7),
});
const zoneSchema = z.object({ timeZone: z.string().refine(isTimeZone) });
export type NotificationSettings = z.infer<typeof settingsSchema>;

/** The settings of a member as they are stored; what was never set has its usual value. */
export const readSettings = (stored: unknown): NotificationSettings => settingsSchema.parse(stored ?? {});

/** The time zone that a member chose; null before the settings were first saved. */
export const chosenZone = (stored: unknown): string | null => zoneSchema.safeParse(stored).data?.timeZone ?? null;

/** The kinds that a member wants to see. */
export const shownKinds = (settings: NotificationSettings): NotificationKind[] =>
  notificationKinds.filter((kind) => settings.deliveries[kind] !== 'off');

/** Day and time of day of a moment in a time zone: "2026-03-02", "07:30". */
export function localTime(moment: Date, timeZone: string): { day: string; time: string } {
  const parts = new Intl.DateTimeFormat('en-CA', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  }).formatToParts(moment);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? '';
  return { day: `${part('year')}-${part('month')}-${part('day')}`, time: `${part('hour')}:${part('minute')}` };
}

/** Whether letters wait now. Quiet hours may pass midnight; the same time twice is no quiet hour. */
export function isQuiet({ quietFrom, quietUntil, timeZone }: NotificationSettings, now: Date): boolean {
  if (quietFrom === null || quietUntil === null) return false;
  const { time } = localTime(now, timeZone);
  return quietFrom <= quietUntil ? time >= quietFrom && time < quietUntil : time >= quietFrom || time < quietUntil;
}

/** Whether the digest of the member's day is to be sent: from its hour on, once a day, and not in quiet hours. */
export function isDigestDue(settings: NotificationSettings, lastDigestOn: string | null, now: Date): boolean {
  const { day, time } = localTime(now, settings.timeZone);
  return lastDigestOn !== day && time >= `${String(settings.digestHour).padStart(2, '0')}:00` && !isQuiet(settings, now);
}
