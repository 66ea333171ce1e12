import { expect, test } from 'vitest';
import { claimByDevice } from '~/access/claims.server';
import { forOrganization } from '~/access/tenant-db.server';
import { recordClaimed } from '~/organizations/claims/record-claimed.server';
import { acceptOffer } from '~/sharing/shared-access/answer-offer.server';
import { attachResponse } from '~/sharing/shared-access/attach-response.server';
import { revokeAccess } from '~/sharing/shared-access/change-shared-access.server';
import { offerAccess } from '~/sharing/shared-access/offer-access.server';
import { openMemberSource } from '~/suppliers/parties/open-member-source.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { linkParties } from '~/suppliers/supply-links/link-parties.server';
import { makeMember } from '../../../tests/factories/member';
import { answerAndSubmit, makeRequest } from '../../../tests/factories/request';
import { makeSupplier } from '../../../tests/factories/supplier';
import { listProjectGrants } from './list-project-access.server';
import { readProjectChain } from './read-project-chain.server';
import { stepsFrom } from './steps-from';

const asOf = '2026-11-25';

test('counts tiers from the nearest root, through circles, nearest first', () => {
  const links = [
    { supplier: 'cell', buyer: 'module' },
    { supplier: 'wafer', buyer: 'cell' },
    { supplier: 'wafer', buyer: 'builder' },
    { supplier: 'module', buyer: 'wafer' },
    { supplier: 'stranger', buyer: 'nobody' },
  ];
  expect([...stepsFrom(['builder', 'module'], links)]).toEqual([
    ['builder', 0],
    ['module', 0],
    ['wafer', 1],
    ['cell', 1],
  ]);
});

test('a project inherits from beyond its companies, and the goods of the whole chain are compared with the public lists, with the companies concerned', async () => {
  const member = await makeMember();
  const client = await makeSupplier(member, { name: 'Park company', values: { country: 'VN', sector: '3510' } });
  const maker = await makeSupplier(member, { name: 'Module maker', values: { country: 'VN', sector: '27' } });
  const quartz = await makeSupplier(member, {
    name: 'HETIAN TAIDA APPAREL CO LTD',
    values: { country: 'CN', sector: '24', products: ['Polysilicon'] },
  });
  const silent = await makeSupplier(member, { name: 'Nobody knows what it makes', values: { country: 'VN' } });
  const stranger = await makeSupplier(member, { name: 'Not of this project', values: { country: 'MY', products: ['Palm fruit'] } });
  const ids = [client, maker, quartz, silent, stranger].map(({ partyId }) => partyId);
  await member.inOrganization(async (db) => {
    await scoreSuppliers(db, { partyIds: ids, asOf });
    const sourceId = await openMemberSource(db, { userId: member.user.id });
    const link = (fromPartyId: string, toPartyId: string, share: number) =>
      linkParties(db, { fromPartyId, toPartyId, kind: 'supplies', share, sourceId, userId: member.user.id });
    await link(quartz.partyId, maker.partyId, 0.6);
    await link(silent.partyId, maker.partyId, 0.1);
    const chain = await readProjectChain(db, { clientPartyId: client.partyId, partyIds: [maker.partyId], asOf });
    expect(chain.unexplained).toBe(0);
    expect(chain.goods.all).toBe(4);
    expect(chain.inherited?.map(({ name, isClient, upstream, inherited }) => [name, isClient, upstream, inherited !== null])).toEqual([
      ['Park company', true, 0, false],
      ['Module maker', false, 2, true],
    ]);
    expect(chain.inherited?.[1]?.worst).toMatchObject({ name: 'HETIAN TAIDA APPAREL CO LTD', steps: 1 });

    const { goods } = chain;
    expect(goods).toMatchObject({ looked: 4, all: 4, silent: 1 });
    const [first] = goods.entries;
    expect(first).toMatchObject({ isCandidate: true, where: [{ name: 'HETIAN TAIDA APPAREL CO LTD', steps: 1 }] });
    const good = goods.entries.find(({ list }) => list === 'listed-goods');
    expect(good).toMatchObject({
      labour: ['forced'],
      isCandidate: false,
      where: [{ steps: 1, match: { reason: 'good', given: 'Polysilicon' } }],
    });
    expect(good?.href).toMatch(/^\/methodology\/tables\/listed-goods/);
    expect(JSON.stringify(goods)).not.toContain('Palm');
    // Where two companies match one entry both are named, the entry once.
    await link(client.partyId, silent.partyId, 0.1);
    const again = await readProjectChain(db, { clientPartyId: client.partyId, partyIds: [maker.partyId], asOf });
    expect(new Set(again.goods.entries.map(({ key, isCandidate }) => `${key} ${isCandidate}`)).size).toBe(again.goods.entries.length);
  });
});

test('an empty project inherits nothing and lists no goods', async () => {
  const member = await makeMember();
  const client = await makeSupplier(member, { name: 'Alone', values: {} });
  const chain = await member.inOrganization((db) => readProjectChain(db, { clientPartyId: client.partyId, partyIds: [], asOf }));
  expect(chain.goods).toEqual({ looked: 1, all: 1, silent: 1, entries: [] });
  expect(chain.inherited).toMatchObject([{ workers: null, own: null, inherited: null, total: null, worst: null, upstream: 0 }]);
});

test('a copy that a company shares is shown beside the project; revoked by its owner, it is marked as revoked', async () => {
  const lender = await makeMember();
  const owner = await makeMember();
  const request = await makeRequest(owner, { name: 'Module maker that shares' });
  await answerAndSubmit(await request.respondent());
  const { responseId, supplierOrganizationId } = request;
  const person = await makeMember();
  await claimByDevice(supplierOrganizationId, { userId: person.user.id }, recordClaimed);
  const inMaker = forOrganization({ organizationId: supplierOrganizationId, userId: person.user.id });
  const now = new Date();
  const until = new Date(now.getTime() + 30 * 86_400_000).toISOString().slice(0, 10);
  const offered = await inMaker((db) =>
    offerAccess(db, {
      ...{ organization: { id: supplierOrganizationId, name: 'Module maker that shares' }, responseId, sections: ['P5'], files: [] },
      ...{ recipient: { kind: 'organization', id: lender.organization.id }, purpose: 'lender', reason: 'For the loan', until },
      ...{ userId: person.user.id, now },
    }),
  );
  if (offered.kind !== 'offered') throw new Error(offered.code);
  const reader = { organizationId: lender.organization.id, sharedAccessId: offered.sharedAccessId, now };
  const maker = await makeSupplier(lender, { name: 'The module maker in our own list' });
  const other = await makeSupplier(lender, { name: 'Another' });
  await lender.inOrganization((db) => acceptOffer(db, reader));
  const attached = await lender.inOrganization((db) =>
    attachResponse(db, { ...reader, supplierPublicId: maker.publicId, userId: lender.user.id }),
  );
  expect(attached.kind).toBe('attached');
  const listed = (partyIds: string[]) => lender.inOrganization((db) => listProjectGrants(db, { partyIds, now }));
  expect(await listed([other.partyId])).toEqual([]);
  expect(await listed([other.partyId, maker.partyId])).toMatchObject([
    { company: 'The module maker in our own list', granter: 'Module maker that shares', sections: 1, state: 'accepted' },
  ]);
  const which = { organizationId: supplierOrganizationId, sharedAccessId: offered.sharedAccessId, userId: person.user.id, now };
  expect((await inMaker((db) => revokeAccess(db, which))).kind).toBe('changed');
  expect(await listed([maker.partyId])).toMatchObject([{ state: 'revoked', endsAt: now }]);
});
