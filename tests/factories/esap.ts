import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { freezeVersion } from '~/lending/esap/freeze-version.server';
import { type ItemStep, moveItem } from '~/lending/esap/move-item.server';
import type { Planned } from '~/lending/esap/plan-lists';
import { readPlan } from '~/lending/esap/read-plan.server';
import { addItem } from '~/lending/esap/write-item.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { readDeal } from '~/lending/deals/read-deal.server';
import type { DealRecord } from '~/lending/deal-record/record';
import { startReview } from '~/lending/deals/start-review.server';
import { wholeFinding } from './finding';
import { openLent } from './lent';
import { type MadeMember, makeMember } from './member';
import { makeSupplier } from './supplier';

/** The day of the tests of action plans. */
export const now = new Date('2026-12-02T18:00:00Z');
export const today = '2026-12-02';
const known: Partial<DealRecord> = { hostCountries: ['VN'], stage: 'planning', capitalCostMinor: 12_000_000_00n, tenorMonths: 180 };
/** A complete ESAP item. */
export const whole: Planned = {
  ...{ action: 'Repay fees', reason: 'Fees were paid', reference: 'PS2-22.1', deliverable: 'Receipts', owner: 'HR head' },
  ...{ dueOn: '2027-03-01', costMinor: 12_500_000, currency: 'USD', milestone: 'cp-disbursement', indicator: 'Every worker repaid' },
};

/** A deal of a new client, and what its owner does with its review and its ESAP. */
export async function openReviewed() {
  const owner = await makeMember();
  const client = await makeSupplier(owner);
  const dealId = await openLent(owner, client, { known, now });
  const by = { dealId, userId: owner.user.id, now };
  const review = async (answers: Record<string, string>) => {
    await owner.inOrganization(async (db) => {
      await decideCategory(db, { ...by, category: 'B', reasons: { labour: 'Migrant workers' } });
      await startReview(db, by);
      const found = await findDeal(db, dealId);
      for (const [question, value] of Object.entries(answers))
        await answerQuestion(db, { responseId: found?.ps2Id ?? '', question, value, userId: owner.user.id, now });
    });
  };
  const find = async (partyId: string, fields: object) => {
    const recorded = await owner.inOrganization((db) =>
      recordFinding(db, { partyId, userId: owner.user.id, fields: { ...wholeFinding, ...fields } }),
    );
    if (recorded.kind === 'refused') throw new Error(recorded.problems.join());
    return { id: recorded.findingId };
  };
  const plan = async () => {
    const read = await owner.inOrganization((db) => readPlan(db, { dealId, today }));
    if (!read) throw new Error('no plan');
    return read;
  };
  const facts = async () => (await owner.inOrganization((db) => readDeal(db, { dealId, today })))?.facts;
  const add = async (more: Partial<Planned> = {}) => {
    const added = await owner.inOrganization((db) => addItem(db, { ...whole, ...more }, by));
    if (added.kind !== 'added') throw new Error(added.kind);
    return added.itemId;
  };
  const step = (itemId: string, what: ItemStep, who: MadeMember = owner) =>
    who.inOrganization((db) => moveItem(db, what, { dealId, itemId, userId: who.user.id, now }));
  const freeze = async () => {
    const frozen = await owner.inOrganization((db) => freezeVersion(db, { ...by, note: '', lender: owner.organization.name }));
    if (frozen.kind !== 'frozen') throw new Error(JSON.stringify(frozen));
    return frozen.versionId;
  };
  return { owner, client, dealId, by, review, find, plan, facts, add, step, freeze };
}
