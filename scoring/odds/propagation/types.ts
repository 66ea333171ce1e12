/**
 * Links as columns: row r says that `supplier[r]` supplies `buyer[r]` with `share[r]` (0 to 1) of what the buyer buys. Nodes are numbered
 * 0 to nodeCount - 1. Where `shareUnknown[r]` is 1 the share is unknown and `share` is not read.
 */
export type LinkColumns = {
  nodeCount: number;
  supplier: Int32Array;
  buyer: Int32Array;
  share: Float64Array;
  shareUnknown?: Uint8Array;
};

export type GraphProblemCode =
  | 'columns-differ-in-length'
  | 'unknown-node'
  | 'share-not-a-number'
  | 'share-negative'
  | 'share-above-one'
  | 'shares-add-above-one'
  | 'score-not-a-number'
  | 'score-out-of-range';

/** Why a graph or its scores were refused: the row of the link or the number of the node, and the reason in words. */
export type GraphProblem = { code: GraphProblemCode; row?: number; node?: number; text: string };
/** At most a thousand problems are listed; `total` counts all. */
export type Refused = { status: 'refused'; problems: GraphProblem[]; total: number };

/**
 * A supply graph ready to be solved: the links of buyer b are at `start[b]` to `start[b + 1]`, by supplier and then by share, so that sums do
 * not depend on the order rows came in. Shares of one buyer add to 1 at most. Treat the arrays as read-only.
 */
export type SupplyGraph = {
  nodeCount: number;
  linkCount: number;
  start: Int32Array;
  supplier: Int32Array;
  share: Float64Array;
  /** Row of the link in the columns it was built from. */
  row: Int32Array;
  /** 1 where the share was not known and what the known ones leave was split. */
  assumed: Uint8Array;
  /** Rows that were left out because a party cannot supply itself. */
  selfLoops: number[];
};

/** Residual risk with what is inherited, 0 to 100, for each node of a graph (R10). Treat the arrays as read-only. */
export type Propagation = {
  status: 'solved';
  /** Own scores (or their substitutes) as given. */
  own: Float64Array;
  /** The larger of own and inherited. */
  total: Float64Array;
  /** What the suppliers pass on; 0 where `driver` is -1. */
  inherited: Float64Array;
  /** Position in the graph of the link that passes on most, -1 without suppliers. */
  driver: Int32Array;
  /** Passes over the graph until nothing moved. */
  passes: number;
  /** No total is further than this from the fixed point, in points. */
  errorBound: number;
};
