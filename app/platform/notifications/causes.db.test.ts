import { beforeEach, expect, it } from 'vitest';
import { runNightlyJobs } from '../../../server/nightly-job';
import { raiseAllNotifications } from '../../../server/raise-notifications';
import { makeDocument } from '../../../tests/factories/document';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeOneOfEach } from '../../../tests/factories/one-of-each';
import { testDatabase } from '../../../tests/setup/test-database';
import { can } from '~/access/permissions';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { followSupplier } from '~/suppliers/ownership/follow-supplier.server';
import { listNotifications } from './list-notifications.server';
import { allEvents, type NotificationEvent, notificationEvents } from './notification-events';
import { notify } from './notify.server';
import { raiseNotifications } from './notification-sources.server';

const now = new Date();
const day = (days: number) => new Date(Math.floor(now.getTime() / 86_400_000) * 86_400_000 + days * 86_400_000);

let ana: MadeMember;
let linh: MadeMember;
let made: Awaited<ReturnType<typeof makeOneOfEach>>;
let partyId: string;

beforeEach(async () => {
  ana = await makeMember();
  linh = await makeMember({ organization: ana.organization, role: 'auditor' });
  made = await makeOneOfEach(ana, { hasReport: false });
  ({ partyId } = await ana.inOrganization((db) => db.finding.findFirstOrThrow({ where: { id: made.findingId ?? '' } })));
});

const raise = (at = now) => ana.inOrganization((db) => raiseNotifications(db, { now: at }));
const eventsOf = async (member: MadeMember) =>
  (await member.inOrganization((db) => db.notification.findMany({ select: { event: true }, orderBy: { event: 'asc' } }))).map(
    ({ event }) => event,
  );

it('raises each deadline of an assignee once: soon due, then overdue', async () => {
  await ana.inOrganization(async (db) => {
    await db.task.updateMany({ data: { assigneeId: linh.user.id, dueOn: day(2) } });
    await db.correctiveAction.updateMany({ data: { ownerMemberId: linh.user.id, dueOn: day(2), status: 'pending' } });
  });
  await raise();
  await raise();
  expect(await eventsOf(linh)).toEqual(['action-due', 'task-due']);
  await raise(day(3));
  await raise(day(4));
  expect(await eventsOf(linh)).toEqual(['action-due', 'action-overdue', 'task-due', 'task-overdue']);
});

it('is silent about what is done, far or long ago', async () => {
  await ana.inOrganization(async (db) => {
    await db.task.updateMany({ data: { assigneeId: linh.user.id, dueOn: day(4) } });
    await db.correctiveAction.updateMany({ data: { ownerMemberId: linh.user.id, dueOn: day(-31), status: 'pending' } });
  });
  await raise();
  await ana.inOrganization((db) => db.task.updateMany({ data: { dueOn: day(0), doneAt: now, doneById: linh.user.id } }));
  await raise();
  expect(await eventsOf(linh)).toEqual([]);
});

it('notifies owner and followers of new alerts and findings, an owner who follows once, and not who recorded the finding', async () => {
  const dao = await makeMember({ organization: ana.organization });
  await ana.inOrganization(async (db) => {
    await db.supplier.updateMany({ where: { partyId }, data: { ownerId: linh.user.id } });
    for (const { user } of [linh, dao]) await followSupplier(db, { partyId, userId: user.id, isFollowed: true });
    await db.alert.updateMany({ data: { partyId, firstSeenAt: now, endedAt: null } });
    await db.finding.updateMany({ data: { openedAt: now, recordedById: dao.user.id, withdrawnAt: null } });
  });
  await raise();
  await raise();
  expect((await eventsOf(linh)).filter((event) => /alert/.test(event))).toEqual(['alert-raised']);
  expect(await eventsOf(linh)).toContain('followed-finding');
  expect(await eventsOf(dao)).toEqual(['followed-alert']);
});

