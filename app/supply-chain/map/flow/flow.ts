import type { Band } from '#scoring';
import type { PathToBuyerStep } from '~/suppliers/supply-links/read-path-to-buyer.server';

/** What suppliers can be grouped by in the tier flow. */
export const groupings = ['country', 'owner', 'sector', 'product'] as const;
export type Grouping = (typeof groupings)[number];
/** What the boxes of a level are: groups, or single suppliers. */
export type Level = Grouping | 'party';

/** A box of the tier flow by its tier and the value of each level; '' is a value that is not recorded. */
export type BoxAddress = { tier: number | null; values: readonly string[] };

/** How many suppliers are in each band. */
export type BandCounts = Record<Band, number> & { none: number };

export type FlowBox = {
  id: string;
  /** `rest` replaces the groups or suppliers that are folded together; `unknown` the suppliers that are not known. */
  kind: 'group' | 'party' | 'rest' | 'unknown';
  address: BoxAddress;
  /** 0 for a box of its column, 1 or more for one inside an opened box. */
  depth: number;
  label: string;
  /** Suppliers in the box; of an unknown box those of the tier before whose suppliers are not known. */
  count: number;
  /** Of an unknown box: all suppliers of the tier before. */
  of: number;
  counts: BandCounts;
  worst: Band | null;
  /** Suppliers of this box whose own suppliers are not known, and those of them that refuse to name any. */
  unknown: number;
  refused: number;
  isOpen: boolean;
  party: { publicId: string; score: number | null } | null;
};

export type FlowColumn = {
  /** Null: no path to the organization is known. */
  tier: number | null;
  count: number;
  atRisk: number;
  boxes: FlowBox[];
};

/** Supply links from one box to another; the organization is the box `you`. */
export type Flow = { from: string; to: string; links: number };

/** The highest-risk path through the boxes, from the supplier to the organization. */
export type FlowPath = { boxes: string[]; band: Band | null; name: string; score: number | null; parties: PathToBuyerStep[] };

/** The opened box as the panel shows it: its figures, its suppliers of highest risk, and those to ask for their suppliers. */
export type OpenedBox = Pick<FlowBox, 'address' | 'label' | 'count' | 'counts' | 'worst' | 'unknown' | 'refused'> & {
  first: { publicId: string; name: string; band: Band | null; score: number | null }[];
  toAsk: string[];
};

export type FlowShown = {
  grouping: Grouping;
  columns: FlowColumn[];
  flows: Flow[];
  path: FlowPath | null;
  /** The way into the opened box: each step with its label. */
  opened: OpenedBox | null;
  crumbs: { address: BoxAddress; label: string }[];
};

export const you = 'you';

/** The id of a box within a page: its tier and values. */
export function boxId({ tier, values }: BoxAddress): string {
  return [tier ?? 'x', ...values].join('/');
}

/** The id of the box of suppliers that the suppliers of a tier have not named. */
export const gapId = (tier: number): string => boxId({ tier: tier + 1, values: ['?'] });

export const noCounts = (): BandCounts => ({ low: 0, moderate: 0, elevated: 0, high: 0, severe: 0, none: 0 });
