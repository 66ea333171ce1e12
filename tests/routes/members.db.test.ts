import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { roles } from '~/access/permissions';
import { rootDb } from '~/access/root-db.server';
import { hashToken } from '~/access/session.server';
import * as joinPage from '~/routes/public/sign-in/join';
import * as activityPage from '~/routes/org/activity-log/activity';
import * as membersPage from '~/routes/org/organizations/members';
import * as organizationPage from '~/routes/org/organizations/organization';
import * as askLinkPage from '~/routes/public/sign-in/request-link';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute, cookieOf } from '../setup/call-route';

const password = 'a long enough sentence';
const newAddress = () => `${randomBytes(5).toString('hex')}@example.org`;

function membersOf({ organization, cookie }: MadeMember) {
  const at = { url: `http://house.example/o/${organization.slug}/settings/members`, params: { orgSlug: organization.slug }, cookie };
  return {
    act: (form: Record<string, string>) => callRoute(membersPage.action, { ...at, form }),
    list: async () =>
      (await callRoute(membersPage.loader, at)).body as {
        members: { userId: string; role: string; email: string }[];
        invitations: { id: string; email: string }[];
      },
  };
}

async function invite(owner: MadeMember, email = newAddress(), role = 'auditor') {
  const answer = await membersOf(owner).act({ intent: 'invite', email, role });
  const { link } = answer.body as { link: { url: string } };
  const token = link.url.split('/').at(-1) ?? '';
  return { token, email, url: link.url, at: { url: `/join/${token}`, params: { inviteToken: token } } };
}

test('without a mail server the invitation link is shown once, and stored only as a hash', async () => {
  const owner = await makeMember();
  const { token, url, email } = await invite(owner);
  expect(url).toBe(`http://house.example/join/${token}`);
  const key = await rootDb().guestKey.findUniqueOrThrow({ where: { tokenHash: hashToken(token) } });
  expect(key.organizationId).toBe(owner.organization.id);
  const page = await membersOf(owner).list();
  expect(page.invitations).toMatchObject([{ email }]);
  expect(JSON.stringify(page)).not.toContain(token);
});

test('a new user opens the page any number of times and joins by the button, once', async () => {
  const owner = await makeMember();
  const { at, email } = await invite(owner, undefined, 'reviewer');
  for (let opened = 0; opened < 3; opened++)
    expect((await callRoute(joinPage.loader, at)).body).toMatchObject({ invitation: { email, role: 'reviewer' }, signedInAs: null });
  const bad = await callRoute(joinPage.action, { ...at, form: { name: 'Ann', password: 'short' } });
  expect(bad.status).toBe(422);
  expect(bad.body).toMatchObject({ values: { name: ['Ann'] }, errors: { password: [expect.any(String)] } });
  const joined = await callRoute(joinPage.action, { ...at, form: { name: 'Ann', password } });
  expect(joined.status).toBe(303);
  expect(joined.headers.get('Location')).toBe(`/o/${owner.organization.slug}`);
  expect(cookieOf(joined)).toContain('manumit_session=');
  expect((await membersOf(owner).list()).members).toContainEqual(expect.objectContaining({ email, role: 'reviewer' }));
  expect((await callRoute(joinPage.loader, at)).status).toBe(410);
  expect((await callRoute(joinPage.action, { ...at, form: { name: 'Eve', password } })).status).toBe(410);
});

test('a user with an account joins with the button alone, from another organization', async () => {
  const owner = await makeMember();
  const guest = await makeMember();
  const { at } = await invite(owner, guest.user.email, 'manager');
  expect((await callRoute(joinPage.action, { ...at, form: { name: 'Guest', password } })).status).toBe(422);
  expect((await callRoute(joinPage.action, { ...at, cookie: guest.cookie, form: {} })).status).toBe(303);
  expect((await membersOf(owner).list()).members).toContainEqual(expect.objectContaining({ userId: guest.user.id, role: 'manager' }));
  const again = await membersOf(owner).act({ intent: 'invite', email: guest.user.email, role: 'viewer' });
  expect(again.status).toBe(422);
});

test('of two people who join simultaneously one succeeds', async () => {
  const owner = await makeMember();
  const { at } = await invite(owner);
  const guests = await Promise.all([makeMember(), makeMember()]);
  const answers = await Promise.all(guests.map(({ cookie }) => callRoute(joinPage.action, { ...at, cookie, form: {} })));
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410]);
  expect((await membersOf(owner).list()).members).toHaveLength(2);
});

test('an expired or withdrawn invitation returns 410, an unknown one 404', async () => {
  const owner = await makeMember();
  const expired = await invite(owner);
  await owner.inOrganization((db) => db.guestAccess.updateMany({ data: { expiresAt: new Date(Date.now() - 1000) } }));
  expect((await callRoute(joinPage.loader, expired.at)).status).toBe(410);
  const withdrawn = await invite(owner);
  const { invitations } = await membersOf(owner).list();
  expect((await membersOf(owner).act({ intent: 'revoke', invitationId: invitations[0]?.id ?? '' })).status).toBe(303);
  expect((await callRoute(joinPage.loader, withdrawn.at)).status).toBe(410);
  expect((await callRoute(joinPage.action, { ...withdrawn.at, form: { name: 'Ann', password } })).status).toBe(410);
  expect((await callRoute(joinPage.loader, { url: '/join/x', params: { inviteToken: 'x' } })).status).toBe(404);
});

