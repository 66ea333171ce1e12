import type { TraceNode } from '../../types.ts';
import type { OverrideCode } from '../../vocabulary.ts';
import type { GraphProblemCode } from './types.ts';

/** A score with its interval, in points of the scale; without `low` and `high` it is taken as certain. */
export type OwnScore = { score: number; low?: number; high?: number };

/** A party of the network, or a stand-in for suppliers nobody has named. */
export type NetworkNode =
  | {
      id: string;
      kind?: 'party';
      /** Its own score; null when it is not scored. */
      own: OwnScore | null;
      /** Critical overrides in force at this party (R7). */
      overrides?: readonly OverrideCode[];
    }
  | {
      id: string;
      kind: 'unknown-origin';
      /** What is bought from there: names of goods or HS codes. Whether one is on the list of goods decides what stands in for its score. */
      products?: readonly string[];
    };

/** A supply link. `share` is the part, 0 to 1, of what the buyer buys; `outputShare` the part of what the supplier sells. Null: not known. */
export type NetworkLink = { id: string; supplier: string; buyer: string; share: number | null; outputShare?: number | null };

export type Network = { asOf: string; nodes: readonly NetworkNode[]; links: readonly NetworkLink[] };

export type NetworkProblem = {
  code: GraphProblemCode | 'duplicate-node' | 'duplicate-link' | 'interval-crossed' | 'output-share-not-valid' | 'unknown-origin-supplied';
  node?: string;
  link?: string;
  text: string;
};

/** Points of the scale, one decimal. */
export type Ends = { score: number; low: number; high: number };
export type Standing = 'scored' | 'unscored' | 'unknown-origin' | 'unknown-origin-listed';

/** A party after propagation: its own risk and what it inherits, kept apart, and the larger of both. */
export type PropagatedNode = {
  id: string;
  /** `scored`, or what stands in for the score it does not have. */
  standing: Standing;
  own: Ends | null;
  /** Null when no supplier with a share above zero is linked: nothing is known of what it inherits. */
  inherited: Ends | null;
  /** With the prior in place of an own score that is missing. */
  total: Ends;
  coverage: {
    /** Part of what it buys that is linked to anybody, 0 to 1. */
    linked: number;
    /** Part that comes, with a known share, from scored suppliers. */
    scored: number;
    /** Part whose split among suppliers is assumed, because no share is known. */
    assumed: number;
  };
  /** Id of the link that passes on most; null without suppliers. */
  driver: string | null;
};

/** A link on the way from the buyer upstream. */
export type PathStep = { link: string; buyer: string; supplier: string; share: number; assumed: boolean };

export type PropagationExplained = {
  node: PropagatedNode;
  /** What each link adds to the inherited score, in points of one decimal that add to it; largest first. */
  drivers: { link: string; supplier: string; share: number; assumed: boolean; points: number }[];
  /** The one chain that passes on most, with what the buyer would inherit by it alone; null when nothing is passed on. */
  strongest: { origin: string; points: number; path: PathStep[] } | null;
  /** The scored party upstream with the highest own score, by the shortest path, whatever the shares; null without any. */
  worst: { node: string; own: number; path: PathStep[] } | null;
  /** Every override anywhere upstream, whatever the shares, nearest first. */
  overrides: { node: string; code: OverrideCode; path: PathStep[] }[];
  /** Part of each direct supplier's output that this buyer takes; null where not known. Larger first, unknown last. */
  leverage: { link: string; supplier: string; outputShare: number | null }[];
  /** Parties upstream, however far. */
  upstream: number;
  trace: TraceNode;
};

export type Propagated =
  | { status: 'refused'; asOf: string; problems: NetworkProblem[] }
  | {
      status: 'propagated';
      engineVersion: string;
      asOf: string;
      /** Sorted by id. */
      nodes: PropagatedNode[];
      /** Links that were left out because a party cannot supply itself. */
      selfLoops: string[];
      passes: number;
      /** No score was further than this from the fixed point before rounding, in points. */
      errorBound: number;
      /** Drivers, paths, overrides and leverage of one node. Throws RangeError for an id that is not in the network. */
      explain: (id: string) => PropagationExplained;
      /** The drivers of one node alone, which cost no more than its links. Throws RangeError for an id that is not in the network. */
      driversOf: (id: string) => PropagationExplained['drivers'];
      /**
       * Where the risk that a party inherits enters the chain: parties whose own score is not below what they inherit, with their parts of the
       * inherited points, in tenths that add to them; largest first. Throws RangeError for an id that is not in the network.
       */
      entriesOf: (id: string) => { node: string; standing: Standing; points: number }[];
    };
