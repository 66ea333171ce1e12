import type { Rule } from './rule';
import { betweenRules } from './rules/between';
import { findingRules } from './rules/findings';
import { logisticsRules } from './rules/logistics';
import { overTimeRules } from './rules/over-time';
import { recruiterRules } from './rules/recruiters';
import { reviewRules } from './rules/reviews';
import { sampleRules } from './rules/samples';
import { withinRules } from './rules/within';
import { workforceRules } from './rules/workforce';

/** Every consistency rule, in the order in which hits are listed. A rule that changes gets a new version, which lapses its explanations. */
export const rules: readonly Rule[] = [
  ...withinRules,
  ...reviewRules,
  ...betweenRules,
  ...findingRules,
  ...workforceRules,
  ...recruiterRules,
  ...sampleRules,
  ...logisticsRules,
  ...overTimeRules,
];

export const ruleOf = (id: string): Rule | undefined => rules.find((rule) => rule.id === id);
