import { expect, test } from 'vitest';
import { foldName } from '~/suppliers/parties/name-key';
import { makePublicId } from '~/suppliers/parties/public-id';
import { loader } from '~/routes/org/suppliers/source';
import { type MadeMember, makeMember } from '../factories/member';
import { callRoute } from '../setup/call-route';

type Page<Row> = { rows: Row[]; total: number; before: string | null; after: string | null };
type Told = {
  facts: Page<{ id: string; party: { name: string } }>;
  links: Page<{ id: string; fromName: string; withdrawnAs: string | null }>;
};

/** One source that names `count` suppliers, each of which supplies the first; the link of the second was corrected since. */
async function makeSource(member: MadeMember, count: number): Promise<string> {
  return member.inOrganization(async (db) => {
    const source = await db.source.create({ data: { kind: 'member', userId: member.user.id } });
    const names = Array.from({ length: count }, (_, at) => `Mill ${String(at).padStart(3, '0')}`);
    const parties = await db.party.createManyAndReturn({
      data: names.map((name) => ({ kind: 'supplier', publicId: makePublicId(), name, nameKey: foldName(name) })),
    });
    await db.supplier.createMany({ data: parties.map(({ id, nameKey }) => ({ partyId: id, nameKey })) });
    await db.fact.createMany({ data: parties.map(({ id, name }) => ({ partyId: id, values: { name }, sourceId: source.id })) });
    const [first, ...others] = parties;
    await db.supplyLink.createMany({
      data: others.map(({ id }, at) => ({
        fromPartyId: id,
        toPartyId: first?.id ?? '',
        kind: 'supplies',
        sourceId: source.id,
        ...(at === 0 ? { withdrawnAt: new Date(), withdrawnAs: 'corrected' } : {}),
      })),
    });
    return source.id;
  });
}

test('a source lists its facts and links, page by page, with none missing and none repeated', async () => {
  const member = await makeMember();
  const sourceId = await makeSource(member, 70);
  const params = { orgSlug: member.organization.slug, sourceId };
  const read = async (query = '') => {
    const url = `/o/${params.orgSlug}/sources/${sourceId}${query}`;
    const answer = await callRoute(loader, { url, params, cookie: member.cookie });
    expect(answer.status).toBe(200);
    return answer.body as Told;
  };
  const first = await read();
  expect([first.facts.total, first.links.total, first.facts.before, first.links.before]).toEqual([70, 69, null, null]);
  expect(first.links.rows[0]).toMatchObject({ fromName: 'Mill 001', withdrawnAs: 'corrected' });
  expect(first.links.rows[1]).toMatchObject({ fromName: 'Mill 002', withdrawnAs: null });

  const links = await read(`?links-after=${first.links.after}`);
  // The other list stays on its page.
  expect(links.facts.rows).toEqual(first.facts.rows);
  expect(links.links.after).toBeNull();
  expect([...first.links.rows, ...links.links.rows].map(({ fromName }) => fromName)).toEqual(
    Array.from({ length: 69 }, (_, at) => `Mill ${String(at + 1).padStart(3, '0')}`),
  );
  expect((await read(`?links-before=${links.links.before}`)).links.rows).toEqual(first.links.rows);

  const names: string[] = [];
  for (let page = first; ; page = await read(`?facts-after=${page.facts.after}`)) {
    names.push(...page.facts.rows.map(({ party }) => party.name));
    if (page.facts.after === null) break;
  }
  expect(names).toEqual(Array.from({ length: 70 }, (_, at) => `Mill ${String(at).padStart(3, '0')}`));

  const stranger = await makeMember();
  const elsewhere = { orgSlug: stranger.organization.slug, sourceId };
  const answer = await callRoute(loader, {
    url: `/o/${elsewhere.orgSlug}/sources/${sourceId}`,
    params: elsewhere,
    cookie: stranger.cookie,
  });
  expect(answer.status).toBe(404);
});