test('joining again by another invitation does not change the existing role', async () => {
  const owner = await makeMember();
  const { at } = await invite(owner, undefined, 'viewer');
  expect((await callRoute(joinPage.action, { ...at, cookie: owner.cookie, form: {} })).status).toBe(303);
  expect((await membersOf(owner).list()).members).toMatchObject([{ role: 'owner' }]);
});

test('the last owner keeps role and membership, also when two leave simultaneously', async () => {
  const owner = await makeMember();
  const { act, list } = membersOf(owner);
  const { user } = owner;
  expect((await act({ intent: 'change-role', userId: user.id, role: 'viewer' })).status).toBe(422);
  expect((await act({ intent: 'remove', userId: user.id })).status).toBe(422);
  const second = await makeMember({ organization: owner.organization });
  const leaving = await Promise.all([
    act({ intent: 'remove', userId: user.id }),
    membersOf(second).act({ intent: 'remove', userId: second.user.id }),
  ]);
  expect(leaving.map(({ status }) => status).sort()).toEqual([303, 422]);
  const remaining = leaving[0]?.status === 303 ? membersOf(second) : { list };
  expect((await remaining.list()).members).toMatchObject([{ role: 'owner' }]);
});

test('changing a role and removing a member are logged with the name, before and after', async () => {
  const owner = await makeMember();
  const auditor = await makeMember({ organization: owner.organization, role: 'auditor' });
  const { act } = membersOf(owner);
  expect((await act({ intent: 'change-role', userId: auditor.user.id, role: 'manager' })).status).toBe(303);
  expect((await act({ intent: 'remove', userId: auditor.user.id })).status).toBe(303);
  expect((await membersOf(auditor).act({ intent: 'remove', userId: owner.user.id })).status).toBe(404);
  const page = await callRoute(activityPage.loader, {
    url: `/o/${owner.organization.slug}/settings/activity?kind=member`,
    params: { orgSlug: owner.organization.slug },
    cookie: owner.cookie,
  });
  expect(page.body).toMatchObject({
    page: {
      events: [
        { act: 'remove', changes: [{ field: 'role', before: 'manager', after: null }], person: { name: owner.user.name } },
        { act: 'change-role', changes: [{ field: 'role', before: 'auditor', after: 'manager' }] },
      ],
    },
    recordKinds: ['member'],
  });
});

test.each(roles.filter((role) => role !== 'owner'))('a %s changes neither members nor organization', async (role) => {
  const owner = await makeMember();
  const member = await makeMember({ organization: owner.organization, role });
  const forms = [
    { intent: 'invite', email: newAddress(), role: 'owner' },
    { intent: 'change-role', userId: member.user.id, role: 'owner' },
    { intent: 'remove', userId: owner.user.id },
  ];
  for (const form of forms) expect((await membersOf(member).act(form as unknown as Record<string, string>)).status).toBe(403);
  const renaming = await callRoute(organizationPage.action, {
    url: '/',
    params: { orgSlug: owner.organization.slug },
    cookie: member.cookie,
    form: { organizationName: 'Mine' },
  });
  expect(renaming.status).toBe(403);
});

test('members of another organization are neither listed nor changed', async () => {
  const [owner, other] = [await makeMember(), await makeMember()];
  for (const form of [
    { intent: 'change-role', userId: other.user.id, role: 'viewer' },
    { intent: 'remove', userId: other.user.id, role: '' },
  ])
    expect((await membersOf(owner).act(form)).status).toBe(404);
  expect((await membersOf(owner).list()).members.map(({ userId }) => userId)).toEqual([owner.user.id]);
  expect((await membersOf(other).list()).members).toMatchObject([{ role: 'owner' }]);
});

test('a user of two organizations sees in each only its members', async () => {
  const owner = await makeMember();
  const guest = await makeMember();
  const { at } = await invite(owner);
  await callRoute(joinPage.action, { ...at, cookie: guest.cookie, form: {} });
  expect((await membersOf(guest).list()).members.map(({ userId }) => userId)).toEqual([guest.user.id]);
});

test('renaming the organization renames its graph node, and the event records before and after', async () => {
  const owner = await makeMember();
  const { name, slug, id } = owner.organization;
  await owner.inOrganization((db) => db.party.create({ data: { kind: 'buyer', publicId: 'B', name, nameKey: 'x' } }));
  const at = { url: `/o/${slug}/settings/organization`, params: { orgSlug: slug }, cookie: owner.cookie };
  expect((await callRoute(organizationPage.action, { ...at, form: { organizationName: '  ' } })).status).toBe(422);
  expect((await callRoute(organizationPage.action, { ...at, form: { organizationName: 'Spinning & Sons' } })).status).toBe(303);
  await owner.inOrganization(async (db) => {
    expect(await db.party.findMany({ select: { name: true } })).toEqual([{ name: 'Spinning & Sons' }]);
    expect(await db.activity.findMany({ where: { recordId: id }, select: { changes: true } })).toEqual([
      { changes: [{ field: 'name', before: name, after: 'Spinning & Sons' }] },
    ]);
  });
});

test('without a mail server no sign-in link is offered', async () => {
  expect((await callRoute(askLinkPage.loader, { url: '/sign-in/link' })).body).toEqual({ canSendMail: false });
  const asked = await callRoute(askLinkPage.action, { url: '/sign-in/link', form: { email: 'a@example.org' } });
  expect(asked.status).toBe(422);
  expect(JSON.stringify(asked.body)).not.toContain('/sign-in/link/');
});
