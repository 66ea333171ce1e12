import { createReportingLink } from '~/access/reporting-links.server';
import { beforeAll, describe, expect, it } from 'vitest';
import { readQueue } from '~/platform/queue/read-queue.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { at, withCovenant } from '../../../tests/factories/monitoring';
import { recordIncident } from './record-incident.server';
import { scheduleReports } from './schedule-reports.server';

let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember();
});

describe('the queue of a lender', () => {
  it('lists overdue tests and reports and incidents without notice; nothing that is over or waived', async () => {
    const { dealId, test } = await withCovenant(owner, { frequency: 'once' });
    const by = { dealId, userId: owner.user.id };
    const queueOn = async (member: MadeMember, today: string) => {
      const { organization, user } = member;
      const reader = { userId: user.id, organizationId: organization.id, role: 'owner' as const, today, until: today, now: at(today) };
      const { items } = await member.inOrganization((db) => readQueue(db, reader, { perKind: 50 }));
      return items.flatMap(({ kind, dueOn, path }) => (path.startsWith('deals/') ? [`${kind} ${dueOn}`] : []));
    };
    const due = async (today: string) => (await queueOn(owner, today)).sort();
    expect(await due('2026-12-30')).toEqual([]);
    expect(await due('2026-12-31')).toEqual(['test-covenant 2026-12-31']);
    await owner.inOrganization((db) => scheduleReports(db, { frequency: 'yearly', firstPeriodFrom: '2026-01-01', dueDays: 45 }, by));
    expect(await due('2027-02-13')).toEqual(['test-covenant 2026-12-31']);
    expect(await due('2027-02-14')).toEqual(['remind-report 2027-02-14', 'test-covenant 2026-12-31']);
    // Without a link or a device the client cannot report, and the task says so.
    const reminder = async () => {
      const reader = { userId: owner.user.id, organizationId: owner.organization.id, role: 'owner' as const, now: at('2027-02-14') };
      const days = { today: '2027-02-14', until: '2027-02-14' };
      const { items } = await owner.inOrganization((db) => readQueue(db, { ...reader, ...days }, { perKind: 5, kinds: ['remind-report'] }));
      return items[0]?.detail;
    };
    expect(await reminder()).toMatch(/^client has no active link · /);
    await owner.inOrganization((db) =>
      createReportingLink(db, { dealId, locale: 'en', email: null, createdById: owner.user.id, now: at('2027-02-14') }),
    );
    expect(await reminder()).not.toContain('link');
    await owner.inOrganization((db) =>
      recordIncident(
        db,
        {
          kind: 'fire',
          text: 'A kitchen burnt',
          happenedAt: at('2027-02-15'),
          learnedAt: at('2027-02-15'),
          reportedAt: null,
          died: null,
          harmed: null,
        },
        { ...by, now: at('2027-02-15') },
      ),
    );
    expect(await due('2027-02-15')).toEqual(['assess-incident 2027-02-17', 'remind-report 2027-02-14', 'test-covenant 2026-12-31']);
    await test('2026-12-31', 'met', '2027-02-16');
    await owner.inOrganization((db) => db.deal.updateMany({ where: { id: dealId }, data: { status: 'exited' } }));
    expect(await due('2027-02-18')).toEqual([]);
    expect(await queueOn(await makeMember(), '2027-02-18')).toEqual([]);
  });
});
