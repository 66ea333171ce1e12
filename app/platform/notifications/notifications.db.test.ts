import { queryTogether } from '~/access/sql/query.server';
import { randomUUID } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { can, type Role } from '~/access/permissions';
import { removeMember } from '~/organizations/members/remove-member.server';
import { addNote } from '~/suppliers/notes/add-note.server';
import { editNote } from '~/suppliers/notes/edit-note.server';
import { removeNote } from '~/suppliers/notes/remove-note.server';
import { assignOwner } from '~/suppliers/ownership/assign-owner.server';
import { addTask } from '~/suppliers/tasks/add-task.server';
import { editTask } from '~/suppliers/tasks/edit-task.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { listNotifications, markRead, unreadFrom, unreadQuestion } from './list-notifications.server';
import { allEvents, notificationEvents } from './notification-events';
import { readSettings } from './notification-settings';
import { notify } from './notify.server';
import { saveSettings } from './settings.server';

const now = new Date('2026-03-02T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

let ana: MadeMember;
let linh: MadeMember;
let mill: { partyId: string; publicId: string };

beforeEach(async () => {
  ana = await makeMember();
  linh = await makeMember({ organization: ana.organization, role: 'auditor' });
  mill = await makeSupplier(ana, { name: 'Cotton mill' });
});

const unread = async (by: MadeMember) => {
  const rows = await by.inOrganization((db) => queryTogether(db, { unread: unreadQuestion(by.user.id) }));
  return unreadFrom(rows.unread, reader(by).can);
};
const reader = (by: MadeMember, role: Role = 'owner') => ({
  userId: by.user.id,
  can: (permission: Parameters<typeof can>[1]) => can(role, permission),
});
const listed = async (by: MadeMember, role?: Role) =>
  (await by.inOrganization((db) => listNotifications(db, reader(by, role)))).notifications.map(
    ({ event, label, supplier, path, count }) => ({
      ...{ event, label, supplier, path, count },
    }),
  );
const addTaskFor = (assigneeId: string | null) =>
  ana.inOrganization((db) =>
    addTask(db, {
      partyId: mill.partyId,
      fields: { title: 'Collect gin codes', dueOn: '2026-03-09', assigneeId },
      userId: ana.user.id,
      now,
    }),
  );
const notifyOf = (by: MadeMember, event: (typeof allEvents)[number], recipients: string[], occurrence = '') =>
  by.inOrganization((db) =>
    notify(db, { event, recordId: mill.partyId, partyId: mill.partyId, recipients, causedById: null, now, occurrence }),
  );

describe('an assignment', () => {
  it('notifies the assignee of a task once, and a later assignee when it changes', async () => {
    const added = await addTaskFor(linh.user.id);
    if (added.kind !== 'added') throw new Error(added.kind);
    const notice = {
      event: 'task-assigned',
      label: 'Collect gin codes',
      supplier: 'Cotton mill',
      path: `/tasks/${added.taskId}`,
      count: 1,
    };
    expect(await listed(linh)).toEqual([notice]);
    const edit = (assigneeId: string | null, title = 'Collect gin codes') =>
      ana.inOrganization((db) =>
        editTask(db, { taskId: added.taskId, fields: { title, dueOn: '2026-03-09', assigneeId }, userId: ana.user.id, now: later(1) }),
      );
    await edit(linh.user.id, 'Collect bale codes');
    expect(await listed(linh)).toEqual([{ ...notice, label: 'Collect bale codes' }]);
    const dao = await makeMember({ organization: ana.organization });
    await edit(dao.user.id);
    expect(await listed(dao)).toEqual([notice]);
  });

  it('does not notify the person who made it', async () => {
    await addTaskFor(ana.user.id);
    await ana.inOrganization((db) =>
      assignOwner(db, { suppliers: { partyIds: [mill.partyId] }, ownerId: ana.user.id, userId: ana.user.id, now }),
    );
    expect(await listed(ana)).toEqual([]);
  });

  it('of several suppliers notifies their owner once, with their count', async () => {
    const dyer = await makeSupplier(ana, { name: 'Dyer' });
    const assign = (partyIds: string[], at: Date) =>
      ana.inOrganization((db) => assignOwner(db, { suppliers: { partyIds }, ownerId: linh.user.id, userId: ana.user.id, now: at }));
    await assign([mill.partyId], now);
    const spinner = await makeSupplier(ana, { name: 'Spinner' });
    await assign([mill.partyId, dyer.partyId, spinner.partyId], later(1));
    await assign([mill.partyId, dyer.partyId], later(2));
    expect(await listed(linh)).toEqual([
      { event: 'supplier-assigned', label: null, supplier: null, path: '/suppliers?owner=me', count: 2 },
      { event: 'supplier-assigned', label: null, supplier: 'Cotton mill', path: `/suppliers/${mill.publicId}`, count: 1 },
    ]);
  });
});

describe('a mention', () => {
  it('notifies each mentioned member once, also when the note is edited, and shows nothing of the text', async () => {
    const text = `Ask @${linh.user.name} about the secret ledger`;
    const added = await ana.inOrganization((db) => addNote(db, { partyId: mill.partyId, text, userId: ana.user.id, now }));
    if (added.kind !== 'added') throw new Error(added.kind);
    const { noteId } = added;
    const change = { partyId: mill.partyId, noteId, userId: ana.user.id, now: later(1) };
    await ana.inOrganization((db) => editNote(db, { ...change, text: `${text} again` }));
    const path = `/suppliers/${mill.publicId}/notes#note-${noteId}-shown`;
    expect(await listed(linh)).toEqual([{ event: 'note-mention', label: null, supplier: 'Cotton mill', path, count: 1 }]);
    await ana.inOrganization((db) => removeNote(db, { ...change, mayRemoveOthers: false }));
    expect(await listed(linh)).toMatchObject([{ event: 'note-mention', path: null }]);
  });
});

describe('the list', () => {
  it('shows unread first, then the newest, and continues after its cursor', async () => {
    for (let at = 0; at < 52; at++)
      await ana.inOrganization((db) =>
        notify(db, {
          ...{ event: 'supplier-assigned', recordId: mill.partyId, partyId: mill.partyId, recipients: [linh.user.id], causedById: null },
          ...{ now: later(at), occurrence: String(at) },
        }),
      );
    const page = (cursor?: string) => linh.inOrganization((db) => listNotifications(db, { ...reader(linh), cursor }));
    const first = await page();
    expect(first.notifications[0]?.createdAt).toEqual(later(51));
    const newest = first.notifications[0]?.id ?? '';
    expect(await linh.inOrganization((db) => markRead(db, { userId: linh.user.id, id: newest, now }))).toBe(true);
    const again = await page();
    expect(again.notifications[0]?.createdAt).toEqual(later(50));
    const rest = await page(again.next ?? '');
    expect(rest.notifications.map(({ createdAt, isRead }) => [createdAt, isRead])).toEqual([
      [later(0), false],
      [later(51), true],
    ]);
    expect(rest.next).toBeNull();
    expect(await unread(linh)).toBe(51);
    await linh.inOrganization((db) => markRead(db, { userId: linh.user.id, id: null, now }));
    expect(await unread(linh)).toBe(0);
  });

  it('leaves out kinds that are off and records that the role may not read', async () => {
    await notifyOf(ana, 'supplier-assigned', [linh.user.id]);
    expect(await listed(linh)).toHaveLength(1);
    expect((await linh.inOrganization((db) => listNotifications(db, { userId: linh.user.id, can: () => false }))).notifications).toEqual(
      [],
    );
    await linh.inOrganization((db) =>
      saveSettings(db, { userId: linh.user.id, settings: readSettings({ deliveries: { assignment: 'off' } }) }),
    );
    expect(await listed(linh)).toEqual([]);
    expect(await unread(linh)).toBe(0);
  });

  it('is read and marked by its recipient alone', async () => {
    await notifyOf(ana, 'supplier-assigned', [linh.user.id]);
    const [own] = await linh.inOrganization((db) => db.notification.findMany({ select: { id: true } }));
    expect(await ana.inOrganization((db) => db.notification.findMany())).toEqual([]);
    const id = own?.id ?? '';
    expect(await ana.inOrganization((db) => markRead(db, { userId: linh.user.id, id, now }))).toBe(false);
    expect((await ana.inOrganization((db) => db.notification.deleteMany())).count).toBe(0);
    await expect(
      linh.inOrganization((db) => db.notification.updateMany({ data: { userId: ana.user.id } })),
      'given to another member',
    ).rejects.toThrow(/row-level security/);
    expect(await listed(linh)).toHaveLength(1);
  });
});

describe('a member', () => {
  it('who is removed has no notification and gets none', async () => {
    await notifyOf(ana, 'supplier-assigned', [linh.user.id]);
    await ana.inOrganization((db) => removeMember(db, { userId: linh.user.id, byUserId: ana.user.id }));
    await notifyOf(ana, 'supplier-assigned', [linh.user.id, randomUUID()], 'after');
    expect(await linh.inOrganization((db) => db.notification.count())).toBe(0);
  });

  it('of another organization gets none', async () => {
    const stranger = await makeMember();
    await notifyOf(ana, 'supplier-assigned', [stranger.user.id]);
    expect(await stranger.inOrganization((db) => db.notification.count())).toBe(0);
  });
});

describe('sensitive cases', () => {
  it('have no event, and their district notifies no one', () => {
    expect(allEvents.filter((event) => /case|sensitive|safeguard/.test(event))).toEqual([]);
    expect(Object.values(notificationEvents).map(({ needs }) => needs)).not.toContain('open:sensitive-case');
    const folder = join(process.cwd(), 'app/safeguarding');
    const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name));
    expect(sources.length).toBeGreaterThan(10);
    expect(sources.filter((name) => readFileSync(join(folder, name), 'utf8').includes('platform/notifications'))).toEqual([]);
  });

  it('cannot be the event of a stored notification', async () => {
    const other = { event: 'sensitive-case', recordId: mill.partyId, userId: ana.user.id };
    await expect(ana.inOrganization((db) => db.notification.createMany({ data: [other] }))).rejects.toThrow(/Notification_event/);
  });
});
