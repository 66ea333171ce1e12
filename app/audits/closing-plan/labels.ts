import { m } from '~/paraglide/messages';
import type { Missing } from './plan';

const missing = {
  what: m.closing_plan_what,
  requirement: m.closing_plan_requirement,
  action: m.closing_plan_action,
  responsible: m.closing_plan_responsible,
  site: m.closing_plan_site_answer,
  remark: m.closing_plan_remark,
} satisfies Record<Missing, () => string>;
/** What a line of the plan still lacks. */
export const missingLabel = (field: Missing): string => missing[field]();
