import { m } from '~/paraglide/messages';
import { formatList } from '~/ui/format';
import type { AffectedGroup, VulnerableGroup } from './rights-lists';
import { affectedLabel, vulnerableLabel } from './rights-labels';

/** The people affected, and who among them most severely. */
export function peopleText({
  affected,
  vulnerable,
}: {
  affected: readonly AffectedGroup[];
  vulnerable: readonly VulnerableGroup[];
}): string {
  const who = affected.length === 0 ? m.human_rights_assessment_unknown() : formatList(affected.map(affectedLabel));
  return vulnerable.length === 0
    ? who
    : m.human_rights_assessment_people_hardest({ who, hardest: formatList(vulnerable.map(vulnerableLabel)) });
}
