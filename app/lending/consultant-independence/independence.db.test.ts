import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { drawDiligence } from '~/lending/due-diligence-report/draw-diligence.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { blocksOf } from '~/lending/deals/next-steps';
import { startReview } from '~/lending/deals/start-review.server';
import { readStepFacts } from '~/lending/deals/step-facts.server';
import { makeDeal } from '../../../tests/factories/lent';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { handleCheckAction } from './handle-check-action.server';
import { type Check, isReviewerRefused, requirementOf } from './independence-lists';
import { checksAsCsv, checksAsXlsx } from './export-checks.server';
import { readCheck, readChecksPage } from './read-checks.server';
import { judgeCheck, writeCheck } from './write-check.server';

const now = new Date();
const consultant: Check = {
  ...{ name: 'Lead reviewer', firm: 'Brightwater Environment', purpose: 'review', isRequired: 'yes', requiredReason: 'Category A' },
  ...{
    paidBy: 'The client, at cost',
    earlierWork: 'None in five years',
    financialInterest: 'None',
    ownDocuments: 'None',
    otherTies: 'None',
  },
  ...{ isShared: 'no', reportOn: null, conclusions: '' },
};
let owner: MadeMember;
let reviewer: MadeMember;
beforeAll(async () => {
  owner = await makeMember({ kind: 'lender' });
  reviewer = await makeMember({ role: 'reviewer', organization: owner.organization });
});
const write = (dealId: string, check: Partial<Check> = {}, of: { number: number; seen: number } | null = null) =>
  owner.inOrganization((db) => writeCheck(db, { ...consultant, ...check }, { dealId, userId: owner.user.id, now, of }));
const judge = (member: MadeMember, dealId: string, verdict: 'independent' | 'not-independent', { number = 1, seen = 1 } = {}) =>
  member.inOrganization((db) =>
    judgeCheck(db, { verdict, reason: 'Looked at the contract' }, { dealId, userId: member.user.id, now, number, seen }),
  );
const committeeBlocks = (dealId: string) =>
  owner.inOrganization(async (db) => {
    const found = await findDeal(db, dealId);
    if (!found) throw new Error('no transaction');
    return blocksOf('committee', await readStepFacts(db, found, { today: now.toISOString().slice(0, 10) })).map(({ code }) => code);
  });

