import { beforeAll, describe, expect, it } from 'vitest';
import { createReportingLink, openReporting } from '~/access/reporting-links.server';
import { requireReporter } from '~/access/require-reporter.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { at } from '../../../tests/factories/monitoring';
import { openLoan } from '../../../tests/factories/deal';
import { judgeReport } from './judge-report.server';
import { listReports, readReport } from './list-reports.server';
import { listOwnReports, readOwnReport } from './read-own-reports.server';
import type { ReportContent } from './report-content';
import { endSchedule, scheduleReports } from './schedule-reports.server';
import { takeReportForm } from './take-report-form.server';
import { owedPeriods, sendReport } from './write-report.server';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
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

  async function device(dealId: string) {
    const link = await owner.inOrganization((db) =>
      createReportingLink(db, { dealId, locale: 'es', email: null, createdById: owner.user.id, now: new Date() }),
    );
    const opened = await openReporting(link.token, new Request('http://localhost/p/x', { headers: { 'User-Agent': 'Phone' } }));
    const cookie = opened?.setCookie.split(';')[0] ?? '';
    const request = (path = dealId) => requireReporter(new Request('http://localhost/', { headers: { Cookie: cookie } }), { dealId: path });
    return { token: link.token, request };
  }

  it('open one device once, show only its own deal, and end when revoked', async () => {
    const [mine, other] = [await openLoan(owner), await openLoan(owner)];
    const today = '2027-02-20';
    for (const dealId of [mine, other]) {
      const by = { dealId, userId: owner.user.id };
      await owner.inOrganization((db) => scheduleReports(db, { frequency: 'yearly', firstPeriodFrom: '2026-01-01', dueDays: 45 }, by));
      const sent = { dealId, periodFrom: '2026-01-01', now: at(today), seen: 0, senderId: owner.user.id };
      await owner.inOrganization((db) => sendReport(db, content, sent));
    }
    const { token, request } = await device(mine);
    expect(await openReporting(token, new Request('http://localhost/'))).toBeNull();
    const reporter = await request();
    const seen = await reporter.read((db) => db.monitoringReport.findMany({ select: { dealId: true } }));
    expect(seen).toEqual([{ dealId: mine }]);
    await expect(reporter.read((db) => db.covenant.count())).rejects.toThrow();
    await expect(reporter.read((db) => db.reportVerdict.findMany())).rejects.toThrow();
    await expect(reporter.read((db) => db.monitoringReport.updateMany({ data: { status: 'accepted' } }))).rejects.toThrow();
    await expect(request(other)).rejects.toMatchObject({ status: 404 });
    await owner.inOrganization((db) => db.guestAccess.updateMany({ where: { kind: 'device' }, data: { revokedAt: new Date() } }));
    await expect(request()).rejects.toMatchObject({ status: 410 });
  });

  it('a draft is the client’s own, is sent once, questioned, corrected and accepted; each version is kept', async () => {
    const dealId = await openLoan(owner);
    const by = { dealId, userId: owner.user.id };
    const from = '2026-07-01';
    await owner.inOrganization((db) => scheduleReports(db, { frequency: 'half-yearly', firstPeriodFrom: from, dueDays: 30 }, by));
    const { request } = await device(dealId);
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
    const lenderSees = (today: string) => owner.inOrganization((db) => readReport(db, { dealId, periodFrom: from, today }));
    expect(await lenderSees('2026-12-20')).toMatchObject({ state: null, versions: [] });
    expect(JSON.stringify(await lenderSees('2026-12-20'))).not.toMatch(/workers|draft|\b240\b/);
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
    const reports = await owner.inOrganization((db) => listReports(db, { dealId, today: '2027-01-06' }));
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
      const owed = await reporter.write((db) => owedPeriods(db, { dealId, today: '2027-01-06' }));
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
    await expect(owner.inOrganization((db) => db.frozenDocument.deleteMany({}))).rejects.toThrow();
  });

  it('a schedule ends with a period that has begun, and the next does not overlap it', async () => {
    const dealId = await openLoan(owner);
    const by = { dealId, userId: owner.user.id };
    const schedule = (firstPeriodFrom: string) =>
      owner.inOrganization((db) => scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom, dueDays: 30 }, by));
    expect(await schedule('2026-01-01')).toEqual({ kind: 'scheduled' });
    expect(await schedule('2026-01-01')).toEqual({ kind: 'refused', code: 'schedule-going' });
    const { id } = await owner.inOrganization((db) => db.reportSchedule.findFirstOrThrow({ where: { dealId } }));
    const end = (endedOn: string) =>
      owner.inOrganization((db) => endSchedule(db, { scheduleId: id, endedOn, reason: 'Less risk', today: '2026-05-10' }, by));
    expect(await end('2026-05-31')).toEqual({ kind: 'refused', code: 'not-a-period-end' });
    expect(await end('2026-09-30')).toEqual({ kind: 'refused', code: 'not-a-period-end' });
    expect(await end('2026-06-30')).toEqual({ kind: 'ended' });
    expect(await schedule('2026-06-30')).toEqual({ kind: 'refused', code: 'period-overlaps' });
    expect(await schedule('2026-07-01')).toEqual({ kind: 'scheduled' });
    const owed = await owner.inOrganization((db) => owedPeriods(db, { dealId, today: '2026-07-02' }));
    expect(owed.map(({ from }) => from)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01']);
  });
});
