import { describe, expect, it } from 'vitest';
import { action as editAction } from '~/routes/org/suppliers/edit-supplier';
import { action as newAction } from '~/routes/org/suppliers/new-supplier';
import { loader as whatIf } from '~/routes/org/risk/what-if';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';

const add = (member: MadeMember, form: Record<string, string>) =>
  callRoute(newAction, {
    url: `/o/${member.organization.slug}/suppliers/new`,
    params: { orgSlug: member.organization.slug },
    cookie: member.cookie,
    form: { country: 'MY', relation: 'unknown', ...form },
  });
const publicIdOf = (location: string | null) => /suppliers\/([^/?]+)$/.exec(location ?? '')?.[1] ?? '';
const factsOf = (member: MadeMember, publicId: string) =>
  member.inOrganization((db) =>
    db.fact.findMany({ where: { party: { publicId } }, orderBy: { recordedAt: 'asc' }, select: { values: true } }),
  );

describe('a supplier in words', () => {
  it('gets the sector and listed goods that its words name, as guesses', async () => {
    const member = await makeMember();
    const { headers } = await add(member, {
      name: 'Glove Works',
      sectorWords: 'nitrile examination gloves',
      productsKnown: 'these',
      products: 'Nitrile examination gloves\nWidgets',
    });
    const publicId = publicIdOf(headers.get('Location'));
    expect(await factsOf(member, publicId)).toMatchObject([
      {
        values: {
          sector: '22',
          sectorGuess: { sector: '22', words: 'nitrile examination gloves' },
          products: ['Nitrile examination gloves', 'Widgets'],
          listedGoods: { 'Nitrile examination gloves': 'Rubber Gloves' },
        },
      },
    ]);
    // The listed good reaches the score: gloves of this kind are listed for Malaysia.
    const score = await member.inOrganization((db) => db.score.findFirstOrThrow({ select: { input: true } }));
    expect(JSON.stringify(score.input)).toContain('"Rubber Gloves"');
    // Saving it as it is records nothing.
    const edited = await callRoute(editAction, {
      url: `/o/${member.organization.slug}/suppliers/${publicId}/edit`,
      params: { orgSlug: member.organization.slug, supplierId: publicId },
      cookie: member.cookie,
      form: {
        name: 'Glove Works',
        country: 'MY',
        sector: '22',
        productsKnown: 'these',
        products: 'Nitrile examination gloves\nWidgets',
      },
    });
    expect(edited.status).toBe(303);
    expect(await factsOf(member, publicId)).toHaveLength(1);
  });

  it('is refused with the nearest sectors where its words could be several', async () => {
    const member = await makeMember();
    const { status, body } = await add(member, { name: 'Both', sectorWords: 'Shirts; steel pipes' });
    expect(status).toBe(422);
    expect(JSON.stringify(body)).toMatch(/Closest matches: .*14 · /);
    expect(await member.inOrganization((db) => db.supplier.count())).toBe(0);
  });

  it('teaches its words when a sector is chosen beside them', async () => {
    const member = await makeMember();
    await add(member, { name: 'First', sectorWords: 'Widgets', sector: '25' });
    const { headers } = await add(member, { name: 'Second', sectorWords: 'widgets' });
    const [fact] = await factsOf(member, publicIdOf(headers.get('Location')));
    expect(fact?.values).toMatchObject({ sector: '25' });
    expect(fact?.values).not.toHaveProperty('sectorGuess');
  });

  it('can be supposed in words, and is named as a guess', async () => {
    const member = await makeMember();
    const { headers } = await add(member, { name: 'Plain', sector: '62' });
    const publicId = publicIdOf(headers.get('Location'));
    const ask = (query: Record<string, string>) =>
      callRoute(whatIf, {
        url: `/o/${member.organization.slug}/what-if?${new URLSearchParams(query)}`,
        params: { orgSlug: member.organization.slug },
        cookie: member.cookie,
      });
    const asked = await ask({ add: 'fact', supplier: 'Plain', fact: 'sector', value: 'cotton shirts' });
    expect(asked.status).toBe(302);
    expect(new URLSearchParams(asked.headers.get('Location')?.split('?')[1]).get('change')).toBe(
      `fact.${publicId}.sector.14 (cotton shirts)`,
    );
    expect((await ask({ add: 'fact', supplier: 'Plain', fact: 'sector', value: 'widgets' })).status).toBe(422);
    const { body } = await ask({ change: `fact.${publicId}.products.pullovers` });
    expect(body).toMatchObject({ choices: { listedGoods: { pullovers: 'Garments' } }, result: { missing: [] } });
  });
});
