import { expect, test } from 'vitest';
import { demonstrationAccounts } from '~/access/demonstration-accounts';
import { rootDb } from '~/access/root-db.server';
import { deleteDemonstration } from '../prisma/demonstration/delete-demonstration';
import { seedDemonstration } from '../prisma/seed';
import { makeMember } from '../tests/factories/member';
import { testDatabase, withClient } from '../tests/setup/test-database';

/** Rows of each tenant table by organization, as the owner sees them without policies. */
async function countRows(organizationIds: readonly string[]): Promise<Record<string, number>> {
  return withClient(testDatabase().ownerUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'organizationId'`,
    );
    await client.query('BEGIN');
    const counts: Record<string, number> = {};
    for (const { name } of tables) {
      await client.query(`ALTER TABLE "${name}" NO FORCE ROW LEVEL SECURITY`);
      const { rows } = await client.query(`SELECT count(*)::int AS n FROM "${name}" WHERE "organizationId" = ANY($1)`, [organizationIds]);
      if (rows[0].n > 0) counts[name] = rows[0].n;
    }
    await client.query('ROLLBACK');
    return counts;
  });
}

const demonstrations = () => rootDb().organization.findMany({ where: { isDemonstration: true }, select: { id: true, name: true } });

test('a reset removes every row of the demonstration, no row of others, and makes the same organizations for the same people', async () => {
  const other = await makeMember();
  await seedDemonstration();
  const before = await demonstrations();
  const ids = before.map(({ id }) => id);
  expect(Object.keys(await countRows(ids)).length).toBeGreaterThan(60);
  const people = await rootDb().user.findMany({ where: { email: { in: demonstrationAccounts.map(({ email }) => email) } } });

  expect(await deleteDemonstration(testDatabase().ownerUrl)).toBe(before.length);
  expect(await countRows(ids)).toEqual({});
  expect(await demonstrations()).toEqual([]);
  expect(await countRows([other.organization.id])).toMatchObject({ Membership: 1 });

  await seedDemonstration();
  expect((await demonstrations()).map(({ name }) => name).sort()).toEqual(before.map(({ name }) => name).sort());
  const after = await rootDb().user.findMany({ where: { email: { in: demonstrationAccounts.map(({ email }) => email) } } });
  expect(after.map(({ id }) => id).sort()).toEqual(people.map(({ id }) => id).sort());
}, 240_000);
