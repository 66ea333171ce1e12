import { givenText } from '~/platform/http/given-text';
import type { Member } from '~/access/require-member.server';
import type { Permission } from '~/access/permissions';
import { m } from '~/paraglide/messages';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import type { Acted } from '~/audits/planning/handle-plan-action.server';
import type { StatedHit } from '~/audits/consistency/check-consistency';
import { ruleLabel } from '~/audits/consistency/labels';
import { approveAudit } from './approve-audit.server';
import { concludeAudit } from './conclude-audit.server';
import { openComments } from '~/audits/review/open-comments.server';
import { returnAudit } from '~/audits/planning/end-audit.server';
import { findAudit } from '~/audits/planning/find-audit.server';
import { endActFields } from '~/audits/planning/schema';
import { auditRefusalLabel } from '~/audits/planning/labels';

const needs = { conclude: 'record:audit', return: 'approve:audit', approve: 'approve:audit' } as const satisfies Record<string, Permission>;

/** The acts that end an audit: conclude by its team; give back or approve by a second person. */
export async function handleEndAction(member: Member, options: { auditId: string; form: FormData; now: Date }): Promise<Acted> {
  const { form, now } = options;
  const read = parseForm(form, endActFields);
  const intent = givenText(form, 'intent');
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  if (!member.can(needs[act.intent])) return { kind: 'forbidden' };
  const userId = member.user.id;
  return member.inOrganization(async (db): Promise<Acted> => {
    const audit = await findAudit(db, { auditId: options.auditId, userId, role: member.role });
    if (!audit) return { kind: 'unknown' };
    const done = await (() => {
      switch (act.intent) {
        case 'conclude':
          return concludeAudit(db, audit, { userId, limits: act.limits, marksRest: act.marksRest === 'on', now });
        case 'return':
          return (async () => returnAudit(db, audit, { userId, reason: act.reason, comments: await openComments(db, audit), now }))();
        case 'approve':
          return approveAudit(db, audit, { userId, now, signsCount: act.signsCount === 'on' });
      }
    })();
    if (done.kind === 'refused')
      return {
        kind: 'refused',
        intent,
        failure: formFailure(
          form,
          'contradictions' in done && done.contradictions
            ? contradictionErrors(done.contradictions)
            : { [done.code === 'reason-missing' ? 'reason' : '']: [auditRefusalLabel(done.code)] },
        ),
      };
    return { kind: 'done', message: flashes[act.intent]() };
  });
}

const flashes = { conclude: m.audits_concluded_flash, return: m.audits_returned_flash, approve: m.audits_approved_flash };

/** What stops the conclusion, in words. What was not assessed is stated as a limitation, in the form itself. */
function contradictionErrors(hits: readonly StatedHit[]): Record<string, string[]> {
  const isOfForm = ({ rule }: StatedHit) => rule === 'F16';
  const others = hits.filter((hit) => !isOfForm(hit));
  return {
    ...(others.length > 0 ? { '': [auditRefusalLabel('contradictions'), ...new Set(others.map(({ rule }) => ruleLabel(rule)))] } : {}),
    ...(hits.some(isOfForm) ? { limits: [ruleLabel('F16')] } : {}),
  };
}
