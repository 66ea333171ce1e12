import { describe, expect, it } from 'vitest';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { acceptBatch } from './accept-batch.server';
import { commitBatch } from './commit-batch.server';
import { receiveFile } from './receive-file.server';
import { refreshStatistics } from './refresh-statistics.server';
import { stageBatch } from './stage-batch.server';

const header = 'supplier name,site name,country,address,workers,subcontractors,recruitment agency,tier';
type Line = { name: string; site?: string; workers?: number | string; subcontractor?: string; agency?: string; tier?: number };
const line = ({ name, site = name, workers = 10, subcontractor = '', agency = '', tier = 1 }: Line) =>
  [name, site, 'Viet Nam', `${site} Road`, workers, subcontractor, agency, tier].join(',');

/** A list of two pieces (`read-pieces`), in which rows far from each other speak of the same parties. */
function longList(changed: Partial<Line> = {}): string {
  const lines = Array.from({ length: 2_300 }, (_, at): Line => ({ name: `Mill ${at}` }));
  lines[3] = { name: 'Mill 3', subcontractor: 'Mill 2200' };
  lines[2_200] = { name: 'Mill 2200', tier: 2, subcontractor: 'Far House' };
  lines[5] = { name: 'Two Houses', site: 'North House', workers: 100, agency: 'Shared Agency' };
  lines[2_100] = { name: 'Two Houses', site: 'South House', workers: 50, agency: 'Shared Agency', ...changed };
  lines[2_050] = { name: 'Mill 2050', agency: 'Shared Agency' };
  return [header, ...lines.map(line)].join('\n');
}

async function importList(member: MadeMember, text: string) {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName: 'long.csv', bytes: new TextEncoder().encode(text) });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const batch = { ...who, batchId: received.batchId };
  const staged = await stageBatch(member.inOrganization, batch);
  await member.inOrganization((db) => acceptBatch(db, batch));
  const heard: number[] = [];
  const committed = await commitBatch(member.inOrganization, batch, {
    report: async (done) => void heard.push(done),
    finish: async () => {},
  });
  if (committed.kind !== 'committed') throw new Error(committed.code);
  // As the job that commits does: what is read next is planned for these rows, whatever other organizations have.
  await refreshStatistics(member.inOrganization, committed.wrote.sources);
  return { staged, wrote: committed.wrote, heard };
}

const tiersOf = (member: MadeMember, names: string[]) =>
  member.inOrganization(async (db) => {
    const suppliers = await db.supplier.findMany({
      where: { party: { name: { in: names } } },
      select: { tier: true, workers: true, party: { select: { name: true } } },
    });
    return Object.fromEntries(suppliers.map(({ party, tier, workers }) => [party.name, { tier, workers }]));
  });

/** How many rows PostgreSQL believes these tables to hold, also within a transaction that is not over. */
const believed = async () => {
  const { rows } = await withClient(testDatabase().ownerUrl, (client) =>
    client.query(
      `SELECT relname AS name, reltuples::int AS rows FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND relname IN ('ImportRow', 'Party', 'Source', 'SupplyLink', 'Supplier', 'Site', 'Fact') ORDER BY relname`,
    ),
  );
  return Object.fromEntries(rows.map(({ name, rows: count }) => [name, count >= 2_000 ? 'thousands' : count]));
};

describe('a list of several pieces', () => {
  it('is written as one: parties named far apart are one, with their tiers, sums and links', async () => {
    const member = await makeMember();
    const { staged, wrote, heard } = await importList(member, longList());
    // 2,300 rows name one supplier twice, and one that has no row.
    const expected = { suppliers: 2_300, sites: 2_300, providers: 1 };
    expect(staged).toMatchObject({ counts: { valid: 2_300, suppliersNew: 2_300, sitesNew: 2_300, providersNew: 1, subcontractors: 2 } });
    expect(wrote).toMatchObject({ ...expected, changedParties: 0, rowsLeftOut: 0 });
    expect(heard[0]).toBe(0);
    const names = ['Mill 3', 'Mill 2200', 'Far House', 'Two Houses'];
    expect(await tiersOf(member, names)).toEqual({
      'Mill 3': { tier: 1, workers: 10 },
      'Mill 2200': { tier: 2, workers: 10 },
      'Far House': { tier: 3, workers: null },
      'Two Houses': { tier: 1, workers: 150 },
    });
    // The same rows in another file are no news; one cell that changed is two facts, of the site and of the sum.
    const again = await importList(member, `${longList()}\n`);
    expect(again.staged).toMatchObject({ counts: { suppliersNew: 0, suppliersKnown: 2_300, sitesKnown: 2_300 } });
    expect(again.wrote).toMatchObject({ suppliers: 0, sites: 0, links: 0, facts: 0, sources: 0 });
    const changed = await importList(member, longList({ workers: 70 }));
    expect(changed.wrote).toMatchObject({ suppliers: 0, facts: 2, changedParties: 2 });
    expect(await tiersOf(member, ['Two Houses'])).toEqual({ 'Two Houses': { tier: 1, workers: 170 } });
  });

  it('leaves nothing when it breaks off between two pieces', async () => {
    const member = await makeMember();
    const who = { organizationId: member.organization.id, userId: member.user.id };
    const received = await receiveFile(member.inOrganization, {
      ...who,
      fileName: 'long.csv',
      bytes: new TextEncoder().encode(longList()),
    });
    if (received.kind === 'refused') throw new Error(received.problem.code);
    const batch = { ...who, batchId: received.batchId };
    await stageBatch(member.inOrganization, batch);
    await member.inOrganization((db) => acceptBatch(db, batch));
    const finish = async () => {
      throw new Error('The power failed');
    };
    await expect(commitBatch(member.inOrganization, batch, { report: async () => {}, finish })).rejects.toThrow('The power failed');
    const late = async (done: number) => {
      if (done > 0) throw new Error('Somebody cancelled');
    };
    await expect(commitBatch(member.inOrganization, batch, { report: late, finish: async () => {} })).rejects.toThrow('Somebody cancelled');
    expect(await member.inOrganization((db) => db.supplier.count())).toBe(0);
    // As autovacuum does at a moment of its own: what was taken back counts for nothing, and keys would be checked as if nothing were there.
    await withClient(testDatabase().ownerUrl, (client) => client.query('ANALYZE'));
    const known: Record<string, unknown>[] = [];
    const again = await commitBatch(member.inOrganization, batch, {
      report: async () => {},
      finish: async () => void known.push(await believed()),
    });
    expect(again.kind).toBe('committed');
    const thousands = ['Fact', 'ImportRow', 'Party', 'Site', 'Source', 'Supplier', 'SupplyLink'].map((name) => [name, 'thousands']);
    expect(known).toEqual([Object.fromEntries(thousands)]);
  });
});
