import { describe, expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { chooseList, listNameOf, readImportedLists } from './choose-list.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
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

  it.each([
    ['Winter 2019 Compliance List V2.csv', 'Winter 2019 Compliance List V2'],
    ['list.annotated.xlsx', 'list'],
    ['list.annotated (2).xlsx', 'list'],
    ['places.geojson', 'places'],
    ['.csv', '.csv'],
  ])('%s is named %s', (file, name) => expect(listNameOf(file)).toBe(name));
});
