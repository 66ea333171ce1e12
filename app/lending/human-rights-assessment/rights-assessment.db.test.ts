import { beforeAll, describe, expect, it } from 'vitest';
import { questionsOf } from '#scoring';
import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { drawDiligence } from '~/lending/due-diligence-report/draw-diligence.server';
import { readPack } from '~/lending/due-diligence-report/read-pack.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import { instrument } from '~/questionnaires/templates/instrument-at.server';
import { freezeReport } from '~/documents/frozen-documents/freeze-report.server';
import { importFromSources } from '~/lending/esap/import-from-sources.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { startReview } from '~/lending/deals/start-review.server';
import { wholeFinding } from '../../../tests/factories/finding';
import { makeDeal } from '../../../tests/factories/lent';
import { type MadeMember, makeMember } from '../../../tests/factories/member';
import { rightsAsCsv } from './export-rights.server';
import { proposeIssues } from './propose-issues.server';
import { readIssue, readRights } from './read-rights.server';
import type { Judged } from './rights-lists';
import { takeIssueForm } from './take-issue-form.server';
import { addIssue, judgeIssue } from './write-issue.server';

const now = new Date();
const critical = questionsOf(instrument('better-work-cat@1.0.0')).find(({ zeroTolerance }) => zeroTolerance)?.key ?? 'none';
const fees: Judged = {
  ...{ topic: 'recruitment-fees', title: 'Workers pay agencies for the job', affected: ['contracted'], vulnerable: ['migrants'] },
  ...{ scale: 4, scaleReason: 'Debts of a year’s pay', scope: null, scopeReason: '', irremediability: null, irremediabilityReason: '' },
  ...{ likelihood: 2, likelihoodReason: 'Agencies of two corridors', response: 'Repayment', lineNumber: null, residual: null },
  ...{ residualReason: '', source: 'Visit', status: 'open', statusReason: '' },
};
let owner: MadeMember;
beforeAll(async () => {
  owner = await makeMember({ kind: 'lender' });
});

async function reviewed() {
  const { client, dealId } = await makeDeal(owner, now);
  const by = { dealId, userId: owner.user.id, now };
  await owner.inOrganization(async (db) => {
    await decideCategory(db, { ...by, category: 'A', reasons: { labour: 'A camp' } });
    await startReview(db, by);
    const { ps2Id, equatorId } = await db.deal.findFirstOrThrow({
      where: { id: dealId },
      select: { ps2Id: true, equatorId: true },
    });
    const answer = { value: 'not-met', userId: owner.user.id, now };
    await answerQuestion(db, { ...answer, responseId: ps2Id ?? '', question: 'PS2-22.1' });
    await answerQuestion(db, { ...answer, responseId: equatorId ?? '', question: 'EQ6.2' });
    const find = async (fields: object) => {
      const recorded = await recordFinding(db, { partyId: client.partyId, userId: owner.user.id, fields: { ...wholeFinding, ...fields } });
      if (recorded.kind === 'refused') throw new Error(recorded.problems.join());
      return recorded.findingId;
    };
    await find({ text: 'Beds stand too close' });
    await db.finding.updateMany({ where: { id: await find({ text: 'Taken back' }) }, data: { withdrawnAt: now } });
    await find({ text: 'Told by workers', methods: ['worker'], agreement: 'single-source' });
    await db.finding.create({ data: { partyId: client.partyId, question: critical, grade: 'critical', text: 'Held for the protocol' } });
    await importFromSources(db, { dealId, keys: ['PS2-22.1'], userId: owner.user.id, now });
  });
  return { ...by, client };
}
const read = (dealId: string) => owner.inOrganization((db) => readRights(db, dealId));

