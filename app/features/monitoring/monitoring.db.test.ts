import { beforeAll, describe, expect, it } from 'vitest';
import { createReportingLink, openReporting } from '~/access/reporting-links.server';
import { requireReporter } from '~/access/require-reporter.server';
import { readTransaction } from '~/features/transaction/read-transaction.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { openLoan as openLoanOf } from '../../../tests/factories/transaction';
import { addCovenant, type CovenantFields } from './add-covenant.server';
import { changeCovenant, deleteCovenant, endCovenant } from './change-covenant.server';
import { followBreach } from './follow-breach.server';
import { judgeReport } from './judge-report.server';
import { listReports, readReport } from './list-reports.server';
import { readCalendar } from './read-calendar.server';
import { readCovenant } from './read-covenants.server';
import { readMonitoringDue } from './read-due.server';
import { readMonitoringFacts } from './read-facts.server';
import { readIncident } from './read-incidents.server';
import { listOwnReports, readOwnReport } from './read-own-reports.server';
import { followIncident, recordIncident } from './record-incident.server';
import type { ReportContent } from './report-content';
import { endSchedule, scheduleReports } from './schedule-reports.server';
import { takeReportForm } from './take-report-form.server';
import { testCovenant } from './test-covenant.server';
import { askWaiver, decideWaiver } from './waive-covenant.server';
import { owedPeriods, sendReport } from './write-report.server';

const at = (day: string) => new Date(`${day}T12:00:00Z`);
const camp: CovenantFields = {
  ...{
    kind: 'camp-standard',
    text: 'Camps meet the agreed standard',
    reference: '12.4',
    frequency: 'quarterly',
    firstTestOn: '2026-12-31',
  },
  ...{ tester: 'consultant', noticeHours: null, noticeOf: null },
};
let owner: MadeMember;
let reviewer: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
  reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
});

const openLoan = () => openLoanOf(owner);
async function withCovenant(fields: Partial<CovenantFields> = {}) {
  const transactionId = await openLoan();
  const added = await owner.inOrganization((db) =>
    addCovenant(db, { ...camp, ...fields }, { transactionId, userId: owner.user.id, now: at('2026-10-01') }),
  );
  if (added.kind !== 'added') throw new Error(added.kind);
  const ids = { transactionId, covenantId: added.covenantId };
  return {
    ...ids,
    test: (dueOn: string, result: 'met' | 'not-met' | 'not-tested', testedOn = dueOn) =>
      owner.inOrganization((db) =>
        testCovenant(
          db,
          {
            dueOn,
            testedOn,
            result,
            reason: result === 'met' ? '' : 'Beds stand too close',
            evidence: result === 'met' ? 'Visit note 4' : '',
          },
          { ...ids, userId: owner.user.id, now: at(testedOn) },
        ),
      ),
    facts: (today: string) => owner.inOrganization((db) => readMonitoringFacts(db, { transactionId, today })),
    read: async (today: string) => {
      const covenant = await owner.inOrganization((db) => readCovenant(db, { ...ids, today }));
      if (!covenant) throw new Error('no covenant');
      return covenant;
    },
    of: (member: MadeMember, day: string) => ({ ...ids, userId: member.user.id, now: at(day) }),
  };
}
const clear = { overdueCovenants: 0, openBreaches: 0, eventsOfDefault: 0 };

