import { z } from 'zod';
import { m } from '~/paraglide/messages';
import { type DayBounds, comingDayBounds, dayBounds, pastDayBounds } from '~/ui/day-bounds';

/** Whether a day can be meant. */
export const isEnteredDay = (day: string, bounds: DayBounds = dayBounds): boolean => day >= bounds.earliest && day <= bounds.latest;

/** The sentence for a day out of bounds, which names their years. */
export const dayImpossible = ({ earliest, latest }: DayBounds = dayBounds): string =>
  m.shell_day_impossible({ from: earliest.slice(0, 4), to: latest.slice(0, 4) });

/** A date that a person enters, YYYY-MM-DD: one that exists (`error` says what to enter), of the years that can be meant. */
export const enteredDay = (error: () => string) =>
  z.string({ error }).refine((typed) => readEnteredDay(typed) !== undefined, { error: ({ input }) => dayFault(input, error) });

/** The same for a form that is read field by field; undefined for any other text. */
export const readEnteredDay = (typed: unknown, bounds: DayBounds = dayBounds): string | undefined => {
  const day = z.iso.date().safeParse(typed).data;
  return day !== undefined && isEnteredDay(day, bounds) ? day : undefined;
};

/** Why `readEnteredDay` took nothing. @param error what to enter where there is no date at all */
export const dayFault = (typed: unknown, error: () => string, bounds: DayBounds = dayBounds): string =>
  z.iso.date().safeParse(typed).success ? dayImpossible(bounds) : error();

/** A date that reports what has happened: as `enteredDay`, and not after today. A date that is planned or an expiry is an `enteredDay`, one by which something is due a `comingDay`. */
export const pastDay = (error: () => string) =>
  z.string({ error }).refine((typed) => readPastDay(typed) !== undefined, { error: ({ input }) => pastDayFault(input, error) });

/** The same for a form that is read field by field. */
export const readPastDay = (typed: unknown, now: Date = new Date()): string | undefined => readEnteredDay(typed, pastDayBounds(now));

/** Why `readPastDay` took nothing. */
export const pastDayFault = (typed: unknown, error: () => string, now: Date = new Date()): string => {
  const bounds = pastDayBounds(now);
  const day = z.iso.date().safeParse(typed).data;
  return day !== undefined && day > bounds.latest ? m.shell_day_future() : dayFault(typed, error, bounds);
};

/** A date by which something that is asked now is due: as `enteredDay`, and not before today. */
export const comingDay = (error: () => string) =>
  z.string({ error }).refine((typed) => readComingDay(typed) !== undefined, { error: ({ input }) => comingDayFault(input, error) });

/** The same for a form that is read field by field. */
export const readComingDay = (typed: unknown, now: Date = new Date()): string | undefined => readEnteredDay(typed, comingDayBounds(now));

/** Why `readComingDay` took nothing. */
export const comingDayFault = (typed: unknown, error: () => string, now: Date = new Date()): string => {
  const bounds = comingDayBounds(now);
  const day = z.iso.date().safeParse(typed).data;
  return day !== undefined && day < bounds.earliest ? m.shell_day_gone() : dayFault(typed, error, bounds);
};
