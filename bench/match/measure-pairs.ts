import { foldText } from '~/suppliers/parties/name-key';
import { compareParties } from '~/suppliers/parties/match/compare-parties';
import { foldParty, type MatchParty } from '~/suppliers/parties/match/fold-party';
import { addressLikeness, otherAddress } from '~/suppliers/parties/match/compare-places';
import { foldAddress } from '~/suppliers/parties/match/fold-address';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import type { LabelledPair } from './labelled-pairs';

/**
 * `precision`: of the pairs taken as one firm, the share that is; `recall`: of the pairs of one firm, the share taken; `disturbed`: of the pairs
 * of two firms, the share taken. 0 to 1 each.
 */
export type Quality = {
  stage: 'exact' | 'automatic' | 'ask';
  taken: number;
  wrong: number;
  precision: number;
  recall: number;
  disturbed: number;
};

/** As an import takes it: an equal name in a country, unless the two addresses are two places. */
const isExact = (a: MatchParty, b: MatchParty) =>
  a.country === b.country &&
  foldText(a.name) === foldText(b.name) &&
  (addressLikeness(foldAddress(a.address, a.country), foldAddress(b.address, b.country)) ?? 1) >= otherAddress;

/** Precision and recall of each stage, a stage counting what those before it take as well. */
export function measurePairs(pairs: readonly LabelledPair[]): Quality[] {
  const scored = pairs.map(({ isSame, a, b }) => ({
    isSame,
    exact: isExact(a, b),
    score: compareParties(foldParty(a), foldParty(b)).score,
  }));
  const same = scored.filter(({ isSame }) => isSame).length;
  const of = (stage: Quality['stage'], isTaken: (pair: (typeof scored)[number]) => boolean): Quality => {
    const taken = scored.filter(isTaken);
    const right = taken.filter(({ isSame }) => isSame).length;
    const wrong = taken.length - right;
    return {
      stage,
      taken: taken.length,
      wrong,
      precision: right / taken.length,
      recall: right / same,
      disturbed: wrong / (scored.length - same),
    };
  };
  return [
    of('exact', ({ exact }) => exact),
    of('automatic', ({ score }) => score >= matchParameter('match.automatic')),
    of('ask', ({ score }) => score >= matchParameter('match.ask')),
  ];
}
