import { beforeEach, describe, expect, it } from 'vitest';
import { listActivity } from '~/activity-log/list-activity.server';
import { removeMember } from '~/organizations/members/remove-member.server';
import { addNote } from '~/suppliers/notes/add-note.server';
import { editNote } from '~/suppliers/notes/edit-note.server';
import { listNotes } from '~/suppliers/notes/list-notes.server';
import { removeNote } from '~/suppliers/notes/remove-note.server';
import { assignOwner } from '~/suppliers/ownership/assign-owner.server';
import { followSupplier } from '~/suppliers/ownership/follow-supplier.server';
import { readListState } from '~/suppliers/registry/list-state';
import { listSuppliers } from '~/suppliers/registry/list-suppliers.server';
import { createTag } from '~/suppliers/tags/create-tag.server';
import { deleteTag } from '~/suppliers/tags/delete-tag.server';
import { listTags } from '~/suppliers/tags/list-tags.server';
import { renameTag } from '~/suppliers/tags/rename-tag.server';
import { tagSuppliers } from '~/suppliers/tags/tag-suppliers.server';
import { addTask } from '~/suppliers/tasks/add-task.server';
import { completeTask } from '~/suppliers/tasks/complete-task.server';
import { editTask } from '~/suppliers/tasks/edit-task.server';
import { countTasks, listTasks } from '~/suppliers/tasks/list-tasks.server';
import { readTaskFilter } from '~/suppliers/tasks/task-form';
import { removeTask } from '~/suppliers/tasks/remove-task.server';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readCollaboration } from './read-collaboration.server';

