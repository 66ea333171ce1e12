import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeQueueOfEach } from '../../../tests/factories/queue-of-each';
import { callRoute } from '../../../tests/setup/call-route';
import { can, type Permission } from '~/access/permissions';
import { allEvents } from '~/platform/notifications/notification-events';
import { daysAfter } from '~/platform/queue/queue-dates';
import * as changesPage from '~/routes/org/platform/changes';
import * as home from '~/routes/org/shell/home';
import type { HomeRead } from '~/routes/org/shell/read-home.server';
import { eventChanges } from './event-changes';
import { countChanges } from './read-changes.server';
import { changeSources } from './register-changes.server';

const today = new Date().toISOString().slice(0, 10);
const since = daysAfter(today, -5);
const day = (days: number) => new Date(`${daysAfter(today, days)}T10:00:00Z`);
const at = (member: MadeMember, path = '') => ({
  ...{ url: `/o/${member.organization.slug}${path}`, params: { orgSlug: member.organization.slug }, cookie: member.cookie },
});
const cameOn = (member: MadeMember, on: string) =>
  member.inOrganization((db) =>
    db.membership.updateMany({ where: { userId: member.user.id }, data: { lastVisitOn: new Date(on), visitBeforeOn: null } }),
  );
const changesAt = async (member: MadeMember) => ((await callRoute(home.loader, at(member))).body as { home: HomeRead }).home.changes;

describe('the changes of who answers for an audit firm', () => {
  let firm: Awaited<ReturnType<typeof makeQueueOfEach>>;
  let manager: MadeMember;
  const commissions: Record<string, string> = {};

  beforeAll(async () => {
    firm = await makeQueueOfEach('audit-firm', today);
    manager = await firm.of('manager');
    await firm.other.inOrganization(async (db) => {
      for (const [number, fields] of Object.entries({
        'C-2001-0001': {},
        'C-2001-0002': { createdAt: day(-40) },
        'C-2001-0003': { createdAt: day(-40), status: 'withdrawn', answeredAt: day(-1) },
      })) {
        const { id } = await db.auditCommission.create({
          data: {
            ...{ number, type: 'initial', announcement: 'announced', reason: 'As agreed', payer: 'buyer', createdById: firm.other.user.id },
            ...{ wantedFrom: day(30), wantedTo: day(40), firmOrganizationId: manager.organization.id, createdAt: day(-1) },
            place: { supplier: 'Mill of the buyer', site: null, address: '', city: null, country: null, workers: null },
            ...fields,
          },
        });
        commissions[number] = id;
      }
      const commissionId = commissions['C-2001-0002'] ?? '';
      await db.commissionMessage.create({ data: { commissionId, side: 'buyer', text: 'Two shifts', byName: 'Buyer', sentAt: day(-1) } });
    });
    await firm.recorder.inOrganization(async (db) => {
      const audit = await db.audit.findFirstOrThrow({ where: { number: '2002-0002' } });
      await db.finding.updateMany({ where: { id: firm.made.findingId ?? '' }, data: { auditId: audit.id } });
    });
  });

  const count = (member: MadeMember, role: 'manager' | 'auditor') =>
    member.inOrganization((db) =>
      countChanges(db, { userId: member.user.id, home: 'auditor', since, today, can: (asked: Permission) => can(role, asked) }),
    );

  it('have commissions, replies and messages of sites, and credentials, of audits of every team', async () => {
    const counts = new Map((await count(manager, 'manager')).map(({ kind, count: number }) => [kind, number]));
    // One that a firm wrote itself for a client without an account is no news; the two others of the factory were received.
    expect(counts.get('commission-received')).toBe(2);
    expect([...counts.keys()]).toEqual(
      expect.arrayContaining([
        ...['commission-answered', 'commission-withdrawn', 'credential-expired', 'finding-replied', 'site-message'],
        ...['finding-recorded', 'audit-concluded', 'action-overdue'],
      ]),
    );
    const auditor = (await count(await firm.of('auditor'), 'auditor')).map(({ kind }) => kind);
    expect(auditor, 'of an auditor of no team').toEqual([]);
  });

  it('are on Home and on their page, the commission with its client', async () => {
    await cameOn(manager, since);
    const changes = await changesAt(manager);
    expect(changes).toMatchObject({
      counts: expect.arrayContaining([expect.objectContaining({ kind: 'commission-withdrawn', count: 1 })]),
    });
    const page = await callRoute(changesPage.loader, at(manager, '/changes?kind=commission-withdrawn'));
    expect(page.body).toMatchObject({
      changes: [
        {
          rows: [{ subject: 'Buyer of ours', detail: 'C-2001-0003, Mill of the buyer', path: `commissions/${commissions['C-2001-0003']}` }],
        },
      ],
    });
  });
});

describe('notifications', () => {
  it.each(allEvents)('of the event %s are listed by a kind of change that exists, or have a reason why by none', (event) => {
    const change = eventChanges[event];
    if ('none' in change) return expect(change.none).toMatch(/^\w.{10,}/);
    for (const kind of change.kinds) expect([...changeSources().keys()]).toContain(kind);
  });

  it.each(['company', 'lender', 'audit-firm'])('keep the home of a %s from saying that nothing changed', async (kind) => {
    const member = await makeMember({ kind });
    await cameOn(member, since);
    expect(await changesAt(member)).toMatchObject({ counts: [], unlisted: 0 });
    for (const event of allEvents) {
      await member.inOrganization(async (db) => {
        await db.notification.deleteMany({});
        const own = { userId: member.user.id, event, recordId: randomUUID() };
        await db.notification.create({ data: { ...own, createdAt: day(-1), readAt: day(-1) } });
        await db.notification.create({ data: { ...own, occurrence: 'before', createdAt: day(-9) } });
      });
      expect([event, await changesAt(member)]).toEqual([event, expect.objectContaining({ counts: [], unlisted: 1 })]);
      const page = await callRoute(changesPage.loader, at(member, '/changes'));
      expect(page.body).toMatchObject({ changes: [], unlisted: 1 });
    }
  });
});
