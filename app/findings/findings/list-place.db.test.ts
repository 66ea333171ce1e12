import { expect, test } from 'vitest';
import { wholeFinding } from '../../../tests/factories/finding';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readFindingPlace } from './list-place.server';
import { recordFinding } from './record-finding.server';

test('a finding has its number in the list it was opened from, newest first, and its neighbours there; none in a list without it', async () => {
  const member = await makeMember();
  const { partyId } = await makeSupplier(member);
  const ids: string[] = [];
  for (const grade of ['major', 'minor', 'major', 'major'] as const) {
    const recorded = await member.inOrganization((db) =>
      recordFinding(db, { partyId, userId: member.user.id, fields: { ...wholeFinding, grade } }),
    );
    if (recorded.kind !== 'recorded') throw new Error('refused');
    ids.push(recorded.findingId);
  }
  const [first, minor, third, last] = ids;
  const placeOf = (findingId: string | undefined, query: string) =>
    member.inOrganization((db) =>
      readFindingPlace(db, new URLSearchParams(query), { findingId: findingId as string, today: '2026-12-01' }),
    );
  expect(await placeOf(last, '')).toEqual({ number: 1, total: 4, previous: null, next: third });
  expect(await placeOf(minor, '')).toEqual({ number: 3, total: 4, previous: third, next: first });
  expect(await placeOf(third, 'grade=major')).toEqual({ number: 2, total: 3, previous: last, next: first });
  expect(await placeOf(minor, 'grade=major')).toBeNull();
});
