import { expect, test } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readScoreTrends } from './read-trends.server';
import { scoreSuppliers } from './score-suppliers.server';

test('the scores of a supplier come the oldest first; one that was scored once, or belongs to others, has none', async () => {
  const [member, other] = [await makeMember(), await makeMember()];
  const values = { country: 'VN', sector: '14', workers: 120 };
  const [twice, once] = [await makeSupplier(member, { values }), await makeSupplier(member, { values })];
  const score = (partyId: string, asOf: string) => member.inOrganization((db) => scoreSuppliers(db, { partyIds: [partyId], asOf }));
  await score(twice.partyId, '2026-11-01');
  await score(once.partyId, '2026-11-01');
  await score(twice.partyId, '2026-12-01');
  const ids = [twice.partyId, once.partyId];
  const trends = await member.inOrganization((db) => readScoreTrends(db, ids));
  expect([...trends.keys()]).toEqual([twice.partyId]);
  expect(trends.get(twice.partyId)?.map(({ on }) => on)).toEqual(['2026-11-01', '2026-12-01']);
  expect(await other.inOrganization((db) => readScoreTrends(db, ids))).toEqual(new Map());
});