describe('a covenant', () => {
  it('stops drawing from the day after its test was due, on the page of the transaction too', async () => {
    const { facts, transactionId, test, read } = await withCovenant();
    expect(await facts('2026-12-31')).toEqual(clear);
    expect(await facts('2027-01-01')).toEqual({ ...clear, overdueCovenants: 1 });
    const shown = await owner.inOrganization((db) => readTransaction(db, { transactionId, today: '2027-01-01' }));
    expect(shown?.drawstops).toEqual([{ code: 'overdue-covenants', items: 1 }]);
    expect((await read('2027-01-01')).testable).toEqual(['2026-12-31', '2027-03-31']);
    await test('2026-12-31', 'not-tested', '2027-01-02');
    expect(await facts('2027-01-02')).toEqual({ ...clear, overdueCovenants: 1 });
    await test('2026-12-31', 'met', '2027-01-05');
    expect(await facts('2027-01-05')).toEqual(clear);
    expect(await read('2027-01-05')).toMatchObject({
      standing: 'in-order',
      nextDueOn: '2027-03-31',
      tests: [{ counts: true }, { counts: false }],
    });
    expect(await test('2027-01-05', 'met')).toEqual({ kind: 'refused', code: 'not-due' });
  });

  it('is changed and deleted until its first result; then it is ended with its reason, and nothing is due any more', async () => {
    const { covenantId, transactionId, test, facts, of, read } = await withCovenant();
    const change = () => owner.inOrganization((db) => changeCovenant(db, { ...camp, text: 'Other words' }, of(owner, '2026-10-02')));
    expect(await change()).toEqual({ kind: 'changed' });
    await test('2026-12-31', 'met');
    expect(await change()).toEqual({ kind: 'refused', code: 'was-tested' });
    const remove = () => owner.inOrganization((db) => deleteCovenant(db, of(owner, '2027-01-02')));
    expect(await remove()).toEqual({ kind: 'refused', code: 'was-tested' });
    await expect(owner.inOrganization((db) => db.covenant.deleteMany({ where: { id: covenantId } }))).rejects.toThrow(/ended, not deleted/);
    await expect(owner.inOrganization((db) => db.covenant.updateMany({ where: { id: covenantId }, data: { text: 'x' } }))).rejects.toThrow(
      /not changed/,
    );
    const end = (endedOn: string) =>
      owner.inOrganization((db) =>
        endCovenant(db, { endedOn, reason: 'The camp is closed', today: '2027-04-05' }, of(owner, '2027-04-05')),
      );
    expect(await facts('2027-04-05')).toEqual({ ...clear, overdueCovenants: 1 });
    expect(await end('2027-04-06')).toEqual({ kind: 'refused', code: 'end-future' });
    expect(await end('2027-04-05')).toEqual({ kind: 'ended' });
    expect(await facts('2028-01-01')).toEqual(clear);
    expect(await read('2028-01-01')).toMatchObject({ standing: 'ended', testable: [], endReason: 'The camp is closed' });
    // The whole transaction may still go, results and all.
    await owner.inOrganization((db) => db.transaction.deleteMany({ where: { id: transactionId } }));
    const young = await withCovenant();
    expect(await owner.inOrganization((db) => deleteCovenant(db, young.of(owner, '2026-10-02')))).toEqual({ kind: 'deleted' });
  });

  it('a breach goes from its result over a plan to its remedy, or is an event of default; until then it stops drawing', async () => {
    const { covenantId, transactionId, test, facts, read, of } = await withCovenant();
    const tested = await test('2026-12-31', 'not-met');
    const breachId = tested.kind === 'tested' ? (tested.breachId ?? '') : '';
    expect(await facts('2026-12-31')).toEqual({ ...clear, openBreaches: 1 });
    expect(await test('2026-12-31', 'not-met', '2027-01-03')).toEqual({ kind: 'tested', breachId });
    let hour = 12;
    const follow = (step: Parameters<typeof followBreach>[1]) => {
      hour += 1;
      const now = new Date(`2027-01-03T${hour}:00:00Z`);
      return owner.inOrganization((db) => followBreach(db, step, { ...of(owner, '2027-01-03'), now, breachId }));
    };
    const refused = { kind: 'refused', code: 'no-such-breach-step' };
    expect(await follow({ kind: 'remedied', text: 'Done' })).toEqual(refused);
    expect(await follow({ kind: 'planned', text: 'A second camp', dueOn: '2027-02-28' })).toEqual({ kind: 'followed' });
    expect(await facts('2027-01-03')).toEqual({ ...clear, openBreaches: 1 });
    expect(await follow({ kind: 'default', text: 'Nothing was built' })).toEqual({ kind: 'followed' });
    expect(await facts('2027-01-03')).toEqual({ ...clear, eventsOfDefault: 1 });
    const end = () =>
      owner.inOrganization((db) => endCovenant(db, { endedOn: '2027-01-03', reason: 'x', today: '2027-01-03' }, of(owner, '2027-01-03')));
    expect(await end()).toEqual({ kind: 'refused', code: 'breach-open' });
    expect(await follow({ kind: 'remedied', text: 'Built and seen' })).toEqual({ kind: 'followed' });
    expect(await facts('2027-01-03')).toEqual(clear);
    expect(await follow({ kind: 'default', text: 'Late' })).toEqual(refused);
    expect((await read('2027-01-03')).breaches[0]?.steps.map(({ kind }) => kind)).toEqual(['planned', 'default', 'remedied']);
    const stranger = await makeMember();
    const theirs = { covenantId, transactionId, breachId, userId: stranger.user.id, now: at('2027-01-03') };
    expect(await stranger.inOrganization((db) => followBreach(db, { kind: 'default', text: 'x' }, theirs))).toEqual({ kind: 'unknown' });
  });

  it('a waiver is granted by another person, holds through its last day, and spares the tests due meanwhile', async () => {
    const { test, facts, read, of } = await withCovenant({ firstTestOn: '2026-10-31', frequency: 'monthly' });
    const ask = (untilOn: string) =>
      owner.inOrganization((db) => askWaiver(db, { reason: 'The camp is being moved', untilOn }, of(owner, '2026-11-10')));
    expect(await ask('2026-11-09')).toEqual({ kind: 'refused', code: 'until-past' });
    expect(await ask('2026-12-31')).toEqual({ kind: 'asked' });
    expect(await ask('2026-12-31')).toEqual({ kind: 'refused', code: 'waiver-waits' });
    expect(await facts('2026-11-10')).toEqual({ ...clear, overdueCovenants: 1 });
    const waiverId = (await read('2026-11-10')).waivers[0]?.id ?? '';
    const decide = (member: MadeMember) =>
      member.inOrganization((db) => decideWaiver(db, { waiverId, verdict: 'granted', answer: '' }, of(member, '2026-11-10')));
    expect(await decide(owner)).toEqual({ kind: 'refused', code: 'same-person' });
    const both = await Promise.all([decide(reviewer), decide(reviewer)]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['already-decided', 'granted']);
    expect(await facts('2026-12-31')).toEqual(clear);
    expect((await read('2026-12-31')).standing).toBe('waived');
    // The October test was due before the waiver: it is asked for again once the waiver is over.
    expect(await facts('2027-01-01')).toEqual({ ...clear, overdueCovenants: 1 });
    await test('2026-10-31', 'met', '2027-01-02');
    expect(await read('2027-01-02')).toMatchObject({ nextDueOn: '2027-01-31', testable: ['2027-01-31'] });
  });
});

