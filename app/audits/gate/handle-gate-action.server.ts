import { z } from 'zod';
import type { Permission } from '~/access/permissions';
import type { Member } from '~/access/require-member.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import type { Acted } from '~/audits/planning/handle-plan-action.server';
import { auditRefusalLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { givenText } from '~/platform/http/given-text';
import { askAcceptance, decideAcceptance, revokeAcceptance, withdrawRequest } from './accept-point.server';

const words = z.string().trim().max(1000).optional().default('');
const gateActFields = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('ask-point'), point: z.string().max(64), reason: words }),
  z.object({ intent: z.literal('accept-point'), approval: z.guid(), reason: words }),
  z.object({ intent: z.literal('reject-point'), approval: z.guid(), reason: words }),
  z.object({ intent: z.literal('withdraw-point'), approval: z.guid() }),
  z.object({ intent: z.literal('revoke-point'), approval: z.guid(), reason: words }),
]);
type GateIntent = z.output<typeof gateActFields>['intent'];

const needs = {
  'ask-point': 'record:audit',
  'accept-point': 'approve:audit',
  'reject-point': 'approve:audit',
  'withdraw-point': 'record:audit',
  'revoke-point': 'approve:audit',
} as const satisfies Record<GateIntent, Permission>;
const flashes = {
  'ask-point': m.gate_done_ask,
  'accept-point': m.gate_done_decide,
  'reject-point': m.gate_done_decide,
  'withdraw-point': m.gate_done_withdraw,
  'revoke-point': m.gate_done_revoke,
} satisfies Record<GateIntent, () => string>;

export const isGateIntent = (intent: string): boolean => intent in needs;

/** What one form beside a point of the gate asks. */
export async function handleGateAction(member: Member, options: { auditId: string; form: FormData; now: Date }): Promise<Acted> {
  const { form, now } = options;
  const intent = givenText(form, 'intent');
  const read = parseForm(form, gateActFields);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  if (!member.can(needs[act.intent])) return { kind: 'forbidden' };
  const of = { userId: member.user.id, now };
  return member.inOrganization(async (db): Promise<Acted> => {
    const audit = await findAudit(db, { auditId: options.auditId, userId: of.userId, role: member.role });
    if (!audit) return { kind: 'unknown' };
    const done = await (() => {
      switch (act.intent) {
        case 'ask-point':
          return askAcceptance(db, audit, { ...of, key: act.point, reason: act.reason });
        case 'withdraw-point':
          return withdrawRequest(db, audit, { ...of, approvalId: act.approval });
        case 'revoke-point':
          return revokeAcceptance(db, audit, { ...of, approvalId: act.approval, reason: act.reason });
        default: {
          const verdict = act.intent === 'accept-point' ? 'approved' : 'rejected';
          return decideAcceptance(db, audit, { ...of, approvalId: act.approval, verdict, note: act.reason });
        }
      }
    })();
    if (done.kind === 'done') return { kind: 'done', message: flashes[act.intent]() };
    return {
      kind: 'refused',
      intent,
      failure: formFailure(form, { [done.code === 'reason-missing' ? 'reason' : '']: [auditRefusalLabel(done.code)] }),
    };
  });
}
