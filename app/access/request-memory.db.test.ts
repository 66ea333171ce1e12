import { describe, expect, it } from 'vitest';
import { makeMember } from '../../tests/factories/member';
import { rememberPerRequest, withRequestMemory } from './request-memory.server';
import { requireMember } from './require-member.server';

async function status(work: Promise<unknown>): Promise<number> {
  return work.then(
    () => 200,
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  );
}

describe('the memory of a request', () => {
  it('spares a reading request the second look, and forgets with it', async () => {
    const member = await makeMember();
    const stranger = await makeMember();
    const ask = (method: string, cookie = member.cookie) =>
      status(
        requireMember(new Request('http://localhost/', { method, headers: { Cookie: cookie } }), { orgSlug: member.organization.slug }),
      );
    const leave = () => member.inOrganization((db) => db.membership.deleteMany({ where: { userId: member.user.id } }));

    await withRequestMemory(async () => {
      expect(await ask('GET')).toBe(200);
      expect(await ask('GET', stranger.cookie)).toBe(404);
      await leave();
      expect(await ask('GET')).toBe(200);
      expect(await ask('POST')).toBe(404);
    });
    expect(await withRequestMemory(() => ask('GET'))).toBe(404);
    expect(await ask('GET')).toBe(404);
  });

  it('keeps the answer to each key for the loaders beside, and none for a request that may write', async () => {
    const remember = rememberPerRequest<number>();
    let asked = 0;
    const ask = (key: string, method = 'GET') => remember(new Request('http://localhost/', { method }), key, async () => ++asked);
    expect(await withRequestMemory(() => Promise.all([ask('a'), ask('a'), ask('b'), ask('a', 'POST'), ask('a', 'POST')]))).toEqual([
      1, 1, 2, 3, 4,
    ]);
    expect(await withRequestMemory(() => ask('a'))).toBe(5);
    expect(await ask('a')).toBe(6);
  });
});