describe('the calendar', () => {
  it('says what is overdue and by how much, what comes, what was late, and what a waiver spares', async () => {
    const { transactionId, test } = await withCovenant({ frequency: 'monthly', firstTestOn: '2026-10-31' });
    await owner.inOrganization((db) =>
      scheduleReports(
        db,
        { frequency: 'half-yearly', firstPeriodFrom: '2026-07-01', dueDays: 30 },
        { transactionId, userId: owner.user.id },
      ),
    );
    await test('2026-10-31', 'met', '2026-11-03');
    const calendar = (more: object) => owner.inOrganization((db) => readCalendar(db, { transactionId, today: '2027-02-02', ...more }));
    const { entries, years } = await calendar({});
    expect(years).toEqual(['2026', '2027', '2028']);
    expect(entries.filter(({ state }) => state === 'overdue').map(({ what, dueOn, daysLate }) => [what, dueOn, daysLate])).toEqual([
      ['covenant', '2026-11-30', 64],
      ['covenant', '2026-12-31', 33],
      ['report', '2027-01-30', 3],
      ['covenant', '2027-01-31', 2],
    ]);
    expect(entries.filter(({ state }) => state === 'coming')[0]?.dueOn).toBe('2027-02-28');
    const done = await calendar({ state: 'done' });
    expect(done.entries).toMatchObject([{ dueOn: '2026-10-31', daysLate: 3, doneOn: '2026-11-03', result: 'met' }]);
    expect((await calendar({ year: '2026' })).entries.map(({ dueOn }) => dueOn)).toEqual(['2026-10-31', '2026-11-30', '2026-12-31']);
    expect((await calendar({ what: 'report', year: '2027' })).entries.map(({ dueOn }) => dueOn)).toEqual(['2027-01-30', '2027-07-30']);
  });
});

