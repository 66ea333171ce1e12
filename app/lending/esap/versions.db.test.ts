import { describe, expect, it } from 'vitest';
import { findPlanLink, openPlan } from '~/access/plan-links.server';
import { requirePlanClient } from '~/access/require-plan-client.server';
import { now, today, whole, openReviewed } from '../../../tests/factories/esap';
import { agreeVersion } from './agree-version.server';
import { actAsClient, readClientPlan } from './client-plan.server';
import { freezeVersion } from './freeze-version.server';
import { commentOnItem } from './move-item.server';
import { readItem } from './read-plan.server';
import { readVersion } from './read-versions.server';
import { endVersionAccess, makeVersionLink } from './send-version.server';
import { amendItem } from './write-item.server';

describe('a version', () => {
  it('is frozen when each ESAP item is complete, never changed, and agreed as long as the items are the same', async () => {
    const { owner, by, dealId, add, facts, freeze, plan, step } = await openReviewed();
    const frozen = () => owner.inOrganization((db) => freezeVersion(db, { ...by, note: '', lender: 'Bank' }));
    expect(await frozen()).toEqual({ kind: 'refused', code: 'no-lines' });
    const first = await add();
    const second = await add({ owner: '', costMinor: null, currency: null });
    expect(await frozen()).toEqual({ kind: 'refused', code: 'lines-lack', numbers: [2] });
    await owner.inOrganization((db) => amendItem(db, { ...whole, owner: 'CFO' }, { ...by, itemId: second, revision: 1 }));
    const versionId = await freeze();
    expect(await frozen()).toEqual({ kind: 'refused', code: 'nothing-new' });
    for (const change of [
      () => owner.inOrganization((db) => db.frozenDocument.updateMany({ where: { id: versionId }, data: { hash: 'a'.repeat(64) } })),
      () => owner.inOrganization((db) => db.frozenDocument.deleteMany({ where: { id: versionId } })),
    ])
      await expect(change()).rejects.toThrow(/permission denied/);
    expect((await facts())?.isPlanAgreed).toBe(false);
    const paper = (agreedOn: string) =>
      owner.inOrganization((db) =>
        agreeVersion(
          db,
          { how: 'paper', name: 'R. Vega', function: 'CFO', agreedOn, note: 'File 7', userId: owner.user.id },
          { versionId, now },
        ),
      );
    expect(await paper('2026-12-04')).toEqual({ kind: 'refused', code: 'day-wrong' });
    expect(await paper('2026-12-01')).toEqual({ kind: 'refused', code: 'day-wrong' });
    expect(await paper(today)).toEqual({ kind: 'agreed', number: 1 });
    expect(await paper(today)).toEqual({ kind: 'refused', code: 'already-agreed' });
    expect(await facts()).toMatchObject({ isPlanAgreed: true, planItems: 2 });
    await step(first, { to: 'start' });
    expect((await facts())?.isPlanAgreed).toBe(true);
    await step(first, { to: 'drop', words: 'Sold' });
    expect((await facts())?.isPlanAgreed).toBe(false);
    expect((await plan()).version).toMatchObject({ isCurrent: false, agreement: { name: 'R. Vega' } });
    const newer = await freeze();
    const read = await owner.inOrganization((db) => readVersion(db, { dealId, versionId: newer, since: null }));
    expect(read?.since).toMatchObject({ number: 1, differences: [{ kind: 'removed', number: 1 }] });
    expect((await owner.inOrganization((db) => readVersion(db, { dealId, versionId, since: null })))?.isNewest).toBe(false);
  });

  it('is agreed by a link without account: once, on one device, until it is revoked; a comment stays on its item', async () => {
    const { owner, by, dealId, add, facts, freeze } = await openReviewed();
    const itemId = await add();
    const member = (text: string) => owner.inOrganization((db) => commentOnItem(db, { ...by, itemId, text }));
    await member('For us alone: ask for more');
    const versionId = await freeze();
    const make = () => owner.inOrganization((db) => makeVersionLink(db, { ...by, versionId, email: null, locale: 'en', now: new Date() }));
    const made = await make();
    if (made.kind !== 'made') throw new Error(made.kind);
    const visit = (headers: Record<string, string> = {}) => new Request('http://localhost/', { headers });
    expect(await findPlanLink(made.token)).toMatchObject({ kind: 'open', plan: { project: 'Solar park' } });
    const opened = await openPlan(made.token, visit());
    expect(await openPlan(made.token, visit())).toBeNull();
    expect(await findPlanLink(made.token)).toMatchObject({ kind: 'over', why: 'used' });
    const cookie = opened?.setCookie.split(';')[0] ?? '';
    const client = () => requirePlanClient(visit({ Cookie: cookie }), { versionId });
    await expect(requirePlanClient(visit(), { versionId })).rejects.toMatchObject({ status: 404 });
    const site = await client();
    const shown = await site.read((db) => readClientPlan(db, versionId));
    expect(shown?.content.lines).toMatchObject([{ action: 'Repay fees' }]);
    expect(JSON.stringify(shown)).not.toMatch(/For us alone/);
    await expect(site.read((db) => db.esapItem.findMany())).rejects.toThrow(/permission denied/);
    const say = (fields: Record<string, string>) => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) form.set(name, value);
      return client().then((each) => actAsClient(each, form, now));
    };
    expect(await say({ intent: 'comment', name: 'R. Vega', function: 'CFO' })).toMatchObject({ kind: 'failed' });
    expect(await say({ intent: 'agree', name: '', function: 'CFO', [`comment-${itemId}`]: 'Kept' })).toMatchObject({
      failure: { values: { [`comment-${itemId}`]: ['Kept'] } },
    });
    const comment = { [`comment-${itemId}`]: 'June is better' };
    expect(await say({ intent: 'comment', name: 'R. Vega', function: 'CFO', ...comment })).toEqual({ kind: 'done', what: 'said' });
    expect(await say({ intent: 'agree', name: 'R. Vega', function: 'CFO' })).toEqual({ kind: 'done', what: 'agreed' });
    expect(await say({ intent: 'agree', name: 'R. Vega', function: 'CFO' })).toMatchObject({ kind: 'failed' });
    expect((await facts())?.isPlanAgreed).toBe(true);
    const line = await owner.inOrganization((db) => readItem(db, { dealId, itemId, today }));
    expect(line?.comments.map(({ text, by: who }) => [who, text])).toContainEqual(['R. Vega', 'June is better']);
    await expect(owner.inOrganization((db) => db.esapComment.deleteMany({ where: { itemId } }))).rejects.toThrow(/permission denied/);
    expect(await make()).toEqual({ kind: 'refused', code: 'already-agreed' });
    expect(await owner.inOrganization((db) => endVersionAccess(db, { ...by, versionId }))).toBe(true);
    await expect(client()).rejects.toMatchObject({ status: 410 });
  });

  it('a newer version replaces the one that the client sees', async () => {
    const { owner, by, add, freeze } = await openReviewed();
    await add();
    const versionId = await freeze();
    const made = await owner.inOrganization((db) => makeVersionLink(db, { ...by, versionId, email: null, locale: 'en', now: new Date() }));
    if (made.kind !== 'made') throw new Error(made.kind);
    const opened = await openPlan(made.token, new Request('http://localhost/'));
    await add({ action: 'Another' });
    await freeze();
    const headers = { Cookie: opened?.setCookie.split(';')[0] ?? '' };
    const client = await requirePlanClient(new Request('http://localhost/', { headers }), { versionId });
    const form = new FormData();
    for (const [name, value] of Object.entries({ intent: 'agree', name: 'R. Vega', function: 'CFO' })) form.set(name, value);
    expect(await actAsClient(client, form, new Date())).toMatchObject({ kind: 'failed' });
    expect(await owner.inOrganization((db) => db.esapAgreement.count())).toBe(0);
  });
});
