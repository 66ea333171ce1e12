import { describe, expect, it } from 'vitest';
import { addCovenant } from '~/lending/covenants/add-covenant.server';
import { judgeReport } from '~/lending/monitoring/judge-report.server';
import { recordIncident } from '~/lending/monitoring/record-incident.server';
import type { ReportContent } from '~/lending/monitoring/report-content';
import { scheduleReports } from '~/lending/monitoring/schedule-reports.server';
import { sendReport } from '~/lending/monitoring/write-report.server';
import { checkFile } from '~/documents/verification/check-file.server';
import { loader as readJson } from '~/routes/org/lending/lender-report-json';
import { loader as readPdf } from '~/routes/org/lending/lender-report-pdf';
import { loader as readXlsx } from '~/routes/org/lending/lender-report-xlsx';
import { action, loader } from '~/routes/org/lending/monitoring-report';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { openLoan } from '../../../tests/factories/deal';
import { callRoute } from '../../../tests/setup/call-route';
import { drawPeriod } from './draw-period.server';

const periodFrom = '2026-01-01';
const at = (day: string) => new Date(`${day}T12:00:00Z`);
const content: ReportContent = {
  counts: {
    workersDirect: 240,
    workersContracted: 1_400,
    deaths: 0,
    injuries: 3,
    grievancesReceived: 'under-5',
    grievancesClosed: 'unknown',
  },
  texts: { audits: '', planProgress: 'Line 2 is done', breaches: '', incidents: '', corrective: '' },
  ...{ statement: 'complies', byName: 'A. Director', byFunction: 'Director' },
};

async function monitored() {
  const member = await makeMember({ kind: 'lender' });
  const dealId = await openLoan(member);
  const by = { dealId, userId: member.user.id };
  await member.inOrganization((db) => scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom: periodFrom, dueDays: 30 }, by));
  const draw = () =>
    member.inOrganization((db) =>
      drawPeriod(db, { dealId, periodFrom, now: at('2026-06-10'), organization: member.organization, state: 'draft' }),
    );
  const part = async (key: string) => JSON.stringify((await draw())?.document.parts.find((each) => each.key === key)?.blocks);
  return { member, dealId, by, draw, part };
}

describe('the monitoring report of a period', () => {
  it('states that nothing was received, and does not exist for a period without a required report', async () => {
    const { member, dealId, draw, part } = await monitored();
    expect(await part('reported')).toContain('The client did not send a report for this period. It was due on 30 Apr 2026.');
    expect(JSON.stringify((await draw())?.document.cover)).toContain('Overdue');
    const of = { dealId, now: at('2026-06-10'), organization: member.organization, state: 'draft' } as const;
    expect(await member.inOrganization((db) => drawPeriod(db, { ...of, periodFrom: '2026-01-02' }))).toBeNull();
  });

  it('covers what the client sent, the verdict, incidents of the period, covenants and drawstops; of a sensitive case only that it was reported', async () => {
    const { member, dealId, by, draw, part } = await monitored();
    await member.inOrganization(async (db) => {
      await sendReport(db, content, { dealId, periodFrom, now: at('2026-05-02'), seen: 0, senderId: member.user.id });
      const { id: reportId } = await db.monitoringReport.findFirstOrThrow({ select: { id: true } });
      const verdict = { verdict: 'questioned', comment: 'How many live in the camp?', version: 1 } as const;
      await judgeReport(db, verdict, { reportId, ...by, now: at('2026-05-04') });
      const incident = { text: 'A fall', died: 0, harmed: 2 };
      const days = { happenedAt: at('2026-03-31'), learnedAt: at('2026-03-31'), toldAt: at('2026-04-03') };
      await recordIncident(db, { ...incident, ...days, kind: 'injury' }, { ...by, now: at('2026-05-05') });
      const restricted = { text: '', died: null, harmed: null, kind: 'restricted' as const };
      await recordIncident(db, { ...restricted, ...days, toldAt: at('2026-04-01') }, { ...by, now: at('2026-05-05') });
      const later = { happenedAt: at('2026-04-01'), learnedAt: at('2026-04-01'), toldAt: null };
      await recordIncident(db, { ...incident, ...later, text: 'Of the next period', kind: 'strike' }, { ...by, now: at('2026-05-05') });
      const covenant = { kind: 'camp-standard', text: 'Gates stay open', reference: '', frequency: 'quarterly', tester: 'lender' } as const;
      const due = { firstTestOn: '2026-05-30', noticeHours: null, noticeOf: null };
      await addCovenant(db, { ...covenant, ...due }, { ...by, now: at('2026-05-05') });
    });
    expect(await part('reported')).toMatch(/240.*1,400.*fewer than five.*Line 2 is done.*A\. Director/);
    expect(await part('verdicts')).toContain('How many live in the camp?');
    const incidents = await part('incidents');
    expect(incidents).toMatch(/A fall.*Notified 24 hours late/);
    expect(incidents).toContain('The client notified the lender of a sensitive case. No details are recorded here.');
    expect(incidents).not.toContain('Of the next period');
    expect(await part('covenants')).toContain('Gates stay open');
    expect(await part('drawing')).toContain('A covenant test is overdue.');
    expect(JSON.stringify((await draw())?.data)).not.toContain(member.user.name);
  });

  it('is frozen as PDF, workbook and JSON with one hash by users who may prepare reports, and is hidden from other organizations', async () => {
    const { member, dealId } = await monitored();
    const params = { orgSlug: member.organization.slug, dealId, periodFrom };
    const call = (by: MadeMember) => ({ url: `/o/${member.organization.slug}/x`, params, cookie: by.cookie });
    const viewer = await makeMember({ role: 'viewer', organization: member.organization });
    expect((await callRoute(action, { ...call(viewer), form: {} })).status).toBe(403);
    expect((await callRoute(action, { ...call(viewer), form: { intent: 'accepted' } })).status).toBe(403);
    expect((await callRoute(action, { ...call(member), form: {} })).status).toBe(303);
    const page = (await callRoute(loader, call(member))).body as { reports: { id: string; hash: string }[] };
    expect(page.reports).toHaveLength(1);
    const [frozen] = page.reports;
    const file = (route: unknown, by: MadeMember) =>
      callRoute(route, { url: '/x', cookie: by.cookie, params: { orgSlug: by.organization.slug, reportId: frozen?.id } });
    expect(await checkFile(Buffer.from(String((await file(readJson, member)).body)))).toMatchObject({ hash: frozen?.hash, isIntact: true });
    for (const route of [readPdf, readXlsx]) expect((await file(route, member)).status).toBe(200);
    const stranger = await makeMember({ kind: 'lender' });
    for (const route of [readPdf, readXlsx, readJson]) expect((await file(route, stranger)).status).toBe(404);
    // Another period has none of it.
    const other = { ...call(member), params: { ...params, periodFrom: '2026-04-01' } };
    expect(((await callRoute(loader, other)).body as { reports: unknown[] }).reports).toEqual([]);
  });
});
