import type { TenantDb } from '~/access/tenant-db.server';
import { addCovenant, type CovenantFields } from '~/lending/covenants/add-covenant.server';
import { daysAfter, monthsAfter } from '~/lending/covenants/due-days';
import { followBreach } from '~/lending/covenants/follow-breach.server';
import { judgeReport } from '~/lending/monitoring/judge-report.server';
import { followIncident, recordIncident } from '~/lending/monitoring/record-incident.server';
import type { ReportContent } from '~/lending/monitoring/report-content';
import { scheduleReports } from '~/lending/monitoring/schedule-reports.server';
import { testCovenant } from '~/lending/covenants/test-covenant.server';
import { askWaiver, decideWaiver } from '~/lending/covenants/waive-covenant.server';
import { sendReport } from '~/lending/monitoring/write-report.server';

type Line = Omit<CovenantFields, 'firstTestOn' | 'noticeHours' | 'noticeOf' | 'reference'> &
  Partial<Pick<CovenantFields, 'noticeHours' | 'noticeOf' | 'reference'>> & { firstTestOn: string };

const report: ReportContent = {
  counts: { workersDirect: 64, workersContracted: 238, deaths: 0, injuries: 5, grievancesReceived: 9, grievancesClosed: 7 },
  texts: {
    audits: 'Labour inspectorate visit to the camp; two orders on the kitchen, both completed.',
    planProgress: 'The register of agencies is complete. Repayment of recruitment costs is agreed with two of three agencies.',
    breaches: 'Beds in block C are closer than agreed.',
    incidents: 'One fall from height.',
    corrective: 'Block C is being cleared; a second block is under construction.',
  },
  statement: 'with-exceptions',
  byName: 'Project director',
  byFunction: 'Director of the project company',
};

/**
 * The wind farm's covenants and their results: met, overdue, waived and not met, a report received and one late, an incident reported in time. The
 * covenants of the garment loan are drafted, and tested from its signing on. `deciderId` is another member than `userId`: waivers take two.
 */
