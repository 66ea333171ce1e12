import { questionsOf } from '#scoring';
import { describe, expect, it } from 'vitest';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { putParty } from '~/lending/deals/put-party.server';
import { now, today, whole, openReviewed } from '../../../tests/factories/esap';
import { makeMember } from '../../../tests/factories/member';
import { makeSupplier } from '../../../tests/factories/supplier';
import { readOpenSources, readPlan } from './read-plan.server';
import { importFromSources } from './import-from-sources.server';
import { addItem, amendItem } from './write-item.server';

describe('ESAP items from reviews and audits', () => {
  it('cover each unmet item and each open finding once, one by one or all at once, also when two users add at once', async () => {
    const { owner, client, by, dealId, review, find, plan, facts } = await openReviewed();
    await review({ 'PS2-22.1': 'not-met', 'PS2-27.2': 'partial', 'PS2-9.1': 'met' });
    const contractor = await makeSupplier(owner);
    const stranger = await makeSupplier(owner);
    await owner.inOrganization((db) => putParty(db, { ...by, partyPublicId: contractor.publicId, part: 'epc-contractor', note: '' }));
    const mine = await find(client.partyId, { codeReference: 'ILO C29' });
    const theirs = await find(contractor.partyId, { text: 'Told in the dormitory.', methods: ['worker'], agreement: 'single-source' });
    await find(stranger.partyId, { text: 'Elsewhere' });
    const take = (keys: readonly string[] | 'all') => owner.inOrganization((db) => importFromSources(db, { ...by, keys }));
    const sources = await owner.inOrganization((db) => readOpenSources(db, dealId));
    expect(sources.map(({ key }) => key)).toEqual(['PS2-22.1', 'PS2-27.2', mine.id, theirs.id]);
    expect((await facts())?.unplannedItems).toBe(2);
    const both = await Promise.all([take([mine.id]), take([mine.id])]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['already-taken', 'taken']);
    expect(await take('all')).toEqual({ kind: 'taken', lines: 3 });
    expect(await take('all')).toEqual({ kind: 'refused', code: 'already-taken' });
    const { lines } = await plan();
    expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(lines[0]).toMatchObject({ reference: 'ILO C29', findingId: mine.id, lacks: ['owner', 'dueOn', 'milestone', 'indicator'] });
    expect(JSON.stringify(lines)).not.toMatch(/dormitory|Elsewhere/);
    expect((await facts())?.unplannedItems).toBe(0);
  });

  it('a gap left out with a reason is planned, and marked as dropped', async () => {
    const { owner, by, review, plan, facts } = await openReviewed();
    await review({ 'PS2-22.1': 'not-met' });
    const left = await owner.inOrganization((db) =>
      importFromSources(db, { ...by, keys: ['PS2-22.1'], leaveOut: 'Closed before the review' }),
    );
    expect(left).toEqual({ kind: 'taken', lines: 1 });
    expect((await plan()).lines).toMatchObject([{ status: 'dropped', statusReason: 'Closed before the review' }]);
    expect(await facts()).toMatchObject({ unplannedItems: 0, planItems: 0, isPlanAgreed: false });
  });

  it('offers nothing of a sensitive case, of withdrawn or verified findings, or of another organization', async () => {
    const { owner, client, dealId, by, find } = await openReviewed();
    const critical = questionsOf(instrument('better-work-cat@1.0.0')).find(({ zeroTolerance }) => zeroTolerance)?.key;
    const hidden = [
      await owner.inOrganization((db) =>
        db.finding.create({
          data: { partyId: client.partyId, question: critical ?? '', grade: 'critical', text: 'Grave' },
          select: { id: true },
        }),
      ),
      await find(client.partyId, { text: 'Withdrawn' }),
      await find(client.partyId, { text: 'Verified' }),
    ];
    await owner.inOrganization(async (db) => {
      await db.finding.updateMany({ where: { id: hidden[1]?.id ?? '' }, data: { withdrawnAt: now } });
      await db.finding.updateMany({ where: { id: hidden[2]?.id ?? '' }, data: { status: 'verified', verifiedAt: now } });
    });
    expect(critical).toBeDefined();
    expect(await owner.inOrganization((db) => readOpenSources(db, dealId))).toEqual([]);
    const take = (keys: readonly string[]) => owner.inOrganization((db) => importFromSources(db, { ...by, keys }));
    expect(await take(hidden.map(({ id }) => id))).toEqual({ kind: 'refused', code: 'nothing-chosen' });
    const stranger = await makeMember();
    expect(await stranger.inOrganization((db) => readPlan(db, { dealId, today }))).toBeNull();
    expect(await stranger.inOrganization((db) => addItem(db, whole, { ...by, userId: stranger.user.id }))).toEqual({ kind: 'unknown' });
  });
});

describe('an ESAP item', () => {
  it('is edited by one user at a time, and only while it is open', async () => {
    const { owner, by, add, step } = await openReviewed();
    const itemId = await add();
    const amend = (revision: number, owner_: string) =>
      owner.inOrganization((db) => amendItem(db, { ...whole, owner: owner_ }, { ...by, itemId, revision }));
    const both = await Promise.all([amend(1, 'CFO'), amend(1, 'COO')]);
    expect(both.map(({ kind }) => kind).sort()).toEqual(['amended', 'refused']);
    await step(itemId, { to: 'done', words: 'Paid' });
    expect(await amend(3, 'CEO')).toEqual({ kind: 'refused', code: 'not-open' });
  });

  it('is verified by another user, with a description of the evidence; the database rejects anything else', async () => {
    const { owner, add, step, facts } = await openReviewed();
    const reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
    const itemId = await add({ dueOn: '2026-11-01' });
    expect(await facts()).toMatchObject({ openDisbursementConditions: 1, overdueConditions: 1 });
    expect(await step(itemId, { to: 'verify', words: 'Seen' })).toEqual({ kind: 'refused', code: 'bad-step' });
    await step(itemId, { to: 'start' });
    await step(itemId, { to: 'done', words: 'All repaid' });
    expect(await step(itemId, { to: 'verify', words: 'Seen' })).toEqual({ kind: 'refused', code: 'same-person' });
    expect(await step(itemId, { to: 'verify', words: ' ' }, reviewer)).toEqual({ kind: 'refused', code: 'words-missing' });
    await expect(
      owner.inOrganization((db) =>
        db.esapItem.updateMany({
          where: { id: itemId },
          data: { status: 'verified', verifiedById: owner.user.id, verifiedAt: now, verifiedSeen: 'x' },
        }),
      ),
    ).rejects.toThrow(/EsapLine_verified/);
    expect(await step(itemId, { to: 'verify', words: 'Receipts of 40 workers' }, reviewer)).toEqual({ kind: 'moved', status: 'verified' });
    expect(await facts()).toMatchObject({ openDisbursementConditions: 0, overdueConditions: 0 });
    expect(await step(itemId, { to: 'reopen', words: 'Ten were left out' })).toEqual({ kind: 'moved', status: 'in-progress' });
    expect(await facts()).toMatchObject({ openDisbursementConditions: 1, overdueConditions: 1 });
  });
});
