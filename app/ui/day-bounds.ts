export type DayBounds = { earliest: string; latest: string };

/** Days that a person can mean by a date that is typed: nothing that the software keeps is older, and no deadline is later. */
export const dayBounds: DayBounds = { earliest: '1950-01-01', latest: '2099-12-31' };

/** The same for a date that a questionnaire asks for, which may be when a company was founded. */
export const answerDayBounds: DayBounds = { earliest: '1800-01-01', latest: dayBounds.latest };

/** The zone in which a day begins first (UTC+14). */
const hoursAhead = 14;

/** The same for a date that reports what has happened: none after today. Today has begun as soon as it has anywhere, since people enter dates in zones of their own. */
export const pastDayBounds = (now: Date = new Date()): DayBounds => ({
  earliest: dayBounds.earliest,
  latest: new Date(now.getTime() + hoursAhead * 3_600_000).toISOString().slice(0, 10),
});

/** The zone in which a day ends last (UTC-12). */
const hoursBehind = 12;

/** The same for a date by which something is due: none before today. Today lasts as long as it does anywhere. */
export const comingDayBounds = (now: Date = new Date()): DayBounds => ({
  earliest: new Date(now.getTime() - hoursBehind * 3_600_000).toISOString().slice(0, 10),
  latest: dayBounds.latest,
});
