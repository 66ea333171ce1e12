import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { Acted } from '~/platform/forms/answer-act.server';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { givenText } from '~/platform/http/given-text';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { TenantDb } from '~/access/tenant-db.server';
import type { Booking } from '../auditors/bookings.server';
import { decideConflict, proposeAcceptance } from '../independence/decisions.server';
import { acceptCommission, declineCommission, sendMessage } from './answer-commission.server';
import { type CommissionRead, conflictSubject, findCommission } from './find-commission.server';
import { commissionRefusalLabel } from './labels';
import { assignAuditor, linkPlace, proposeDates, unassignAuditor } from './prepare-answer.server';
import { type CommissionAct, commissionActs } from './schema';
import { withdrawCommission } from './write-commission.server';

type Outcome = { kind: string; code?: string; collisions?: readonly Booking[] };

/** Which side an act belongs to, and the field that a refusal is shown at. */
const fields: Partial<Record<CommissionAct['intent'], string>> = { decline: 'declineReason', message: 'text', assign: 'member' };
const buyerActs: readonly string[] = ['message', 'withdraw'];
const decisions: readonly string[] = ['accept-conflict', 'reject-conflict'];

/** The acts of both sides on the page of a commission. Those who approve audits decide on conflicts; all other acts need the permission to edit. */
export async function handleCommissionAction(
  member: Member,
  { commissionId, form, now }: { commissionId: string; form: FormData; now: Date },
): Promise<Acted> {
  const read = parseForm(form, commissionActs);
  const intent = givenText(form, 'intent');
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  if (!member.can(decisions.includes(act.intent) ? 'approve:audit' : 'edit:commission')) return { kind: 'forbidden' };
  const organizationId = member.organization.id;
  return member.inOrganization(async (db): Promise<Acted> => {
    const commission = await findCommission(db, { commissionId, organizationId });
    if (!commission) return { kind: 'unknown' };
    if (commission.side === 'buyer' && !buyerActs.includes(act.intent)) return { kind: 'forbidden' };
    const outcome = await perform(db, commission, { act, member, now });
    if (outcome.kind === 'refused')
      return {
        ...{ kind: 'refused', intent },
        failure: formFailure(form, { [fields[act.intent] ?? '']: [commissionRefusalLabel({ ...outcome, code: outcome.code ?? '' })] }),
      };
    return { kind: 'done', message: doneMessage(act.intent) };
  });
}

async function perform(
  db: TenantDb,
  commission: CommissionRead,
  { act, member, now }: { act: CommissionAct; member: Member; now: Date },
): Promise<Outcome> {
  const by = { organizationId: member.organization.id, userId: member.user.id, userName: member.user.name, now };
  const { id: commissionId } = commission;
  const noted = async (outcome: Outcome, name: string): Promise<Outcome> => {
    if (outcome.kind !== 'refused')
      await recordActivity(db, { recordKind: 'commission', recordId: commissionId, act: name, userId: by.userId });
    return outcome;
  };
  switch (act.intent) {
    case 'link-place':
      return linkPlace(db, commission, { supplierPublicId: act.supplier ?? null, by: by.userId, today: now.toISOString().slice(0, 10) });
    case 'dates':
      return proposeDates(db, commission, act);
    case 'assign':
      return assignAuditor(db, commission, { userId: act.member, part: act.part, explanation: act.explanation });
    case 'unassign':
      return unassignAuditor(db, commission, { userId: act.member });
    case 'propose-conflict':
      return noted(
        await proposeAcceptance(db, conflictSubject(commission, by.organizationId), { ...act, by: by.userId, now }),
        'propose-conflict',
      );
    case 'accept-conflict':
    case 'reject-conflict': {
      const isAccepted = act.intent === 'accept-conflict';
      return noted(await decideConflict(db, { commissionId, decisionId: act.decision, isAccepted, by: by.userId, now }), 'decide-conflict');
    }
    case 'accept':
      return acceptCommission(db, commission, by);
    case 'decline':
      return declineCommission(db, commission, { ...by, reason: act.declineReason });
    case 'message':
      return sendMessage(db, commission, { ...by, text: act.text });
    case 'withdraw': {
      const isDone = await withdrawCommission(db, { organizationId: by.organizationId, commissionId, by: by.userId, now });
      return isDone ? { kind: 'answered' } : { kind: 'refused', code: 'commission-decided' };
    }
  }
}

function doneMessage(intent: CommissionAct['intent']): string {
  switch (intent) {
    case 'accept':
      return m.commissions_accepted_flash();
    case 'decline':
      return m.commissions_declined_flash();
    case 'message':
      return m.commissions_message_flash();
    case 'withdraw':
      return m.commissions_withdrawn_flash();
    default:
      return m.commissions_saved_flash();
  }
}
