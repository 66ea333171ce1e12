import { expect, it } from 'vitest';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import { testDatabase, withClient } from '../../../tests/setup/test-database';
import { stageList, writeList } from '../../../tests/factories/imported-list';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { refreshStatistics } from './refresh-statistics.server';

async function importSuppliers(member: MadeMember, rows: number): Promise<number> {
  const lines = Array.from({ length: rows }, (_, at) => `Weaver ${at},Portugal,${at} Mill Street`);
  const committed = await writeList(member, await stageList(member, ['supplier name,country,address', ...lines].join('\n')));
  if (committed.kind !== 'committed') throw new Error(committed.code);
  return committed.wrote.sources;
}

const planSchema = z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) });
/** How many suppliers of the organization PostgreSQL expects to read. */
const expectedSuppliers = (member: MadeMember) =>
  member.inOrganization(async (db) => {
    const [plan] = await queryRows(db, planSchema, sql`EXPLAIN (FORMAT JSON) SELECT FROM "Supplier"`);
    return plan?.['QUERY PLAN'][0]?.Plan['Plan Rows'];
  });

it('lets PostgreSQL expect the suppliers of a short list, beside an organization that has many more', async () => {
  const [many, few] = [await makeMember(), await makeMember()];
  await importSuppliers(many, 600);
  await withClient(testDatabase().ownerUrl, (client) => client.query('ANALYZE "Supplier"'));
  const sources = await importSuppliers(few, 60);
  await refreshStatistics(few.inOrganization, sources);
  expect(await expectedSuppliers(few)).toBeGreaterThan(30);
});
