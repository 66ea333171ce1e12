import { expect, test } from 'vitest';
import { assess } from '#scoring';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readPublicLists } from './public-lists.server';

const asOf = '2026-11-25';

test('a supplier named like an entity on a list is a candidate with its reason, and its score ignores it', async () => {
  const member = await makeMember();
  const values = { country: 'CN', sector: '14', products: ['Garments'] };
  const supplier = await makeSupplier(member, { name: 'HETIAN TAIDA APPAREL CO LTD', values });
  await member.inOrganization(async (db) => {
    const { candidates, facts } = await readPublicLists(db, {
      partyId: supplier.partyId,
      names: ['HETIAN TAIDA APPAREL CO LTD', null],
      asOf,
    });
    expect(candidates.map(({ list, reason, since, isSameCountry }) => [list, reason, since, isSameCountry])).toEqual([
      ['listed-entities', 'folded-name', '2022-06-21', true],
      ['import-orders', 'folded-name', '2019-09-30', true],
    ]);
    expect(candidates[0]?.href).toMatch(/^\/methodology\/tables\/listed-entities\?vintage=2025-01&row=/);
    expect(facts.map(({ list }) => list)).toContain('priority-sectors');
    await scoreSuppliers(db, { partyIds: [supplier.partyId], asOf });
    const stored = await db.score.findFirstOrThrow({ where: { partyId: supplier.partyId }, select: { result: true } });
    const plain = assess({ asOf, facts: { countries: { value: ['CN'] }, sector: { value: '14' }, products: { value: ['Garments'] } } });
    expect(stored.result).toMatchObject({ overrides: [], score: plain.status === 'scored' ? plain.score : null });
  });
});

test('a listed parent is found by its name, the same entry once', async () => {
  const member = await makeMember();
  const supplier = await makeSupplier(member, {
    name: 'Esquel Group',
    values: { country: 'VN', parentCompany: 'Esquel China Holdings Limited' },
  });
  const { candidates } = await member.inOrganization((db) =>
    readPublicLists(db, { partyId: supplier.partyId, names: ['Esquel Group', 'Esquel China Holdings Limited'], asOf }),
  );
  expect(candidates.map(({ reason, isSameCountry }) => [reason, isSameCountry])).toEqual([['name', false]]);
});

test('A31: palm fruit and palm oil of Malaysia: the fruit is listed, the oil as its product; orders against others are separate', async () => {
  const member = await makeMember();
  const supplier = await makeSupplier(member, {
    name: 'Kilang Sawit',
    values: { country: 'MY', sector: '1040', products: ['Palm fruit', 'Crude palm oil'] },
  });
  const { candidates, facts, others } = await member.inOrganization((db) =>
    readPublicLists(db, { partyId: supplier.partyId, names: ['Kilang Sawit'], asOf }),
  );
  expect(candidates).toEqual([]);
  expect(facts.map(({ subject, reason, labour, madeWith }) => [subject, reason, labour, madeWith])).toEqual([
    ['Crude Palm Oil', 'inputs', ['child', 'forced'], 'Palm Fruit (MY)'],
    ['Palm Fruit', 'good', ['child', 'forced'], null],
  ]);
  expect(others.map(({ subject }) => subject)).toContain('FGV Holdings Berhad, subsidiaries and joint ventures');
});

test('without facts nothing is found', async () => {
  const member = await makeMember();
  const supplier = await makeSupplier(member, { name: 'Nobody on a list', values: {} });
  expect(
    await member.inOrganization((db) => readPublicLists(db, { partyId: supplier.partyId, names: ['Nobody on a list'], asOf })),
  ).toEqual({
    candidates: [],
    facts: [],
    others: [],
  });
});
