import type { Chain, ChainNode } from './read-chain.server';

export type PlacedNode = ChainNode & { x: number; y: number };
export type ChainDrawing = {
  width: number;
  height: number;
  nodes: PlacedNode[];
  edges: { id: string; d: string; isInferred: boolean }[];
  /** Per column, how many parties are not drawn. */
  hidden: { level: number; x: number; y: number; count: number }[];
};

export const nodeBox = { width: 208, height: 40 };
const gap = { x: 48, y: 12 };
const mostInColumn = 10;

/** Places parties in columns from the farthest supplier to the farthest customer; pure and the same for the same chain. */
export function layOutChain(chain: Pick<Chain, 'nodes' | 'links'>): ChainDrawing {
  const levels = [...new Set(chain.nodes.map((node) => node.level))].sort((a, b) => a - b);
  const columns = levels.map((level) => chain.nodes.filter((node) => node.level === level));
  const rows = Math.max(1, ...columns.map((column) => Math.min(column.length, mostInColumn + 1)));
  const height = rows * (nodeBox.height + gap.y) - gap.y;
  const nodes: PlacedNode[] = [];
  const hidden: ChainDrawing['hidden'] = [];
  columns.forEach((column, index) => {
    const shown = column.length > mostInColumn + 1 ? column.slice(0, mostInColumn) : column;
    const lines = shown.length + (shown.length < column.length ? 1 : 0);
    const top = (height - (lines * (nodeBox.height + gap.y) - gap.y)) / 2;
    const x = index * (nodeBox.width + gap.x);
    const yOf = (line: number) => top + line * (nodeBox.height + gap.y);
    shown.forEach((node, line) => {
      nodes.push({ ...node, x, y: yOf(line) });
    });
    if (shown.length < column.length)
      hidden.push({ level: levels[index] ?? 0, x, y: yOf(shown.length), count: column.length - shown.length });
  });
  const placed = new Map(nodes.map((node) => [node.id, node]));
  const edges = chain.links.flatMap((link) => {
    const from = placed.get(link.from);
    const to = placed.get(link.to);
    return from && to ? [{ id: link.id, d: curve(from, to), isInferred: link.isInferred }] : [];
  });
  return { width: columns.length * (nodeBox.width + gap.x) - gap.x, height, nodes, edges, hidden };
}

/** From the end of one box to the beginning of the other; links within a column or backwards bow around. */
function curve(from: PlacedNode, to: PlacedNode): string {
  const half = nodeBox.height / 2;
  const x1 = from.x + nodeBox.width;
  const y1 = from.y + half;
  const y2 = to.y + half;
  if (to.x > from.x) {
    const middle = (x1 + to.x) / 2;
    return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${to.x} ${y2}`;
  }
  const x2 = to.x + nodeBox.width;
  const out = Math.max(x1, x2) + gap.x / 2;
  return `M${x1} ${y1}C${out} ${y1} ${out} ${y2} ${x2} ${y2}`;
}
