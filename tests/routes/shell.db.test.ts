import { expect, test } from 'vitest';
import { rootDb } from '~/access/root-db.server';
import * as language from '~/routes/public/front/language';
import * as shell from '~/routes/org/shell/layout';
import * as theme from '~/routes/public/front/theme';
import { makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';

test('the language is stored in a cookie, and with the user when signed in', async () => {
  const { user, cookie } = await makeMember();
  const form = { locale: 'fr', returnTo: '/o/x?sort=name' };
  const answer = await callRoute(language.action, { url: '/language', cookie, form });
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe('/o/x?sort=name');
  expect(answer.headers.get('set-cookie')).toMatch(/^locale=fr; Path=\/; Max-Age=\d+; SameSite=Lax; HttpOnly$/);
  expect(await rootDb().user.findUnique({ where: { id: user.id }, select: { locale: true } })).toEqual({ locale: 'fr' });
  expect((await callRoute(language.action, { url: '/language', form: { locale: 'xx' } })).status).toBe(400);
  const elsewhere = await callRoute(language.action, { url: '/language', form: { locale: 'en', returnTo: '//evil.example' } });
  expect(elsewhere.headers.get('location')).toBe('/');
});

test('the theme is stored, and cleared for "Match system"', async () => {
  const dark = await callRoute(theme.action, { url: '/theme', form: { theme: 'dark', returnTo: '/verify' } });
  expect([dark.status, dark.headers.get('location')]).toEqual([303, '/verify']);
  expect(dark.headers.get('set-cookie')).toContain('theme=dark');
  const system = await callRoute(theme.action, { url: '/theme', form: { theme: 'system' } });
  expect(system.headers.get('set-cookie')).toContain('Max-Age=0');
});

test('the shell lists the other organizations of a user, and only those', async () => {
  const first = await makeMember();
  const second = await makeMember();
  await second.inOrganization((db) =>
    db.membership.create({ data: { organizationId: second.organization.id, userId: first.user.id, role: 'viewer' } }),
  );
  const params = { orgSlug: first.organization.slug };
  const answer = await callRoute(shell.loader, { url: `/o/${first.organization.slug}`, params, cookie: first.cookie });
  expect(answer.body).toMatchObject({ role: 'owner', others: [{ slug: second.organization.slug, name: second.organization.name }] });
  expect((await callRoute(shell.loader, { url: `/o/${first.organization.slug}`, params, cookie: second.cookie })).status).toBe(404);
});
