import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { today, whole, openReviewed } from '../../../tests/factories/esap';
import { applyFile, proposalOf } from './apply-file.server';
import { compareFile, milestoneReader } from './compare-file';
import { planAsCsv, planAsJson, planAsXlsx, readComments } from './export-plan.server';
import { commentOnItem } from './move-item.server';
import { readPlanFile } from './read-plan-file.server';
import { readItem } from './read-plan.server';
import { amendItem } from './write-item.server';

describe('a file', () => {
  const reader = milestoneReader(() => []);
  async function exported() {
    const made = await openReviewed();
    const { owner, dealId, by, add } = made;
    const first = await add({ action: '=HYPERLINK("x")' });
    const second = await add({ owner: 'CFO, “second”' });
    await owner.inOrganization((db) => commentOnItem(db, { ...by, itemId: first, text: 'Keep me' }));
    const comments = await owner.inOrganization((db) => readComments(db, dealId));
    return { ...made, first, second, comments };
  }

  it('is exported as CSV and XLSX without a formula and imported unchanged', async () => {
    const { plan, comments } = await exported();
    const csv = planAsCsv(await plan(), comments);
    expect(csv.split('\r\n')[0]).toBe(
      '\ufeffid,line_number,action,reason,reference,deliverable,owner,due_on,cost,currency,milestone,completion_indicator,status,done_on,done_note,verified_on,verified_seen,overdue,review_item,finding_id,comments,transaction,plan_version,as_frozen,revision',
    );
    expect(csv).toMatch(/'=HYPERLINK/);
    const json = JSON.parse(planAsJson(await plan(), comments));
    expect(Object.keys(json.lines[0])).toEqual(csv.slice(1).split('\r\n')[0]?.split(','));
    expect(json).toMatchObject({ totals: (await plan()).totals, lines: [{ line_number: 1 }, { line_number: 2 }] });
    expect(csv).toMatch(/Keep me/);
    const xlsx = new Uint8Array(await new Response(planAsXlsx(await plan(), comments)).arrayBuffer());
    for (const bytes of [strToU8(csv), xlsx]) {
      const read = await readPlanFile(bytes);
      if (read.kind !== 'read') throw new Error(read.code);
      expect(compareFile(read.rows, await plan(), reader)).toMatchObject({
        changes: [],
        added: [],
        refused: [],
        kept: [],
        untaken: [],
        unchanged: 2,
      });
    }
    for (const [bytes, code] of [
      [strToU8('%PDF-1.4 x'), 'not-a-table'],
      [strToU8('name,action\r\na,b\r\n'), 'no-header'],
    ] as const)
      expect(await readPlanFile(bytes)).toMatchObject({ kind: 'refused', code });
  });

  it('writes nothing before it is confirmed, then everything at once, and removes nothing', async () => {
    const { owner, dealId, plan, comments, first, second, by } = await exported();
    const csv = planAsCsv(await plan(), comments).split('\r\n');
    const changed = [csv[0], csv[1]?.replace('HR head', 'Head of people'), ',,New line,,,,,2027-05-01,10,EUR,,,,,,,,,,,'].join('\r\n');
    const read = await readPlanFile(strToU8(changed));
    if (read.kind !== 'read') throw new Error(read.code);
    const compared = compareFile(read.rows, await plan(), reader);
    expect(compared).toMatchObject({
      changes: [{ number: 1, fields: ['owner'] }],
      added: [{}],
      kept: [{ number: 2 }],
      currencies: ['EUR', 'USD'],
    });
    expect((await plan()).lines.map(({ owner: who }) => who)).toEqual(['HR head', 'CFO, “second”']);
    const apply = (proposal: Parameters<typeof applyFile>[1]) => owner.inOrganization((db) => applyFile(db, proposal, by));
    expect(await apply(proposalOf(compared))).toEqual({ kind: 'applied', changed: 1, added: 1 });
    expect((await plan()).lines).toMatchObject([{ owner: 'Head of people' }, { id: second }, { action: 'New line', costMinor: 1_000 }]);
    const line = await owner.inOrganization((db) => readItem(db, { dealId, itemId: first, today }));
    expect(line?.comments).toMatchObject([{ text: 'Keep me' }]);
  });

  it('a confirmation of items that changed meanwhile writes nothing, lists the changes, and is saved when confirmed again', async () => {
    const { owner, plan, comments, first, by } = await exported();
    const csv = planAsCsv(await plan(), comments)
      .replace('HR head', 'Head of people')
      .replace('CFO, “second”', 'Treasurer');
    const read = await readPlanFile(strToU8(csv));
    if (read.kind !== 'read') throw new Error(read.code);
    const proposal = proposalOf(compareFile(read.rows, await plan(), reader));
    expect(proposal.changes).toHaveLength(2);
    const meanwhile = { ...whole, action: '=HYPERLINK("x")', dueOn: '2027-09-09' };
    await owner.inOrganization((db) => amendItem(db, meanwhile, { ...by, itemId: first, revision: 1 }));
    const apply = (given: typeof proposal) => owner.inOrganization((db) => applyFile(db, given, by));
    const stale = await apply(proposal);
    expect(stale).toMatchObject({ kind: 'stale', moved: [{ number: 1, fields: ['dueOn'], now: { dueOn: '2027-09-09' } }] });
    expect((await plan()).lines.map(({ owner: who }) => who)).toEqual(['HR head', 'CFO, “second”']);
    if (stale.kind !== 'stale') throw new Error(stale.kind);
    expect(await apply(stale.proposal)).toEqual({ kind: 'applied', changed: 2, added: 0 });
    expect((await plan()).lines).toMatchObject([{ owner: 'Head of people', dueOn: '2027-09-09' }, { owner: 'Treasurer' }]);
    expect(await apply({ changes: [], added: [] })).toEqual({ kind: 'refused', code: 'nothing-chosen' });
  });
});
