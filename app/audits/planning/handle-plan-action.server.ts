import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { Acted } from '~/platform/forms/answer-act.server';
import type { Booking } from '../auditors/bookings.server';
import { changeTerms } from './change-terms.server';
import { cancelAudit } from './end-audit.server';
import { type ActOptions, type ActOutcome, handleAuditAct } from './handle-audit-act.server';
import { keepSample } from './keep-sample.server';
import { auditRefusalLabel } from './labels';
import { planActFields, readSampleForm } from './schema';
import { declareIndependence, putOnTeam, takeOffTeam } from './team.server';

/** Refusals that are shown at a field; all others are shown above the form. */
const fields: Readonly<Record<string, string>> = {
  'language-unknown': 'languages',
  'interest-missing': 'interest',
  'reason-missing': 'reason',
};

/** An error that belongs to no field. */
const wholeForm = '';

type Done = { kind: string; code?: string; collisions?: readonly Booking[] };
const outcomeOf = ({ kind, code = '', collisions = [] }: Done): ActOutcome =>
  kind === 'refused'
    ? { kind: 'refused', errors: { [fields[code] ?? wholeForm]: [auditRefusalLabel(code, collisions)] } }
    : { kind: 'done' };

/** The acts of the page of a plan: team, declaration, interviews, terms, cancelling. */
export function handlePlanAction(member: Member, options: ActOptions): Promise<Acted> {
  return handleAuditAct(member, options, {
    fields: planActFields,
    needs: {
      ...{ 'put-on-team': 'plan:audit', 'take-off-team': 'plan:audit', sample: 'plan:audit', terms: 'plan:audit', cancel: 'plan:audit' },
      declare: 'read:audit',
    },
    flashes: {
      ...{ 'put-on-team': m.audits_team_flash, 'take-off-team': m.audits_team_flash, declare: m.audits_declared_flash },
      ...{ sample: m.audits_saved_plan, terms: m.audits_saved_plan, cancel: m.audits_cancelled_flash },
    },
    perform: async (db, audit, { act, of }) => {
      const by = of.userId;
      switch (act.intent) {
        case 'put-on-team':
          return outcomeOf(await putOnTeam(db, audit, { ...act, userId: act.member, by }));
        case 'take-off-team':
          return outcomeOf(await takeOffTeam(db, audit, { userId: act.member, by }));
        case 'declare':
          return outcomeOf(await declareIndependence(db, audit, { ...of, declaration: act.declaration, interest: act.interest }));
        case 'sample': {
          const plan = readSampleForm(options.form);
          return 'errors' in plan
            ? { kind: 'refused', errors: plan.errors }
            : outcomeOf(await keepSample(db, audit, { rows: plan.rows, by }));
        }
        case 'terms': {
          const { intent: _, ...terms } = act;
          return outcomeOf(await changeTerms(db, audit, { terms, by }));
        }
        case 'cancel':
          return outcomeOf(await cancelAudit(db, audit, { ...of, reason: act.reason }));
      }
    },
  });
}