describe('the independence of a consultant', () => {
  it('is required by category and product', () => {
    expect(requirementOf({ category: 'A', product: 'project-finance' })).toBe('required');
    expect(requirementOf({ category: 'B', product: 'corporate-loan' })).toBe('as-fits');
    expect(requirementOf({ category: 'C', product: 'project-finance' })).toBe('not-required');
    expect(requirementOf({ category: 'A', product: 'advisory' })).toBe('not-required');
    expect(requirementOf({ category: null, product: 'project-finance' })).toBe('unknown');
    expect(isReviewerRefused([])).toBe(false);
    expect(isReviewerRefused(['not-independent', 'not-judged'])).toBe(false);
    expect(isReviewerRefused(['not-independent', 'not-independent'])).toBe(true);
  });

  it('is judged once by another user than its recorder, and again after the record changed', async () => {
    const { dealId } = await makeDeal(owner);
    expect(await write(dealId)).toEqual({ kind: 'written', number: 1 });
    expect(await judge(owner, dealId, 'independent')).toEqual({ kind: 'refused', code: 'same-person' });
    const both = await Promise.all([judge(reviewer, dealId, 'independent'), judge(reviewer, dealId, 'not-independent')]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['already-judged', 'written']);
    expect(await write(dealId, { ownDocuments: 'Wrote the camp plan' }, { number: 1, seen: 1 })).toEqual({
      kind: 'written',
      number: 1,
    });
    expect(await write(dealId, {}, { number: 1, seen: 1 })).toEqual({ kind: 'refused', code: 'changed-meanwhile' });
    expect(await judge(reviewer, dealId, 'independent')).toEqual({ kind: 'refused', code: 'changed-meanwhile' });
    const read = await owner.inOrganization((db) => readCheck(db, { dealId, number: 1 }));
    expect(read?.check).toMatchObject({ status: 'not-judged', ownDocuments: 'Wrote the camp plan' });
    expect(read?.versions[1]?.verdict?.by).toBe(reviewer.user.name);
    // The database itself requires two users.
    const forged = owner.inOrganization(async (db) => {
      const check = await db.consultantCheck.findFirstOrThrow({ where: { dealId, version: 2 }, select: { id: true } });
      const decided = { state: 'approved', decidedById: owner.user.id, decidedAt: now, decisionNote: 'x' };
      await db.approval.updateMany({ where: { checkId: check.id }, data: decided });
    });
    await expect(forged).rejects.toThrow(/Approval_two_people/);
    const stranger = await makeMember({ kind: 'lender' });
    expect(await judge(stranger, dealId, 'independent', { seen: 2 })).toEqual({ kind: 'unknown' });
  });

  it('blocks a category A deal from the committee while every consultant named for EQ7 is judged not independent', async () => {
    const { dealId } = await makeDeal(owner);
    const by = { dealId, userId: owner.user.id, now };
    await owner.inOrganization(async (db) => {
      await decideCategory(db, { ...by, category: 'A', reasons: { labour: 'A camp' } });
      await startReview(db, by);
      const { equatorId } = await db.deal.findFirstOrThrow({ where: { id: dealId }, select: { equatorId: true } });
      await answerQuestion(db, { responseId: equatorId ?? '', question: 'EQ7.1', value: 'met', userId: owner.user.id, now });
    });
    expect(await committeeBlocks(dealId)).toEqual([]);
    await write(dealId);
    expect(await committeeBlocks(dealId)).toEqual([]);
    await judge(reviewer, dealId, 'not-independent');
    expect(await committeeBlocks(dealId)).toEqual(['reviewer-not-independent']);
    // A later monitoring consultant does not replace the reviewer; another reviewer does.
    await write(dealId, { purpose: 'monitoring' });
    expect(await committeeBlocks(dealId)).toEqual(['reviewer-not-independent']);
    await write(dealId, { firm: 'Another firm' });
    expect(await committeeBlocks(dealId)).toEqual([]);
    const drawn = await owner.inOrganization((db) => drawDiligence(db, { dealId, now, organization: owner.organization, state: 'draft' }));
    const assessment = JSON.stringify(drawn?.document.parts.find(({ key }) => key === 'assessment'));
    expect(assessment).toContain('Brightwater Environment');
    expect(assessment).toContain('Not independent');
  });

  it('rejects conclusions without the date of their report, and a judgement without permission', async () => {
    const { dealId } = await makeDeal(owner);
    await write(dealId);
    const of = { dealId, number: 1 };
    const form = new FormData();
    const { reportOn: _, ...fields } = consultant;
    for (const [name, value] of Object.entries({ ...fields, conclusions: 'Sound', seen: '1' })) form.append(name, value);
    const refused = await handleCheckAction({ ...owner, can: () => true }, { of, form, now });
    expect(refused.kind === 'refused' ? Object.keys(refused.failure.errors) : refused).toEqual(['reportOn']);
    const verdict = new FormData();
    for (const [name, value] of Object.entries({ intent: 'judge', seen: '1', verdict: 'independent', reason: 'x' }))
      verdict.append(name, value);
    expect(await handleCheckAction({ ...reviewer, can: (act) => act !== 'decide:deal' }, { of, form: verdict, now })).toEqual({
      kind: 'forbidden',
    });
    expect(await handleCheckAction({ ...reviewer, can: () => true }, { of, form: verdict, now })).toMatchObject({ kind: 'done' });
  });

  it('is exported as last recorded, with its judgement', async () => {
    const { dealId } = await makeDeal(owner);
    await write(dealId, { conclusions: '', otherTies: '=cmd()' });
    await write(dealId, { name: 'Second reviewer', reportOn: '2026-05-04' });
    await judge(reviewer, dealId, 'not-independent', { number: 2 });
    const read = await owner.inOrganization((db) => readChecksPage(db, dealId));
    const csv = checksAsCsv(read?.checks ?? []).replace('\ufeff', '');
    expect(Papa.parse(csv, { header: true, skipEmptyLines: true }).data).toMatchObject([
      { consultant_number: '1', other_ties: "'=cmd()", standing: 'not-judged', judged_by: '', judged_at: '' },
      { name: 'Second reviewer', report_on: '2026-05-04', standing: 'not-independent', judgement_reason: 'Looked at the contract' },
    ]);
    const parts = unzipSync(new Uint8Array(await new Response(checksAsXlsx(read?.checks ?? [])).arrayBuffer()));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('=cmd()');
    expect(sheet).not.toContain('<f>');
    const stranger = await makeMember({ kind: 'lender' });
    expect(await stranger.inOrganization((db) => readChecksPage(db, dealId))).toBeNull();
  });
});
