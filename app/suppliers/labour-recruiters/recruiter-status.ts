import type { Entry, RecordValues } from '~/suppliers/facts/recruiter-record';

type StatusEntry = Entry<'status'>;
export const workingDaysToReply = 10;

/** The ISO date so many working days (Monday to Friday) after another; holidays differ by country and are not counted out. */
export function workingDaysAfter(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() !== 0 && date.getUTCDay() !== 6) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}

/** The decision in force and the proposals that wait for the provider's reply, of which the newest comes first. */
export function currentStatus(entries: readonly StatusEntry[]): { decided: StatusEntry | null; proposed: StatusEntry[] } {
  const decided = entries.filter(({ decidedOn }) => decidedOn !== null);
  const latest = decided.reduce<StatusEntry | null>((best, entry) => (best && best.recordedAt > entry.recordedAt ? best : entry), null);
  return { decided: latest, proposed: entries.filter(({ decidedOn }) => decidedOn === null).reverse() };
}

/** Whether a proposal may be decided: the provider replied, or the days to do so are over. */
export function mayDecide(entry: Pick<RecordValues<'status'>, 'repliedOn' | 'replyDueOn'>, today: string): boolean {
  return entry.repliedOn !== null || (entry.replyDueOn !== null && entry.replyDueOn < today);
}
