import { describe, expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { readBatch } from './read-batch.server';
import { readValues } from './read-values.server';
import { receiveFile } from './receive-file.server';
import { repairBatch } from './repair-batch.server';
import { stageBatch } from './stage-batch.server';

const list = `name,country,workers
Alpha,China,10
Beta,Chna,-4
Gamma,Chna,30
Delta,"Atlantis
Sea",40
`;

async function staged() {
  const member = await makeMember();
  const received = await receiveFile(member.inOrganization, {
    organizationId: member.organization.id,
    userId: member.user.id,
    fileName: 'list.csv',
    bytes: new TextEncoder().encode(list),
  });
  if (received.kind !== 'received') throw new Error(received.kind);
  const ids = { organizationId: member.organization.id, batchId: received.batchId };
  await stageBatch(member.inOrganization, ids);
  const repair = (...repairs: Parameters<typeof repairBatch>[1]['repairs'][number][]) =>
    member.inOrganization((db) => repairBatch(db, { batchId: ids.batchId, userId: member.user.id, repairs }));
  return { member, ids, repair, read: () => member.inOrganization((db) => readBatch(db, ids.batchId)) };
}

describe('repairing a batch', () => {
  it('shows what can be settled, settles it, and takes it back', async () => {
    const { member, ids, repair, read } = await staged();
    expect((await read())?.counts).toMatchObject({
      invalid: 3,
      fixes: [
        {
          column: 1,
          code: 'unknown-country',
          count: 2,
          how: ['suggestion', 'empty'],
          samples: [{ value: 'Chna', suggestion: 'China', row: 3 }],
        },
        { column: 2, code: 'negative-number', count: 1 },
        { column: 1, code: 'unknown-country', count: 1, how: ['empty'] },
      ],
      changes: [{ column: 1, reason: 'cleaned', count: 1, pairs: [{ before: 'China', after: 'CN', row: 2 }] }],
    });
    await repair({ kind: 'fix', column: 1, code: 'unknown-country', how: 'suggestion' });
    expect(await read()).toMatchObject({ status: 'received' });
    expect(await stageBatch(member.inOrganization, ids)).toMatchObject({ counts: { invalid: 2 } });
    expect((await read())?.counts?.changes).toContainEqual(
      expect.objectContaining({ column: 1, reason: 'fixed', count: 2, pairs: [{ before: 'Chna', after: 'CN', count: 2, row: 3 }] }),
    );
    await repair({ kind: 'fix', column: 1, code: 'unknown-country', how: null });
    expect(await stageBatch(member.inOrganization, ids)).toMatchObject({ counts: { invalid: 3 } });
    const acts = await member.inOrganization((db) =>
      db.activity.findMany({ where: { act: 'edit' }, orderBy: { at: 'asc' }, select: { changes: true } }),
    );
    expect(acts.map(({ changes }) => changes)).toEqual([
      [{ field: 'country: unknown-country', before: null, after: 'suggestion' }],
      [{ field: 'country: unknown-country', before: 'suggestion', after: null }],
    ]);
  });

  it('lists distinct values with counts, and replaces one in all its cells', async () => {
    const { member, ids, repair, read } = await staged();
    const values = (search = '', after: string | null = null) =>
      member.inOrganization((db) => readValues(db, { batchId: ids.batchId, column: 1, search, after }));
    expect(await values()).toMatchObject({
      total: 3,
      values: [
        { value: 'Chna', count: 2, row: 3 },
        { value: 'Atlantis\nSea', count: 1, row: 5 },
        { value: 'China', count: 1, row: 2 },
      ],
    });
    expect((await values('CHIN')).values).toEqual([{ value: 'China', count: 1, row: 2 }]);
    expect((await values('%')).values).toEqual([]);
    expect((await values('', '1~Atlantis\nSea')).values.map(({ value }) => value)).toEqual(['China']);
    await repair({
      kind: 'values',
      column: 1,
      values: [
        { from: 'Chna', to: 'China' },
        { from: 'Atlantis\nSea', to: 'Malta' },
        { from: 'China', to: 'China' },
      ],
    });
    expect(await stageBatch(member.inOrganization, ids)).toMatchObject({ counts: { invalid: 1 } });
    expect((await read())?.repairs.edits).toHaveLength(2);
    const rows = await member.inOrganization((db) =>
      db.importRow.findMany({ where: { batchId: ids.batchId }, orderBy: { rowNumber: 'asc' }, select: { raw: true, cleaned: true } }),
    );
    expect(rows[3]).toMatchObject({ raw: ['Delta', 'Atlantis\nSea', '40'], cleaned: { country: 'MT' } });
  });

  it('is refused for a batch of others, and for one that is closed', async () => {
    const { ids, member } = await staged();
    const other = await makeMember();
    const repair = (who: typeof member) =>
      who.inOrganization((db) =>
        repairBatch(db, { batchId: ids.batchId, userId: who.user.id, repairs: [{ kind: 'habit', column: 2, value: 'comma' }] }),
      );
    expect(await repair(other)).toEqual({ kind: 'unknown-batch' });
    expect(await repair(member)).toEqual({ kind: 'repaired' });
    await member.inOrganization((db) => db.importBatch.updateMany({ where: { id: ids.batchId }, data: { status: 'committed' } }));
    expect(await repair(member)).toEqual({ kind: 'unknown-batch' });
  });
});
