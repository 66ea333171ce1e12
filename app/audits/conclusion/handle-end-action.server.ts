import type { Member } from '~/access/require-member.server';
import type { StatedHit } from '~/audits/consistency/check-consistency';
import { ruleLabel } from '~/audits/consistency/labels';
import { returnAudit } from '~/audits/planning/end-audit.server';
import { type ActOptions, handleAuditAct } from '~/audits/planning/handle-audit-act.server';
import { auditRefusalLabel } from '~/audits/planning/labels';
import { endActFields } from '~/audits/planning/schema';
import { openComments } from '~/audits/review/open-comments.server';
import { m } from '~/paraglide/messages';
import type { Acted } from '~/platform/forms/answer-act.server';
import { approveAudit } from './approve-audit.server';
import { concludeAudit } from './conclude-audit.server';

/** The acts that end an audit: conclude by its team; give back or approve by a second person. */
export function handleEndAction(member: Member, options: ActOptions): Promise<Acted> {
  return handleAuditAct(member, options, {
    fields: endActFields,
    needs: { conclude: 'record:audit', return: 'approve:audit', approve: 'approve:audit' },
    flashes: { conclude: m.audits_concluded_flash, return: m.audits_returned_flash, approve: m.audits_approved_flash },
    perform: async (db, audit, { act, of }) => {
      const done = await (async () => {
        switch (act.intent) {
          case 'conclude':
            return concludeAudit(db, audit, { ...of, limits: act.limits, marksRest: act.marksRest === 'on' });
          case 'return':
            return returnAudit(db, audit, { ...of, reason: act.reason, comments: await openComments(db, audit) });
          case 'approve':
            return approveAudit(db, audit, { ...of, signsCount: act.signsCount === 'on' });
        }
      })();
      if (done.kind !== 'refused') return { kind: 'done' };
      if ('contradictions' in done && done.contradictions) return { kind: 'refused', errors: contradictionErrors(done.contradictions) };
      return { kind: 'refused', errors: { [done.code === 'reason-missing' ? 'reason' : '']: [auditRefusalLabel(done.code)] } };
    },
  });
}

/** What stops the conclusion, in words. What was not assessed is stated as a limitation, in the form itself. */
function contradictionErrors(hits: readonly StatedHit[]): Record<string, string[]> {
  const isOfForm = ({ rule }: StatedHit) => rule === 'F16';
  const others = hits.filter((hit) => !isOfForm(hit));
  return {
    ...(others.length > 0 ? { '': [auditRefusalLabel('contradictions'), ...new Set(others.map(({ rule }) => ruleLabel(rule)))] } : {}),
    ...(hits.some(isOfForm) ? { limits: [ruleLabel('F16')] } : {}),
  };
}
