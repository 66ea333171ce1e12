import { expect, it } from 'vitest';
import { isOsId } from '~/suppliers/parties/external-ids';
import { acceptBatch } from '~/suppliers/import/accept-batch.server';
import { commitBatch } from '~/suppliers/import/commit-batch.server';
import { receiveFile } from '~/suppliers/import/receive-file.server';
import { stageBatch } from '~/suppliers/import/stage-batch.server';
import { loader as loadChain } from '~/routes/org/suppliers/supplier-supply-chain';
import { loader as loadList } from '~/routes/org/suppliers/suppliers';
import { loader as loadSite } from '~/routes/org/suppliers/site';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';
import { testDatabase, withClient } from '../setup/test-database';

/** Two spellings of one place are recognised by its OS ID. */
const osId = [...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'].map((sign) => `CN2019098XAFD8${sign}`).find(isOsId);

async function importList(member: MadeMember, fileName: string, text: string): Promise<void> {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, { ...who, fileName, bytes: new TextEncoder().encode(text) });
  if (received.kind === 'refused') throw new Error(received.problem.code);
  const ids = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, ids);
  await member.inOrganization((db) => acceptBatch(db, ids));
  await commitBatch(member.inOrganization, ids);
}

/** Makes everything recorded so far a year older, which no user can do: between NO FORCE and FORCE, as the owner. */
async function age(organizationId: string): Promise<void> {
  await withClient(testDatabase().ownerUrl, async (client) => {
    for (const [table, column] of [
      ['Fact', 'recordedAt'],
      ['SupplyLink', 'createdAt'],
      ['Source', 'createdAt'],
    ]) {
      await client.query(`ALTER TABLE "${table}" NO FORCE ROW LEVEL SECURITY`);
      await client.query(`UPDATE "${table}" SET "${column}" = "${column}" - interval '1 year' WHERE "organizationId" = $1`, [
        organizationId,
      ]);
      await client.query(`ALTER TABLE "${table}" FORCE ROW LEVEL SECURITY`);
    }
  });
}

it('A13: an address from two files shows both values with files, user and dates, and the first as known on the earlier day', async () => {
  const member = await makeMember();
  const list = (address: string, workers: number) => `Supplier,Country,OS ID,Address,Workers\nAlpha,China,${osId},${address},${workers}\n`;
  await importList(member, 'Winter.csv', list('1 Old Road', 10));
  await age(member.organization.id);
  await importList(member, 'Summer.csv', list('2 New Road', 12));
  const { site, supplier } = await member.inOrganization(async (db) => ({
    site: await db.party.findFirstOrThrow({ where: { kind: 'site' } }),
    supplier: await db.party.findFirstOrThrow({ where: { kind: 'supplier' } }),
  }));
  const base = `/o/${member.organization.slug}`;
  const params = { orgSlug: member.organization.slug };
  const load = (query = '') =>
    callRoute(loadSite, {
      url: `${base}/sites/${site.publicId}${query}`,
      params: { ...params, siteId: site.publicId },
      cookie: member.cookie,
    });
  const address = (body: unknown) =>
    (body as { facts: { field: string; value: unknown }[] }).facts.find(({ field }) => field === 'address')?.value;
  const now = (await load()).body as Awaited<ReturnType<typeof loadSite>>;
  expect(address(now)).toBe('2 New Road');
  const reported = now.history?.facts.filter(({ values }) => 'address' in values) ?? [];
  expect(reported.map(({ values, source }) => [values.address, source?.file?.name, source?.file?.rowNumber, source?.person])).toEqual([
    ['2 New Road', 'Summer.csv', 2, member.user.name],
    ['1 Old Road', 'Winter.csv', 2, member.user.name],
  ]);
  const [later, earlier] = reported.map(({ recordedAt }) => new Date(recordedAt));
  const day = (earlier ?? new Date()).toISOString().slice(0, 10);
  expect(later?.toISOString().slice(0, 10)).not.toBe(day);
  expect(address((await load(`?known-on=${day}`)).body)).toBe('1 Old Road');

  const chain = (query: string) =>
    callRoute(loadChain, {
      url: `${base}/suppliers/${supplier.publicId}/supply-chain${query}`,
      params: { ...params, supplierId: supplier.publicId },
      cookie: member.cookie,
    });
  const before = new Date((earlier ?? new Date()).getTime() - 86_400_000).toISOString().slice(0, 10);
  expect((await chain(`?known-on=${before}`)).body).toMatchObject({ links: { down: [] }, mayEdit: false });
  expect((await chain(`?known-on=${day}`)).body).toMatchObject({ links: { down: [{ kind: 'supplies' }] }, knownOn: day });

  const names = async (query: string) => {
    const answer = await callRoute(loadList, { url: `${base}/suppliers${query}`, params, cookie: member.cookie });
    return (answer.body as { page: { rows: { name: string; workers: number | null }[] } }).page.rows.map(({ name, workers }) => [
      name,
      workers,
    ]);
  };
  expect(await names('')).toEqual([['Alpha', 12]]);
  await member.inOrganization((db) => db.$executeRaw`UPDATE "Party" SET "createdAt" = "createdAt" - interval '1 year'`);
  expect(await names(`?on=${day}`)).toEqual([['Alpha', 10]]);
  expect(await names(`?on=${before}`)).toEqual([]);
});
