import { z } from 'zod';
import type { Permission } from '~/access/permissions';
import type { Member } from '~/access/require-member.server';
import { type ActOptions, handleAuditAct } from '~/audits/planning/handle-audit-act.server';
import { auditRefusalLabel } from '~/audits/planning/labels';
import { m } from '~/paraglide/messages';
import type { Acted } from '~/platform/forms/answer-act.server';
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
export function handleGateAction(member: Member, options: ActOptions): Promise<Acted> {
  return handleAuditAct(member, options, {
    ...{ fields: gateActFields, needs, flashes },
    perform: async (db, audit, { act, of }) => {
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
      if (done.kind === 'done') return { kind: 'done' };
      return { kind: 'refused', errors: { [done.code === 'reason-missing' ? 'reason' : '']: [auditRefusalLabel(done.code)] } };
    },
  });
}
