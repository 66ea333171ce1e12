import { describe, expect, it } from 'vitest';
import { loader as classify } from '~/routes/org/suppliers/classify';
import { makeMember } from '../../../tests/factories/member';
import { callRoute } from '../../../tests/setup/call-route';
import { acceptBatch } from './accept-batch.server';
import { handleTermsAction } from './handle-terms-action.server';
import { commitBatch } from './commit-batch.server';
import { readBatch } from './read-batch.server';
import { receiveFile } from './receive-file.server';
import { stageBatch } from './stage-batch.server';

const list = (name: string) => `name,country,sector,products
${name},Bangladesh,Cotton shirts,
${name} Two,Malaysia,,Nitrile examination gloves
${name} Three,China,Equipment,
`;

type Member = Awaited<ReturnType<typeof makeMember>>;

async function staged(member: Member, name: string) {
  const who = { organizationId: member.organization.id, userId: member.user.id };
  const received = await receiveFile(member.inOrganization, {
    ...who,
    fileName: `${name}.csv`,
    bytes: new TextEncoder().encode(list(name)),
  });
  if (received.kind !== 'received') throw new Error(received.kind);
  const ids = { ...who, batchId: received.batchId };
  await stageBatch(member.inOrganization, ids);
  const press = (field: string, text: string, value: string, other = '') => {
    const form = new FormData();
    for (const [key, word] of Object.entries({ field, text: JSON.stringify(text), value, other })) form.set(key, word);
    return handleTermsAction(member.inOrganization, form, ids);
  };
  const terms = async () => (await member.inOrganization((db) => readBatch(db, ids.batchId)))?.counts?.terms ?? [];
  return { ids, press, terms };
}

describe('words of an import', () => {
  it('are shown as guesses, corrected by one press, and remembered for the next list', async () => {
    const member = await makeMember();
    const first = await staged(member, 'Alpha');
    expect(await first.terms()).toMatchObject([
      { field: 'sector', text: 'Equipment', value: null, isDecided: false },
      { field: 'sector', text: 'Cotton shirts', value: '14', isDecided: false, by: { source: 'words' } },
      { field: 'sector', text: 'Nitrile examination gloves', value: '22' },
      { field: 'product', text: 'Nitrile examination gloves', value: 'Rubber Gloves' },
    ]);
    expect(await first.press('sector', 'Equipment', 'other', 'Sports goods')).toBeNull();
    expect(await first.press('sector', 'Cotton shirts', '=14')).toBeNull();
    expect(await first.press('product', 'Nitrile examination gloves', 'none')).toBeNull();
    expect(await first.terms()).toMatchObject([
      { text: 'Nitrile examination gloves', field: 'sector', isDecided: false },
      { text: 'Cotton shirts', value: '14', isDecided: true, by: null },
      { field: 'product', value: null, isDecided: true },
      { text: 'Equipment', value: '32', isDecided: true },
    ]);
    const next = await staged(member, 'Beta');
    expect((await next.terms()).filter(({ isDecided }) => isDecided).map(({ text, value }) => [text, value])).toEqual([
      ['Cotton shirts', '14'],
      ['Nitrile examination gloves', null],
      ['Equipment', '32'],
    ]);
    // Another organization decides for itself.
    const stranger = await staged(await makeMember(), 'Alpha');
    expect((await stranger.terms()).every(({ isDecided }) => !isDecided)).toBe(true);
  });

  it('forgets a decision, and refuses what is no sector or listed good', async () => {
    const member = await makeMember();
    const { press, terms } = await staged(member, 'Alpha');
    await press('sector', 'Equipment', '=28');
    expect((await terms()).find(({ text }) => text === 'Equipment')).toMatchObject({ value: '28', isDecided: true });
    await press('sector', 'Equipment', '');
    expect((await terms()).find(({ text }) => text === 'Equipment')).toMatchObject({ value: null, isDecided: false });
    for (const [field, value, other] of [
      ['sector', '=0400', ''],
      ['sector', 'other', 'Acme Widgets'],
      ['product', '=Unobtainium', ''],
      ['product', 'other', ''],
      ['nothing', '=14', ''],
    ] as const)
      expect(await press(field, 'Equipment', value, other), `${field} ${value}`).toEqual(expect.any(String));
    expect(await member.inOrganization((db) => db.recognisedTerm.count())).toBe(0);
  });

  it('keeps in the fact that a sector is a guess, and gives the listed good to the score', async () => {
    const member = await makeMember();
    const { ids } = await staged(member, 'Alpha');
    await member.inOrganization((db) => acceptBatch(db, ids));
    await commitBatch(member.inOrganization, ids);
    const facts = await member.inOrganization((db) =>
      db.fact.findMany({ where: { party: { kind: 'supplier' } }, select: { values: true, party: { select: { name: true } } } }),
    );
    const of = (name: string) => facts.filter(({ party }) => party.name === name).map(({ values }) => values);
    expect(of('Alpha')).toMatchObject([
      { sector: '14', sectorGuess: { sector: '14', words: 'Cotton shirts', by: expect.any(String), list: 'words' } },
    ]);
    expect(of('Alpha Two')).toMatchObject([
      { sector: '22', products: ['Nitrile examination gloves'], listedGoods: { 'Nitrile examination gloves': 'Rubber Gloves' } },
    ]);
    expect(of('Alpha Three')).not.toMatchObject([{ sector: expect.anything() }]);
  });

  it('are answered to a form while somebody types', async () => {
    const member = await makeMember();
    const { body } = await callRoute(classify, {
      url: '/classify?sector=cotton+shirts&product=knitwear&product=nitrile+gloves&country=MY',
      cookie: member.cookie,
      params: { orgSlug: member.organization.slug },
    });
    expect(JSON.parse(String(body))).toMatchObject({
      sector: { words: 'cotton shirts', found: { value: '14', by: { source: 'words' } } },
      goods: [
        { product: 'knitwear', good: 'Garments' },
        { product: 'nitrile gloves', good: 'Rubber Gloves' },
      ],
    });
  });
});
