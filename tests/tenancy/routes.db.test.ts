import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { can, type Permission, roles } from '~/access/permissions';
import * as guard from '~/access/require-member.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeOneOfEach } from '../factories/one-of-each';
import { callRoute } from '../setup/call-route';
import { addressOf, type EachRoute, organizationRoutes } from '../setup/each-route';

const asked = { permissions: [] as string[] };
const { requireMember } = guard;
beforeEach(() => {
  vi.spyOn(guard, 'requireMember').mockImplementation((...args: Parameters<typeof requireMember>) => {
    asked.permissions.push(args[2] ?? 'read:organization');
    return requireMember(...args);
  });
});

/** Records of the other organization, by the route parameter that would address them. */
/** Parameters that name what every organization has: its own address, and a country. */
const common = new Set(['orgSlug', 'iso2']);
let foreign: Record<string, string>;
let owner: MadeMember;
let stranger: MadeMember;
const members = new Map<string, MadeMember>();

beforeAll(async () => {
  owner = await makeMember();
  stranger = await makeMember();
  for (const role of roles) members.set(role, await makeMember({ organization: owner.organization, role }));
  foreign = await makeOneOfEach(stranger);
});

function paramsOf({ params: names }: EachRoute): Record<string, string> {
  const params: Record<string, string> = {};
  for (const name of names) params[name] = name === 'orgSlug' ? owner.organization.slug : (foreign[name] ?? randomUUID());
  return params;
}

test('every parameter of a route has a record of the other organization to test', () => {
  expect(organizationRoutes.length).toBeGreaterThan(150);
  const params = new Set(organizationRoutes.flatMap((route) => route.params));
  expect([...params].filter((param) => param !== 'orgSlug' && !(param in foreign))).toEqual([]);
});

describe.each(organizationRoutes)('$name', (route) => {
  const exportsOf = async () => (await import(/* @vite-ignore */ route.file)) as Record<string, unknown>;
  const call = async (which: 'loader' | 'action', member: MadeMember | null) => {
    asked.permissions = [];
    const params = paramsOf(route);
    const answer = await callRoute((await exportsOf())[which], {
      url: addressOf(route, params),
      params,
      cookie: member?.cookie,
      ...(which === 'action' ? { form: { intent: 'none' } } : {}),
    });
    return {
      status: answer.status,
      body: JSON.stringify(answer.body ?? null),
      location: answer.headers.get('Location'),
      permission: asked.permissions[0] as Permission | undefined,
    };
  };

  test.each(['loader', 'action'] as const)('%s', async (which) => {
    if (typeof (await exportsOf())[which] !== 'function') return;
    const anonymous = await call(which, null);
    expect(anonymous).toMatchObject({ status: 302, location: expect.stringMatching(/^\/sign-in\?redirectTo=/) });
    const outside = await call(which, stranger);
    expect(outside.permission, 'calls requireMember').toBeDefined();
    expect(outside.status, 'a member of another organization').toBe(404);
    for (const role of roles) {
      const inside = await call(which, members.get(role) ?? owner);
      const { permission } = inside;
      if (permission && !can(role, permission)) expect(inside.status, `${role} without ${permission}`).toBe(403);
      else expect(inside.status, `${role} with ${permission}`).toBeLessThan(500);
      expect(inside.body, 'nothing of the other organization').not.toMatch(/Foreign (mill|agency|site|requirement|law)/);
      const namesRecord = Object.keys(paramsOf(route)).some((param) => !common.has(param));
      if (namesRecord && inside.status !== 403) expect(inside.status, `${role} requests a record of the other`).toBeGreaterThanOrEqual(400);
    }
  });
});