describe('the human-rights issues of a deal', () => {
  it('are proposed once from unmet items of PS2 and open findings, with their ESAP item, and never graded', async () => {
    const by = await reviewed();
    const offered = (await read(by.dealId))?.proposals ?? 0;
    const proposed = await owner.inOrganization((db) => proposeIssues(db, by));
    expect(proposed).toEqual({ kind: 'proposed', issues: offered });
    const issues = (await read(by.dealId))?.open ?? [];
    expect(issues).toHaveLength(offered);
    const item = issues.find(({ itemKey }) => itemKey === 'PS2-22.1');
    expect(item).toMatchObject({ topic: 'forced-labour', scale: null, likelihood: null, lineNumber: 1 });
    expect(item?.ranked.severity).toEqual({ low: 1, high: 5 });
    const titles = JSON.stringify(issues);
    expect(titles).not.toContain('EQ6.2');
    for (const hidden of ['Taken back', 'Told by workers', 'Held for the protocol']) expect(titles).not.toContain(hidden);
    expect(issues.filter(({ findingId }) => findingId !== null).map(({ title }) => title)).toEqual([
      'Beds stand too close',
      expect.stringMatching(/^Finding at /),
    ]);
    expect(await owner.inOrganization((db) => proposeIssues(db, by))).toEqual({ kind: 'refused', code: 'nothing-left' });
  });

  it('are judged again beside the earlier judgement; the second of two simultaneous edits is reported; a judgement cannot be changed', async () => {
    const { dealId } = await makeDeal(owner);
    const by = { dealId, userId: owner.user.id, now };
    expect(await owner.inOrganization((db) => addIssue(db, fees, by))).toEqual({ kind: 'written', number: 1 });
    const again = (seen: number) =>
      owner.inOrganization((db) =>
        judgeIssue(db, { ...fees, irremediability: 5, irremediabilityReason: 'Families sold land' }, { ...by, number: 1, seen }),
      );
    const both = await Promise.all([again(1), again(1)]);
    expect(both.map((each) => (each.kind === 'refused' ? each.code : each.kind)).sort()).toEqual(['changed-meanwhile', 'written']);
    const issue = await owner.inOrganization((db) => readIssue(db, { dealId, number: 1 }));
    expect(issue?.versions.map(({ irremediability }) => irremediability)).toEqual([5, null]);
    expect(issue?.versions[0]?.assessedBy).toBe(owner.user.name);
    expect(issue?.ranked).toMatchObject({ severity: { low: 5, high: 5 }, likelihood: { low: 2, high: 2 }, rank: 1 });
    await expect(owner.inOrganization((db) => db.salientIssue.updateMany({ data: { scale: 1 } }))).rejects.toThrow(/permission denied/);
    // The database itself rejects a grade without its reason.
    await expect(owner.inOrganization((db) => addIssue(db, { ...fees, scaleReason: ' ' }, by))).rejects.toThrow(/SalientIssue_reasons/);
    const stranger = await makeMember({ kind: 'lender' });
    expect(await stranger.inOrganization((db) => readIssue(db, { dealId, number: 1 }))).toBeNull();
    expect(await stranger.inOrganization((db) => addIssue(db, fees, by))).toEqual({ kind: 'unknown' });
  });

  it('close with a reason and leave the order; their export contains them all', async () => {
    const { dealId } = await makeDeal(owner);
    const by = { dealId, userId: owner.user.id, now };
    await owner.inOrganization((db) => addIssue(db, fees, by));
    await owner.inOrganization((db) => addIssue(db, { ...fees, title: '=cmd()' }, by));
    const closing = { ...fees, status: 'closed' as const, statusReason: 'No agency is used' };
    await owner.inOrganization((db) => judgeIssue(db, closing, { ...by, number: 1, seen: 1 }));
    const now2 = await read(dealId);
    expect(now2?.open.map(({ number }) => number)).toEqual([2]);
    expect(now2?.closed.map(({ statusReason }) => statusReason)).toEqual(['No agency is used']);
    const csv = now2 ? rightsAsCsv(now2) : '';
    expect(csv).toContain("'=cmd()");
    expect(csv).toContain('4–5');
    expect(csv).toContain('No agency is used');
  });

  it('appear in the due diligence report, and judgements after it was frozen are shown to the committee', async () => {
    const { dealId, client } = await makeDeal(owner);
    const by = { dealId, userId: owner.user.id, now: new Date() };
    await owner.inOrganization((db) => addIssue(db, fees, by));
    const pack = () =>
      owner.inOrganization((db) => readPack(db, { dealId, clientPartyId: client.partyId, now: new Date(Date.now() + 10_000) }));
    const drawn = await owner.inOrganization((db) =>
      drawDiligence(db, { dealId, now: new Date(), organization: owner.organization, state: 'frozen' }),
    );
    const rights = JSON.stringify(drawn?.document.parts.find(({ key }) => key === 'rights'));
    expect(rights).toContain('Workers pay agencies for the job');
    expect(rights).toContain('4–5');
    if (!drawn) throw new Error('no report');
    await owner.inOrganization((db) =>
      freezeReport(db, drawn, {
        of: { kind: 'due-diligence', dealId },
        organizationId: owner.organization.id,
        userId: owner.user.id,
      }),
    );
    expect((await pack()).newer).not.toContain('rights');
    const later = { ...by, now: new Date(Date.now() + 5_000), number: 1, seen: 1 };
    await owner.inOrganization((db) => judgeIssue(db, { ...fees, likelihood: 5, likelihoodReason: 'Seen' }, later));
    expect((await pack()).newer).toContain('rights');
  });

  it('require reasons, and reject once a text that may name a person', () => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ topic: 'safety', title: 'Falls from height', scale: '4', source: 'Told by Mr Aziz' }))
      form.append(name, value);
    const refused = takeIssueForm(form);
    expect(refused.ok ? {} : refused.errors).toEqual({
      scaleReason: [expect.any(String)],
      source: [expect.stringMatching(/may identify a person/)],
    });
    form.append('scaleReason', 'Deaths at other sites');
    form.append('screened', 'on');
    form.append('affected', 'project');
    expect(takeIssueForm(form)).toMatchObject({ ok: true, value: { scale: 4, scope: null, affected: ['project'], vulnerable: [] } });
  });
});
