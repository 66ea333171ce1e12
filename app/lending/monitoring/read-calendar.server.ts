import type { TenantDb } from '~/access/tenant-db.server';
import { daysAfter, dueDaysUntil, isWithin } from '~/lending/covenants/due-days';
import { isoDay } from '~/lending/covenants/find-covenant.server';
import { listReports } from './list-reports.server';
import type { DueKind, DueState } from './monitoring-lists';
import { type CovenantKind, inList, type TestResult, testResults } from '~/lending/covenants/covenant-lists';
import { listCovenants } from '~/lending/covenants/read-covenants.server';

/** One due date of a deal. */
export type DueEntry = {
  key: string;
  what: DueKind;
  dueOn: string;
  state: DueState;
  /** Whole days that it is late: since it was due, or by which it came after. Null where it is not. */
  daysLate: number | null;
  /** When it was done, and with which result (of a report: received). */
  doneOn: string | null;
  result: TestResult | 'received' | null;
  covenant: { id: string; number: number; kind: CovenantKind; text: string } | null;
  period: { from: string; to: string } | null;
};
export type CalendarFilter = { what?: DueKind | undefined; state?: DueState | undefined; year?: string | undefined };

const dayMs = 86_400_000;
const daysBetween = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / dayMs);

/**
 * The due dates of a deal, earliest first: without a filter those overdue and within a year; all of a given year. Computed from covenants, results and
 * schedules; a constant number of queries. `years`: years with due dates, for the filter.
 */
export async function readCalendar(db: TenantDb, options: { dealId: string; today: string } & CalendarFilter) {
  const { dealId, today, what, state, year } = options;
  const horizon = daysAfter(today, 366);
  const until = year && `${year}-12-31` > horizon ? `${year}-12-31` : horizon;
  const covenants = await listCovenants(db, { dealId, today });
  const reports = await listReports(db, { dealId, today: until });
  const entries: DueEntry[] = [];
  for (const { id, number, kind, text, frequency, firstTestOn, endedOn, byDay, spared, waivedUntil } of covenants)
    for (const dueOn of dueDaysUntil({ firstTestOn, frequency }, until)) {
      const test = byDay.get(dueOn);
      const isAnswered = test !== undefined && test.result !== 'not-tested';
      // After its end nothing is due any more; what was tested stays to be seen.
      if (endedOn !== null && !isAnswered) continue;
      const doneOn = isAnswered ? isoDay(test.testedOn) : null;
      const isSpared = isWithin(dueOn, spared) || (waivedUntil !== null && dueOn < today);
      const stateNow: DueState = isAnswered ? 'done' : isSpared ? 'waived' : dueOn < today ? 'overdue' : 'coming';
      entries.push({
        ...{
          key: `${id}-${dueOn}`,
          what: 'covenant',
          dueOn,
          state: stateNow,
          daysLate: lateness(dueOn, { doneOn, state: stateNow, today }),
          doneOn,
        },
        result: test ? inList(testResults, test.result) : null,
        ...{ covenant: { id, number, kind, text }, period: null },
      });
    }
  for (const { from, to, dueOn, receivedOn } of reports) {
    const stateNow: DueState = receivedOn ? 'done' : dueOn < today ? 'overdue' : 'coming';
    entries.push({
      ...{
        key: `report-${from}`,
        what: 'report',
        dueOn,
        state: stateNow,
        daysLate: lateness(dueOn, { doneOn: receivedOn, state: stateNow, today }),
      },
      ...{ doneOn: receivedOn, result: receivedOn ? 'received' : null, covenant: null, period: { from, to } },
    });
  }
  entries.sort((a, b) => (a.dueOn === b.dueOn ? (a.key < b.key ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
  const isAsked = (entry: DueEntry) =>
    (!what || entry.what === what) &&
    (year ? entry.dueOn.startsWith(year) : entry.dueOn <= horizon) &&
    (state ? entry.state === state : year !== undefined || entry.state === 'overdue' || entry.state === 'coming');
  const years = [...new Set([...entries.map(({ dueOn }) => dueOn.slice(0, 4)), today.slice(0, 4), String(Number(today.slice(0, 4)) + 1)])];
  return { entries: entries.filter(isAsked), years: years.sort() };
}

function lateness(dueOn: string, { doneOn, state, today }: { doneOn: string | null; state: DueState; today: string }): number | null {
  const until = state === 'overdue' ? today : doneOn;
  const late = until === null ? 0 : daysBetween(dueOn, until);
  return late > 0 ? late : null;
}
