import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { acceptBatch, cancelBatch } from './accept-batch.server';
import { chooseMapping } from './choose-mapping.server';
import { commitBatch } from './commit-batch.server';
import { previewRows } from './preview-rows.server';
import { readBatch } from './read-batch.server';
import { importAgain, receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';

const list = `name,country,address,sector,workers,% migrant,subcontractors,recruiter,tier
"Alpha Garments Co., Ltd",Viet Nam,1 Road,Apparel,"1,250",12 %,"Beta Dyeing, Gamma Print Co., Ltd",Far Recruiting,1
Beta Dyeing,PRC,2 Road,Textiles,300,0 %,,,2
Delta Shoes,Atlantis,3 Road,Footwear,10,0 %,,,1
`;
const bytes = (text: string) => new TextEncoder().encode(text);

async function receive(member: MadeMember, text: string | Uint8Array, fileName = 'list.csv') {
  return receiveFile(member.inOrganization, {
    organizationId: member.organization.id,
    userId: member.user.id,
    fileName,
    bytes: typeof text === 'string' ? bytes(text) : text,
  });
}
async function commitOf(member: MadeMember, batchId: string) {
  const who = { batchId, organizationId: member.organization.id, userId: member.user.id };
  await stageBatch(member.inOrganization, who);
  const accepted = await member.inOrganization((db) => acceptBatch(db, who));
  expect(accepted.kind).toBe('accepted');
  return commitBatch(member.inOrganization, who);
}
async function importList(member: MadeMember, text: string) {
  const received = await receive(member, text);
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const committed = await commitOf(member, received.batchId);
  if (committed.kind !== 'committed') throw new Error(committed.code);
  return { batchId: received.batchId, wrote: committed.wrote };
}
const tables = ['Party', 'Supplier', 'Site', 'LabourRecruiter', 'SupplyLink', 'Source', 'Fact'] as const;
async function countAll(member: MadeMember) {
  return member.inOrganization(async (db) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const [row] = await db.$queryRawUnsafe<{ n: number }[]>(`SELECT count(*)::int AS n FROM "${table}"`);
      counts[table] = row?.n ?? -1;
    }
    return counts;
  });
}