describe('reports by link', () => {
  const content: ReportContent = {
    counts: {
      workersDirect: 240,
      workersContracted: 1400,
      deaths: 0,
      injuries: 'unknown',
      grievancesReceived: 'under-5',
      grievancesClosed: 0,
    },
    texts: { audits: '', planProgress: 'Line 2 is done', breaches: '', incidents: '', corrective: '' },
    statement: 'complies',
    byName: 'A. Director',
    byFunction: 'Director',
  };

  async function device(transactionId: string) {
    const link = await owner.inOrganization((db) =>
      createReportingLink(db, { transactionId, locale: 'es', email: null, createdById: owner.user.id, now: new Date() }),
    );
    const opened = await openReporting(link.token, new Request('http://localhost/p/x', { headers: { 'User-Agent': 'Phone' } }));
    const cookie = opened?.setCookie.split(';')[0] ?? '';
    const request = (path = transactionId) =>
      requireReporter(new Request('http://localhost/', { headers: { Cookie: cookie } }), { transactionId: path });
    return { token: link.token, request };
  }

  it('open one device once, show it its own transaction alone, and end when they are locked out', async () => {
    const [mine, other] = [await openLoan(), await openLoan()];
    const today = '2027-02-20';
    for (const transactionId of [mine, other]) {
      const by = { transactionId, userId: owner.user.id };
      await owner.inOrganization((db) => scheduleReports(db, { frequency: 'yearly', firstPeriodFrom: '2026-01-01', dueDays: 45 }, by));
      const sent = { transactionId, periodFrom: '2026-01-01', now: at(today), seen: 0, senderId: owner.user.id };
      await owner.inOrganization((db) => sendReport(db, content, sent));
    }
    const { token, request } = await device(mine);
    expect(await openReporting(token, new Request('http://localhost/'))).toBeNull();
    const reporter = await request();
    const seen = await reporter.read((db) => db.monitoringReport.findMany({ select: { transactionId: true } }));
    expect(seen).toEqual([{ transactionId: mine }]);
    await expect(reporter.read((db) => db.covenant.count())).rejects.toThrow();
    await expect(reporter.read((db) => db.reportVerdict.findMany())).rejects.toThrow();
    await expect(reporter.read((db) => db.monitoringReport.updateMany({ data: { status: 'accepted' } }))).rejects.toThrow();
    await expect(request(other)).rejects.toMatchObject({ status: 404 });
    await owner.inOrganization((db) => db.reportingAccess.updateMany({ where: { kind: 'device' }, data: { revokedAt: new Date() } }));
    await expect(request()).rejects.toMatchObject({ status: 410 });
  });

  it('a draft is the client’s own, is sent once, questioned, corrected and accepted; each version stays', async () => {
    const transactionId = await openLoan();
    const by = { transactionId, userId: owner.user.id };
    const from = '2026-07-01';
    await owner.inOrganization((db) => scheduleReports(db, { frequency: 'half-yearly', firstPeriodFrom: from, dueDays: 30 }, by));
    const { request } = await device(transactionId);
    const reporter = await request();
    const take = (fields: Record<string, string>, now: string) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return takeReportForm(reporter, form, { periodFrom: from, now: at(now) });
    };
    const whole = {
      ...{ intent: 'send', seen: '0', workersDirect: '240', workersContracted: '1400', deaths: '0', 'unknown-injuries': 'on' },
      ...{ grievancesReceived: '2', grievancesClosed: '0', statement: 'complies', byName: 'A. Director', byFunction: 'Director' },
    };
    expect(await take({ intent: 'keep', workersDirect: '240' }, '2026-12-20')).toEqual({ kind: 'kept' });
    const lenderSees = (today: string) => owner.inOrganization((db) => readReport(db, { transactionId, periodFrom: from, today }));
    expect(await lenderSees('2026-12-20')).toMatchObject({ state: null, versions: [] });
    expect(JSON.stringify(await lenderSees('2026-12-20'))).not.toMatch(/workers|draft/);
    expect(await take(whole, '2026-12-20')).toMatchObject({
      kind: 'failed',
      failure: { errors: { '': [expect.stringContaining('not over')] } },
    });
    const named = await take({ ...whole, incidents: 'Reported by Mr Khan on the phone' }, '2027-01-05');
    expect(named).toMatchObject({
      kind: 'failed',
      failure: { errors: { incidents: [expect.any(String)] }, values: { workersDirect: ['240'] } },
    });
    expect(await take({ ...whole, deaths: '' }, '2027-01-05')).toMatchObject({
      kind: 'failed',
      failure: { errors: { deaths: [expect.any(String)] } },
    });
    expect(await take(whole, '2027-01-05')).toEqual({ kind: 'sent' });
    expect(await take(whole, '2027-01-05')).toMatchObject({ kind: 'failed' });
    const reports = await owner.inOrganization((db) => listReports(db, { transactionId, today: '2027-01-06' }));
    expect(reports).toMatchObject([{ state: 'sent', versions: 1, receivedOn: '2027-01-05' }, { state: null }]);

    const reportId = (await lenderSees('2027-01-06'))?.id ?? '';
    const judge = (verdict: 'accepted' | 'questioned', version: number) =>
      owner.inOrganization((db) =>
        judgeReport(db, { verdict, comment: 'How many are migrants?', version }, { reportId, ...by, now: at('2027-01-06') }),
      );
    expect(await judge('questioned', 2)).toEqual({ kind: 'refused', code: 'newer-version' });
    expect(await judge('questioned', 1)).toEqual({ kind: 'questioned' });
    expect(await judge('accepted', 1)).toEqual({ kind: 'refused', code: 'nothing-to-judge' });
    const own = async () => {
      const owed = await reporter.write((db) => owedPeriods(db, { transactionId, today: '2027-01-06' }));
      const [period] = owed;
      if (!period) throw new Error('no period');
      expect((await reporter.read((db) => listOwnReports(db, owed)))[0]?.state).toBe('questioned');
      return reporter.read((db) => readOwnReport(db, period));
    };
    expect(await own()).toMatchObject({
      verdicts: [{ comment: 'How many are migrants?' }],
      draft: { workersDirect: '240', grievancesReceived: '<5', 'unknown-injuries': 'on' },
    });
    expect(await take({ ...whole, seen: '1', workersContracted: '1402' }, '2027-01-08')).toEqual({ kind: 'sent' });
    expect((await lenderSees('2027-01-08'))?.versions.map(({ version, content }) => [version, content.counts.workersContracted])).toEqual([
      [2, 1402],
      [1, 1400],
    ]);
    expect(await judge('accepted', 2)).toEqual({ kind: 'accepted' });
    await expect(owner.inOrganization((db) => db.monitoringReportVersion.deleteMany({}))).rejects.toThrow();
  });

  it('a schedule ends with a period that has begun, and the next does not reach into it', async () => {
    const transactionId = await openLoan();
    const by = { transactionId, userId: owner.user.id };
    const schedule = (firstPeriodFrom: string) =>
      owner.inOrganization((db) => scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom, dueDays: 30 }, by));
    expect(await schedule('2026-01-01')).toEqual({ kind: 'scheduled' });
    expect(await schedule('2026-01-01')).toEqual({ kind: 'refused', code: 'schedule-going' });
    const { id } = await owner.inOrganization((db) => db.reportSchedule.findFirstOrThrow({ where: { transactionId } }));
    const end = (endedOn: string) =>
      owner.inOrganization((db) => endSchedule(db, { scheduleId: id, endedOn, reason: 'Less risk', today: '2026-05-10' }, by));
    expect(await end('2026-05-31')).toEqual({ kind: 'refused', code: 'not-a-period-end' });
    expect(await end('2026-09-30')).toEqual({ kind: 'refused', code: 'not-a-period-end' });
    expect(await end('2026-06-30')).toEqual({ kind: 'ended' });
    expect(await schedule('2026-06-30')).toEqual({ kind: 'refused', code: 'period-overlaps' });
    expect(await schedule('2026-07-01')).toEqual({ kind: 'scheduled' });
    const owed = await owner.inOrganization((db) => owedPeriods(db, { transactionId, today: '2026-07-02' }));
    expect(owed.map(({ from }) => from)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01']);
  });
});

