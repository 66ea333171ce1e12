import { expect, test } from 'vitest';
import { action as chain, loader as readChain } from '~/routes/org/suppliers/supplier-supply-chain';
import { action as link, loader as readLink } from '~/routes/org/suppliers/supplier-link';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

test('a supply link is added, edited, ended and removed by form; each error is shown at its field and no entry is lost', async () => {
  const owner = await makeMember();
  const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
  const mill = await makeSupplier(owner, { name: 'Spinning mill' });
  const other = await makeSupplier(owner, { name: 'Weaving mill' });
  const base = `/o/${owner.organization.slug}/suppliers/${mill.publicId}`;
  const params = { orgSlug: owner.organization.slug, supplierId: mill.publicId };
  const add = (form: Record<string, string>, cookie = owner.cookie) =>
    callRoute(chain, {
      url: `${base}/supply-chain`,
      params,
      cookie,
      form: { intent: 'link', direction: 'to', kind: 'supplies', other: other.publicId, ...form },
    });
  const errorsOf = (answer: { body: unknown }) => (answer.body as { errors: Record<string, string[]> }).errors;

  expect((await add({}, viewer.cookie)).status).toBe(403);
  const wrong = await add({ share: '120', volume: '3', validFrom: '2026-02-01', validTo: '2026-01-01', confidence: '40' });
  expect(wrong.status).toBe(422);
  expect(Object.keys(errorsOf(wrong))).toEqual(['share']);
  const contradicting = await add({
    kind: 'owns',
    share: '20',
    volume: '3',
    validFrom: '2026-02-01',
    validTo: '2026-01-01',
    confidence: '40',
  });
  expect(Object.keys(errorsOf(contradicting)).sort()).toEqual(['confidence', 'share', 'validTo', 'volumeUnit']);
  expect(contradicting.body).toMatchObject({ values: { share: ['20'], volume: ['3'] } });
  expect((await add({ share: '60', volume: '3', volumeUnit: 'tonnes a year', basis: 'inferred', confidence: '40' })).status).toBe(303);
  expect(errorsOf(await add({}))).toEqual({ other: [expect.stringContaining('already covers some of these dates')] });

  const shown = await callRoute(readChain, { url: `${base}/supply-chain`, params, cookie: viewer.cookie });
  const { links } = shown.body as { links: { down: { id: string; share: number; confidence: number }[] } };
  expect(links.down).toMatchObject([{ share: 0.6, confidence: 0.4, isInferred: true, volumeUnit: 'tonnes a year' }]);
  const linkId = links.down[0]?.id ?? '';
  const at = { url: `${base}/links/${linkId}`, params: { ...params, linkId } };
  expect((await callRoute(readLink, { ...at, cookie: viewer.cookie })).status).toBe(403);
  expect((await callRoute(readLink, { ...at, cookie: owner.cookie })).body).toMatchObject({ link: { to: { name: 'Weaving mill' } } });

  const rival = await makeSupplier(owner, { name: 'Rival mill' });
  const rivals = { orgSlug: owner.organization.slug, supplierId: rival.publicId };
  const tooMuch = await callRoute(chain, {
    url: `/o/${owner.organization.slug}/suppliers/${rival.publicId}/supply-chain`,
    params: rivals,
    cookie: owner.cookie,
    form: { intent: 'link', direction: 'to', kind: 'subcontracts', other: other.publicId, share: '40.1' },
  });
  expect([tooMuch.status, errorsOf(tooMuch)]).toEqual([422, { share: [expect.stringMatching(/Weaving mill.*100\.1%.*60\.0%/)] }]);

  const post = (form: Record<string, string>) => callRoute(link, { ...at, cookie: owner.cookie, form });
  expect((await post({ intent: 'save', kind: 'supplies', share: '30', basis: 'declared' })).status).toBe(303);
  expect((await post({ intent: 'end', validTo: 'soon' })).status).toBe(422);
  expect((await post({ intent: 'end', validTo: '2021-12-31' })).status).toBe(303);
  expect((await callRoute(readLink, { ...at, cookie: owner.cookie })).body).toMatchObject({
    link: { share: 0.3, isInferred: false, validTo: '2021-12-31' },
  });
  expect((await post({ intent: 'remove' })).status).toBe(422);
  expect((await post({ intent: 'remove', isSure: 'on' })).status).toBe(303);
  expect((await post({ intent: 'remove', isSure: 'on' })).status).toBe(404);
});
