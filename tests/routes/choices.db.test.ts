import { describe, expect, test } from 'vitest';
import { answerOnce } from '~/platform/forms/answer-once.server';
import * as newSupplier from '~/routes/org/suppliers/new-supplier';
import * as suppliers from '~/routes/org/suppliers/supplier-choices';
import { changeDraft } from '~/questionnaires/builder/change-draft.server';
import type { DraftAct } from '~/questionnaires/builder/draft-acts';
import { readQuestionnaireTemplate } from '~/questionnaires/builder/read-draft.server';
import { startEmpty } from '~/questionnaires/builder/start-draft.server';
import * as editTemplate from '~/routes/org/questionnaires/edit-template';
import * as newAudit from '~/routes/org/audits/new-audit';
import * as products from '~/routes/public/methodology/product-choices';
import * as countries from '~/routes/public/methodology/country-choices';
import { type Choice, choicesOf } from '~/ui/combobox/choice';
import '~/registrations.server';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

type Member = Awaited<ReturnType<typeof makeMember>>;

async function found({ organization, cookie }: Pick<Member, 'organization' | 'cookie'>, text: string): Promise<Choice[]> {
  const url = `/o/${organization.slug}/choices/suppliers?q=${encodeURIComponent(text)}`;
  const answer = await callRoute(suppliers.loader, { url, params: { orgSlug: organization.slug }, cookie });
  expect(answer.status).toBe(200);
  return choicesOf(JSON.parse(String(answer.body)));
}

describe('suppliers to choose from', () => {
  test('are those of the organization, at most twenty, by a part of the name without accents or by public ID', async () => {
    const [member, other] = [await makeMember(), await makeMember()];
    for (let at = 0; at < 22; at++) await makeSupplier(member, { name: `Fábrica ${at}`, values: { country: 'MX' } });
    await makeSupplier(other, { name: 'Fábrica elsewhere' });
    const all = await found(member, 'fabrica');
    expect(all).toHaveLength(20);
    expect(all.every(({ label, detail, value }) => label.startsWith('Fábrica ') && detail === `Mexico · ${value}`)).toBe(true);
    expect((await found(member, all[3]?.value ?? '')).map(({ value }) => value)).toEqual([all[3]?.value]);
    expect(await found(member, '')).toHaveLength(20);
    expect((await found(other, 'fabrica')).map(({ label }) => label)).toEqual(['Fábrica elsewhere']);
  });

  test('are not given to a stranger', async () => {
    const [member, stranger] = [await makeMember(), await makeMember()];
    const call = { url: `/o/${member.organization.slug}/choices/suppliers`, params: { orgSlug: member.organization.slug } };
    expect((await callRoute(suppliers.loader, { ...call, cookie: stranger.cookie })).status).toBe(404);
  });
});

test('the list of countries is kept by browsers, and needs a language of the interface', async () => {
  const answer = await callRoute(countries.loader, { url: '/choices/countries?language=fr' });
  expect(answer.headers.get('cache-control')).toBe('public, max-age=86400');
  expect(choicesOf(JSON.parse(String(answer.body))).find(({ value }) => value === 'DE')?.label).toBe('Allemagne');
  expect((await callRoute(countries.loader, { url: '/choices/countries?language=xx' })).status).toBe(400);
});

test('the list of products has the listed goods, and the words recognised as one of them', async () => {
  const answer = await callRoute(products.loader, { url: '/choices/products?language=fr' });
  const choices = choicesOf(JSON.parse(String(answer.body)));
  expect(choices.find(({ value }) => value === 'Garments')).toMatchObject({ label: 'Garments', codes: expect.arrayContaining(['61']) });
  expect(choices.find(({ value }) => value === 'Polo shirt')).toMatchObject({ detail: 'Garments' });
  expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
});

