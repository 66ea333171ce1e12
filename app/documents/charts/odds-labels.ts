import { ratioOfPoints, worldScore } from '#scoring';
import { m } from '~/paraglide/messages';
import { getLocale, type Locale } from '~/paraglide/runtime';
import { formatNumber, formatPercent } from '~/ui/format';

type In = { locale?: Locale };

/** "twice", "3.4 times", "30% of": what points say of odds. Ten points double them. */
export function oddsLabel(points: number, { locale = getLocale() }: In = {}): string {
  const ratio = ratioOfPoints(points);
  if (ratio >= 1.9 && ratio <= 2.1) return m.countries_odds_twice({}, { locale });
  if (ratio >= 1.05) {
    const times = ratio < 10 ? Math.round(ratio * 10) / 10 : twoFigures(ratio);
    return m.countries_odds_times({ times: formatNumber(times, { digits: Number.isInteger(times) ? 0 : 1, locale }) }, { locale });
  }
  if (ratio > 0.955) return m.countries_odds_same({}, { locale });
  if (ratio >= 0.475 && ratio <= 0.525) return m.countries_odds_half({}, { locale });
  return m.countries_odds_share({ share: formatPercent(ratio, { locale }) }, { locale });
}

/** The score in a sentence: its odds against the average worker of the world, and one worker in how many. */
export function verdictSentence({ exact, probability }: { exact: number; probability: number }, { locale = getLocale() }: In = {}): string {
  const odds = oddsLabel(exact - worldScore, { locale });
  // "1 in 2" would be anything from two fifths to two thirds.
  if (probability > 0.2) return m.countries_verdict_share({ odds, count: formatNumber(probability * 100, { locale }) }, { locale });
  const count = oneIn(probability, { locale });
  return odds === m.countries_odds_same({}, { locale })
    ? m.countries_verdict_same({ count }, { locale })
    : m.countries_verdict({ odds, count }, { locale });
}

/** "1 in 27": the number of workers of whom one is expected, to two figures. */
export function oneIn(probability: number, { locale = getLocale() }: In = {}): string {
  return formatNumber(twoFigures(1 / probability), { locale });
}

function twoFigures(value: number): number {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / step) * step;
}
