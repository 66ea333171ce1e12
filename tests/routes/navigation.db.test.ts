import { pathToFileURL } from 'node:url';
import { describe, expect, it, test } from 'vitest';
import { can, type Role, roles } from '~/access/permissions';
import { loader as search } from '~/routes/org/platform/search';
import { loader as find } from '~/routes/org/shell/find';
import { destinations } from '~/routes/org/shell/destinations';
import * as layout from '~/routes/org/shell/layout';
import { navigationOf } from '~/routes/org/shell/navigation';
import { makeMember, type MadeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';
import { eachRoute, fourAtATime } from '../setup/each-route';

/** The route of an address without parameters: its page rather than its layout. */
function routeOf(pathname: string, slug: string) {
  const path = pathname.replace(`/o/${slug}`, '/o/:orgSlug');
  const found = eachRoute.filter((route) => route.path === path);
  const route = found.at(-1);
  if (!route) throw new Error(`no route at ${pathname}`);
  return route;
}

async function statusOf(member: MadeMember, address: string): Promise<number> {
  const { slug } = member.organization;
  const { pathname } = new URL(address, 'http://localhost');
  const module = await import(pathToFileURL(routeOf(pathname, slug).file).href);
  if (!module.loader) return 200;
  return (await callRoute(module.loader, { url: address, params: { orgSlug: slug }, cookie: member.cookie })).status;
}

/** Every link of the shell: entries, views, settings, and the targets of the search. */
function offered(slug: string, { kind, role }: { kind: string; role: Role }): string[] {
  const may = (permission: Parameters<typeof can>[1]) => can(role, permission);
  const { row, more, settings } = navigationOf({ slug, kind, can: may });
  const found = destinations.filter(({ needs }) => may(needs)).map(({ to }) => (to.startsWith('//') ? to.slice(1) : `/o/${slug}${to}`));
  return [
    ...new Set([
      ...[...row, ...more].flatMap(({ to, views }) => [to, ...views.map((view) => view.to)]),
      ...settings.map(({ to }) => to),
      ...found,
    ]),
  ];
}

describe.each(['company', 'audit-firm', 'lender'])('the shell of a %s', (kind) => {
  it.each(roles)('offers %s no page that is refused', { timeout: 120_000 }, async (role) => {
    const member = await makeMember({ kind, role });
    const addresses = offered(member.organization.slug, { kind, role });
    expect(addresses.length).toBeGreaterThan(20);
    const refused: string[] = [];
    await fourAtATime(addresses, async (address) => {
      const status = await statusOf(member, address);
      if (status !== 200) refused.push(`${status} ${address}`);
    });
    expect(refused).toEqual([]);
  });
});

const wordsAsked: readonly [asked: string, to: string][] = [
  ['overdue', '/corrective-actions?when=overdue'],
  ['en retard', '/corrective-actions?when=overdue'],
  ['high risk', '/suppliers?view=at-risk'],
  ['riesgo alto', '/suppliers?view=at-risk'],
  ['Xinjiang', '/suppliers?alert=presumed-region'],
  ['import ban', '/suppliers?alert=presumed-region&alert=listed-entity&alert=import-order'],
  ['late', '/requests?status=late'],
  ['who is late', '/suppliers?view=late'],
  ['my overdue tasks', '/queue?when=overdue'],
  ['board', '/board-paper'],
  ['quiet hours', '/settings/notifications'],
  ['glossaire', '/glossary'],
  ['vietn', '/suppliers?country=VN'],
  ['plan audit', '/audits/new'],
  ['sign out', '/sign-out'],
];

test.each(wordsAsked)('the search for “%s” leads to %s', async (asked, to) => {
  const member = await makeMember();
  const params = { orgSlug: member.organization.slug };
  const url = `/o/${params.orgSlug}/search?q=${encodeURIComponent(asked)}`;
  const answer = await callRoute(search, { url, params, cookie: member.cookie });
  const { results } = JSON.parse(String(answer.body));
  const address = to === '/sign-out' || to === '/glossary' ? to : `/o/${params.orgSlug}${to}`;
  expect(results.map(({ href }: { href: string }) => href)).toContain(address);
});

test('the page of the search gives a reader the same results, and a viewer no command', async () => {
  const owner = await makeMember();
  const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
  const params = { orgSlug: owner.organization.slug };
  const url = `/o/${params.orgSlug}/find?q=import`;
  const labelsOf = async ({ cookie }: MadeMember) => {
    const { body } = await callRoute(find, { url, params, cookie });
    return (body as { results: { label: string }[] }).results.map(({ label }) => label);
  };
  expect(await labelsOf(owner)).toContain('Import suppliers');
  expect(await labelsOf(viewer)).not.toContain('Import suppliers');
  expect(await labelsOf(viewer)).toContain('Suppliers with an import ban alert');
});

test('an entry counts the tasks of this member, and no tasks of others', async () => {
  const owner = await makeMember();
  const viewer = await makeMember({ role: 'viewer', organization: owner.organization });
  await owner.inOrganization(async (db) => {
    const party = await db.party.create({ data: { kind: 'supplier', publicId: 'AAAAAAAAAAA1', name: 'Mill', nameKey: 'mill' } });
    for (const status of ['submitted', 'open'])
      await db.questionnaireResponse.create({
        data: { partyId: party.id, kind: 'self-assessment', instrumentKey: 'ilo-ten-principles@1.0.0', openedById: owner.user.id, status },
      });
  });
  const params = { orgSlug: owner.organization.slug };
  const countsOf = async ({ cookie }: MadeMember) =>
    ((await callRoute(layout.loader, { url: `/o/${params.orgSlug}`, params, cookie })).body as { counts: unknown }).counts;
  const none = { suppliers: 0, questionnaires: 0, audits: 0, clients: 0, deals: 0, findings: 0, monitoring: 0, reports: 0 };
  expect(await countsOf(owner)).toEqual({ ...none, questionnaires: 1 });
  expect(await countsOf(viewer)).toEqual(none);
});
