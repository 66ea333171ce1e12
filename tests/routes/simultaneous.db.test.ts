import { describe, expect, it } from 'vitest';
import { archiveSupplier } from '~/suppliers/registry/archive-supplier.server';
import { loader as loadChain } from '~/routes/org/suppliers/supplier-supply-chain';
import { action as uploadList } from '~/routes/org/suppliers/import';
import { action as handleBatchAction, loader as loadBatch } from '~/routes/org/suppliers/import-batch';
import { action as signUp } from '~/routes/public/sign-in/sign-up';
import { type MadeMember, makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

describe('the supply chain of a supplier', () => {
  it('is shown for an archived supplier too, with and without links', async () => {
    const member = await makeMember();
    const [alone, buyer, mill] = [await makeSupplier(member), await makeSupplier(member), await makeSupplier(member)];
    await member.inOrganization(async (db) => {
      const source = await db.source.create({ data: { kind: 'member', userId: member.user.id } });
      await db.supplyLink.create({ data: { fromPartyId: mill.partyId, toPartyId: buyer.partyId, kind: 'supplies', sourceId: source.id } });
      for (const { partyId } of [alone, buyer])
        await archiveSupplier(db, { partyId, isArchived: true, userId: member.user.id, at: new Date() });
    });
    for (const { publicId } of [alone, buyer, mill]) {
      const params = { orgSlug: member.organization.slug, supplierId: publicId };
      for (const query of ['', '?known-on=2026-01-01'])
        expect(await callRoute(loadChain, { url: `/${query}`, params, cookie: member.cookie })).toMatchObject({
          status: 200,
          body: { inherited: { status: 'known', node: { own: null } } },
        });
    }
  });
});

describe('simultaneously', () => {
  it('one user creates five organizations with one name, each with its own address', async () => {
    const { cookie } = await makeMember();
    const name = `Twin mills ${Date.now()}`;
    const form = { organizationName: name, organizationKind: 'company' };
    const answers = await Promise.all(Array.from({ length: 5 }, () => callRoute(signUp, { url: '/sign-up', cookie, form })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303]);
    expect(new Set(answers.map(({ headers }) => headers.get('Location'))).size).toBe(5);
  });

  it('the rows of an import are checked from several tabs, and each tab moves on', async () => {
    const member = await makeMember();
    for (let count = 0; count < 5; count++) await makeSupplier(member, { name: `Mill number ${count}` });
    const rows = Array.from({ length: 60 }, (_, at) => `Mill number ${at},India,${at}`);
    const batchId = await upload(member, `name,country,workers\n${rows.join('\n')}\n`);
    const call = {
      url: `/o/${member.organization.slug}/suppliers/import/${batchId}`,
      params: { orgSlug: member.organization.slug, batchId },
      cookie: member.cookie,
    };
    const choose = (columns: string[]) => {
      const form = new URLSearchParams([
        ['intent', 'choose'],
        ['shape', 'list'],
        ['suppliesUs', 'yes'],
        ...columns.map((column) => ['column', column]),
      ]);
      return callRoute(handleBatchAction, {
        ...call,
        method: 'POST',
        body: form.toString(),
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      });
    };
    const columns = [
      ['supplierName', 'country', 'workers'],
      ['supplierName', 'country', 'ignore'],
      ['supplierName', 'ignore', 'ignore'],
    ];
    for (let round = 0; round < 2; round++) {
      const answers = await Promise.all([...columns, ...columns].map(choose));
      expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 303]);
    }
    // Any of the mappings may have been the last; a list without countries would have to be confirmed first.
    expect(await choose(['supplierName', 'country', 'workers'])).toMatchObject({ status: 303 });
    expect(await callRoute(loadBatch, { ...call, url: `${call.url}?step=check` })).toMatchObject({
      status: 200,
      body: { step: 'check', batch: { status: 'staged', rowCount: 60 } },
    });
    const accepted = await Promise.all([1, 2, 3].map(() => callRoute(handleBatchAction, { ...call, form: { intent: 'accept' } })));
    expect(accepted.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await member.inOrganization((db) => db.jobRun.count({ where: { kind: 'commit-import' } }))).toBe(1);
  });
});

/** Uploads a list as a browser does. @returns the batch that it became */
async function upload(member: MadeMember, text: string): Promise<string> {
  const form = new FormData();
  form.set('file', new File([text], 'list.csv'));
  const packed = new Response(form);
  const answer = await callRoute(uploadList, {
    url: `/o/${member.organization.slug}/suppliers/import`,
    method: 'POST',
    params: { orgSlug: member.organization.slug },
    cookie: member.cookie,
    headers: { 'Content-Type': packed.headers.get('Content-Type') ?? '' },
    body: new Uint8Array(await packed.arrayBuffer()),
  });
  return /import\/([0-9a-f-]{36})/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
}
