import { beforeAll, describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { at, withCovenant } from '../../../tests/factories/monitoring';
import { readMonitoringDue } from './read-due.server';
import { recordIncident } from './record-incident.server';
import { scheduleReports } from './schedule-reports.server';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

describe('the lender’s home page', () => {
  it('lists overdue tests and reports, reports to review, incidents without notice; nothing that is over or waived', async () => {
    const { dealId, test } = await withCovenant(owner, { frequency: 'once' });
    const by = { dealId, userId: owner.user.id };
    const due = async (today: string) =>
      (await owner.inOrganization((db) => readMonitoringDue(db, { today, now: at(today), take: 1_000 }))).items
        .filter((item) => item.dealId === dealId)
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
    await owner.inOrganization((db) => db.deal.updateMany({ where: { id: dealId }, data: { status: 'exited' } }));
    expect(await due('2027-02-18')).toEqual([]);
    const stranger = await makeMember();
    expect((await stranger.inOrganization((db) => readMonitoringDue(db, { today: '2027-02-18', now: at('2027-02-18') }))).items).toEqual(
      [],
    );
  });
});
