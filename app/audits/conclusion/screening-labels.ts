import type { DelphiTotal } from '#scoring';
import { m } from '~/paraglide/messages';

const totals = {
  none: m.screening_total_none,
  exploitation: m.screening_total_exploitation,
  'deception-and-exploitation': m.screening_total_deception_and_exploitation,
  'coerced-recruitment-and-exploitation': m.screening_total_coerced_recruitment_and_exploitation,
  'coercion-inconclusive': m.screening_total_coercion_inconclusive,
  'forced-labour': m.screening_total_forced_labour,
  'trafficking-for-forced-labour': m.screening_total_trafficking,
  'child-trafficking': m.screening_total_child_trafficking,
} satisfies Record<DelphiTotal, () => string>;
/** The combined reading of all operational indicators. */
export const totalLabel = (total: DelphiTotal): string => totals[total]();
