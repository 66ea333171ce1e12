import type { HasScore, Magnitude } from '#scoring';
import { worldScore } from '#scoring';
import { magnitudeLabel } from '~/documents/charts/labels';
import { oddsLabel, oneIn, verdictSentence } from '~/documents/charts/odds-labels';
import { placeWord } from '~/risk/countries/labels';
import { m } from '~/paraglide/messages';
import { formatPercent } from '~/ui/format';
import type { PlaceInList } from './read-place.server';

/** Above this probability "1 worker in 1" would be said; a share says more. */
const mostInOneIn = 0.4;

/** The score in one sentence: its odds against the average worker of the world, and how many workers that is. */
export function verdictOf({ score, probability }: Pick<HasScore, 'score' | 'probability'>): string {
  if (probability.point <= mostInOneIn) return verdictSentence({ exact: score, probability: probability.point });
  return m.scores_verdict_share({ odds: oddsLabel(score - worldScore), share: formatPercent(probability.point) });
}

/** "1 worker in 40", or a share where more than a few in ten are expected. */
export const probabilityLabel = (probability: number): string =>
  probability <= mostInOneIn
    ? m.scores_one_in({ count: oneIn(probability) })
    : m.scores_share_of_workers({ share: formatPercent(probability) });

/** "Rank 3 to 9 of 40; riskiest tenth: 80%". */
export function placeSentence({ best, worst, of, inRiskiestTenth }: PlaceInList): string {
  const tenth = m.suppliers_riskiest_share({ share: formatPercent(inRiskiestTenth) });
  return m.scores_place({ rank: placeWord({ best, worst, of }), tenth });
}

/** "tens of workers to hundreds of workers": around an order of magnitude; one of them where both ends are the same. */
export function magnitudeRange({ low, high }: { low: Magnitude; high: Magnitude }): string {
  return low === high ? magnitudeLabel(low) : m.scores_people_between({ low: magnitudeLabel(low), high: magnitudeLabel(high) });
}
