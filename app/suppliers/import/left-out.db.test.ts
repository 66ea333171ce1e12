import { expect, it } from 'vitest';
import { countWritten, stageList, writeList } from '../../../tests/factories/imported-list';
import { makeMember } from '../../../tests/factories/member';
import { handleBatchAction } from './handle-batch-action.server';
import { announcedBy, pickAnnounced } from './return-to-check.server';
import { storedCountsSchema } from './schema';

const list = 'Vendor,Country,Spend EUR\nAlpha,India,10\nBeta,China,20\nTOTAL,,30\n';

it('a line of sums is left out and can be taken back; any row can be left out; what is announced is written', async () => {
  const member = await makeMember();
  const staged = await stageList(member, list);
  expect(staged.counts).toMatchObject({ rows: 3, invalid: 1, suppliersNew: 2, problems: [{ code: 'note-row', count: 1 }] });
  const say = async (row: number, what: string) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'row', on: 'grid', view: '&page=1', row: `${row}`, what })) form.set(name, value);
    expect(await handleBatchAction(member.inOrganization, form, staged)).toEqual({ to: 'grid&page=1', batchId: staged.batchId });
    const batch = await member.inOrganization((db) => db.importBatch.findFirst({ where: { id: staged.batchId } }));
    expect(batch?.status).toBe('staged');
    return storedCountsSchema.parse(batch?.counts);
  };
  expect(await say(4, 'in')).toMatchObject({ invalid: 0, suppliersNew: 3 });
  expect(await say(4, 'as-read')).toMatchObject({ invalid: 1, suppliersNew: 2 });
  const counts = await say(2, 'out');
  expect(counts).toMatchObject({ invalid: 2, suppliersNew: 1 });
  const committed = await writeList(member, staged);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(counts));
  expect(await countWritten(member)).toMatchObject({ suppliers: 1 });
});
