import type { Skip } from '#scoring';
import { m } from '~/paraglide/messages';
import type { Locale } from '~/paraglide/runtime';
import { sensitiveCase } from './asked-of';

type Say = { locale?: Locale };
const reasons: Readonly<Record<string, (inputs: Record<string, never>, say: Say) => string>> = {
  'no-foreign-workers': m.scope_no_foreign_workers,
  'hired-directly': m.scope_hired_directly,
  'no-labour-providers': m.scope_no_labour_recruiters,
  'no-employer-housing': m.scope_no_employer_housing,
  'no-outside-work': m.scope_no_outside_work,
  'no-third-parties': m.scope_no_third_parties,
  household: m.scope_household,
  'designated-country': m.scope_designated_country,
  'other-country': m.scope_other_country,
  'own-country': m.scope_own_country,
  'own-sector': m.scope_own_sector,
  'own-facts': m.scope_own_facts,
};

/** Why a question is not asked, in a sentence or two: the facts, and who says so. */
export function skipText({ rule, facts }: Pick<Skip, 'rule' | 'facts'>, say: Say = {}): string {
  if (rule === sensitiveCase) return m.scope_sensitive_case({}, say);
  const reason = reasons[rule]?.({}, say) ?? rule;
  return facts.some(({ answered }) => answered) ? m.scope_by_answer({ reason }, say) : m.scope_by_record({ reason }, say);
}
