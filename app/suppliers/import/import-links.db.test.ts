import { describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { readYears } from '~/suppliers/supply-links/read-years.server';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { importAgain, receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';

const mills = `Group,Parent Company,Mill Name,Country,UML ID
North Group,North Holding,East Mill,Indonesia,M1
North Group,North Holding,EAST MILL,Indonesia,M2
South Group,South Holding,West Mill,Malaysia,M3
`;
const brands = `consumer_brand,report_year,UML ID
Swift,2019,M1
Swift,2017,M1
Swift,2018,M2
Bold,2018,M3
Bold,2018,M3
Bold,2018,M9
`;

async function stage(member: MadeMember, text: string) {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'list.csv', bytes: new TextEncoder().encode(text) });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const { batchId } = received;
  return { ...who, batchId, staged: await stageBatch(member.inOrganization, { ...who, batchId }) };
}
async function commit(member: MadeMember, ids: { batchId: string; organizationId: string; userId: string }) {
  await member.inOrganization((db) => acceptBatch(db, ids));
  const committed = await commitBatch(member.inOrganization, ids);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  return committed.wrote;
}

describe('brands, groups, parents and mills', () => {
  it('A9: become one graph from two files; what points at nobody is reported, and a second time nothing is new', async () => {
    const member = await makeMember();
    const early = await stage(member, brands);
    expect(early.staged).toMatchObject({ counts: { rows: 6, invalid: 6, links: 0 } });
    const first = await stage(member, mills);
    expect(await commit(member, first)).toMatchObject({ suppliers: 7, sites: 3, links: 8 });
    // The file that spoke of mills nobody had is read again by itself, now that they are there.
    const orders = await member.inOrganization((db) =>
      db.jobRun.findMany({ where: { kind: 'stage-import' }, select: { subjectId: true } }),
    );
    expect(orders).toEqual([{ subjectId: early.batchId }]);
    expect(await stageBatch(member.inOrganization, early)).toMatchObject({
      counts: { rows: 6, invalid: 1, suppliersNew: 2, suppliersKnown: 3, sitesNew: 0, links: 3 },
    });
    expect(await commit(member, early)).toMatchObject({ suppliers: 2, sites: 0, links: 3, rowsLeftOut: 1 });
    const links = await member.inOrganization((db) =>
      db.supplyLink.findMany({
        where: { to: { kind: 'supplier' } },
        select: { kind: true, validFrom: true, validTo: true, from: { select: { name: true } }, to: { select: { name: true } } },
      }),
    );
    const told = links.map(({ kind, validFrom, validTo, from, to }) =>
      `${from.name} ${kind} ${to.name} ${validFrom?.getUTCFullYear() ?? ''} ${validTo?.getUTCFullYear() ?? ''}`.trim(),
    );
    expect(told.sort()).toEqual([
      'EAST MILL supplies Swift 2018 2018',
      'East Mill supplies Swift 2017 2017',
      'East Mill supplies Swift 2019',
      'North Group owns North Holding',
      'North Holding owns EAST MILL',
      'North Holding owns East Mill',
      'South Group owns South Holding',
      'South Holding owns West Mill',
      'West Mill supplies Bold 2018',
    ]);
    // Three mills supply us at all times. Swift is told of to 2019, Bold to 2018: what a later year of the customer's does not name has ended.
    expect(await member.inOrganization((db) => readYears(db, { on: null }))).toEqual([
      { year: 2017, edges: 3 + 1 },
      { year: 2018, edges: 3 + 2 },
      { year: 2019, edges: 3 + 2 },
    ]);
    for (const batch of [first, early]) {
      const batchId = await member.inOrganization((db) => importAgain(db, batch));
      const again = { ...batch, batchId: batchId ?? '' };
      await stageBatch(member.inOrganization, again);
      expect(await commit(member, again)).toMatchObject({ suppliers: 0, sites: 0, links: 0, facts: 0 });
    }
  });
});
