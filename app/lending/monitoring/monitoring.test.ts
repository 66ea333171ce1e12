import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextOfBreach, type CovenantStatusFacts, covenantStatusOf } from '~/lending/covenants/covenant-status';
import { firstOpenPeriod, periodAt, periodsUntil, type Schedule } from './report-periods';
import { daysAfter, dueDay, dueDaysUntil, firstOpenDay, monthsAfter } from '~/lending/covenants/due-days';
import { covenantFields } from '~/lending/covenants/covenant-schema';
import { clockOf, deadlineOf, noticeOf } from './notice-clock';
import { type Draft, draftFrom, takeReport } from './report-content';
import { usualCovenant, usualCovenants } from '~/lending/covenants/usual-covenants';

describe('due dates', () => {
  it.each([
    ['2026-12-31', 2, '2027-02-28'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-12-15', 1, '2027-01-15'],
  ])('%s and %i months later is %s', (day, months, expected) => {
    expect(monthsAfter(day, months)).toBe(expected);
  });

  it('the last of a month returns after a short one, and years end correctly', () => {
    const series = { firstTestOn: '2026-10-31', frequency: 'monthly' } as const;
    expect(dueDaysUntil(series, '2027-03-31')).toEqual([
      '2026-10-31',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
    ]);
    expect(dueDaysUntil({ firstTestOn: '2026-12-31', frequency: 'half-yearly' }, '2028-01-01')).toEqual([
      ...['2026-12-31', '2027-06-30', '2027-12-31'],
    ]);
    expect(dueDaysUntil({ firstTestOn: '2026-02-28', frequency: 'once' }, '2040-01-01')).toEqual(['2026-02-28']);
    expect(dueDaysUntil(series, '2026-10-30')).toEqual([]);
  });

  it('of any series come in order, none twice, and all from the first', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter('2000-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom('monthly', 'quarterly', 'half-yearly', 'yearly'), (firstTestOn, frequency) => {
        const found = dueDaysUntil({ firstTestOn, frequency }, monthsAfter(firstTestOn, 61));
        expect(found).toEqual([...new Set(found)].sort());
        expect(found[0]).toBe(firstTestOn);
        for (const day of found) expect(Number(day.slice(8))).toBeLessThanOrEqual(Number(firstTestOn.slice(8)));
      }),
    );
  });

  it('the first open date is the first without a result or a waiver, first and last day included', () => {
    const series = { firstTestOn: '2026-03-31', frequency: 'quarterly' } as const;
    const open = (answered: string[], spared: { from: string; until: string }[] = []) =>
      firstOpenDay(series, { answered: new Set(answered), spared });
    expect(open([])).toBe('2026-03-31');
    expect(open(['2026-06-30'])).toBe('2026-03-31');
    expect(open(['2026-03-31'], [{ from: '2026-06-30', until: '2026-09-30' }])).toBe('2026-12-31');
    expect(open(['2026-03-31'], [{ from: '2026-07-01', until: '2026-09-30' }])).toBe('2026-06-30');
    expect(open(['2026-03-31'], [{ from: '2026-06-01', until: '2026-06-29' }])).toBe('2026-06-30');
    expect(firstOpenDay({ firstTestOn: '2026-03-31', frequency: 'once' }, { answered: new Set(['2026-03-31']), spared: [] })).toBeNull();
    expect(dueDay(series, 3)).toBe('2026-12-31');
  });
});

