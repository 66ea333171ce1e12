import { beforeAll, describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { actOnViews, mostOwnViews, type ViewActor } from './act-on-views.server';
import { readViewQuery, readViews } from './read-views.server';
import type { ViewAct } from './schema';

const list = 'suppliers';
let anna: MadeMember;
let ben: MadeMember;
let stranger: MadeMember;

beforeAll(async () => {
  anna = await makeMember();
  ben = await makeMember({ role: 'viewer', organization: anna.organization });
  stranger = await makeMember();
});

const act = (who: MadeMember, wanted: ViewAct, actor: Partial<ViewActor> = {}) =>
  who.inOrganization((db) =>
    actOnViews(db, wanted, {
      ...{ list, userId: who.user.id, mayShare: who !== ben, query: 'country=IN&sort=name', columns: ['alerts'], builtIn: ['all', 'late'] },
      ...actor,
    }),
  );
const viewsOf = (who: MadeMember) => who.inOrganization((db) => readViews(db, { list, userId: who.user.id }));

async function save(who: MadeMember, name: string, isShared: boolean): Promise<string> {
  const done = await act(who, { intent: 'save-view', name, ...(isShared ? { isShared: 'yes' } : {}) });
  if (done.kind !== 'done' || done.view === null) throw new Error('not saved');
  return done.view;
}

describe('saved views', () => {
  it('are the own ones and those that others shared, with who shared them', async () => {
    const own = await save(anna, 'Cotton', false);
    const shared = await save(anna, 'Brick kilns', true);
    expect((await viewsOf(anna)).saved.map(({ id }) => id)).toEqual(expect.arrayContaining([own, shared]));
    const ofBen = (await viewsOf(ben)).saved;
    expect(ofBen).toEqual([
      {
        id: shared,
        name: 'Brick kilns',
        query: 'country=IN&sort=name',
        columns: ['alerts'],
        isShared: true,
        isOwn: false,
        sharedBy: anna.user.name,
      },
    ]);
    expect(await ben.inOrganization((db) => readViewQuery(db, { list, id: own }))).toBeNull();
    expect((await viewsOf(stranger)).saved).toEqual([]);
  });

  it('are not shared by a member without permission', async () => {
    const id = await save(ben, 'Mine only', true);
    expect((await viewsOf(ben)).saved.find((view) => view.id === id)?.isShared).toBe(false);
    expect((await viewsOf(anna)).saved.some((view) => view.id === id)).toBe(false);
  });

  it('are changed and deleted by their owner, and shared ones by members who may share', async () => {
    const shared = await save(anna, 'Seafood', true);
    const change: ViewAct = { intent: 'change-view', view: shared, name: 'Shrimp', isShared: 'yes' };
    expect(await act(ben, change)).toEqual({ kind: 'missing' });
    expect(await act(ben, { intent: 'delete-view', view: shared })).toEqual({ kind: 'missing' });
    expect(await act(anna, { ...change, withFilters: 'yes' }, { query: 'country=TH', columns: ['tier'] })).toEqual({
      kind: 'done',
      view: shared,
    });
    expect((await viewsOf(anna)).saved.find(({ id }) => id === shared)).toMatchObject({
      name: 'Shrimp',
      query: 'country=TH',
      columns: ['tier'],
    });
    const carla = await makeMember({ role: 'manager', organization: anna.organization });
    expect(await act(carla, { intent: 'change-view', view: shared, name: 'Fish' })).toEqual({ kind: 'done', view: shared });
    // Another member's shared view stays shared.
    expect((await viewsOf(carla)).saved.find(({ id }) => id === shared)).toMatchObject({
      name: 'Fish',
      isShared: true,
      query: 'country=TH',
    });
    expect(await act(anna, { intent: 'delete-view', view: shared })).toEqual({ kind: 'done', view: null });
    expect((await viewsOf(anna)).saved.some(({ id }) => id === shared)).toBe(false);
  });

  it('are limited in number for each member', async () => {
    const many = await makeMember();
    for (let index = 0; index < mostOwnViews; index++) await save(many, `View ${index}`, false);
    expect(await act(many, { intent: 'save-view', name: 'One more' })).toEqual({ kind: 'missing' });
  });
});

describe('what a member chose', () => {
  it('is one default view and the columns of each view, for this member alone', async () => {
    const id = await save(anna, 'Palm oil', true);
    await act(anna, { intent: 'set-default', view: 'late' });
    await act(anna, { intent: 'set-default', view: id });
    await act(anna, { intent: 'choose-columns', view: id }, { columns: ['due', 'tier'] });
    await act(anna, { intent: 'choose-columns', view: 'all' }, { columns: ['none'] });
    expect(await viewsOf(anna)).toMatchObject({ opensFirst: id, columns: { [id]: ['due', 'tier'], all: ['none'] } });
    expect(await viewsOf(ben)).toMatchObject({ opensFirst: null, columns: {} });
    await act(anna, { intent: 'clear-default' });
    expect((await viewsOf(anna)).opensFirst).toBeNull();
  });

  it('names no view that the member cannot see', async () => {
    const own = await save(anna, 'Private', false);
    expect(await act(ben, { intent: 'set-default', view: own })).toEqual({ kind: 'missing' });
    expect(await act(stranger, { intent: 'choose-columns', view: own })).toEqual({ kind: 'missing' });
    expect(await act(anna, { intent: 'set-default', view: 'unknown-key' })).toEqual({ kind: 'missing' });
  });
});

describe('the database', () => {
  it('hides private views and choices of another member of the same organization, and refuses to write them', async () => {
    const own = await save(anna, 'Hidden', false);
    await act(anna, { intent: 'set-default', view: 'all' });
    await ben.inOrganization(async (db) => {
      expect(await db.savedView.count({ where: { id: own } })).toBe(0);
      expect((await db.savedView.updateMany({ where: { id: own }, data: { isShared: true } })).count).toBe(0);
      expect((await db.savedView.deleteMany({ where: { id: own } })).count).toBe(0);
      expect(await db.listPreference.count({ where: { userId: anna.user.id } })).toBe(0);
    });
    const asAnna = { list, ownerId: anna.user.id, name: 'Forged', query: '' };
    await expect(ben.inOrganization((db) => db.savedView.create({ data: asAnna }))).rejects.toThrow(/row-level security/);
    const choice = { list, userId: anna.user.id, view: 'late' };
    await expect(ben.inOrganization((db) => db.listPreference.create({ data: choice }))).rejects.toThrow(/row-level security/);
  });
});
