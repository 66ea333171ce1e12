import type { Indicator } from '#scoring';
import { m } from '~/paraglide/messages';

const indicatorMessages = {
  'abuse-of-vulnerability': m.method_indicator_abuse_of_vulnerability,
  deception: m.method_indicator_deception,
  'restriction-of-movement': m.method_indicator_restriction_of_movement,
  isolation: m.method_indicator_isolation,
  'physical-and-sexual-violence': m.method_indicator_physical_and_sexual_violence,
  'intimidation-and-threats': m.method_indicator_intimidation_and_threats,
  'retention-of-identity-documents': m.method_indicator_retention_of_identity_documents,
  'withholding-of-wages': m.method_indicator_withholding_of_wages,
  'debt-bondage': m.method_indicator_debt_bondage,
  'abusive-working-and-living-conditions': m.method_indicator_abusive_working_and_living_conditions,
  'excessive-overtime': m.method_indicator_excessive_overtime,
} satisfies Record<Indicator, () => string>;
/** The name of one of the eleven ILO indicators of forced labour. */
export const indicatorLabel = (indicator: Indicator): string => indicatorMessages[indicator]();
