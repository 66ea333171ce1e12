import type { TenantDb } from '~/access/tenant-db.server';
import { moveAction } from '~/findings/corrective-actions/move-action.server';
import { planAction } from '~/findings/corrective-actions/plan-action.server';
import { recordFinding } from '~/findings/findings/record-finding.server';
import { scoreSuppliers } from '~/risk/scores/score-suppliers.server';
import { recordedOn } from './recorded-on';

const day = 86_400_000;
const iso = (date: Date) => date.toISOString().slice(0, 10);

/**
 * A critical finding 18 days old whose remediation is under way: workers paid the agency that is stopped. Recorded by the reviewer, who follows the supplier.
 */
export async function remediationDemonstration(db: TenantDb, { partyId, userId, now }: { partyId: string; userId: string; now: Date }) {
  const at = (days: number) => new Date(now.getTime() + days * day);
  const on = (days: number) => recordedOn(db, at(days));
  const rootCause = 'The site pays the agency less than its costs, and does not ask arriving workers what they paid.';
  const recorded = await recordFinding(on(-18), {
    ...{ partyId, userId },
    fields: {
      ...{ grade: 'critical', evidenceGrade: 'document-checked', frequency: 'continuous', people: 186, extent: 'systemic', rootCause },
      ...{
        text: 'Workers from Bangladesh owe an agency five months of pay on average for their jobs; repayments are deducted from wages.',
      },
      ...{
        lawReference: 'ILO Private Employment Agencies Convention, 1997 (No. 181), Article 7',
        lawUrl: null,
        codeReference: '',
        codeUrl: null,
      },
      ...{ methods: ['document', 'worker'], agreement: 'agree', evidenceIds: [], fileIds: [] },
      ...{ evidenceSeen: 'Pay slips of three months; interviews off site in Bengali by an independent monitor' },
      ...{ question: null, compliancePoint: null, indicator: 'debt-bondage', isLegalContext: false, repeatOfId: null, restrictedNote: '' },
      dueOn: iso(at(72)),
    },
  });
  if (recorded.kind === 'refused') throw new Error(`The demonstration could not record a finding: ${recorded.problems.join(' ')}`);
  const { findingId } = recorded;
  await db.finding.updateMany({ where: { id: findingId }, data: { openedAt: at(-18) } });
  await scoreSuppliers(on(-18), { partyIds: [partyId], asOf: iso(at(-18)) });
  const planned = await planAction(on(-13), {
    ...{ findingId, userId, now: at(-13) },
    fields: {
      ...{ kind: 'remediation', timescale: '90', verification: 'worker-interviews', owner: 'General manager', ownerMemberId: null },
      ...{ action: 'Repay the fees to 186 workers in three instalments, end the deductions, and hire directly', rootCause },
      ...{ agreedBy: 'General manager', agreedOn: iso(at(-13)), amountMinor: 115_320_000, currency: 'JOD', people: 186 },
    },
  });
  if (planned.kind === 'refused') throw new Error(`The demonstration could not plan a remediation: ${planned.code}`);
  const { actionId } = planned;
  await db.correctiveAction.updateMany({ where: { id: actionId }, data: { createdAt: at(-13) } });
  const moved = await moveAction(on(-11), { actionId, step: { to: 'start' }, userId, now: at(-11) });
  if (moved.kind === 'refused') throw new Error(`The demonstration could not start a remediation: ${moved.code}`);
  await scoreSuppliers(on(-13), { partyIds: [partyId], asOf: iso(at(-13)) });
}
