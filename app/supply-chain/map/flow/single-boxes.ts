import { bands } from '#scoring';
import type { GraphParty, MapGraph } from '../graph';
import { type Flow, type FlowBox, type FlowColumn, gapId, noCounts } from './flow';
import { unknownLabel } from './labels';
import type { TierGap } from './read-gap.server';

/** Single parties as columns of boxes, for the list and the table beside the drawing: the highest score of a tier first, gaps last. Pure. */
export function singleBoxes(parties: readonly GraphParty[], gaps: readonly TierGap[]): FlowColumn[] {
  const tiers = [...new Set([...parties.map(({ tier }) => tier), ...gaps.map(({ tier }) => tier + 1)])]
    .filter((tier) => tier !== 0)
    .sort((a, b) => (a ?? 1e9) - (b ?? 1e9));
  return tiers.map((tier) => {
    const own = parties.filter((party) => party.tier === tier);
    const suppliers = own.filter(({ kind }) => kind === 'supplier');
    const gap = gaps.find((each) => each.tier + 1 === tier);
    return {
      tier,
      count: suppliers.length,
      atRisk: suppliers.filter(({ band }) => band === 'high' || band === 'severe').length,
      boxes: [
        ...own.toSorted((a, b) => (b.own ?? Number.NEGATIVE_INFINITY) - (a.own ?? Number.NEGATIVE_INFINITY)).map(partyBox),
        ...(gap ? [gapBox(gap)] : []),
      ],
    };
  });
}

const plain = {
  kind: 'party' as const,
  depth: 0,
  counts: noCounts(),
  worst: null,
  unknown: 0,
  refused: 0,
  isOpen: false,
  party: null,
  of: 0,
};

function partyBox({ id, name, tier, band, own }: GraphParty): FlowBox {
  return {
    ...plain,
    id,
    address: { tier, values: [id] },
    label: name,
    count: 1,
    counts: { ...noCounts(), [bands.find((each) => each === band) ?? 'none']: 1 },
    worst: band,
    party: { publicId: id, score: own },
  };
}

function gapBox({ tier, unknown, of }: TierGap): FlowBox {
  return {
    ...plain,
    kind: 'unknown',
    id: gapId(tier),
    address: { tier: tier + 1, values: ['?'] },
    label: unknownLabel(),
    count: unknown,
    of,
  };
}

/** The links of a graph as flows between single parties. */
export function linksBetween({ parties, links }: MapGraph): Flow[] {
  return links.flatMap(({ from, to }) => {
    const [a, b] = [parties[from], parties[to]];
    return a && b ? [{ from: a.id, to: b.id, links: 1 }] : [];
  });
}
