import { expect, it } from 'vitest';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { keepApart } from './answer-pair.server';
import { findDuplicates } from './find-duplicates.server';
import { listDuplicates } from './list-duplicates.server';
import { reportDuplicate } from './report-duplicate.server';

it('finds possible duplicates with their reasons, and asks about none twice', async () => {
  const member = await makeMember();
  const in_ = member.inOrganization;
  await makeSupplier(member, { name: 'Moonriver Garments JSC', values: { country: 'VN' } });
  await makeSupplier(member, { name: 'Moon River Garment Co., Ltd', values: { country: 'VN' } });
  await makeSupplier(member, { name: 'Moon River Garment', values: { country: 'KH' } });
  await makeSupplier(member, { name: 'Bluefinch Textiles', values: { country: 'IN' } });
  expect(await findDuplicates(in_)).toEqual({ suppliers: 4, pairs: 1 });
  const { pairs, total } = await in_((db) => listDuplicates(db));
  expect(total).toBe(1);
  expect([pairs[0]?.a.name, pairs[0]?.b.name].sort()).toEqual(['Moon River Garment Co., Ltd', 'Moonriver Garments JSC']);
  expect(pairs[0]?.reasons).toEqual(expect.arrayContaining(['same-country']));
  const pairId = pairs[0]?.id ?? '';
  expect(await in_((db) => keepApart(db, { pairId, userId: member.user.id }))).toBe(true);
  expect(await in_((db) => keepApart(db, { pairId, userId: member.user.id }))).toBe(false);
  expect(await findDuplicates(in_)).toEqual({ suppliers: 4, pairs: 0 });
  expect((await in_((db) => listDuplicates(db))).total).toBe(0);
});

it('saves a member’s report, and shows why a report is rejected', async () => {
  const member = await makeMember();
  const in_ = member.inOrganization;
  const one = await makeSupplier(member, { name: 'Alpha Knit' });
  const two = await makeSupplier(member, { name: 'Omega Weaving' });
  const report = (words: string, note: string | null = null) =>
    in_((db) => reportDuplicate(db, { partyId: one.partyId, words, note, userId: member.user.id }));
  expect(await report('Omega Weaving', 'Same owner, same gate')).toEqual({ kind: 'reported', otherId: two.partyId });
  expect(await report(two.publicId)).toEqual({ kind: 'reported', otherId: two.partyId });
  expect(await report('Nobody')).toEqual({ kind: 'refused', code: 'unknown' });
  expect(await report(one.publicId)).toEqual({ kind: 'refused', code: 'itself' });
  await findDuplicates(in_);
  const { pairs, total } = await in_((db) => listDuplicates(db, { partyId: two.partyId }));
  expect([total, pairs[0]?.origin, pairs[0]?.note]).toEqual([1, 'reported', 'Same owner, same gate']);
});
