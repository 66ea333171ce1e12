import { expect, it } from 'vitest';
import { deliveryLines, deliveryShape } from '../../../tests/factories/delivery-lines';
import { countEdges, countWritten, stageList } from '../../../tests/factories/imported-list';
import { isThorough } from '../../../tests/setup/each-route';
import { makeMember } from '../../../tests/factories/member';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { announcedBy, pickAnnounced } from './return-to-check.server';
import { undoBatch } from './undo/undo-batch.server';

// The whole list of 10,324 lines takes minutes: a quick run has enough lines for every vendor, factory and country.
const rows = isThorough ? deliveryShape.rows : 1_152;

it('reads delivery lines as 73 vendors, 88 factories, 217 links and 43 countries, by what it proposes', {
  timeout: 600_000,
}, async () => {
  const { vendors, sites, pairs, destinations } = deliveryShape;
  const member = await makeMember();
  const text = deliveryLines(rows);
  const staged = await stageList(member, text, 'deliveries.csv');
  const batch = await member.inOrganization((db) => readBatch(db, staged.batchId));
  expect(batch?.detected?.grain).toBe('order-line');
  expect(staged.counts).toMatchObject({
    ...{ rows, invalid: 0, suppliersNew: vendors + sites, producers: sites, sitesNew: 0, links: vendors + pairs, destinations },
    orders: { lines: rows },
  });
  // After a commit that broke off and a look at the tables, PostgreSQL takes them for empty: no statement may search them row by row.
  const broken = { report: async () => {}, finish: () => Promise.reject(new Error('The power failed')) };
  await member.inOrganization((db) => acceptBatch(db, staged));
  await expect(commitBatch(member.inOrganization, staged, broken)).rejects.toThrow('The power failed');
  await withClient(testDatabase().ownerUrl, (client) => client.query('ANALYZE'));
  const committed = await commitBatch(member.inOrganization, staged);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  expect(pickAnnounced(committed.wrote)).toEqual(announcedBy(staged.counts));
  expect(await countWritten(member)).toMatchObject({ suppliers: vendors + sites, sites: 0 });
  expect(await countEdges(member, staged.batchId)).toBe(vendors + pairs);
  const totals = await member.inOrganization((db) => db.orderTotal.findMany({ select: { lines: true, to: { select: { kind: true } } } }));
  // Every line is counted on the link to the organization, and on the one from its factory.
  for (const isOwn of [true, false])
    expect(totals.filter(({ to }) => (to.kind === 'buyer') === isOwn).reduce((sum, { lines }) => sum + lines, 0)).toBe(rows);
  const tiers = await member.inOrganization((db) => db.supplier.groupBy({ by: ['tier'], _count: true, orderBy: { tier: 'asc' } }));
  expect(tiers.map(({ tier, _count }) => [tier, _count])).toEqual([
    [1, vendors],
    [2, sites],
  ]);

  await member.inOrganization((db) => db.jobRun.updateMany({ where: { kind: 'score-all' }, data: { status: 'done' } }));
  const again = await stageList(member, text, 'again.csv');
  expect(announcedBy(again.counts)).toEqual({ suppliers: 0, sites: 0, providers: 0, links: 0, facts: 0, changedParties: 0 });
  expect(await undoBatch(member.inOrganization, staged)).toMatchObject({ kind: 'undone' });
  expect(await countWritten(member)).toMatchObject({ suppliers: 0, sites: 0, links: 0, facts: 0 });
  expect(await member.inOrganization((db) => db.orderTotal.count())).toBe(0);
});