describe('reporting periods', () => {
  const quarterly: Schedule = { frequency: 'quarterly', firstPeriodFrom: '2026-10-01', dueDays: 45, endedOn: null };
  it('follow each other without a gap over the end of a year, and are due after their end', () => {
    expect(periodsUntil(quarterly, '2027-01-01')).toEqual([
      { from: '2026-10-01', to: '2026-12-31', dueOn: '2027-02-14' },
      { from: '2027-01-01', to: '2027-03-31', dueOn: '2027-05-15' },
    ]);
    expect(periodsUntil(quarterly, '2026-12-31')).toHaveLength(1);
    expect(periodsUntil(quarterly, '2026-09-30')).toEqual([]);
  });
  it('join at any first day', () => {
    const days = fc.integer({ min: 0, max: 20_000 }).map((count) => daysAfter('2000-01-01', count));
    fc.assert(
      fc.property(days, fc.constantFrom('monthly', 'quarterly', 'half-yearly', 'yearly'), (firstPeriodFrom, frequency) => {
        const schedule: Schedule = { ...quarterly, firstPeriodFrom, frequency };
        for (const n of [0, 1, 2, 5]) {
          expect(daysAfter(periodAt(schedule, n)?.to ?? '', 1)).toBe(periodAt(schedule, n + 1)?.from);
        }
      }),
    );
  });
  it('end with the schedule, and the first without a report is the one due', () => {
    const ended = { ...quarterly, endedOn: '2027-03-31' };
    expect(firstOpenPeriod(ended, new Set(['2026-10-01']))?.from).toBe('2027-01-01');
    expect(firstOpenPeriod(ended, new Set(['2026-10-01', '2027-01-01']))).toBeNull();
    expect(firstOpenPeriod(quarterly, new Set())?.dueOn).toBe('2027-02-14');
  });
});

describe('the status of a covenant', () => {
  const facts: CovenantStatusFacts = { isEnded: false, waivedUntil: null, breaches: [], nextDueOn: '2026-12-02', lastResult: 'met' };
  it('is overdue from the next day, not on the due date', () => {
    expect(covenantStatusOf(facts, '2026-12-02')).toBe('in-order');
    expect(covenantStatusOf(facts, '2026-12-03')).toBe('overdue');
    expect(covenantStatusOf({ ...facts, lastResult: null }, '2026-12-02')).toBe('untested');
  });
  it('a waiver applies through its last day and not after', () => {
    const waived = { ...facts, waivedUntil: '2026-12-10', breaches: ['default'] } as const;
    expect(covenantStatusOf(waived, '2026-12-10')).toBe('waived');
    expect(covenantStatusOf(waived, '2026-12-11')).toBe('default');
  });
  it('shows the most severe, and nothing once it ended', () => {
    expect(covenantStatusOf({ ...facts, breaches: ['remedied'] }, '2026-12-02')).toBe('in-order');
    expect(covenantStatusOf({ ...facts, breaches: ['remedied', 'planned'] }, '2026-12-03')).toBe('breach');
    expect(covenantStatusOf({ ...facts, breaches: ['open', 'default'] }, '2026-12-03')).toBe('default');
    expect(covenantStatusOf({ ...facts, isEnded: true, breaches: ['open'] }, '2027-12-03')).toBe('ended');
  });
  it('a breach is never remedied before there is a plan, and nothing follows the remedy', () => {
    expect(nextOfBreach.open).not.toContain('remedied');
    expect(nextOfBreach.remedied).toEqual([]);
  });
});

describe('the notice period of an incident', () => {
  const any = { covenantId: 'a', hours: 72, of: 'any' } as const;
  const critical = { covenantId: 'g', hours: 24, of: 'grave' } as const;
  it('follows the shortest covenant that covers it; a serious one 48 hours at most', () => {
    expect(noticeOf('strike', [any, critical])).toEqual({ hours: 72, covenantId: 'a' });
    expect(noticeOf('death', [any, critical])).toEqual({ hours: 24, covenantId: 'g' });
    expect(noticeOf('death', [any])).toEqual({ hours: 48, covenantId: null });
    expect(noticeOf('restricted', [])).toEqual({ hours: 48, covenantId: null });
    expect(noticeOf('strike', [critical])).toBeNull();
  });
  it('is met at the very deadline and missed a moment after', () => {
    const deadlineAt = deadlineOf(new Date('2026-12-30T10:00:00Z'), 48);
    expect(deadlineAt.toISOString()).toBe('2027-01-01T10:00:00.000Z');
    const plus = (ms: number) => new Date(deadlineAt.getTime() + ms);
    const now = plus(0);
    expect(clockOf({ deadlineAt, reportedAt: plus(0) }, now)).toEqual({ kind: 'in-time' });
    expect(clockOf({ deadlineAt, reportedAt: plus(1) }, now)).toEqual({ kind: 'late', hours: 1 });
    expect(clockOf({ deadlineAt, reportedAt: plus(3_600_001) }, now)).toEqual({ kind: 'late', hours: 2 });
    expect(clockOf({ deadlineAt, reportedAt: null }, plus(-3_600_000))).toEqual({ kind: 'running', hours: 1 });
    expect(clockOf({ deadlineAt, reportedAt: null }, plus(0))).toEqual({ kind: 'running', hours: 0 });
    expect(clockOf({ deadlineAt, reportedAt: null }, plus(1))).toEqual({ kind: 'over', hours: 1 });
    expect(clockOf({ deadlineAt: null, reportedAt: null }, now)).toEqual({ kind: 'none' });
  });
});

