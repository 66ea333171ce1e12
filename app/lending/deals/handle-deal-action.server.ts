import { givenText } from '~/platform/http/given-text';
import type { Member } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { decideCategory } from '~/lending/categorisation/decide-category.server';
import { keepScopeTest } from '~/lending/applicability/keep-scope-test.server';
import { type Move, moveDeal } from './move-deal.server';
import { actFields } from './schema';
import { categoryThemes } from '~/lending/deal-record/states';
import { blockLabel, dealRefusalLabel } from './labels';
import { scopeLabel } from '~/lending/applicability/labels';
import { decisionLabel, stateLabel } from '~/lending/deal-record/labels';

export type Acted =
  | { kind: 'done'; message: string }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'forbidden' }
  | { kind: 'unknown' };

/** The form field of each refusal; others apply to the whole form. */
const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'conditions-missing': 'conditions',
  'labour-reason-missing': 'reason-labour',
  'reasons-missing': 'reason-labour',
  'exception-needless': 'exception',
};

/** Actions of a deal's page: screening, category, steps, the committee's decision. */
export async function handleDealAction(member: Member, options: { dealId: string; form: FormData; now: Date }): Promise<Acted> {
  const { dealId, form, now } = options;
  const intent = givenText(form, 'intent');
  const read = parseForm(form, actFields);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  if (!member.can(act.intent === 'decide' ? 'decide:deal' : 'edit:deal')) return { kind: 'forbidden' };
  const by = { dealId, userId: member.user.id, now };
  const refused = (code: string): Acted => ({
    ...{ kind: 'refused', intent, failure: formFailure(form, { [fieldsOfRefusals[code] ?? '']: [dealRefusalLabel(code)] }) },
  });
  return member.inOrganization(async (db): Promise<Acted> => {
    switch (act.intent) {
      case 'test-scope': {
        const kept = await keepScopeTest(db, { ...by, exception: act.exception });
        if (kept.kind === 'refused') return refused(kept.code);
        return kept.kind === 'unknown' ? kept : { kind: 'done', message: m.deals_scope_flash({ result: scopeLabel(kept.result) }) };
      }
      case 'categorise': {
        const reasons = Object.fromEntries(categoryThemes.map((theme) => [theme, String(form.get(`reason-${theme}`) ?? '').trim()]));
        const decided = await decideCategory(db, { ...by, category: act.category, reasons });
        if (decided.kind === 'refused') return refused(decided.code);
        return decided.kind === 'unknown' ? decided : { kind: 'done', message: m.deals_category_decided_flash({ category: act.category }) };
      }
      default: {
        const moved = await moveDeal(db, moveOf(act), { ...by, seen: act.seen });
        if (moved.kind === 'refused') return refused(moved.code);
        if (moved.kind === 'blocked')
          return { kind: 'refused', intent, failure: formFailure(form, { '': moved.blocks.map((block) => blockLabel(block)) }) };
        if (moved.kind === 'unknown') return moved;
        const message =
          act.intent === 'decide'
            ? m.deals_decided_flash({ decision: decisionLabel(act.decision) })
            : m.deals_moved_flash({ state: stateLabel(moved.to) });
        return { kind: 'done', message };
      }
    }
  });
}

type Step = Exclude<ReturnType<typeof actFields.parse>, { intent: 'test-scope' | 'categorise' }>;

function moveOf(act: Step): Move {
  switch (act.intent) {
    case 'go-on':
      return { intent: 'go-on' };
    case 'go-back':
      return { intent: 'go-back', to: act.to, reason: act.reason };
    case 'decide':
      return { intent: 'decide', decision: act.decision, reason: act.reason, conditions: act.conditions };
    case 'hold':
    case 'resume':
    case 'decline':
      return { intent: act.intent, reason: act.reason };
  }
}
