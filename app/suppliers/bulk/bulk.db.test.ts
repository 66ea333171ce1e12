import { beforeAll, describe, expect, it } from 'vitest';
import { makeListedSuppliers } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { createTag } from '~/suppliers/tags/create-tag.server';
import { changeInJob, changeSuppliers, countArchivedAt, undoArchiving } from './change-suppliers.server';
import type { BulkChange } from './changes';
import { leadOf } from './lead-of';
import { selectionOf } from './read-selection.server';

const params = (query: string) => new URLSearchParams(query);
const selected = (query: string) => {
  const selection = selectionOf(params(query));
  if (!selection) throw new Error('nothing selected');
  return selection;
};
const change = (made: MadeMember, act: 'archive' | 'restore', query: string, confirmed: number, now = new Date()) =>
  changeBy(made, { act }, query, confirmed, now);
const changeBy = (made: MadeMember, wanted: BulkChange, query: string, confirmed: number, now = new Date()) =>
  made.inOrganization((db) =>
    changeSuppliers(db, {
      ...{ change: wanted, selection: selected(query), confirmed, now },
      ...{ organizationId: made.organization.id, userId: made.user.id },
    }),
  );
const archivedOf = (made: MadeMember) => made.inOrganization((db) => db.supplier.count({ where: { archivedAt: { not: null } } }));

describe('the selection of a list', () => {
  it('is what was ticked, or with all=yes what the list shows', () => {
    expect(selected('chosen=S1-AA&chosen=S2-BB&country=IN&act=archive').toString()).toBe('id=S1-AA&id=S2-BB');
    expect(selected('chosen=S1-AA&view=archived&act=restore').toString()).toBe('id=S1-AA&view=archived');
    expect(selected('all=yes&chosen=S1-AA&country=IN&q=mill&sort=name&after=x').toString()).toBe('q=mill&country=IN');
    expect(selectionOf(params('country=IN&act=archive'))).toBeNull();
  });

  it('leads to a request for one supplier, to a campaign for several, and to files', () => {
    expect(leadOf('request', '/o/x', params('id=S1-AA'))).toBe('/o/x/requests/new?supplier=S1-AA');
    expect(leadOf('request', '/o/x', params('id=S1-AA&id=S2-BB'))).toBe('/o/x/campaigns/new?id=S1-AA&id=S2-BB');
    expect(leadOf('request', '/o/x', params('country=IN'))).toBe('/o/x/campaigns/new?country=IN');
    expect(leadOf('export-xlsx', '/o/x', params('id=S1-AA'))).toBe('/o/x/suppliers/export.xlsx?id=S1-AA');
  });
});

