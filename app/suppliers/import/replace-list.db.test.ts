import { describe, expect, it } from 'vitest';
import { readListState } from '~/suppliers/registry/list-state';
import { listSuppliers } from '~/suppliers/registry/list-suppliers.server';
import { makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { chooseList, listNameOf, readImportedLists } from './choose-list.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { readGone } from './read-gone.server';
import { receiveFile } from './receive-file.server';
import { restoreGone } from './restore-gone.server';
import { retireGone } from './retire-gone.server';
import { stageBatch } from './stage-batch.server';

async function season() {
  const member = await makeMember();
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const stage = async (fileName: string, text: string) => {
    const received = await receiveFile(member.inOrganization, { ...who, fileName, bytes: new TextEncoder().encode(text) });
    if (received.kind !== 'received') throw new Error(received.kind);
    const ids = { ...who, batchId: received.batchId };
    await stageBatch(member.inOrganization, ids);
    return ids;
  };
  const commit = async (ids: Awaited<ReturnType<typeof stage>>) => {
    await member.inOrganization((db) => acceptBatch(db, ids));
    await commitBatch(member.inOrganization, ids);
  };
  const read = (batchId: string) => member.inOrganization((db) => readBatch(db, batchId));
  return { member, stage, commit, read };
}
const winter = 'name,country,workers\nAlpha,India,10\nBeta,India,20\n';
const summer = 'name,country,workers\nAlpha,India,12\nGamma,Nepal,5\n';

describe('a new season of a list', () => {
  it('of the same name is compared before it is accepted, and takes nobody away', async () => {
    const { member, stage, commit, read } = await season();
    const first = await stage('Compliance List.csv', winter);
    expect(await read(first.batchId)).toMatchObject({ listName: 'Compliance List', replacesId: null, counts: { comparison: null } });
    await commit(first);
    const second = await stage('Compliance List.xlsx.csv'.replace('.xlsx', ''), summer);
    expect(await read(second.batchId)).toMatchObject({
      replacesId: first.batchId,
      counts: {
        comparison: {
          counts: { came: 1, gone: 1, changed: 1, same: 0 },
          came: [{ name: 'Gamma', row: 3 }],
          gone: [{ name: 'Beta', row: 3 }],
          changed: [{ name: 'Alpha', fields: [{ field: 'workers', before: 10, after: 12 }] }],
        },
      },
    });
    expect(await member.inOrganization((db) => db.supplier.count())).toBe(2);
    await commit(second);
    expect(await member.inOrganization((db) => db.supplier.count({ where: { archivedAt: null } }))).toBe(3);
  });

  it('of another name replaces the list that a person chooses, or none', async () => {
    const { member, stage, commit, read } = await season();
    const first = await stage('Winter.csv', winter);
    await commit(first);
    const second = await stage('Summer.csv', summer);
    expect(await read(second.batchId)).toMatchObject({ replacesId: null, counts: { comparison: null } });
    expect(await member.inOrganization((db) => readImportedLists(db, second.batchId))).toMatchObject([
      { id: first.batchId, listName: 'Winter' },
    ]);
    const choose = (replacesId: string | null) =>
      member.inOrganization((db) => chooseList(db, { batchId: second.batchId, listName: 'Our list', replacesId, userId: member.user.id }));
    expect(await choose(first.batchId)).toEqual({ kind: 'chosen' });
    await stageBatch(member.inOrganization, second);
    expect(await read(second.batchId)).toMatchObject({ listName: 'Our list', counts: { comparison: { counts: { gone: 1 } } } });
    expect(await choose(null)).toEqual({ kind: 'chosen' });
    await stageBatch(member.inOrganization, second);
    expect(await read(second.batchId)).toMatchObject({ listName: 'Our list', replacesId: null, counts: { comparison: null } });
    const other = await season();
    const theirs = await other.stage('Winter.csv', winter);
    await other.commit(theirs);
    expect(await choose(theirs.batchId)).toEqual({ kind: 'unknown-list' });
    expect(await choose(second.batchId)).toEqual({ kind: 'unknown-list' });
  });

  it('offers to end the links of those who went and to archive them, as of a day; undo puts back exactly that', async () => {
    const { member, stage, commit } = await season();
    await commit(await stage('Compliance List.csv', winter));
    await commit(await stage('Others.csv', 'name,country,workers\nDelta,India,7\n'));
    const second = await stage('Compliance List.csv', summer);
    await commit(second);
    const { batchId, userId } = second;
    const gone = await member.inOrganization((db) => readGone(db, batchId));
    expect(gone?.suppliers).toMatchObject([{ name: 'Beta', country: 'IN', inLists: [] }]);
    expect(gone?.edges).toHaveLength(1);
    const state = () =>
      member.inOrganization(async (db) => ({
        beta: await db.supplier.findFirst({ where: { nameKey: 'beta' }, select: { tier: true, archivedAt: true } }),
        links: await db.supplyLink.findMany({
          where: { withdrawnAt: null, from: { nameKey: 'beta' } },
          select: { id: true, validFrom: true, validTo: true, sourceId: true },
        }),
        shown: (await listSuppliers(db, readListState(new URLSearchParams()))).rows.map(({ name }) => name),
        archived: (await listSuppliers(db, readListState(new URLSearchParams('view=archived')))).rows.map(({ name }) => name),
      }));
    const before = await state();
    const retire = (publicIds: string[], withArchive = true) =>
      member.inOrganization((db) =>
        retireGone(db, { batchId, publicIds: new Set(publicIds), on: '2025-06-30', withArchive, note: 'Gone', userId, at: new Date() }),
      );
    const alpha = await member.inOrganization((db) => db.party.findFirstOrThrow({ where: { nameKey: 'alpha' } }));
    expect(await retire([alpha.publicId])).toEqual({ kind: 'refused', code: 'nobody' });
    const chosen = gone?.suppliers.map(({ publicId }) => publicId) ?? [];
    expect(await retire(chosen)).toMatchObject({ kind: 'retired', retired: { suppliers: 1, on: '2025-06-30' } });
    expect(await retire(chosen)).toEqual({ kind: 'refused', code: 'done' });
    expect(await state()).toMatchObject({
      beta: { tier: null, archivedAt: expect.any(Date) },
      links: [{ validTo: new Date('2025-06-30') }],
      shown: ['Alpha', 'Delta', 'Gamma'],
      archived: ['Beta'],
    });
    expect(await member.inOrganization((db) => db.activity.count({ where: { act: { in: ['archive', 'retire'] } } }))).toBe(2);
    const undo = () => member.inOrganization((db) => restoreGone(db, { batchId, userId }));
    expect([await undo(), await undo()]).toEqual([1, null]);
    expect(await state()).toEqual(before);
    const other = await season();
    expect(await other.member.inOrganization((db) => readGone(db, batchId))).toBeNull();
    expect(await other.member.inOrganization((db) => restoreGone(db, { batchId, userId }))).toBeNull();
  });

  it('brings an archived supplier back when a later season names it again, with its link from then on', async () => {
    const { member, stage, commit } = await season();
    await commit(await stage('List.csv', winter));
    const second = await stage('List.csv', summer);
    await commit(second);
    const gone = await member.inOrganization((db) => readGone(db, second.batchId));
    await member.inOrganization((db) =>
      retireGone(db, {
        batchId: second.batchId,
        publicIds: new Set(gone?.suppliers.map(({ publicId }) => publicId)),
        on: '2025-06-30',
        withArchive: true,
        note: 'Gone',
        userId: second.userId,
        at: new Date(),
      }),
    );
    await commit(await stage('List.csv', 'name,country,workers\nAlpha,India,12\nBeta,India,21\n'));
    const found = await member.inOrganization((db) =>
      db.supplier.findMany({
        where: { nameKey: 'beta' },
        select: {
          archivedAt: true,
          tier: true,
          party: { select: { linksFrom: { where: { withdrawnAt: null }, select: { validTo: true } } } },
        },
      }),
    );
    expect(found).toMatchObject([{ archivedAt: null, tier: 1 }]);
    expect(found[0]?.party.linksFrom.map(({ validTo }) => validTo?.toISOString().slice(0, 10) ?? null).sort()).toEqual([
      '2025-06-30',
      null,
    ]);
    expect(await member.inOrganization((db) => db.activity.count({ where: { act: 'restore' } }))).toBe(1);
  });

  it.each([
    ['Winter 2019 Compliance List V2.csv', 'Winter 2019 Compliance List V2'],
    ['list.annotated.xlsx', 'list'],
    ['list.annotated (2).xlsx', 'list'],
    ['places.geojson', 'places'],
    ['.csv', '.csv'],
  ])('%s is named %s', (file, name) => expect(listNameOf(file)).toBe(name));
});
