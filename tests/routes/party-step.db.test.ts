import { expect, test } from 'vitest';
import { answerOnce } from '~/platform/forms/answer-once.server';
import * as chain from '~/routes/org/suppliers/supplier-supply-chain';
import '~/registrations.server';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

async function setUp() {
  const member = await makeMember();
  const mill = await makeSupplier(member, { name: 'Ring mill', values: { country: 'IN' } });
  const slug = member.organization.slug;
  const send = (form: Record<string, string>, cookie = member.cookie) =>
    callRoute(answerOnce(chain.action), {
      url: `/o/${slug}/suppliers/${mill.publicId}/supply-chain`,
      params: { orgSlug: slug, supplierId: mill.publicId },
      cookie,
      form: { direction: 'from', kind: 'recruits', product: 'Yarn', note: 'From the contract', ...form },
    });
  const parties = () => member.inOrganization((db) => db.party.findMany({ select: { name: true, kind: true }, orderBy: { name: 'asc' } }));
  return { member, send, parties };
}

test('a missing labour recruiter is added inside the form of a link, which keeps what was typed and goes on with it', async () => {
  const { send, parties } = await setUp();
  const opened = await send({ intent: 'open-party', addedName: 'Blue Sky Manpower' });
  expect(opened).toMatchObject({
    status: 200,
    body: { values: { product: ['Yarn'], intent: ['open-party'], addedName: ['Blue Sky Manpower'] } },
  });
  const unnamed = await send({ intent: 'save-party', addedKind: 'labour-recruiter', addedName: ' ' });
  expect(unnamed).toMatchObject({ status: 422, body: { errors: { addedName: [expect.any(String)] }, values: { product: ['Yarn'] } } });
  const added = await send({ intent: 'save-party', addedKind: 'labour-recruiter', addedName: 'Blue Sky Manpower', addedCountry: 'NP' });
  expect(added).toMatchObject({
    status: 200,
    body: { errors: {}, known: [{ label: 'Blue Sky Manpower' }], values: { note: ['From the contract'] } },
  });
  const { values, known } = added.body as { values: Record<string, string[]>; known: { value: string }[] };
  expect(values).not.toHaveProperty('addedName');
  expect(values.other).toEqual([known[0]?.value]);
  expect((await send({ intent: 'link', other: String(values.other) })).status).toBe(303);
  expect(await parties()).toEqual([
    { name: 'Blue Sky Manpower', kind: 'labour-recruiter' },
    { name: 'Ring mill', kind: 'supplier' },
  ]);
});

test('a name that is on the list already is not added a second time', async () => {
  const { send, parties } = await setUp();
  const again = await send({ intent: 'save-party', addedKind: 'supplier', addedName: 'RING MILL', addedCountry: 'IN' });
  expect(again).toMatchObject({ status: 422, body: { errors: { addedName: [expect.stringContaining('already on your list')] } } });
  expect(await parties()).toHaveLength(1);
});

test('leaving the added company draws the form as it was', async () => {
  const { send, parties } = await setUp();
  const left = await send({ intent: 'leave-party', addedName: 'Half typed' });
  expect(left).toMatchObject({ status: 200, body: { errors: {}, values: { product: ['Yarn'] } } });
  expect((left.body as { values: object }).values).not.toHaveProperty('addedName');
  expect(await parties()).toHaveLength(1);
});
