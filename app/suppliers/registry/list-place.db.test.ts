import { beforeAll, describe, expect, it } from 'vitest';
import { makeListedSuppliers } from '../../../tests/factories/listed-suppliers';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { readListPlace } from './list-place.server';
import { readListState } from './list-state';
import { listSuppliers } from './list-suppliers.server';

describe('the place of a supplier in a list', () => {
  let member: MadeMember;
  beforeAll(async () => {
    member = await makeMember();
    await makeListedSuppliers(member, 40);
  });
  const listed = (query: string) =>
    member.inOrganization(async (db) => (await listSuppliers(db, readListState(new URLSearchParams(query)), { take: 200 })).rows);
  const placeOf = (query: string, partyId: string) => member.inOrganization((db) => readListPlace(db, new URLSearchParams(query), partyId));

  it.each([
    '',
    'sort=score',
    'sort=name',
    'sort=-name',
    'sort=-place',
    'sort=workers&band=high',
    'country=VN&sort=-tier',
    'view=not-scored',
    'q=acme',
  ])('leads through "%s" in its order, with number and total', async (query) => {
    const rows = await listed(query);
    expect(rows.length).toBeGreaterThan(1);
    for (const [index, { partyId }] of rows.entries())
      expect(await placeOf(query, partyId)).toEqual({
        number: index + 1,
        total: rows.length,
        previous: rows[index - 1]?.publicId ?? null,
        next: rows[index + 1]?.publicId ?? null,
      });
  });

  it('is none for a supplier that does not match, of a list of an earlier day, and of another organization', async () => {
    const [first] = await listed('country=VN');
    expect(await placeOf('country=BD', first?.partyId ?? '')).toBeNull();
    expect(await placeOf('on=2026-01-01', first?.partyId ?? '')).toBeNull();
    const other = await makeMember();
    await makeListedSuppliers(other, 2);
    const foreign = await other.inOrganization((db) => db.supplier.findFirstOrThrow({ select: { partyId: true } }));
    expect(await placeOf('', foreign.partyId)).toBeNull();
  });
});
