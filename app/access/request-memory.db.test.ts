import { describe, expect, it } from 'vitest';
import { makeMember } from '../../tests/factories/member';
import { withRequestMemory } from './request-memory.server';
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
});
