import { expect, it } from 'vitest';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { makeMember } from '../factories/member';
import { turnUnordered } from './turn-unordered';

const rows = () => [
  { id: 1, changes: [1, 2], parts: [{ id: 'a' }, { id: 'b' }] },
  { id: 2, changes: [3, 4], parts: [{ id: 'c' }, { id: 'd' }] },
];

it('reverses rows without an order, also within a row, and leaves the rest', () => {
  const select = { id: true, changes: true, parts: { select: { id: true } } };
  expect(turnUnordered({ select }, rows())).toEqual([
    { id: 2, changes: [3, 4], parts: [{ id: 'd' }, { id: 'c' }] },
    { id: 1, changes: [1, 2], parts: [{ id: 'b' }, { id: 'a' }] },
  ]);
  expect(turnUnordered({ select: { ...select, parts: { orderBy: { id: 'asc' } } }, orderBy: { id: 'asc' } }, rows())).toEqual(rows());
  expect(turnUnordered({ include: { parts: true } }, rows()[0])).toEqual(rows()[0]);
  expect(turnUnordered(undefined, null)).toBeNull();
});

it('applies to reads in database tests', async () => {
  const { inOrganization } = await makeMember();
  const { lying, unordered, ordered } = await inOrganization(async (db) => {
    for (const name of ['First', 'Second'])
      await db.party.create({ data: { kind: 'supplier', publicId: makePublicId(), name, nameKey: foldName(name) } });
    return {
      // The same statement: duplicates are removed after it, and such a read is not reversed.
      lying: await db.party.findMany({ select: { name: true }, distinct: ['name'] }),
      unordered: await db.party.findMany({ select: { name: true } }),
      ordered: await db.party.findMany({ orderBy: { nameKey: 'asc' }, select: { name: true } }),
    };
  });
  expect(unordered).toEqual(lying.toReversed());
  expect(ordered.map(({ name }) => name)).toEqual(['First', 'Second']);
});