const now = new Date('2026-03-02T10:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const today = '2026-03-02';

let ana: MadeMember;
let linh: MadeMember;
let mill: { partyId: string; publicId: string };
let dyer: { partyId: string; publicId: string };

beforeEach(async () => {
  ana = await makeMember();
  linh = await makeMember({ organization: ana.organization, role: 'auditor' });
  mill = await makeSupplier(ana, { name: 'Cotton mill' });
  dyer = await makeSupplier(ana, { name: 'Dyer' });
});

const actsOf = async (partyId: string) =>
  (await ana.inOrganization((db) => listActivity(db, { recordKind: 'supplier', recordId: partyId }))).events.map(({ act, changes }) => ({
    act,
    changes,
  }));
const listed = async (by: MadeMember, search: string) =>
  (await by.inOrganization((db) => listSuppliers(db, readListState(new URLSearchParams(search))))).rows.map(({ name, owner, tags }) => ({
    name,
    owner,
    tags,
  }));
const reader = (by: MadeMember) => ({ userId: by.user.id, mayWrite: true, mayRemoveOthers: false });

describe('notes', () => {
  const add = (text: string, by = ana) => by.inOrganization((db) => addNote(db, { partyId: mill.partyId, text, userId: by.user.id, now }));
  const notes = (by: MadeMember, at = now) =>
    by.inOrganization((db) => listNotes(db, { partyId: mill.partyId, reader: reader(by), now: at, take: 2 }));

  it('mention members, and leave none of their text in the activity', async () => {
    const added = await add(`Call with the mill on Monday.\r\n@${linh.user.name} joins.`);
    expect(added.kind).toBe('added');
    const [note] = (await notes(ana)).notes;
    expect(note).toMatchObject({ author: ana.user.name, text: `Call with the mill on Monday.\n@${linh.user.name} joins.` });
    expect(note?.parts.filter(({ isMention }) => isMention)).toEqual([{ text: `@${linh.user.name}`, isMention: true }]);
    const mentions = await ana.inOrganization((db) => db.noteMention.findMany({ select: { userId: true } }));
    expect(mentions).toEqual([{ userId: linh.user.id }]);
    expect(await actsOf(mill.partyId)).toEqual([{ act: 'add-note', changes: [] }]);
  });

  it('are refused without text, or when they mention no member', async () => {
    expect(await add('  \n ')).toEqual({ kind: 'refused', code: 'text-missing' });
    expect(await add('@Viktor knows more')).toEqual({ kind: 'refused', code: 'unknown-mention', names: ['Viktor'] });
    expect(await add('x'.repeat(4_001))).toEqual({ kind: 'refused', code: 'text-too-long' });
    expect((await notes(ana)).notes).toEqual([]);
  });

  it('are edited by their author for 15 minutes, and removed by the author or a manager', async () => {
    const added = await add(`Ask @${linh.user.name}`);
    const noteId = added.kind === 'added' ? added.noteId : '';
    const edit = (by: MadeMember, at: Date) =>
      by.inOrganization((db) => editNote(db, { partyId: mill.partyId, noteId, text: 'Ask the mill', userId: by.user.id, now: at }));
    expect(await edit(linh, now)).toEqual({ kind: 'unknown' });
    expect(await edit(ana, later(16))).toEqual({ kind: 'refused', code: 'too-late' });
    expect(await edit(ana, later(15))).toEqual({ kind: 'edited' });
    expect((await notes(ana, later(16))).notes).toMatchObject([
      { text: 'Ask the mill', editedAt: later(15), mayEdit: false, mayRemove: true, parts: [{ isMention: false }] },
    ]);
    expect((await notes(linh)).notes).toMatchObject([{ mayEdit: false, mayRemove: false }]);
    const remove = (mayRemoveOthers: boolean) =>
      linh.inOrganization((db) => removeNote(db, { partyId: mill.partyId, noteId, userId: linh.user.id, mayRemoveOthers }));
    expect(await remove(false)).toBe(false);
    expect(await remove(true)).toBe(true);
    expect((await notes(ana)).notes).toEqual([]);
    expect((await actsOf(mill.partyId))[0]).toEqual({
      act: 'remove-note',
      changes: [{ field: 'author', before: ana.user.name, after: null }],
    });
  });

  it('are read page by page', async () => {
    for (const [minutes, text] of ['first', 'second', 'third'].entries())
      await ana.inOrganization((db) => addNote(db, { partyId: mill.partyId, text, userId: ana.user.id, now: later(minutes) }));
    const first = await notes(ana);
    expect(first.notes.map(({ text }) => text)).toEqual(['third', 'second']);
    const rest = await ana.inOrganization((db) =>
      listNotes(db, { partyId: mill.partyId, reader: reader(ana), now, take: 2, before: first.next ?? '' }),
    );
    expect([rest.notes.map(({ text }) => text), rest.next]).toEqual([['first'], null]);
  });
});

describe('tasks', () => {
  const add = async (title: string, dueOn: string, assigneeId: string | null, partyId = mill.partyId) => {
    const added = await ana.inOrganization((db) =>
      addTask(db, { partyId, fields: { title, dueOn, assigneeId }, userId: ana.user.id, now }),
    );
    if (added.kind === 'refused') throw new Error(added.code);
    return added.taskId;
  };
  const titles = async (search: string, by = ana) =>
    (
      await by.inOrganization((db) => listTasks(db, { ...readTaskFilter(new URLSearchParams(search)), userId: by.user.id, today }))
    ).rows.map(({ title, daysLate }) => `${title} ${daysLate}`);

  it('are listed by due date, filtered by assignee, lateness, state and supplier, and counted', async () => {
    await add('Verify hours', '2026-03-20', linh.user.id);
    await add('Collect contracts', '2026-02-27', ana.user.id);
    await add('Map spinners', '2026-03-05', null, dyer.partyId);
    const done = await add('Send CAP', '2026-01-31', ana.user.id, dyer.partyId);
    await ana.inOrganization((db) => completeTask(db, { taskId: done, isDone: true, userId: ana.user.id, now }));
    expect(await titles('')).toEqual(['Collect contracts 3', 'Map spinners 0', 'Verify hours 0']);
    expect(await titles('sort=-due')).toEqual(['Verify hours 0', 'Map spinners 0', 'Collect contracts 3']);
    expect(await titles('who=mine', linh)).toEqual(['Verify hours 0']);
    expect(await titles('who=none')).toEqual(['Map spinners 0']);
    expect(await titles(`who=${ana.user.id}&status=all`)).toEqual(['Send CAP 0', 'Collect contracts 3']);
    expect(await titles('when=overdue')).toEqual(['Collect contracts 3']);
    expect(await titles('when=week')).toEqual(['Collect contracts 3', 'Map spinners 0']);
    expect(await titles(`supplier=${dyer.publicId}`)).toEqual(['Map spinners 0']);
    expect(await titles('status=done')).toEqual(['Send CAP 0']);
    expect(await ana.inOrganization((db) => countTasks(db, { userId: ana.user.id, today }))).toEqual({
      ...{ open: 3, overdue: 1, mine: 1, mineOverdue: 1 },
    });
  });

  it('continue on the next page in every order, those without an assignee last', async () => {
    for (const [at, assignee] of [linh.user.id, null, ana.user.id].entries()) await add(`Task ${at}`, `2026-04-0${at + 1}`, assignee);
    for (const key of ['due', 'supplier', 'assignee', 'created'])
      for (const direction of ['ascending', 'descending'] as const) {
        const page = (cursor?: string) =>
          ana.inOrganization((db) => listTasks(db, { sort: { key, direction }, userId: ana.user.id, today, take: 2, cursor }));
        const first = await page();
        const second = await page(first.next ?? '');
        expect([first.rows.length, second.rows.length, second.next], `${key} ${direction}`).toEqual([2, 1, null]);
        expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(3);
        if (key === 'assignee' && direction === 'ascending') expect(second.rows[0]?.assignee).toBeNull();
      }
  });

  it('are edited, completed once, reopened and removed, each with an entry in the activity', async () => {
    const taskId = await add('Collect contracts', '2026-02-27', ana.user.id);
    const fields = { title: 'Collect 20 contracts', dueOn: '2026-03-06', assigneeId: linh.user.id };
    const edit = (assigneeId: string | null) =>
      ana.inOrganization((db) => editTask(db, { taskId, fields: { ...fields, assigneeId }, userId: ana.user.id, now }));
    const stranger = await makeMember();
    expect(await edit(stranger.user.id)).toEqual({ kind: 'refused', code: 'no-member' });
    expect(await edit(linh.user.id)).toEqual({ kind: 'edited' });
    const complete = (isDone: boolean) => linh.inOrganization((db) => completeTask(db, { taskId, isDone, userId: linh.user.id, now }));
    expect([await complete(true), await complete(true)]).toEqual([true, false]);
    expect(await edit(null)).toEqual({ kind: 'unknown' });
    expect([await complete(false), await complete(false)]).toEqual([true, false]);
    const remove = (mayRemoveOthers: boolean) =>
      linh.inOrganization((db) => removeTask(db, { taskId, userId: linh.user.id, mayRemoveOthers }));
    expect([await remove(false), await remove(true), await remove(true)]).toEqual([false, true, false]);
    const acts = await actsOf(mill.partyId);
    expect(acts.map(({ act }) => act)).toEqual(['remove-task', 'reopen-task', 'complete-task', 'edit-task', 'add-task']);
    expect(acts[3]?.changes).toEqual([
      { field: 'assignee', before: ana.user.name, after: linh.user.name },
      { field: 'task', before: 'Collect contracts', after: 'Collect 20 contracts' },
      { field: 'taskDueOn', before: '2026-02-27', after: '2026-03-06' },
    ]);
  });

  it('of an archived supplier stay with it and leave the list', async () => {
    await add('Collect contracts', '2026-02-27', ana.user.id);
    await ana.inOrganization((db) => db.supplier.updateMany({ where: { partyId: mill.partyId }, data: { archivedAt: now } }));
    expect(await titles('')).toEqual([]);
    const kept = await ana.inOrganization((db) =>
      readCollaboration(db, { partyId: mill.partyId, member: { user: { ...ana.user, locale: null }, can: () => true }, now }),
    );
    expect(kept.tasks.map(({ title }) => title)).toEqual(['Collect contracts']);
  });
});

describe('owners, tags and followers', () => {
  const assign = (ownerId: string | null, partyIds = [mill.partyId, dyer.partyId]) =>
    ana.inOrganization((db) => assignOwner(db, { suppliers: { partyIds }, ownerId, userId: ana.user.id, now }));
  const tag = async (name: string) => {
    const made = await ana.inOrganization((db) => createTag(db, { name, userId: ana.user.id }));
    return made.kind === 'refused' ? '' : made.tagId;
  };
  const tagged = (tagId: string, isAdded: boolean, suppliers: Parameters<typeof tagSuppliers>[1]['suppliers']) =>
    ana.inOrganization((db) => tagSuppliers(db, { suppliers, tagId, isAdded, userId: ana.user.id }));

  it('assigns an owner to many suppliers and records each that changes', async () => {
    expect(await assign(linh.user.id, [mill.partyId])).toEqual({ kind: 'assigned', count: 1 });
    expect(await assign(linh.user.id)).toEqual({ kind: 'assigned', count: 1 });
    expect(await assign((await makeMember()).user.id)).toEqual({ kind: 'refused', code: 'no-member' });
    expect(await actsOf(dyer.partyId)).toEqual([
      { act: 'assign-owner', changes: [{ field: 'owner', before: null, after: linh.user.name }] },
    ]);
    expect(await listed(linh, 'owner=me')).toEqual([
      { name: 'Cotton mill', owner: linh.user.name, tags: [] },
      { name: 'Dyer', owner: linh.user.name, tags: [] },
    ]);
    expect(await assign(null, [dyer.partyId])).toEqual({ kind: 'assigned', count: 1 });
    expect((await listed(ana, 'owner=none')).map(({ name }) => name)).toEqual(['Dyer']);
    expect((await listed(ana, `owner=none&owner=${linh.user.id}`)).map(({ name }) => name)).toEqual(['Cotton mill', 'Dyer']);
  });

  it('tags all suppliers that a list shows, once each, and filters by tags', async () => {
    const tagId = await tag('  Exit   plan ');
    expect(await tag('exit PLAN')).toBe(tagId);
    const state = readListState(new URLSearchParams('q=mill'));
    expect(await tagged(tagId, true, { state })).toEqual({ kind: 'tagged', count: 1 });
    expect(await tagged(tagId, true, { partyIds: [mill.partyId, dyer.partyId] })).toEqual({ kind: 'tagged', count: 1 });
    expect(await actsOf(mill.partyId)).toEqual([{ act: 'add-tag', changes: [{ field: 'tag', before: null, after: 'Exit plan' }] }]);
    expect(await tagged(tagId, false, { partyIds: [dyer.partyId] })).toEqual({ kind: 'tagged', count: 1 });
    expect(await listed(ana, `tag=${tagId}`)).toEqual([{ name: 'Cotton mill', owner: null, tags: ['Exit plan'] }]);
    const stranger = await makeMember();
    expect(
      await stranger.inOrganization((db) =>
        tagSuppliers(db, { suppliers: { partyIds: [mill.partyId] }, tagId, isAdded: true, userId: stranger.user.id }),
      ),
    ).toEqual({ kind: 'refused', code: 'unknown-tag' });
  });

  it('renames a tag unless another has the name, and deletes it from every supplier', async () => {
    const [cotton, exit] = [await tag('Cotton'), await tag('Exit plan')];
    await tagged(cotton, true, { partyIds: [mill.partyId] });
    const by = { userId: ana.user.id, organizationId: ana.organization.id };
    const rename = (name: string) => ana.inOrganization((db) => renameTag(db, { ...by, tagId: cotton, name }));
    expect(await rename('EXIT plan')).toEqual({ kind: 'refused', code: 'name-taken' });
    expect(await rename(' ')).toEqual({ kind: 'refused', code: 'name-missing' });
    expect(await rename('cotton')).toEqual({ kind: 'renamed' });
    expect((await listed(ana, 'q=mill'))[0]?.tags).toEqual(['cotton']);
    expect(await ana.inOrganization((db) => deleteTag(db, { ...by, tagId: cotton }))).toBe(true);
    expect(await ana.inOrganization(listTags)).toEqual([{ id: exit, name: 'Exit plan', suppliers: 0 }]);
    expect((await listed(ana, 'q=mill'))[0]?.tags).toEqual([]);
  });

  it('lists the suppliers that the reader follows', async () => {
    const follow = (isFollowed: boolean) =>
      linh.inOrganization((db) => followSupplier(db, { partyId: dyer.partyId, userId: linh.user.id, isFollowed }));
    await follow(true);
    await follow(true);
    expect((await listed(linh, 'followed=yes')).map(({ name }) => name)).toEqual(['Dyer']);
    expect(await listed(ana, 'followed=yes')).toEqual([]);
    await follow(false);
    expect(await listed(linh, 'followed=yes')).toEqual([]);
  });

  it('leaves suppliers and open tasks visibly without a person when a member leaves', async () => {
    await assign(linh.user.id);
    const due = { dueOn: '2026-03-20', assigneeId: linh.user.id };
    await ana.inOrganization((db) =>
      addTask(db, { partyId: mill.partyId, fields: { title: 'Verify hours', ...due }, userId: ana.user.id, now }),
    );
    await linh.inOrganization((db) => followSupplier(db, { partyId: mill.partyId, userId: linh.user.id, isFollowed: true }));
    const removal = await ana.inOrganization((db) => removeMember(db, { userId: linh.user.id, byUserId: ana.user.id }));
    expect(removal).toMatchObject({ kind: 'removed', released: { suppliers: 2, tasks: 1 } });
    expect((await listed(ana, 'owner=none')).map(({ name }) => name)).toEqual(['Cotton mill', 'Dyer']);
    const { rows } = await ana.inOrganization((db) => listTasks(db, { who: 'none', userId: ana.user.id, today }));
    expect(rows.map(({ title }) => title)).toEqual(['Verify hours']);
    expect(await ana.inOrganization((db) => db.supplierFollower.count())).toBe(0);
    const acts = await actsOf(mill.partyId);
    expect(acts.find(({ act }) => act === 'lose-owner')?.changes).toEqual([{ field: 'owner', before: linh.user.name, after: null }]);
    expect(acts.some(({ act }) => act === 'lose-assignee')).toBe(true);
  });
});