describe('what the lender’s home shows', () => {
  it('tests and reports that are overdue, reports to be read, incidents of which nothing was told; nothing of what is over or waived', async () => {
    const { transactionId, test } = await withCovenant({ frequency: 'once' });
    const by = { transactionId, userId: owner.user.id };
    const due = async (today: string) =>
      (await owner.inOrganization((db) => readMonitoringDue(db, { today, now: at(today), take: 1_000 }))).items
        .filter((item) => item.transactionId === transactionId)
        .map(({ kind, dueOn }) => `${kind} ${dueOn}`);
    expect(await due('2026-12-31')).toEqual([]);
    expect(await due('2027-01-01')).toEqual(['covenant 2026-12-31']);
    await owner.inOrganization((db) => scheduleReports(db, { frequency: 'yearly', firstPeriodFrom: '2026-01-01', dueDays: 45 }, by));
    expect(await due('2027-02-14')).toEqual(['covenant 2026-12-31']);
    expect(await due('2027-02-15')).toEqual(['covenant 2026-12-31', 'report 2027-02-14']);
    await owner.inOrganization((db) =>
      recordIncident(
        db,
        {
          kind: 'fire',
          text: 'A kitchen burnt',
          happenedAt: at('2027-02-15'),
          learnedAt: at('2027-02-15'),
          toldAt: null,
          died: null,
          harmed: null,
        },
        { ...by, now: at('2027-02-15') },
      ),
    );
    expect(await due('2027-02-15')).toEqual(['covenant 2026-12-31', 'report 2027-02-14', 'incident 2027-02-17']);
    await test('2026-12-31', 'met', '2027-02-16');
    await owner.inOrganization((db) => db.transaction.updateMany({ where: { id: transactionId }, data: { status: 'exited' } }));
    expect(await due('2027-02-18')).toEqual([]);
    const stranger = await makeMember();
    expect((await stranger.inOrganization((db) => readMonitoringDue(db, { today: '2027-02-18', now: at('2027-02-18') }))).items).toEqual(
      [],
    );
  });
});

