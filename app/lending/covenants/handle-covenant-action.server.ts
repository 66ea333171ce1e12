import { givenText } from '~/platform/http/given-text';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { type BreachFollowed, followBreach } from './follow-breach.server';
import { covenantActs } from './covenant-schema';
import { covenantRefusalLabel } from '~/lending/covenants/labels';
import { decideProposal, type ProposalActed, proposeAct } from './propose-covenant.server';
import { type CovenantTested, testCovenant } from './test-covenant.server';
import { askWaiver, decideWaiver, type WaiverActed } from './waive-covenant.server';

export type CovenantActed =
  | { kind: 'done'; message: string; isGone: boolean }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The form field of each refusal; others apply to the whole form. */
const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'tested-future': 'testedOn',
  'not-due': 'dueOn',
  'until-past': 'untilOn',
  'end-future': 'endedOn',
};

const said = {
  tested: m.monitoring_flash_tested,
  asked: m.monitoring_flash_waiver_asked,
  granted: m.monitoring_flash_waiver_granted,
  'refused-waiver': m.monitoring_flash_waiver_refused,
  followed: m.monitoring_flash_breach,
  proposed: m.monitoring_flash_proposed,
  'refused-proposal': m.monitoring_flash_proposal_refused,
  ended: m.monitoring_flash_ended,
  deleted: m.monitoring_flash_deleted,
};

/** The acts of the page of a covenant: results, waivers, the steps of a breach, its end. */
export async function handleCovenantAction(
  member: Member,
  options: { dealId: string; covenantId: string; form: FormData; now: Date },
): Promise<CovenantActed> {
  const { dealId, covenantId, form, now } = options;
  const intent = givenText(form, 'intent');
  const read = parseForm(form, covenantActs);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const isDecision = act.intent === 'decide-waiver' || act.intent === 'decide-proposal';
  if (!member.can(isDecision ? 'decide:deal' : 'edit:deal')) return { kind: 'forbidden' };
  const of = { dealId, covenantId, userId: member.user.id, now };
  const done = await member.inOrganization((db): Promise<BreachFollowed | CovenantTested | ProposalActed | WaiverActed> => {
    switch (act.intent) {
      case 'test':
        return testCovenant(db, act, of);
      case 'ask-waiver':
        return askWaiver(db, act, of);
      case 'decide-waiver':
        return decideWaiver(db, act, of);
      case 'planned':
        return followBreach(db, { kind: act.intent, text: act.text, dueOn: act.dueOn }, { ...of, breachId: act.breachId });
      case 'default':
        return followBreach(db, { kind: act.intent, text: act.text }, { ...of, breachId: act.breachId });
      case 'remedied':
        return proposeAct(db, { kind: 'remedied', reason: act.text, breachId: act.breachId }, of);
      case 'end':
        return proposeAct(db, { kind: 'end', reason: act.reason, endedOn: act.endedOn }, of);
      case 'delete':
        return proposeAct(db, { kind: 'delete', reason: act.reason }, of);
      case 'decide-proposal':
        return decideProposal(db, act, of);
    }
  });
  if (done.kind === 'unknown') return { kind: 'unknown' };
  if (done.kind === 'refused')
    return {
      ...{ kind: 'refused', intent },
      failure: formFailure(form, { [fieldsOfRefusals[done.code] ?? '']: [covenantRefusalLabel(done.code)] }),
    };
  const message = done.kind === 'tested' && done.breachId ? m.monitoring_flash_breach_opened() : said[done.kind]();
  return { kind: 'done', message, isGone: done.kind === 'deleted' };
}
