import type { TenantDb } from '~/access/tenant-db.server';
import { proposeIssues } from '~/lending/human-rights-assessment/propose-issues.server';
import type { Judged } from '~/lending/human-rights-assessment/rights-lists';
import { addIssue, judgeIssue } from '~/lending/human-rights-assessment/write-issue.server';

const nothing: Judged = {
  ...{ topic: 'other', title: '', affected: [], vulnerable: [], scale: null, scaleReason: '', scope: null, scopeReason: '' },
  ...{ irremediability: null, irremediabilityReason: '', likelihood: null, likelihoodReason: '', response: '', lineNumber: null },
  ...{ residual: null, residualReason: '', source: '', status: 'open', statusReason: '' },
};

/** The wind farm: what its consultant found in construction; of the magnets little is known. */
const windIssues: readonly Judged[] = [
  {
    ...nothing,
    ...{ topic: 'recruitment-fees', title: 'Migrant workers of the contractor paid recruitment fees to agencies and work off a debt' },
    ...{
      affected: ['contracted'],
      vulnerable: ['migrants'],
      scale: 4,
      scaleReason: 'Debts of four to nine months of pay; leaving means losing all of it',
    },
    ...{ scope: 3, scopeReason: 'A third of the contractor’s workforce came through three agencies' },
    ...{ irremediability: 2, irremediabilityReason: 'Money can be paid back while people are on site' },
    ...{ likelihood: 5, likelihoodReason: 'Two of three agencies confirmed it' },
    ...{ response: 'Repayment within six months, agreed with two of three agencies; no further hiring through the third.' },
    ...{
      residual: 'lower',
      residualReason: 'Those who already left are hard to find',
      source: 'Visit report of the consultant, second quarter',
    },
  },
  {
    ...nothing,
    ...{ topic: 'supply-chain', title: 'Turbine magnets may come from regions with forced labour' },
    ...{ affected: ['supply-chain'], scale: 5, scaleReason: 'Freedom is at stake' },
    ...{ likelihood: 3, likelihoodReason: 'The region is named in public reports; the maker has not shown its source' },
    ...{ response: 'The maker changes its source and provides documents for the next delivery.' },
    ...{ residual: null, source: 'Letter of the turbine maker; covenant 18.6' },
  },
  {
    ...nothing,
    ...{ topic: 'safety', title: 'Falls from height during erection' },
    ...{ affected: ['project', 'contracted'], vulnerable: ['young'], scale: 5, scaleReason: 'A fall kills or disables' },
    ...{ scope: 2, scopeReason: 'Erection crews, about forty people' },
    ...{ irremediability: 5, irremediabilityReason: 'Death or spinal injury cannot be remedied' },
    ...{ likelihood: 3, likelihoodReason: 'One fall this year; scaffolds of one contractor stopped' },
    ...{ response: 'Scaffolds inspected daily, harness training for each newcomer.' },
    ...{
      residual: 'lower',
      residualReason: 'Two scaffolds removed; none found unsafe since',
      source: 'Incident No. 1 and inspection notes',
    },
  },
  {
    ...nothing,
    ...{ topic: 'housing', title: 'Block C of the camp has more residents than agreed' },
    ...{
      affected: ['contracted'],
      vulnerable: ['migrants'],
      scale: 2,
      scaleReason: 'Sleep and health are affected; residents can leave freely',
    },
    ...{ scope: 2, scopeReason: 'One block of four' },
    ...{ irremediability: 1, irremediabilityReason: 'Ends when residents move' },
    ...{ likelihood: 5, likelihoodReason: 'Counted by the consultant' },
    ...{ response: 'Residents move to the new block D.' },
    ...{ residual: 'much-lower', residualReason: 'Block D is being furnished', source: 'Test of covenant 18.5' },
  },
];

/** The garment loan: by item of PS2 what was judged of its proposal; the others wait for a person. */
const garmentJudged: Readonly<Record<string, Partial<Judged>>> = {
  'PS2-9.5': {
    ...{
      topic: 'wages-hours',
      affected: ['project'],
      vulnerable: ['women'],
      scale: 3,
      scaleReason: 'Families depend on overtime that is underpaid',
    },
    ...{ scope: 4, scopeReason: 'Two of three sewing lines in peak season' },
    ...{ irremediability: 2, irremediabilityReason: 'Back pay is possible: hours are recorded' },
    ...{ likelihood: 5, likelihoodReason: 'Seen on pay slips of three months' },
    ...{ residual: 'lower', residualReason: 'Low-season pay slips not reviewed yet' },
  },
  'PS2-26.1': {
    ...{
      topic: 'grievance',
      affected: ['contracted'],
      scale: 3,
      scaleReason: 'Workers without a grievance mechanism lack protection from other harm',
    },
    ...{ likelihood: 4, likelihoodReason: 'Contract workers were turned away at other plants of the owner' },
  },
};

/** The human-rights issues of the wind farm, and of the garment loan as far as they are judged. */
export async function fillRights(
  db: TenantDb,
  { wind, garment, userId, now }: { wind: string; garment: string; userId: string; now: Date },
) {
  for (const issue of windIssues) {
    const added = await addIssue(db, issue, { dealId: wind, userId, now });
    if (added.kind !== 'written') throw new Error(`The demonstration could not judge an issue: ${JSON.stringify(added)}`);
  }
  const by = { dealId: garment, userId, now };
  const proposed = await proposeIssues(db, by);
  if (proposed.kind !== 'proposed') throw new Error(`The demonstration could not propose issues: ${JSON.stringify(proposed)}`);
  const rows = await db.salientIssue.findMany({
    where: { dealId: garment },
    select: { number: true, itemKey: true, title: true, response: true, source: true, line: { select: { number: true } } },
  });
  for (const [item, judged] of Object.entries(garmentJudged)) {
    const row = rows.find(({ itemKey }) => itemKey === item);
    if (!row) throw new Error(`The demonstration finds ${item} met`);
    const { number, title, response, source, line } = row;
    await judgeIssue(db, { ...nothing, title, response, source, lineNumber: line?.number ?? null, ...judged }, { ...by, number, seen: 1 });
  }
}
