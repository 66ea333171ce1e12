import { expect, test } from 'vitest';
import { loader as layout } from '~/routes/org/shell/layout';
import { action as answer, loader as duplicates } from '~/routes/org/suppliers/duplicates';
import { action as identity, loader as readIdentity } from '~/routes/org/suppliers/supplier-identity';
import { action as merge, loader as preview } from '~/routes/org/suppliers/supplier-merge';
import { action as split, loader as splitPreview } from '~/routes/org/suppliers/supplier-split';
import { makeMember } from '../factories/member';
import { makeSupplier } from '../factories/supplier';
import { callRoute } from '../setup/call-route';

async function setting() {
  const owner = await makeMember();
  const viewer = await makeMember({ organization: owner.organization, role: 'viewer' });
  const kept = await makeSupplier(owner, { name: 'Moonriver Garments JSC', values: { country: 'VN', sector: '1410', workers: 500 } });
  const other = await makeSupplier(owner, { name: 'Moon River Garment', values: { country: 'VN', sector: '1410', workers: 650 } });
  const base = `/o/${owner.organization.slug}/suppliers`;
  const paramsOf = (supplierId: string) => ({ orgSlug: owner.organization.slug, supplierId });
  return { owner, viewer, kept, other, base, paramsOf };
}

test('A5: a merge by its page: the preview writes nothing, the old address redirects to the survivor permanently, and undo reverses it', async () => {
  const { owner, viewer, kept, other, base, paramsOf } = await setting();
  const params = paramsOf(kept.publicId);
  const url = `${base}/${kept.publicId}/merge?with=${other.publicId}&win.workers=other`;
  const shown = await callRoute(preview, { url, params, cookie: owner.cookie });
  expect(shown.body).toMatchObject({
    preview: {
      kind: 'preview',
      fields: expect.arrayContaining([{ field: 'workers', kept: 500, other: 650, takes: true }]),
      after: { score: expect.any(Number) },
    },
  });
  expect(await owner.inOrganization((db) => db.partyMerge.count())).toBe(0);
  expect(await owner.inOrganization((db) => db.activity.count({ where: { act: 'merge' } }))).toBe(0);

  const form = { with: other.publicId, 'win.workers': 'other' };
  expect((await callRoute(merge, { url, params, cookie: viewer.cookie, form })).status).toBe(403);
  const merged = await callRoute(merge, { url, params, cookie: owner.cookie, form });
  expect([merged.status, merged.headers.get('Location')]).toEqual([303, `${base}/${kept.publicId}/identity`]);
  const run = await owner.inOrganization((db) => db.jobRun.findFirst({ where: { kind: 'score-merged' } }));
  expect(run?.status).toBe('waiting');

  const old = () =>
    callRoute(layout, {
      url: `${base}/${other.publicId}/history?known-on=2026-01-01`,
      params: paramsOf(other.publicId),
      cookie: owner.cookie,
    });
  const redirected = await old();
  expect([redirected.status, redirected.headers.get('Location')]).toEqual([301, `${base}/${kept.publicId}/history?known-on=2026-01-01`]);
  expect(redirected.headers.get('Cache-Control')).toBe('no-store');

  const page = await callRoute(readIdentity, { url: `${base}/${kept.publicId}/identity`, params, cookie: viewer.cookie });
  expect(page.body).toMatchObject({ merges: [{ kind: 'merge', mayUndo: true, other: { publicId: other.publicId } }], mayEdit: false });
  const mergeId = (await owner.inOrganization((db) => db.partyMerge.findFirst({ select: { id: true } })))?.id ?? '';
  const undo = (cookie: string) =>
    callRoute(identity, { url: `${base}/${kept.publicId}/identity`, params, cookie, form: { intent: 'undo', mergeId } });
  expect((await undo(viewer.cookie)).status).toBe(403);
  expect((await undo(owner.cookie)).status).toBe(303);
  expect((await old()).status).toBe(200);
});

test('any member may report a duplicate; an editor answers, and the answer is saved', async () => {
  const { owner, viewer, kept, other, base, paramsOf } = await setting();
  const params = paramsOf(kept.publicId);
  const url = `${base}/${kept.publicId}/identity`;
  const report = (words: string) =>
    callRoute(identity, { url, params, cookie: viewer.cookie, form: { intent: 'report', other: words, note: 'One gate' } });
  expect((await report('Nobody at all')).status).toBe(422);
  expect((await report(other.publicId)).status).toBe(303);
  const all = { orgSlug: owner.organization.slug };
  const listed = await callRoute(duplicates, { url: `${base}/duplicates`, params: all, cookie: viewer.cookie });
  expect(listed.body).toMatchObject({ total: 1, mayEdit: false, pairs: [{ origin: 'reported', note: 'One gate' }] });
  const pairId = (await owner.inOrganization((db) => db.duplicatePair.findFirst({ select: { id: true } })))?.id ?? '';
  const say = (cookie: string) =>
    callRoute(answer, { url: `${base}/duplicates`, params: all, cookie, form: { intent: 'different', pairId } });
  expect((await say(viewer.cookie)).status).toBe(403);
  expect((await say(owner.cookie)).status).toBe(303);
  expect(await owner.inOrganization((db) => db.matchDecision.findFirst())).toMatchObject({
    verdict: 'different',
    decidedById: owner.user.id,
  });
});

test('a split by its page, with a preview first', async () => {
  const { owner, kept, base, paramsOf } = await setting();
  const params = paramsOf(kept.publicId);
  const query = `name=Tran+Phu+Printing&source=${kept.sourceId}`;
  const shown = await callRoute(splitPreview, { url: `${base}/${kept.publicId}/split?${query}`, params, cookie: owner.cookie });
  expect(shown.body).toMatchObject({ preview: { fields: expect.arrayContaining([{ field: 'workers', stays: null, goes: 500 }]) } });
  const post = (form: Record<string, string>) =>
    callRoute(split, { url: `${base}/${kept.publicId}/split`, params, cookie: owner.cookie, form });
  expect((await post({ name: 'Tran Phu Printing' })).status).toBe(422);
  expect((await post({ name: '', source: kept.sourceId })).status).toBe(422);
  expect((await post({ name: 'Tran Phu Printing', source: kept.sourceId })).status).toBe(303);
  const made = await owner.inOrganization((db) => db.supplier.findFirst({ where: { party: { is: { name: 'Tran Phu Printing' } } } }));
  expect(made?.workers).toBe(500);
});