export async function fillMonitoring(
  db: TenantDb,
  { wind, garment, userId, deciderId, now }: { wind: string; garment: string; userId: string; deciderId: string; now: Date },
): Promise<void> {
  const today = now.toISOString().slice(0, 10);
  const add = async (dealId: string, { noticeHours = null, noticeOf = null, reference = '', ...line }: Line) => {
    const added = await addCovenant(db, { ...line, noticeHours, noticeOf, reference }, { dealId, userId, now });
    if (added.kind !== 'added') throw new Error(`The demonstration could not add a covenant: ${added.kind}`);
    const by = { dealId, covenantId: added.covenantId, now };
    return {
      ...by,
      test: async (dueOn: string, given: { result: 'met' | 'not-met'; text: string }) => {
        const words = given.result === 'met' ? { evidence: given.text, reason: '' } : { evidence: '', reason: given.text };
        const tested = await testCovenant(db, { dueOn, testedOn: dueOn, result: given.result, ...words }, { ...by, userId });
        if (tested.kind !== 'tested') throw new Error(`The demonstration could not test a covenant: ${JSON.stringify(tested)}`);
        return tested.breachId;
      },
    };
  };

  const ago = (months: number, days = 0) => daysAfter(monthsAfter(today, -months), -days);
  const law = await add(wind, {
    ...{ kind: 'law', tester: 'client', frequency: 'half-yearly', firstTestOn: ago(4), reference: '18.1 (a)' },
    text: 'The client complies with environmental, social and labour law and has every permit that the project needs.',
  });
  await law.test(ago(4), { result: 'met', text: 'Statement of the client and list of permits, file ES-04' });
  // Overdue by nine days: the repayment of fees was to be tested.
  await add(wind, {
    ...{ kind: 'fee-repayment', tester: 'consultant', frequency: 'quarterly', firstTestOn: ago(0, 9), reference: '18.4' },
    text: 'No worker pays recruitment fees or related costs. What migrant workers paid to agencies is repaid in full within six months.',
  });
  const camp = await add(wind, {
    ...{ kind: 'camp-standard', tester: 'consultant', frequency: 'quarterly', firstTestOn: ago(1), reference: '18.5' },
    text: 'Every camp resident has six square metres, a lockable box and freedom of movement.',
  });
  const breachId = await camp.test(ago(1), { result: 'not-met', text: 'Block C has 32 residents; 24 were agreed.' });
  const plan = { kind: 'planned', text: 'Eight residents move to the new block D.', dueOn: daysAfter(today, 40) } as const;
  if (breachId === null) throw new Error('The demonstration has no breach of the camp covenant');
  await followBreach(db, plan, { ...camp, breachId, userId });
  const trace = await add(wind, {
    ...{ kind: 'traceability', tester: 'lender', frequency: 'half-yearly', firstTestOn: ago(0, 2), reference: '18.6' },
    text: 'The origin of the magnets and of the steel of each turbine is known and documented.',
  });
  const untilOn = monthsAfter(today, 2);
  await askWaiver(
    db,
    { reason: 'The turbine maker is changing its magnet source. Documents for the new source come with the next delivery.', untilOn },
    { ...trace, userId },
  );
  const waiver = await db.approval.findFirstOrThrow({ where: { covenantId: trace.covenantId }, select: { id: true } });
  const decided = await decideWaiver(
    db,
    { waiverId: waiver.id, verdict: 'approved', answer: 'No delivery is accepted until then.' },
    { ...trace, userId: deciderId },
  );
  if (decided.kind !== 'granted') throw new Error(`The demonstration could not waive a covenant: ${JSON.stringify(decided)}`);
  await add(wind, {
    ...{
      kind: 'notification',
      tester: 'lender',
      frequency: 'yearly',
      firstTestOn: monthsAfter(today, 7),
      noticeHours: 72,
      noticeOf: 'any',
    },
    ...{ reference: '18.8', text: 'The client notifies the lender of any incident within three days of learning of it.' },
  });
  // The report of one quarter arrived; that of the next is late, whatever the day.
  const { from, dueDays } = quartersReported(today);
  await scheduleReports(db, { frequency: 'quarterly', firstPeriodFrom: from, dueDays }, { dealId: wind, userId });
  const sent = await sendReport(db, report, { dealId: wind, periodFrom: from, now, seen: 0, senderId: userId });
  if (sent.kind !== 'sent') throw new Error(`The demonstration could not send a report: ${JSON.stringify(sent)}`);
  const { id: reportId } = await db.monitoringReport.findFirstOrThrow({ where: { dealId: wind }, select: { id: true } });
  const question = 'How many contracted workers live in the camp, and how many of them in block C?';
  await judgeReport(db, { verdict: 'questioned', comment: question, version: 1 }, { reportId, dealId: wind, userId, now });
  const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);
  const recorded = await recordIncident(
    db,
    {
      ...{ kind: 'injury', text: 'A fall from a scaffold at the substation; treated in hospital.', died: 0, harmed: 1 },
      ...{ happenedAt: hours(9 * 24 + 5), learnedAt: hours(9 * 24 + 4), reportedAt: hours(9 * 24 - 22) },
    },
    { dealId: wind, userId, now },
  );
  if (recorded.kind === 'recorded')
    await followIncident(
      db,
      { kind: 'follow-up', text: 'The contractor’s scaffolds were closed and inspected; two were removed.' },
      { incidentId: recorded.incidentId, dealId: wind, userId, now },
    );

  await add(garment, {
    ...{ kind: 'flow-down', tester: 'lender', frequency: 'yearly', firstTestOn: monthsAfter(today, 5), reference: '9.3' },
    text: 'Contracts bind the wash house and its labour recruiters to the same labour standards.',
  });
  await add(garment, {
    ...{ kind: 'reporting', tester: 'lender', frequency: 'half-yearly', firstTestOn: monthsAfter(today, 8), reference: '9.1' },
    text: 'The client reports each half-year, with a statement of compliance.',
  });
}

/** The quarter before the newest one whose report is late by a week or more; reports are due 30 days after their quarter. */
function quartersReported(today: string): { from: string; dueDays: number } {
  const dueDays = 30;
  const quarter = Math.floor((Number(today.slice(5, 7)) - 1) / 3);
  const begun = `${today.slice(0, 4)}-${String(quarter * 3 + 1).padStart(2, '0')}-01`;
  const isLate = daysAfter(begun, dueDays + 6) <= today;
  return { from: monthsAfter(begun, isLate ? -6 : -9), dueDays };
}