describe('a form without script', () => {
  const send = ({ organization, cookie }: Member, form: Record<string, string>) =>
    callRoute(answerOnce(newSupplier.action), {
      url: `/o/${organization.slug}/suppliers/new`,
      params: { orgSlug: organization.slug },
      cookie,
      form: { name: 'Typed mill', 'country~list': 'countries', 'country~text': 'niger', 'country~shown': '', relation: 'buyer', ...form },
    });

  test('that searches gets its matches and what was typed, and does nothing else', async () => {
    const member = await makeMember();
    const answer = await send(member, { sector: '14', 'sector~list': 'sectors' });
    expect(answer).toMatchObject({
      status: 200,
      body: {
        failure: { values: { name: ['Typed mill'], sector: ['14'] }, errors: {} },
        found: { country: { text: 'niger', choices: [{ value: 'NE' }, { value: 'NG' }] }, sector: { chosen: [{ value: '14' }] } },
      },
    });
    expect(await found(member, 'typed')).toEqual([]);
  });

  test('takes typed words of a field that is not bound to its list, searched or not', async () => {
    const member = await makeMember();
    const words = {
      'country~text': '',
      productsKnown: 'these',
      'products~list': 'products',
      'products~free': 'several',
      products: 'Cotton',
    };
    const searched = await send(member, { ...words, 'products~text': 'polo shirt', 'products~shown': '', '~search': 'products' });
    expect(searched).toMatchObject({
      status: 200,
      body: { failure: { values: { products: ['Cotton', 'polo shirt'] } }, found: { products: { choices: [{ value: 'Polo shirt' }] } } },
    });
    const added = await send(member, { ...words, 'products~text': 'own weave; lint', 'products~shown': '' });
    expect(added.status).toBe(303);
    const saved = await member.inOrganization((db) => db.supplier.findFirstOrThrow({ select: { products: true } }));
    expect(saved.products).toEqual(['Cotton', 'own weave', 'lint']);
  });

  test('that chooses is read as a form with script, without the fields of the search', async () => {
    const member = await makeMember();
    const answer = await send(member, { 'country~shown': 'niger', country: 'NE' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringMatching(/\/suppliers\/\w{11}$/)]);
    expect((await found(member, 'typed')).map(({ detail }) => detail)).toEqual([expect.stringMatching(/^Niger · /)]);
  });

  test('of a list that does not exist finds nothing', async () => {
    const answer = await send(await makeMember(), { 'country~list': 'passwords' });
    expect(answer).toMatchObject({ status: 200, body: { found: { country: { choices: [] } } } });
  });

  test('that is sent by its address gets its matches from the loader, by the permission of the list', async () => {
    const member = await makeMember();
    await makeSupplier(member, { name: 'Sought weaving' });
    const slug = member.organization.slug;
    const query = '?supplier~list=suppliers&supplier~text=sought&supplier~shown=';
    const answer = await callRoute(newAudit.loader, {
      url: `/o/${slug}/audits/new${query}`,
      params: { orgSlug: slug },
      cookie: member.cookie,
    });
    expect(answer.body).toMatchObject({ choices: null, found: { supplier: { choices: [{ label: 'Sought weaving' }] } } });
  });
});

test('a search in the builder of questionnaires first saves what was typed', async () => {
  const member = await makeMember();
  const started = await member.inOrganization((db) => startEmpty(db, { title: 'Gates', userId: member.user.id }));
  if (started.kind !== 'started') throw new Error(started.code);
  const { key } = started;
  const change = (act: DraftAct) => member.inOrganization((db) => changeDraft(db, { key, act, userId: member.user.id, now: new Date() }));
  await change({ intent: 'add-section' });
  const answer = await callRoute(answerOnce(editTemplate.action), {
    url: `/o/${member.organization.slug}/templates/${key}/edit?at=A`,
    params: { orgSlug: member.organization.slug, instrumentKey: key },
    cookie: member.cookie,
    form: {
      ...{ intent: 'save-section', section: 'A', title: 'At the gate', summary: 'Who comes and goes', 'whereCountries~list': 'countries' },
      ...{ 'whereCountries~text': 'niger', 'whereCountries~shown': '', whereCountries: 'TD' },
    },
  });
  expect(answer).toMatchObject({ status: 200, body: { found: { whereCountries: { choices: [{ value: 'NE' }, { value: 'NG' }] } } } });
  const saved = await member.inOrganization((db) => readQuestionnaireTemplate(db, key));
  expect(saved?.content.sections[0]).toMatchObject({ title: { en: 'At the gate' }, appliesTo: { countries: ['TD'] } });
});
