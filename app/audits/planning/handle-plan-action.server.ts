import { givenText } from '~/platform/http/given-text';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import type { Booking } from '../auditors/bookings.server';
import { changeTerms } from './change-terms.server';
import { cancelAudit } from './end-audit.server';
import { findAudit } from './find-audit.server';
import { keepSample } from './keep-sample.server';
import { planActFields, readSampleForm } from './schema';
import { declareIndependence, putOnTeam, takeOffTeam } from './team.server';
import { auditRefusalLabel } from './labels';

export type Acted =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The acts of the page of a plan: team, declaration, interviews, terms, cancelling. */
export async function handlePlanAction(member: Member, options: { auditId: string; form: FormData; now: Date }): Promise<Acted> {
  const { form, now } = options;
  const read = parseForm(form, planActFields);
  const intent = givenText(form, 'intent');
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const by = member.user.id;
  if (act.intent !== 'declare' && !member.can('plan:audit')) return { kind: 'forbidden' };
  return member.inOrganization(async (db): Promise<Acted> => {
    const audit = await findAudit(db, { auditId: options.auditId, userId: by, role: member.role });
    if (!audit) return { kind: 'unknown' };
    const refused = (code: string, field = '', collisions: readonly Booking[] = []): Acted => ({
      ...{ kind: 'refused', intent, failure: formFailure(form, { [field]: [auditRefusalLabel(code, collisions)] }) },
    });
    switch (act.intent) {
      case 'put-on-team': {
        const put = await putOnTeam(db, audit, {
          userId: act.member,
          part: act.part,
          languages: act.languages,
          explanation: act.explanation,
          by,
        });
        if (put.kind === 'refused')
          return refused(put.code, put.code === 'language-unknown' ? 'languages' : '', 'collisions' in put ? put.collisions : []);
        return { kind: 'done', message: m.audits_team_flash() };
      }
      case 'take-off-team': {
        const taken = await takeOffTeam(db, audit, { userId: act.member, by });
        return taken.kind === 'refused' ? refused(taken.code) : { kind: 'done', message: m.audits_team_flash() };
      }
      case 'declare': {
        const declared = await declareIndependence(db, audit, { userId: by, declaration: act.declaration, interest: act.interest, now });
        if (declared.kind === 'refused') return refused(declared.code, declared.code === 'interest-missing' ? 'interest' : '');
        return { kind: 'done', message: m.audits_declared_flash() };
      }
      case 'sample': {
        const plan = readSampleForm(form);
        if ('errors' in plan) return { kind: 'refused', intent, failure: formFailure(form, plan.errors) };
        const kept = await keepSample(db, audit, { rows: plan.rows, by });
        return kept.kind === 'refused' ? refused(kept.code) : { kind: 'done', message: m.audits_saved_plan() };
      }
      case 'terms': {
        const { intent: _, ...terms } = act;
        const changed = await changeTerms(db, audit, { terms, by });
        return changed.kind === 'refused'
          ? refused(changed.code, '', 'collisions' in changed ? changed.collisions : [])
          : { kind: 'done', message: m.audits_saved_plan() };
      }
      case 'cancel': {
        const ended = await cancelAudit(db, audit, { userId: by, reason: act.reason, now });
        if (ended.kind === 'refused') return refused(ended.code, ended.code === 'reason-missing' ? 'reason' : '');
        return { kind: 'done', message: m.audits_cancelled_flash() };
      }
    }
  });
}
