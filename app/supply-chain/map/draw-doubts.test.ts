import { describe, expect, it } from 'vitest';
import { drawWorld, withLegend } from './draw-world';
import { gatherClusters } from './gather-clusters';
import type { WorldShown } from './read-world.server';
import { gatherDots } from './world/gather-dots';
import type { LocatedSupplier } from './world/read-located.server';

const supplier = (name: string, longitude: number, doubt: LocatedSupplier['sites'][number]['doubt']): LocatedSupplier => ({
  publicId: name,
  name,
  country: 'IN',
  band: 'high',
  sites: [{ longitude, latitude: 20, country: 'IN', doubt }],
});

const worldOf = (suppliers: readonly LocatedSupplier[]): WorldShown => ({
  width: 1000,
  height: 500,
  land: 'M0 0Z',
  borders: '',
  outlines: [],
  fills: [],
  clusters: gatherClusters(gatherDots(suppliers, 1).map((dot) => ({ ...dot, x: dot.longitude * 5, y: 200 }))),
  corridors: [],
  countries: [],
  nowhere: null,
  doubtful: { sites: [], total: 0 },
});
const rings = (world: WorldShown) =>
  drawWorld(world, String).shapes.filter((shape) => shape.kind === 'path' && shape.dash && shape.tone === 'ink');

describe('doubtful coordinates in a drawing of the world', () => {
  it('put a dashed ring around the mark that they are part of, and around no other', () => {
    const world = worldOf([supplier('A', 70, 'sea'), supplier('B', 70, null), supplier('C', 90, null)]);
    expect(world.clusters).toHaveLength(2);
    expect(rings(world)).toHaveLength(1);
  });

  it('are explained under a drawing that leaves the page, only if there are any', () => {
    const drawing = drawWorld(worldOf([supplier('A', 70, 'sea')]), String);
    const texts = (doubt: string | null) =>
      withLegend(drawing, { title: 'Fill', nameOf: (band) => band ?? 'not scored', doubt }).shapes.flatMap((shape) =>
        shape.kind === 'text' ? [shape.text] : [],
      );
    expect(texts('Doubtful place')).toContain('Doubtful place');
    expect(texts(null)).not.toContain('Doubtful place');
  });
});