describe('an incident', () => {
  it('runs by the covenants in force when it was learned, is told once, followed and closed', async () => {
    const { transactionId } = await withCovenant({ kind: 'notification', noticeHours: 72, noticeOf: 'any' });
    const by = { transactionId, userId: owner.user.id, now: at('2026-11-20') };
    const fields = {
      ...{ kind: 'strike' as const, text: 'Cooks stopped work over wages', happenedAt: at('2026-11-18'), learnedAt: at('2026-11-19') },
      ...{ toldAt: null, died: null, harmed: 0 },
    };
    const recorded = await owner.inOrganization((db) => recordIncident(db, fields, by));
    if (recorded.kind !== 'recorded') throw new Error(recorded.kind);
    const { incidentId } = recorded;
    const read = (now: Date) => owner.inOrganization((db) => readIncident(db, { incidentId, transactionId, now }));
    expect(await read(at('2026-11-20'))).toMatchObject({
      clock: { kind: 'running', hours: 48 },
      covenant: { number: 1 },
      died: null,
      harmed: 0,
    });
    const follow = (given: Parameters<typeof followIncident>[1], day = '2026-11-23') =>
      owner.inOrganization((db) => followIncident(db, given, { ...by, incidentId, now: at(day) }));
    expect(await follow({ kind: 'told', toldAt: at('2026-11-24') })).toEqual({ kind: 'refused', code: 'told-future' });
    expect(await follow({ kind: 'told', toldAt: new Date('2026-11-22T14:00:00Z') })).toEqual({ kind: 'told' });
    expect(await follow({ kind: 'told', toldAt: at('2026-11-22') })).toEqual({ kind: 'refused', code: 'told-already' });
    expect((await read(at('2027-01-01')))?.clock).toEqual({ kind: 'late', hours: 2 });
    expect(await follow({ kind: 'closed', text: 'Wages were paid' }, '2026-11-25')).toEqual({ kind: 'closed' });
    expect(await follow({ kind: 'follow-up', text: 'x' })).toEqual({ kind: 'refused', code: 'incident-closed' });
    expect((await read(at('2027-01-01')))?.notes.map(({ kind }) => kind)).toEqual(['closed', 'told']);
  });

  it('of a restricted matter the database keeps neither words nor numbers', async () => {
    const transactionId = await openLoan();
    const row = {
      transactionId,
      number: 1,
      kind: 'restricted',
      happenedAt: at('2026-11-18'),
      learnedAt: at('2026-11-18'),
      recordedById: owner.user.id,
    };
    const create = (more: object) => owner.inOrganization((db) => db.monitoringIncident.create({ data: { ...row, ...more } }));
    await expect(create({ text: 'Something' })).rejects.toThrow();
    await expect(create({ harmed: 1 })).rejects.toThrow();
    await create({});
  });
});