describe('a change of many suppliers', () => {
  let made: MadeMember;
  let ids: string[];
  beforeAll(async () => {
    made = await makeMember();
    await makeListedSuppliers(made, 40);
    ids = (await made.inOrganization((db) => db.party.findMany({ select: { publicId: true }, orderBy: { id: 'asc' } }))).map(
      ({ publicId }) => publicId,
    );
  });

  it('archives what was ticked, records each, and is undone together', async () => {
    const at = new Date('2026-12-01T08:00:00.123Z');
    const query = ids
      .slice(0, 3)
      .map((id) => `chosen=${id}`)
      .join('&');
    expect(await change(made, 'archive', query, 3, at)).toEqual({ kind: 'done', count: 3, at: at.toISOString() });
    const other = await change(made, 'archive', `chosen=${ids[3]}`, 1, new Date('2026-12-01T08:00:00.124Z'));
    expect(other).toMatchObject({ kind: 'done', count: 1 });
    await made.inOrganization(async (db) => {
      expect(await db.activity.count({ where: { recordKind: 'supplier', act: 'archive', userId: made.user.id } })).toBe(4);
      expect(await countArchivedAt(db, at.toISOString())).toBe(3);
      const who = { organizationId: made.organization.id, userId: made.user.id };
      expect(await undoArchiving(db, { archivedAt: at.toISOString(), now: new Date(), ...who })).toMatchObject({ kind: 'done', count: 3 });
      // Undone twice, it changes nothing.
      expect(await undoArchiving(db, { archivedAt: at.toISOString(), now: new Date(), ...who })).toMatchObject({ count: 0 });
    });
    expect(await archivedOf(made)).toBe(1);
    expect(await change(made, 'restore', `view=archived&chosen=${ids[3]}`, 1)).toMatchObject({ kind: 'done', count: 1 });
    expect(await archivedOf(made)).toBe(0);
  });

  it('changes nothing when another number matches than was confirmed', async () => {
    expect(await change(made, 'archive', 'all=yes&country=VN', 3)).toEqual({ kind: 'other-count', counted: 10 });
    expect(await archivedOf(made)).toBe(0);
  });

  it('reaches no supplier of another organization', async () => {
    const other = await makeMember();
    await makeListedSuppliers(other, 2);
    const foreign = await other.inOrganization((db) => db.party.findFirstOrThrow({ select: { publicId: true } }));
    expect(await change(made, 'archive', `chosen=${foreign.publicId}`, 1)).toEqual({ kind: 'other-count', counted: 0 });
    expect(await archivedOf(other)).toBe(0);
  });

  it('assigns an owner, adds a tag and removes it, each recorded with the supplier', async () => {
    const query = 'all=yes&country=BD';
    expect(await changeBy(made, { act: 'assign', ownerId: made.user.id }, query, 10)).toMatchObject({ kind: 'done', count: 10 });
    expect(await changeBy(made, { act: 'assign', ownerId: made.user.id }, query, 10)).toMatchObject({ count: 0 });
    expect(await changeBy(made, { act: 'archive' }, 'all=yes&owner=me', 3)).toEqual({ kind: 'other-count', counted: 10 });
    const tag = await made.inOrganization((db) => createTag(db, { name: 'Cotton', userId: made.user.id }));
    if (tag.kind === 'refused') throw new Error(tag.code);
    expect(await changeBy(made, { act: 'add-tag', tagId: tag.tagId }, query, 10)).toMatchObject({ count: 10 });
    expect(await changeBy(made, { act: 'remove-tag', tagId: tag.tagId }, `all=yes&tag=${tag.tagId}&tier=2`, 10)).toMatchObject({
      count: 10,
    });
    const acts = await made.inOrganization((db) => db.activity.groupBy({ by: ['act'], _count: true, where: { recordKind: 'supplier' } }));
    const counted = Object.fromEntries(acts.map(({ act, _count }) => [act, _count]));
    expect(counted).toMatchObject({ 'assign-owner': 10, 'add-tag': 10, 'remove-tag': 10 });
  });

  it('gives no supplier to a person or tag of another organization', async () => {
    const other = await makeMember();
    const tag = await other.inOrganization((db) => createTag(db, { name: 'Theirs', userId: other.user.id }));
    if (tag.kind === 'refused') throw new Error(tag.code);
    const attempts: BulkChange[] = [
      { act: 'assign', ownerId: other.user.id },
      { act: 'add-tag', tagId: tag.tagId },
    ];
    for (const attempt of attempts) expect(await changeBy(made, attempt, 'all=yes&country=VN', 10)).toMatchObject({ count: 0 });
  });

  it('does not restore suppliers that were merged into others', async () => {
    const one = await makeMember();
    await makeListedSuppliers(one, 2);
    await change(one, 'archive', 'all=yes', 2);
    await one.inOrganization(async (db) => {
      const [kept, gone] = await db.supplier.findMany({ select: { partyId: true }, orderBy: { partyId: 'asc' } });
      const [keptPartyId, otherPartyId] = [kept?.partyId ?? '', gone?.partyId ?? ''];
      const { id } = await db.partyMerge.create({ data: { kind: 'merge', keptPartyId, otherPartyId, createdById: one.user.id } });
      await db.mergedParty.create({ data: { partyId: otherPartyId, intoPartyId: keptPartyId, mergeId: id } });
    });
    expect(await change(one, 'restore', 'all=yes&view=archived', 1)).toMatchObject({ kind: 'done', count: 1 });
    expect(await archivedOf(one)).toBe(1);
  });
});

describe('the change of a large selection', () => {
  it('is a job that changes all that match, and only what is left when it runs again', async () => {
    const made = await makeMember();
    await made.inOrganization(async (db) => {
      await db.$executeRaw`INSERT INTO "Party" ("kind", "publicId", "name", "nameKey") SELECT 'supplier', 'T' || substr(md5(n::text || ${made.user.id}), 1, 12), 'Mill ' || n, 'mill ' || n FROM generate_series(1, 1201) n`;
      await db.$executeRaw`INSERT INTO "Supplier" ("partyId", "nameKey", "country") SELECT "id", "nameKey", 'IN' FROM "Party"`;
    });
    const now = new Date();
    const started = await change(made, 'archive', 'all=yes&country=IN', 1201, now);
    if (started.kind !== 'started') throw new Error(started.kind);
    expect(await archivedOf(made)).toBe(0);
    const run = await made.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { id: started.runId } }));
    const seen: number[] = [];
    const report = async (done: number) => void seen.push(done);
    expect(await changeInJob(made.inOrganization, { input: run.input, userId: made.user.id, report })).toEqual({ suppliers: 1201 });
    expect(seen).toEqual([500, 1000, 1201]);
    expect(await changeInJob(made.inOrganization, { input: run.input, userId: made.user.id, report })).toEqual({ suppliers: 0 });
    const undone = await made.inOrganization((db) =>
      undoArchiving(db, { archivedAt: now.toISOString(), now: new Date(), organizationId: made.organization.id, userId: made.user.id }),
    );
    if (undone.kind !== 'started') throw new Error(undone.kind);
    const back = await made.inOrganization((db) => db.jobRun.findFirstOrThrow({ where: { id: undone.runId } }));
    expect(await changeInJob(made.inOrganization, { input: back.input, userId: made.user.id, report })).toEqual({ suppliers: 1201 });
    expect(await archivedOf(made)).toBe(0);
  });
});
