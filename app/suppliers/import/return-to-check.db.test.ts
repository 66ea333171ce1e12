import { describe, expect, it } from 'vitest';
import { countWritten, stageList, writeList } from '../../../tests/factories/imported-list';
import { makeMember } from '../../../tests/factories/member';
import { readBatchPage } from './batch-page.server';
import { chooseMapping } from './choose-mapping.server';
import { commitBatch } from './commit-batch.server';
import { handleUploadAction } from './handle-upload-action.server';
import { startStaging } from './start-staging.server';

const first = 'name,country,sector,workers\nAlpha Garments,Viet Nam,Apparel,120\nBeta Dyeing,China,Textiles,300\n';
const second = 'name,country,sector,workers\nAlpha Garments,Viet Nam,Apparel,120\nGamma Shoes,India,Footwear,40\n';
const page = (member: Awaited<ReturnType<typeof makeMember>>, batchId: string) =>
  member.inOrganization((db) => readBatchPage(db, { batchId, search: new URLSearchParams() }));

describe('an accepted list', () => {
  it('returns to the check with what changed where another list was written since, and is written as shown then', async () => {
    const member = await makeMember();
    const [one, two] = [await stageList(member, first, 'one.csv'), await stageList(member, second, 'two.csv')];
    expect(two.counts).toMatchObject({ suppliersNew: 2, suppliersKnown: 0, linksNew: 2 });
    expect(await writeList(member, one)).toMatchObject({ kind: 'committed' });
    const before = await countWritten(member);
    expect(await writeList(member, two)).toEqual({ kind: 'refused', code: 'changed' });
    expect(await countWritten(member)).toEqual(before);
    const returned = await page(member, two.batchId);
    expect(returned).toMatchObject({
      step: 'check',
      batch: {
        status: 'staged',
        counts: { suppliersNew: 1, suppliersKnown: 1, linksNew: 1 },
        changedSince: { shown: { suppliers: 2, sites: 2, links: 2 }, now: { suppliers: 1, sites: 1, links: 1 } },
      },
    });
    expect(await writeList(member, two)).toMatchObject({ kind: 'committed', wrote: { suppliers: 1, sites: 1, links: 1 } });
  });

  it('keeps the choices about it, and says nothing of an earlier change once another choice was made', async () => {
    const member = await makeMember();
    const [one, two] = [await stageList(member, first, 'one.csv'), await stageList(member, second, 'two.csv')];
    const mapping = {
      ...{ shape: 'list' as const, suppliesUs: false, defaults: { product: 'shirts' } },
      columns: ['supplierName', 'country', 'ignore', 'workers'] as const,
    };
    await member.inOrganization((db) =>
      chooseMapping(db, { batchId: two.batchId, userId: two.userId, mapping: { ...mapping, columns: [...mapping.columns] } }),
    );
    await startStaging(member.inOrganization, two);
    await writeList(member, one);
    expect(await writeList(member, two)).toEqual({ kind: 'refused', code: 'changed' });
    expect((await page(member, two.batchId))?.batch).toMatchObject({
      mapping: { ...mapping, isConfirmed: true },
      changedSince: { now: { links: 0 } },
    });
    await startStaging(member.inOrganization, two);
    expect((await page(member, two.batchId))?.batch).toMatchObject({ changedSince: null });
  });

  it('is written in one round with others of the same suppliers that are accepted with it, and says what was there already', async () => {
    const member = await makeMember();
    const third =
      'name,country,sector,workers\nBeta Dyeing,China,Textiles,300\nGamma Shoes,India,Footwear,40\nDelta Yarn,India,Textiles,15\n';
    const staged = [
      await stageList(member, first, 'one.csv'),
      await stageList(member, second, 'two.csv'),
      await stageList(member, third, 'three.csv'),
    ];
    const form = new URLSearchParams([['intent', 'accept-all'], ...staged.map(({ batchId }) => ['batch', batchId])]);
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const outcome = await handleUploadAction(member.inOrganization, request, {
      ...{ organizationId: member.organization.id, userId: member.user.id, now: new Date(), address: '127.0.0.1' },
    });
    expect(outcome).toMatchObject({ kind: 'received', remark: null });
    const wrote = [];
    for (const each of staged) {
      const committed = await commitBatch(member.inOrganization, each);
      wrote.push(committed.kind === 'committed' ? committed.wrote.suppliers : committed.code);
    }
    expect(wrote).toEqual([2, 1, 1]);
    expect(await countWritten(member)).toMatchObject({ suppliers: 4, sites: 4, links: 4 });
    expect((await page(member, staged[0]?.batchId ?? ''))?.batch.changedSince).toBeNull();
    expect((await page(member, staged[2]?.batchId ?? ''))?.batch).toMatchObject({
      status: 'committed',
      changedSince: { shown: { suppliers: 3, sites: 3 }, now: { suppliers: 1, sites: 1 } },
    });
  });

  it('is not among those that are accepted together while its suppliers are to be compared', async () => {
    const member = await makeMember();
    await writeList(member, await stageList(member, first, 'one.csv'));
    const alike = await stageList(member, 'name,country,sector\nAlpha Garment,Viet Nam,Apparel\n', 'alike.csv');
    const other = await stageList(member, 'name,country,sector\nOmega Steel,India,Basic metals\n', 'other.csv');
    expect(await member.inOrganization((db) => db.matchProposal.count({ where: { batchId: alike.batchId } }))).toBeGreaterThan(0);
    const form = new URLSearchParams([
      ['intent', 'accept-all'],
      ['batch', alike.batchId],
      ['batch', other.batchId],
    ]);
    const request = new Request('http://localhost/', { method: 'POST', body: form });
    const outcome = await handleUploadAction(member.inOrganization, request, {
      ...{ organizationId: member.organization.id, userId: member.user.id, now: new Date(), address: '127.0.0.1' },
    });
    expect(outcome).toMatchObject({ kind: 'received', remark: expect.stringContaining('alike.csv') });
    const states = await member.inOrganization((db) =>
      db.importBatch.findMany({
        where: { id: { in: [alike.batchId, other.batchId] } },
        orderBy: { createdAt: 'asc' },
        select: { status: true },
      }),
    );
    expect(states).toEqual([{ status: 'staged' }, { status: 'accepted' }]);
  });
});
