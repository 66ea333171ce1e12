import { randomUUID } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { can, type Permission, roles } from '~/access/permissions';
import * as guard from '~/access/require-member.server';
import { type MadeMember, makeMember } from '../factories/member';
import { makeOneOfEach } from '../factories/one-of-each';
import { callRoute } from '../setup/call-route';

const asked = { permissions: [] as string[] };
const { requireMember } = guard;
beforeEach(() => {
  vi.spyOn(guard, 'requireMember').mockImplementation((...args: Parameters<typeof requireMember>) => {
    asked.permissions.push(args[2] ?? 'read:organization');
    return requireMember(...args);
  });
});

const folder = resolve('app/routes');
const doors = readdirSync(folder)
  .filter((name) => name.startsWith('o.$orgSlug'))
  .map((name) =>
    statSync(join(folder, name)).isDirectory() ? { name, file: join(folder, name, 'route.tsx') } : { name, file: join(folder, name) },
  );

/** Records of the other organization, by the name of the parameter that would lead to them. */
let foreign: Record<string, string>;
let house: MadeMember;
let stranger: MadeMember;
const members = new Map<string, MadeMember>();

beforeAll(async () => {
  house = await makeMember();
  stranger = await makeMember();
  for (const role of roles) members.set(role, await makeMember({ organization: house.organization, role }));
  foreign = await makeOneOfEach(stranger);
});

function paramsOf(name: string): Record<string, string> {
  const params: Record<string, string> = { orgSlug: house.organization.slug };
  for (const [, param = ''] of name.matchAll(/\$([A-Za-z][A-Za-z0-9]*)/g))
    if (param !== 'orgSlug') params[param] = foreign[param] ?? randomUUID();
  return params;
}

function urlOf(name: string, params: Record<string, string>): string {
  const path = name
    .replace(/\.(tsx?|jsx?)$/, '')
    .replaceAll('[.]', '%2E')
    .split('.')
    .filter((segment) => !segment.startsWith('_'))
    .map((segment) => segment.replace(/_$/, '').replace(/\$([A-Za-z][A-Za-z0-9]*)/g, (_, param: string) => params[param] ?? ''))
    .join('/');
  return `/${decodeURIComponent(path)}`;
}

test('there are doors, and every parameter of theirs has a record of the other organization to try', () => {
  expect(doors.length).toBeGreaterThan(10);
  const params = new Set(doors.flatMap(({ name }) => [...name.matchAll(/\$([A-Za-z][A-Za-z0-9]*)/g)].map(([, param]) => param ?? '')));
  expect([...params].filter((param) => param !== 'orgSlug' && !(param in foreign))).toEqual([]);
});

describe.each(doors)('$name', ({ name, file }) => {
  const exportsOf = async () => (await import(/* @vite-ignore */ file)) as Record<string, unknown>;
  const call = async (which: 'loader' | 'action', member: MadeMember | null) => {
    asked.permissions = [];
    const params = paramsOf(name);
    const answer = await callRoute((await exportsOf())[which], {
      url: urlOf(name, params),
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
    expect(outside.permission, 'asks requireMember').toBeDefined();
    expect(outside.status, 'a member of another organization').toBe(404);
    for (const role of roles) {
      const inside = await call(which, members.get(role) ?? house);
      const { permission } = inside;
      if (permission && !can(role, permission)) expect(inside.status, `${role} without ${permission}`).toBe(403);
      else expect(inside.status, `${role} with ${permission}`).toBeLessThan(500);
      expect(inside.body, 'nothing of the other organization').not.toMatch(/Foreign (mill|agency|site)/);
      const namesRecord = Object.keys(paramsOf(name)).some((param) => param !== 'orgSlug');
      if (namesRecord && inside.status !== 403) expect(inside.status, `${role} asks for a record of the other`).toBeGreaterThanOrEqual(400);
    }
  });
});
