import { foldText } from '~/suppliers/parties/name-key';
import { compareParties } from '~/suppliers/parties/match/compare-parties';
import { foldParty, type MatchParty } from '~/suppliers/parties/match/fold-party';
import { matchParameter } from '~/suppliers/parties/match/thresholds';
import type { LabelledPair } from './labelled-pairs';

/** `precision`: of the pairs taken as one firm, the share that is; `recall`: of the pairs of one firm, the share taken. */
export type Quality = { stage: 'exact' | 'automatic' | 'ask'; taken: number; wrong: number; precision: number; recall: number };

const isExact = (a: MatchParty, b: MatchParty) => a.country === b.country && foldText(a.name) === foldText(b.name);

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
    return { stage, taken: taken.length, wrong: taken.length - right, precision: right / taken.length, recall: right / same };
  };
  return [
    of('exact', ({ exact }) => exact),
    of('automatic', ({ score }) => score >= matchParameter('match.automatic')),
    of('ask', ({ score }) => score >= matchParameter('match.ask')),
  ];
}
