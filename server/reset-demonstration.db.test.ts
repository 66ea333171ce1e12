import { expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import { deleteDemonstration } from '../prisma/demonstration/delete-demonstration';
import { makeMember } from '../tests/factories/member';
import { testDatabase, withClient } from '../tests/setup/test-database';

test('policies and triggers are as before after a reset', async () => {
  const state = () =>
    withClient(testDatabase().ownerUrl, async (client) => {
      const forced = await client.query(`SELECT relname, relforcerowsecurity FROM pg_class WHERE relkind = 'r' ORDER BY relname`);
      const triggers = await client.query(`SELECT tgname, tgenabled FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname, tgrelid`);
      return [forced.rows, triggers.rows];
    });
  await makeMember().then(({ organization }) =>
    rootDb().organization.update({ where: { id: organization.id }, data: { isDemonstration: true } }),
  );
  const before = await state();
  expect(await deleteDemonstration(testDatabase().ownerUrl)).toBeGreaterThan(0);
  expect(await state()).toEqual(before);
});
