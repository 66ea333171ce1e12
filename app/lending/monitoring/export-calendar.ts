import { csvLine } from '~/platform/lists/csv';
import type { DueEntry } from './read-calendar.server';

const head = ['due_on', 'what', 'state', 'days_late', 'covenant', 'kind', 'text', 'period_from', 'period_to', 'result', 'done_on'];

/** The filtered due dates as CSV: code list values in English, days as ISO 8601. */
export function exportCalendar(entries: readonly DueEntry[]): string {
  const lines = entries.map(({ dueOn, what, state, daysLate, covenant, period, result, doneOn }) =>
    csvLine([
      ...[dueOn, what, state, daysLate, covenant?.number, covenant?.kind, covenant?.text, period?.from, period?.to, result, doneOn],
    ]),
  );
  return `\ufeff${csvLine(head)}${lines.join('')}`;
}
