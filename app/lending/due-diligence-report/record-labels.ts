import { scoreLabel } from '~/documents/charts/labels';
import type { Band } from '#scoring';
import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatList, formatMoney } from '~/ui/format';

/** Minor units of a currency as text; a label where unknown. */
export const moneyLabel = (minor: number | null, currency: string): string =>
  minor === null ? m.shell_unknown() : formatMoney(minor, currency);

export const hostCountriesLabel = (codes: readonly string[]): string => formatList(codes.map((code) => formatCountry(code)));

/** A score with its band and its interval, as whole numbers from 0 to 100; the band null where it is not scored. */
export const riskFigure = ({ band, score, low, high }: { band: Band | null; score: number; low: number; high: number }): string =>
  m.due_diligence_report_risk({ band: bandName(band), score: scoreLabel(score), low: scoreLabel(low), high: scoreLabel(high) });