describe('a submitted report', () => {
  const whole: Draft = {
    ...{
      workersDirect: '1.250',
      workersContracted: '٣٤٠',
      deaths: '0',
      'unknown-injuries': 'on',
      grievancesReceived: '3',
      grievancesClosed: '12',
    },
    ...{ statement: 'complies', byName: 'A. Director', byFunction: 'Managing director' },
  };
  it('keeps numbers unchanged, unknown as unknown, zero as zero, and a small number of grievances as a range', () => {
    const taken = takeReport(whole);
    expect(taken).toMatchObject({
      kind: 'whole',
      content: {
        counts: {
          workersDirect: 1250,
          workersContracted: 340,
          deaths: 0,
          injuries: 'unknown',
          grievancesReceived: 'under-5',
          grievancesClosed: 12,
        },
      },
    });
    if (taken.kind === 'whole') expect(takeReport(draftFrom(taken.content))).toEqual(taken);
  });
  it('reports missing and invalid numbers; an empty field is never zero', () => {
    const { deaths: _, byName: __, ...less } = whole;
    expect(
      takeReport({ ...less, workersDirect: '12.5', grievancesClosed: '-1', 'unknown-workersContracted': 'on', statement: 'does-not' }),
    ).toEqual({
      kind: 'refused',
      problems: {
        ...{ workersDirect: 'count-bad', workersContracted: 'count-both', deaths: 'count-missing', grievancesClosed: 'count-bad' },
        ...{ breaches: 'exceptions-missing', byName: 'name-missing' },
      },
    });
  });
  it.each([
    ['0', 0],
    ['1', 'under-5'],
    ['4', 'under-5'],
    ['5', 5],
    ['<5', 'under-5'],
  ])('grievances %s are saved as %s', (grievancesReceived, expected) => {
    expect(takeReport({ ...whole, grievancesReceived })).toMatchObject({ content: { counts: { grievancesReceived: expected } } });
  });
});

describe('the standard covenants', () => {
  it.each([
    ['A', 'quarterly', '2027-03-02'],
    ['B', 'half-yearly', '2027-06-02'],
    ['C', 'yearly', '2027-12-02'],
    [null, 'yearly', '2027-12-02'],
  ] as const)('of category %s: the client reports %s; every one can be added unchanged', (category, frequency, firstTestOn) => {
    const usual = usualCovenants(category);
    expect(new Set(usual.map(({ text }) => text)).size).toBe(usual.length);
    expect(usualCovenant('reporting', { category, today: '2026-12-02' })).toMatchObject({ frequency, firstTestOn });
    for (const { key } of usual) {
      const fields = usualCovenant(key, { category, today: '2026-12-02' });
      const { noticeHours, noticeOf: of, ...plain } = fields ?? {};
      const form = { ...plain, ...(noticeHours ? { noticeWithin: String(noticeHours), noticeOf: of } : {}) };
      expect(covenantFields.parse(form), key).toEqual(fields);
    }
  });

  it('reject any other key, and the most serious incidents are reported within 48 hours', () => {
    expect(usualCovenant('none', { category: 'A', today: '2026-12-02' })).toBeNull();
    expect(usualCovenant('grave', { category: 'A', today: '2026-12-02' })).toMatchObject({ noticeHours: 48, noticeOf: 'grave' });
  });
});
