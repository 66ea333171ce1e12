import { describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { acceptBatch } from '../import/accept-batch.server';
import { commitBatch } from '../import/commit-batch.server';
import { receiveFile } from '../import/receive-file.server';
import { stageBatch } from '../import/stage-batch.server';
import { factsForScoring } from '~/suppliers/registry/facts-for-scoring.server';

const header = 'Supplier,Country,Address,Latitude,Longitude\n';

async function importList(member: MadeMember, rows: string) {
  const received = await receiveFile(member.inOrganization, {
    ...{ organizationId: member.organization.id, userId: member.user.id, fileName: 'points.csv' },
    bytes: new TextEncoder().encode(header + rows),
  });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const who = { batchId: received.batchId, organizationId: member.organization.id, userId: member.user.id };
  await stageBatch(member.inOrganization, who);
  expect((await member.inOrganization((db) => acceptBatch(db, who))).kind).toBe('accepted');
  expect((await commitBatch(member.inOrganization, who)).kind).toBe('committed');
}

const doubts = (member: MadeMember) =>
  member.inOrganization(async (db) => {
    const sites = await db.site.findMany({ select: { pointDoubt: true, party: { select: { name: true } } } });
    return Object.fromEntries(sites.map(({ pointDoubt, party }) => [party.name, pointDoubt]));
  });

describe('the doubt of a site’s point', () => {
  it('is stored by an import, and none for a point that fits', async () => {
    const member = await makeMember();
    await importList(
      member,
      'Alpha,Bangladesh,1 Road,23.99,90.42\nBeta,Bangladesh,2 Road,41.01,28.97\nGamma,Bangladesh,3 Road,5.0,-30.0\nDelta,Türkiye,4 Road,29.06,41.02\nEpsilon,Afghanistan,5 Road,33.93911,67.709953\nZeta,Bangladesh,6 Road,,\n',
    );
    // Swapped coordinates are imported the right way round, and said so on the row.
    expect(await doubts(member)).toEqual({
      ...{ Alpha: null, Beta: 'outside-country', Gamma: 'sea', Delta: null, Epsilon: 'centroid', Zeta: null },
    });
  });

  it('is that of many addresses for all sites at a point, of earlier lists too', async () => {
    const member = await makeMember();
    await importList(member, [1, 2, 3, 4].map((at) => `Old ${at},Bangladesh,${at} Road,23.81,90.41\n`).join(''));
    expect(Object.values(await doubts(member))).toEqual([null, null, null, null]);
    await importList(member, 'New,Bangladesh,9 Road,23.81,90.41\nElsewhere,Bangladesh,10 Road,23.99,90.42\n');
    const now = await doubts(member);
    expect(now).toMatchObject({ New: 'shared', 'Old 1': 'shared', 'Old 4': 'shared', Elsewhere: null });
  });

  it('goes when the coordinates are corrected', async () => {
    const member = await makeMember();
    await importList(member, 'Alpha,Bangladesh,1 Road,41.01,28.97\n');
    await importList(member, 'Alpha,Bangladesh,1 Road,23.99,90.42\n');
    expect(await doubts(member)).toEqual({ Alpha: null });
  });

  it('keeps the point from determining the region of the score', async () => {
    const member = await makeMember();
    // All lie in Xinjiang; five addresses are at one point.
    const shared = [1, 2, 3, 4, 5].map((at) => `Shared ${at},China,${at} Road,43.8,87.6\n`).join('');
    await importList(member, `${shared}Alone,China,6 Road,43.9,87.5\n`);
    const facts = await member.inOrganization(async (db) => {
      const suppliers = await db.supplier.findMany({ select: { partyId: true, party: { select: { name: true } } } });
      const found = await factsForScoring(
        db,
        suppliers.map(({ partyId }) => partyId),
        { asOf: '2026-12-01' },
      );
      return Object.fromEntries(suppliers.map(({ partyId, party }) => [party.name, found.get(partyId)?.subdivisions?.value]));
    });
    expect(facts).toMatchObject({ Alone: ['CN-XJ'], 'Shared 1': undefined, 'Shared 5': undefined });
  });
});
