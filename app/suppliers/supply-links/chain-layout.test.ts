import { describe, expect, it } from 'vitest';
import { layOutChain, nodeBox } from './chain-layout';
import type { ChainLink, ChainNode } from './read-chain.server';

const node = (id: string, level: number): ChainNode => ({
  id,
  publicId: id,
  name: id,
  kind: 'supplier',
  country: null,
  band: null,
  tier: null,
  level,
});
const link = (from: string, to: string): ChainLink => ({
  id: from + to,
  from,
  to,
  kind: 'supplies',
  product: null,
  isInferred: false,
  sourceId: 's',
});

describe('layOutChain', () => {
  it('places suppliers before and customers behind, without overlap', () => {
    const drawing = layOutChain({
      nodes: [node('a', -1), node('b', -1), node('m', 0), node('c', 1)],
      links: [link('a', 'm'), link('b', 'm'), link('m', 'c'), link('c', 'a')],
    });
    const at = new Map(drawing.nodes.map((placed) => [placed.id, placed]));
    expect(at.get('a')?.x).toBeLessThan(at.get('m')?.x ?? 0);
    expect(at.get('m')?.x).toBeLessThan(at.get('c')?.x ?? 0);
    expect(Math.abs((at.get('a')?.y ?? 0) - (at.get('b')?.y ?? 0))).toBeGreaterThanOrEqual(nodeBox.height);
    expect(drawing.edges).toHaveLength(4);
  });

  it('shows how many it leaves out of a long column, and draws no edge to them', () => {
    const many = Array.from({ length: 30 }, (_, index) => node(`s${index}`, -1));
    const drawing = layOutChain({ nodes: [...many, node('m', 0)], links: many.map(({ id }) => link(id, 'm')) });
    expect(drawing.hidden).toMatchObject([{ level: -1, count: 20 }]);
    expect(drawing.edges).toHaveLength(10);
    expect(Math.max(...drawing.nodes.map(({ y }) => y + nodeBox.height))).toBeLessThanOrEqual(drawing.height);
  });

  it('draws a company alone', () =>
    expect(layOutChain({ nodes: [node('m', 0)], links: [] })).toMatchObject({ width: nodeBox.width, height: nodeBox.height, hidden: [] }));
});
