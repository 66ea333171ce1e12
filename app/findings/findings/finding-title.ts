import type { Indicator } from '#scoring';
import { indicatorLabel } from '~/platform/terms/indicator-label';
import { m } from '~/paraglide/messages';

export type AskedQuestion = { key: string; text: string; lang: string; type: string; pointTitle: string | null };

/** What a yes to a red flag of the released questionnaires says is wrong. */
const redFlags: Readonly<Record<string, (() => string) | undefined>> = {
  'ilo-ten-principles P3.Q5': m.findings_flag_misleading,
  'ilo-ten-principles P5.Q3': m.findings_flag_fees,
  'ilo-ten-principles P6.Q6': m.findings_flag_contract,
  'short-form S2.Q2': m.findings_flag_fees,
  'short-form S3.Q3': m.findings_flag_contract,
};

/**
 * The title of a finding that an answer raised: what is wrong, not what was asked. A red flag is named by its own words or its indicator, a compliance question by
 * its indicator or compliance point; only a question of one's own without either is quoted. `lang` is set where the title quotes it in another language.
 */
export function titleOfAnswer(
  instrumentKey: string,
  question: AskedQuestion,
  indicator: Indicator | null,
): { title: string; lang: string | undefined } {
  const flag = redFlags[`${instrumentKey.split('@')[0]} ${question.key}`];
  if (flag) return { title: flag(), lang: undefined };
  if (question.type !== 'NC')
    return indicator === null
      ? { title: m.findings_answered_yes({ question: question.text }), lang: question.lang }
      : { title: indicatorLabel(indicator), lang: undefined };
  if (indicator !== null) return { title: m.findings_not_compliant({ subject: indicatorLabel(indicator) }), lang: undefined };
  return { title: m.findings_not_compliant({ subject: question.pointTitle ?? question.text }), lang: question.lang };
}