it('notifies the member who requested a response, sent a finding for comment or shared it with a site', async () => {
  await ana.inOrganization(async (db) => {
    const { responseId } = await db.questionnaireRequest.findFirstOrThrow();
    await db.questionnaireRequest.updateMany({
      where: { responseId },
      data: { invitedById: linh.user.id, submittedAt: now, receivedAt: now },
    });
    await db.findingReply.create({
      data: {
        ...{ findingId: made.findingId ?? '', sentOn: day(-3), dueOn: day(3), sentById: linh.user.id },
        ...{ kind: 'comment', text: 'We disagree', repliedBy: 'Manager', repliedOn: day(0), recordedById: ana.user.id },
      },
    });
    await db.findingShare.updateMany({ data: { createdById: linh.user.id } });
  });
  await raise();
  expect(await eventsOf(linh)).toEqual(expect.arrayContaining(['finding-replied', 'response-received']));
  expect((await eventsOf(linh)).filter((event) => event === 'response-received')).toHaveLength(1);
});

it('notifies owner and followers of a score report, and who opened or moved a deal of its report, but not who issued them', async () => {
  const dao = await makeMember({ organization: ana.organization });
  const { dealId = '', responseId = '' } = made;
  await ana.inOrganization(async (db) => {
    await db.supplier.updateMany({ where: { partyId }, data: { ownerId: linh.user.id } });
    for (const { user } of [ana, dao]) await followSupplier(db, { partyId, userId: user.id, isFollowed: true });
    await db.dealStatusChange.create({ data: { dealId, fromStatus: 'draft', toStatus: 'screening', byUserId: dao.user.id } });
    const issued = { issuedById: ana.user.id, issuedAt: now };
    await makeDocument(db, { kind: 'assessment', subjectId: responseId, ...issued });
    await makeDocument(db, { kind: 'due-diligence', subjectId: dealId, ...issued });
    await makeDocument(db, { kind: 'monitoring', subjectId: dealId, item: '2025-01-01', ...issued });
    await makeDocument(db, { kind: 'esap', subjectId: dealId, ...issued });
  });
  await raise();
  await raise();
  const ofReports = async (member: MadeMember) => (await eventsOf(member)).filter((event) => /report-ready/.test(event));
  expect(await ofReports(linh)).toEqual(['score-report-ready']);
  expect(await ofReports(dao)).toEqual(['deal-report-ready', 'deal-report-ready', 'score-report-ready']);
  expect(await ofReports(ana)).toEqual([]);
});

it('notifies the team of an audit, who requested questionnaires and who opened a deal of their deadlines, several requests of a day at once', async () => {
  const dueOn = day(-3);
  await ana.inOrganization(async (db) => {
    const { id: auditId } = await db.audit.findFirstOrThrow();
    await db.audit.updateMany({ data: { status: 'planned', startsOn: day(2), endsOn: day(2) } });
    await db.auditMember.deleteMany({ where: { auditId } });
    await db.auditMember.create({ data: { auditId, userId: linh.user.id, part: 'lead' } });
    const { supplierOrganizationId } = await db.questionnaireRequest.findFirstOrThrow();
    const request = { status: 'invited', takenBackAt: null, dueOn, invitedById: linh.user.id };
    await db.questionnaireRequest.updateMany({ data: request });
    const { id: responseId } = await db.questionnaireResponse.create({
      data: { partyId, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: ana.user.id },
    });
    await db.questionnaireRequest.create({ data: { ...request, responseId, supplierOrganizationId, locale: 'en' } });
    await db.deal.updateMany({ data: { openedById: linh.user.id, status: 'monitoring' } });
    await db.covenant.updateMany({ data: { nextDueOn: day(1), endedOn: null } });
    await db.reportSchedule.updateMany({ data: { nextPeriodFrom: day(-90), nextDueOn: dueOn } });
  });
  await raise();
  await raise();
  const found = await linh.inOrganization((db) => db.notification.findMany({ orderBy: { event: 'asc' } }));
  const deadlines = found.filter(({ event }) => /^(audit-starting|request-|covenant-|monitoring-)/.test(event));
  expect(deadlines.map(({ event, count }) => [event, count])).toEqual([
    ['audit-starting', 1],
    ['covenant-due', 1],
    ['monitoring-overdue', 1],
    ['request-overdue', 2],
  ]);
});

it('notifies the member who becomes responsible for an action', async () => {
  const fields = {
    ...{ kind: 'corrective' as const, action: 'Return passports', rootCause: '', owner: 'HR head', ownerMemberId: linh.user.id },
    ...{
      timescale: '30' as const,
      verification: 'desktop' as const,
      agreedBy: '',
      agreedOn: null,
      amountMinor: null,
      currency: null,
      people: null,
    },
  };
  const planned = await ana.inOrganization((db) => planAction(db, { findingId: made.findingId ?? '', fields, userId: ana.user.id, now }));
  expect(planned.kind).toBe('planned');
  expect(await eventsOf(linh)).toEqual(['action-assigned']);
});

