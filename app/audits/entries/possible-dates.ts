import { type EntryKind, entryValues } from './entries';

/** Days on which what an audit records can lie. */
export type DayBounds = { earliest: string; latest: string };
export type DateProblem = 'impossible' | 'ends-before';

/** Since 2000, and until today or the last day of the audit: nothing is recorded ahead of both. A day later, since devices are in zones of their own. */
export function recordedBounds({ endsOn, now }: { endsOn: string; now: Date }): DayBounds {
  const today = now.toISOString().slice(0, 10);
  return { earliest: '2000-01-01', latest: later(endsOn > today ? endsOn : today, 1) };
}

/** A pay period is no longer than a year. */
const longestPeriod = 366;
/** Days of the assessment itself; any other question may ask for an earlier or a later one, such as the end of a licence. */
const assessmentDays = ['BW.PI.b', 'HL.2', 'PS2-R.3'];
const anyDay: DayBounds = { earliest: '1900-01-01', latest: '2099-12-31' };

/** A typed day that cannot be; null where it can. */
export const dayProblem = (day: string, { earliest, latest }: DayBounds): DateProblem | null =>
  day < earliest || day > latest ? 'impossible' : null;

/** The days that answer a question for a date. */
export const answerBounds = (question: string, bounds: DayBounds): DayBounds => (assessmentDays.includes(question) ? bounds : anyDay);
export const answerProblem = (question: string, day: string, bounds: DayBounds): DateProblem | null =>
  dayProblem(day, answerBounds(question, bounds));

/** The same of a period of pay, by its end. */
export function periodProblem(from: string, to: string): DateProblem | null {
  if (to < from) return 'ends-before';
  return to > later(from, longestPeriod) ? 'impossible' : null;
}

/** The same of a meeting or of the time on site. */
export function momentsProblem({ at, until }: { at: string | null; until: string | null }, bounds: DayBounds): DateProblem | null {
  const days = [at, until].flatMap((moment) => (moment === null ? [] : [moment.slice(0, 10)]));
  if (days.some((day) => dayProblem(day, bounds))) return 'impossible';
  return at !== null && until !== null && Date.parse(until) < Date.parse(at) ? 'ends-before' : null;
}

/**
 * Whether the days that were typed into an entry can be. Of the clock of a device nothing is refused: what was signed and recorded by a wrong clock was signed
 * and recorded. What is withdrawn may have any.
 */
export function hasPossibleDates(
  { kind, key, value }: { kind: EntryKind; key: string; value: unknown },
  { bounds, isDate }: { bounds: DayBounds; isDate: boolean },
): boolean {
  if (typeof value === 'object' && value !== null && 'isWithdrawn' in value && value.isWithdrawn === true) return true;
  switch (kind) {
    case 'hours':
      return dayProblem(entryValues.hours.parse(value).weekOf, bounds) === null;
    case 'wage': {
      const { periodFrom, periodTo } = entryValues.wage.parse(value);
      return dayProblem(periodFrom, bounds) === null && periodProblem(periodFrom, periodTo) === null;
    }
    case 'meeting':
      return momentsProblem(entryValues.meeting.parse(value), bounds) === null;
    case 'requirement':
      return entryValues.requirement.parse(value).readOn <= bounds.latest;
    case 'check': {
      const { answer } = entryValues.check.parse(value);
      return !isDate || typeof answer !== 'string' || answerProblem(key, answer, bounds) === null;
    }
    case 'signedPlan': {
      const { agreedOn, rows } = entryValues.signedPlan.parse(value).plan;
      return rows.every(({ dueOn }) => dueOn >= agreedOn);
    }
    default:
      return true;
  }
}

const later = (day: string, days: number): string => new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
