import { answerQuestion } from '~/questionnaires/responses/answer-question.server';
import { freezeVersion } from '~/lending/esap/freeze-version.server';
import { type LineStep, moveLine } from '~/lending/esap/move-line.server';
import type { Planned } from '~/lending/esap/plan-lists';
import { readPlan } from '~/lending/esap/read-plan.server';
import { addLine } from '~/lending/esap/write-line.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { findTransaction } from '~/lending/deals/find-transaction.server';
import { readTransaction } from '~/lending/deals/read-transaction.server';
import type { TransactionRecord } from '~/lending/deals/record';
import { startReview } from '~/lending/deals/start-review.server';
import { wholeFinding } from './finding';
import { openLent } from './lent';
import { type MadeMember, makeMember } from './member';
import { makeSupplier } from './supplier';

/** When the tests of action plans happen. */
export const now = new Date('2026-12-02T18:00:00Z');
export const today = '2026-12-02';
const known: Partial<TransactionRecord> = { hostCountries: ['VN'], stage: 'planning', capitalCostMinor: 12_000_000_00n, tenorMonths: 180 };
/** A line that lacks nothing. */
export const whole: Planned = {
  ...{ action: 'Repay fees', reason: 'Fees were paid', reference: 'PS2-22.1', deliverable: 'Receipts', owner: 'HR head' },
  ...{ dueOn: '2027-03-01', costMinor: 12_500_000, currency: 'USD', milestone: 'cp-disbursement', indicator: 'Every worker repaid' },
};

/** A transaction of a new client, and what its owner does with its review and its action plan. */
export async function openReviewed() {
  const owner = await makeMember();
  const client = await makeSupplier(owner);
  const transactionId = await openLent(owner, client, { known, now });
  const by = { transactionId, userId: owner.user.id, now };
  const review = async (answers: Record<string, string>) => {
    await owner.inOrganization(async (db) => {
      await decideCategory(db, { ...by, category: 'B', reasons: { labour: 'Migrant workers' } });
      await startReview(db, by);
      const found = await findTransaction(db, transactionId);
      for (const [question, value] of Object.entries(answers))
        await answerQuestion(db, { assessmentId: found?.ps2Id ?? '', question, value, userId: owner.user.id, now });
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
    const read = await owner.inOrganization((db) => readPlan(db, { transactionId, today }));
    if (!read) throw new Error('no plan');
    return read;
  };
  const facts = async () => (await owner.inOrganization((db) => readTransaction(db, { transactionId, today })))?.facts;
  const add = async (more: Partial<Planned> = {}) => {
    const added = await owner.inOrganization((db) => addLine(db, { ...whole, ...more }, by));
    if (added.kind !== 'added') throw new Error(added.kind);
    return added.lineId;
  };
  const step = (lineId: string, what: LineStep, who: MadeMember = owner) =>
    who.inOrganization((db) => moveLine(db, what, { transactionId, lineId, userId: who.user.id, now }));
  const freeze = async () => {
    const frozen = await owner.inOrganization((db) => freezeVersion(db, { ...by, note: '', lender: owner.organization.name }));
    if (frozen.kind !== 'frozen') throw new Error(JSON.stringify(frozen));
    return frozen.versionId;
  };
  return { owner, client, transactionId, by, review, find, plan, facts, add, step, freeze };
}