describe('an import', () => {
  it('shows every row before anything is written, then writes parties, links and facts with their rows', async () => {
    const member = await makeMember();
    const received = await receive(member, list);
    if (received.kind !== 'received') throw new Error(received.kind);
    const { batchId } = received;
    const staged = await stageBatch(member.inOrganization, { organizationId: member.organization.id, batchId });
    expect(staged).toMatchObject({
      kind: 'staged',
      counts: { rows: 3, valid: 2, warned: 0, invalid: 1, suppliersNew: 3, sitesNew: 2, providersNew: 1, subcontractors: 2 },
    });
    const page = await member.inOrganization((db) => previewRows(db, { batchId, problem: 'unknown-country' }));
    expect(page.rows).toMatchObject([
      { rowNumber: 4, status: 'invalid', problems: [{ column: 'country', params: { value: 'Atlantis' } }] },
    ]);
    expect((await countAll(member)).Party).toBe(0);

    const committed = await commitOf(member, batchId);
    expect(committed).toMatchObject({
      kind: 'committed',
      isFirst: true,
      wrote: { suppliers: 3, sites: 2, providers: 1, links: 4, rowsLeftOut: 1 },
    });
    await member.inOrganization(async (db) => {
      const alpha = await db.supplier.findFirstOrThrow({
        where: { party: { name: 'Alpha Garments Co., Ltd' } },
        include: { party: { include: { linksFrom: { include: { to: true } }, linksTo: { include: { from: true } } } }, sites: true },
      });
      expect(alpha).toMatchObject({ country: 'VN', sector: '14', workers: 1250, tier: 1, declaredTier: 1 });
      expect(Number(alpha.migrantShare)).toBe(0.12);
      expect(alpha.party.linksFrom.map(({ kind, to }) => [kind, to.kind])).toEqual([['supplies', 'buyer']]);
      expect(alpha.party.linksTo.map(({ kind, from }) => `${from.name} ${kind}`).sort()).toEqual([
        'Beta Dyeing subcontracts',
        'Far Recruiting recruits',
        'Gamma Print Co., Ltd subcontracts',
      ]);
      const beta = await db.supplier.findFirstOrThrow({ where: { party: { name: 'Beta Dyeing' } } });
      expect(beta).toMatchObject({ country: 'CN', tier: 2, declaredTier: 2 });
      const facts = await db.fact.findMany({
        where: { partyId: alpha.partyId },
        include: { source: { include: { importRow: { include: { batch: { include: { file: true } } } } } } },
      });
      expect(facts).toHaveLength(1);
      expect(facts[0]?.source.importRow).toMatchObject({ rowNumber: 2, batch: { file: { fileName: 'list.csv' } } });
      const activity = await db.activity.findMany({ where: { recordId: alpha.partyId } });
      expect(activity).toMatchObject([{ recordKind: 'supplier', act: 'create', userId: member.user.id }]);
      expect(activity[0]?.changes).toContainEqual({ field: 'workers', before: null, after: 1250 });
      expect(await db.jobRun.count({ where: { kind: 'score-all' } })).toBe(1);
    });
  });

  it('says that a file was here before, and importing it again changes nothing', async () => {
    const member = await makeMember();
    const first = await importList(member, list);
    expect(await receive(member, list)).toEqual({ kind: 'known', batchId: first.batchId, status: 'committed' });
    const before = await countAll(member);
    const again = await member.inOrganization((db) => importAgain(db, { batchId: first.batchId, userId: member.user.id }));
    const second = await commitOf(member, again ?? '');
    expect(second).toMatchObject({
      kind: 'committed',
      wrote: { suppliers: 0, sites: 0, providers: 0, links: 0, facts: 0, sources: 0, changedParties: 0 },
    });
    expect(await countAll(member)).toEqual(before);
  });

  it('records only what is new in the next season', async () => {
    const member = await makeMember();
    await importList(member, list);
    const { wrote } = await importList(
      member,
      list.replace('"1,250"', '1300').replace('ALPHA', 'alpha').replace('Beta Dyeing,PRC', 'BETA DYEING,China'),
    );
    expect(wrote).toMatchObject({ suppliers: 0, sites: 0, links: 0, facts: 2, sources: 1, changedParties: 2 });
    const alpha = await member.inOrganization((db) =>
      db.supplier.findFirstOrThrow({
        where: { party: { name: { startsWith: 'Alpha' } } },
        include: { party: { include: { facts: { orderBy: { recordedAt: 'asc' } } } } },
      }),
    );
    expect(alpha.workers).toBe(1300);
    expect(alpha.party.facts.map(({ values }) => values)).toMatchObject([{ workers: 1250, country: 'VN' }, { workers: 1300 }]);
  });

  it('adds up the sites of a supplier over two files', async () => {
    const member = await makeMember();
    await importList(member, 'name,country,address,workers\nAlpha,VN,1 Road,100\n');
    await importList(member, 'name,country,address,workers\nAlpha,VN,2 Road,300\n');
    const alpha = await member.inOrganization((db) =>
      db.supplier.findFirstOrThrow({ where: { party: { name: 'Alpha' } }, include: { sites: true } }),
    );
    expect([alpha.workers, alpha.sites.length]).toEqual([400, 2]);
  });

  it('remembers chosen columns for the next file of the same shape', async () => {
    const member = await makeMember();
    const shape = (name: string) => `Betrieb A,Land,Wert\n${name},India,5\n`;
    const received = await receive(member, shape('Alpha'));
    if (received.kind !== 'received') throw new Error(received.kind);
    const { batchId } = received;
    const ids = { organizationId: member.organization.id, batchId };
    await stageBatch(member.inOrganization, ids);
    const choose = (columns: ('supplierName' | 'country' | 'workers' | 'ignore')[]) =>
      member.inOrganization((db) =>
        chooseMapping(db, { batchId, userId: member.user.id, mapping: { columns, defaults: { sector: '14' } } }),
      );
    expect(await choose(['ignore', 'country', 'workers'])).toMatchObject({ kind: 'refused', nameMissing: true });
    expect(await choose(['supplierName', 'supplierName', 'workers'])).toMatchObject({ kind: 'refused', repeated: ['supplierName'] });
    expect(await choose(['supplierName', 'country', 'workers'])).toEqual({ kind: 'chosen' });
    expect(await stageBatch(member.inOrganization, ids)).toMatchObject({ counts: { valid: 1 } });
    const next = await receive(member, shape('Omega'));
    if (next.kind !== 'received') throw new Error(next.kind);
    await stageBatch(member.inOrganization, { ...ids, batchId: next.batchId });
    const batch = await member.inOrganization((db) => readBatch(db, next.batchId));
    expect(batch?.mapping).toEqual({
      columns: ['supplierName', 'country', 'workers'],
      shape: 'list',
      suppliesUs: true,
      defaults: { sector: '14' },
      isConfirmed: false,
    });
    expect(batch?.detected?.columns[0]?.reason).toBe('remembered');
  });

  it('refuses what is no list with its code and keeps nothing of it', async () => {
    const member = await makeMember();
    expect(await receive(member, readFileSync('tests/fixtures/import/pdf-renamed.csv'))).toEqual({
      kind: 'refused',
      problem: { code: 'not-a-table', params: { detected: 'PDF' } },
    });
    const received = await receive(member, readFileSync('tests/fixtures/import/one-column.csv'));
    if (received.kind !== 'received') throw new Error(received.kind);
    expect(await stageBatch(member.inOrganization, { organizationId: member.organization.id, batchId: received.batchId })).toEqual({
      kind: 'refused',
      code: 'one-column',
    });
    expect(await member.inOrganization((db) => readBatch(db, received.batchId))).toMatchObject({
      status: 'failed',
      problemCode: 'one-column',
    });
  });

  it('leaves nothing behind when a commit breaks off, and the next try does it all', async () => {
    const member = await makeMember();
    const received = await receive(member, list);
    if (received.kind !== 'received') throw new Error(received.kind);
    const ids = { batchId: received.batchId, organizationId: member.organization.id, userId: member.user.id };
    await stageBatch(member.inOrganization, ids);
    await member.inOrganization((db) => acceptBatch(db, ids));
    const { ownerUrl } = testDatabase();
    await withClient(ownerUrl, (client) =>
      client.query(`CREATE FUNCTION break_off() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'broken off'; END $$;
        CREATE TRIGGER break_off BEFORE INSERT ON "Activity" FOR EACH ROW WHEN (NEW."act" = 'commit') EXECUTE FUNCTION break_off();`),
    );
    try {
      await expect(commitBatch(member.inOrganization, ids)).rejects.toThrow('broken off');
    } finally {
      await withClient(ownerUrl, (client) => client.query('DROP TRIGGER break_off ON "Activity"; DROP FUNCTION break_off();'));
    }
    expect(Object.values(await countAll(member))).toEqual(tables.map(() => 0));
    expect(await commitBatch(member.inOrganization, ids)).toMatchObject({ kind: 'committed', wrote: { suppliers: 3 } });
    expect(await commitBatch(member.inOrganization, ids)).toMatchObject({ kind: 'committed', isFirst: false, wrote: { suppliers: 3 } });
  });

  it('can be given up until it is accepted, and is not seen by another organization', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    const received = await receive(member, list);
    if (received.kind !== 'received') throw new Error(received.kind);
    const { batchId } = received;
    expect(await other.inOrganization((db) => readBatch(db, batchId))).toBeNull();
    expect(await other.inOrganization((db) => cancelBatch(db, { batchId, userId: other.user.id }))).toBe(false);
    expect(await stageBatch(other.inOrganization, { organizationId: other.organization.id, batchId })).toEqual({ kind: 'closed' });
    expect(await member.inOrganization((db) => cancelBatch(db, { batchId, userId: member.user.id }))).toBe(true);
    expect(
      await member.inOrganization((db) => acceptBatch(db, { batchId, organizationId: member.organization.id, userId: member.user.id })),
    ).toMatchObject({ kind: 'refused' });
  });

  it('A5: finds a supplier by the identifiers it holds, and leaves out a row whose check character is wrong', async () => {
    const member = await makeMember();
    const lei = '5493001KJTIIGC8Y1R12';
    const head = 'name,country,lei,duns,registration number\n';
    await importList(member, `${head}Lotus Garments,Germany,${lei},150483782,HRB 12345\n`);
    const second = await importList(member, `${head}Sen Mode,Germany,,,hrb 12 345\nLotos,,${lei},,\nOther,France,5493001KJTIIGC8Y1R13,,\n`);
    expect(second.wrote).toMatchObject({ suppliers: 0, rowsLeftOut: 1 });
    const [supplier, ...others] = await member.inOrganization((db) => db.supplier.findMany({ select: { externalIds: true } }));
    expect(others).toEqual([]);
    expect(supplier?.externalIds).toEqual({ lei, duns: '150483782', registration: 'DE:HRB 12345' });
    const preview = await member.inOrganization((db) => previewRows(db, { batchId: second.batchId, status: 'invalid' }));
    expect(preview.rows.map(({ rowNumber, problems }) => [rowNumber, problems.map(({ code }) => code)])).toEqual([[4, ['bad-lei']]]);
  });
});