it('names each event’s record, or none where it was removed, without the text of findings and notes', async () => {
  const { score, report, schedule } = await ana.inOrganization(async (db) => ({
    schedule: await db.reportSchedule.findFirstOrThrow({ select: { id: true } }),
    score: await db.score.findFirstOrThrow({ where: { partyId }, select: { id: true } }),
    report: await makeDocument(db, { kind: 'monitoring', subjectId: made.dealId ?? '', item: '2025-01-01' }),
  }));
  const records: Partial<Record<NotificationEvent, string | undefined>> = {
    ...{ 'task-assigned': made.taskId, 'task-due': made.taskId, 'task-overdue': made.taskId },
    ...{ 'action-assigned': made.actionId, 'action-due': made.actionId, 'action-overdue': made.actionId },
    ...{
      'audit-assigned': made.auditId,
      'audit-returned': made.auditId,
      'audit-replied': made.auditId,
      'report-ready': made.auditId,
      'response-received': made.responseId,
    },
    ...{ 'finding-replied': made.findingId, 'site-message': made.findingId, 'followed-finding': made.findingId },
    ...{ 'score-report-ready': made.responseId, 'deal-report-ready': report.id, 'band-changed': score.id },
    ...{ 'alert-raised': made.alertId, 'followed-alert': made.alertId, 'supplier-assigned': partyId },
    ...{ 'audit-starting': made.auditId, 'request-overdue': made.responseId },
    ...{ 'covenant-due': made.covenantId, 'covenant-overdue': made.covenantId },
    ...{ 'monitoring-due': schedule.id, 'monitoring-overdue': schedule.id },
    ...{ 'commission-received': made.commissionId, 'commission-changed': made.commissionId, 'credential-expiring': made.auditorId },
  };
  await ana.inOrganization(async (db) => {
    for (const event of allEvents)
      await notify(db, {
        event,
        recordId: records[event] ?? crypto.randomUUID(),
        partyId,
        recipients: [linh.user.id],
        causedById: null,
        now,
      });
  });
  const { notifications } = await linh.inOrganization((db) =>
    listNotifications(db, { userId: linh.user.id, can: (permission) => can('owner', permission) }),
  );
  expect(notifications).toHaveLength(allEvents.length);
  expect(notifications.filter(({ path }) => path === null).map(({ event }) => event)).toEqual(['note-mention']);
  const named = notifications.filter(({ label }) => label !== null).map(({ event }) => event);
  expect([...new Set(named.map((event) => notificationEvents[event].kind))].sort()).toEqual(['assignment', 'deadline', 'reply', 'report']);
});

it('deletes every night what was read 90 days ago or is 400 days old, of every member, and nothing else', async () => {
  const add = (occurrence: string, createdAt: Date, readAt: Date | null) =>
    linh.inOrganization((db) =>
      db.notification.createMany({ data: [{ userId: linh.user.id, event: 'task-due', recordId: partyId, occurrence, createdAt, readAt }] }),
    );
  await add('read long ago', day(-100), day(-91));
  await add('read lately', day(-100), day(-89));
  await add('old', day(-401), null);
  await add('old, read today', day(-401), day(0));
  await add('unread', day(-399), null);
  await runNightlyJobs({ ownerUrl: testDatabase().ownerUrl, today: day(0).toISOString().slice(0, 10) });
  const left = await linh.inOrganization((db) =>
    db.notification.findMany({ select: { occurrence: true }, orderBy: { occurrence: 'asc' } }),
  );
  expect(left.map(({ occurrence }) => occurrence)).toEqual(['read lately', 'unread']);
  expect((await ana.inOrganization((db) => db.notification.findMany())).length, 'of another member').toBe(0);
});

it('runs for every organization', async () => {
  await ana.inOrganization((db) => db.task.updateMany({ data: { assigneeId: linh.user.id, dueOn: day(1) } }));
  await raiseAllNotifications({ ownerUrl: testDatabase().ownerUrl, now });
  expect(await eventsOf(linh)).toContain('task-due');
});
