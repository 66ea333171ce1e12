import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands, linkKinds } from '#scoring';
import type { GraphLink, GraphParty, MapGraph } from '../graph';
import { partyKinds } from '../graph';
import { packGraph, unpackGraph } from '../pack-graph';
import { highestRiskPath } from '../highest-risk-path';
import { centreCamera, fitCamera, isInView, toDrawing, zoomCamera } from './camera';
import { buildScene, partyAt } from './scene';
import { walk } from './walk';

const party = fc.record<GraphParty>({
  id: fc.uuid(),
  name: fc.string(),
  kind: fc.constantFrom(...partyKinds),
  country: fc.option(fc.constantFrom('VN', 'DE'), { nil: null }),
  band: fc.option(fc.constantFrom(...bands), { nil: null }),
  tier: fc.option(fc.nat(9), { nil: null }),
  own: fc.option(
    fc.nat(1000).map((tenths) => tenths / 10),
    { nil: null },
  ),
  inherited: fc.option(
    fc.nat(1000).map((tenths) => tenths / 10),
    { nil: null },
  ),
});
const anyGraph: fc.Arbitrary<MapGraph> = fc.array(party, { minLength: 1, maxLength: 20 }).chain((parties) =>
  fc.record({
    parties: fc.constant(parties),
    links: fc.array(
      fc.record<GraphLink>({
        from: fc.nat(parties.length - 1),
        to: fc.nat(parties.length - 1),
        kind: fc.constantFrom(...linkKinds),
        points: fc.nat(1000).map((tenths) => tenths / 10),
        isInferred: fc.boolean(),
      }),
      { maxLength: 30 },
    ),
  }),
);

describe('a packed graph', () => {
  it('is the same after transfer to the browser', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        expect(unpackGraph(JSON.parse(JSON.stringify(packGraph(graph))))).toEqual(graph);
      }),
    );
  });
});

describe('the camera', () => {
  const view = { width: 800, height: 600 };
  it('shows the whole drawing centred, and never above its natural size', () => {
    const drawing = { width: 10_000, height: 2_000 };
    const camera = fitCamera(drawing, view);
    expect(isInView(camera, { box: { x: 0, y: 0, ...drawing }, view })).toBe(true);
    expect(toDrawing(camera, { x: 400, y: 300 })).toEqual({ x: expect.closeTo(5_000), y: expect.closeTo(1_000) });
    expect(fitCamera({ width: 10, height: 10 }, view).scale).toBe(1);
  });

  it('shows nothing of a drawing under the header, and recognises a box there as out of view', () => {
    const drawing = { width: 500, height: 4_000 };
    const camera = fitCamera(drawing, view, 30);
    expect(isInView(camera, { box: { x: 0, y: 0, ...drawing }, view, head: 30 })).toBe(true);
    expect(isInView({ ...camera, y: 29 }, { box: { x: 0, y: 0, width: 10, height: 10 }, view, head: 30 })).toBe(false);
  });

  it('keeps the point under the pointer in place, whatever the zoom', () => {
    const number = fc.float({ min: -1_000, max: 1_000, noNaN: true });
    fc.assert(
      fc.property(number, number, fc.float({ min: Math.fround(0.01), max: 100, noNaN: true }), (x, y, factor) => {
        const camera = { scale: 0.4, x: 12, y: -70 };
        const before = toDrawing(camera, { x, y });
        const after = toDrawing(zoomCamera(camera, { factor, at: { x, y } }), { x, y });
        expect(after.x).toBeCloseTo(before.x, 3);
        expect(after.y).toBeCloseTo(before.y, 3);
      }),
    );
  });

  it('centres a point', () => {
    const camera = centreCamera({ scale: 0.5, x: 0, y: 0 }, { point: { x: 900, y: 40 }, view });
    expect(toDrawing(camera, { x: 400, y: 300 })).toEqual({ x: 900, y: 40 });
  });
});

describe('navigation along the edges', () => {
  const of = (id: string, tier: number | null, own: number | null = null): GraphParty => ({
    id,
    name: id,
    kind: tier === 0 ? 'buyer' : 'supplier',
    country: null,
    band: null,
    tier,
    own,
    inherited: null,
  });
  const link = (from: number, to: number, points: number, kind: GraphLink['kind'] = 'supplies'): GraphLink => ({
    from,
    to,
    points,
    kind,
    isInferred: false,
  });
  //  0 you <- 1 (10), 2 (30);  2 <- 3 (5), 4 (20), 5 owns
  const graph: MapGraph = {
    parties: [of('you', 0), of('a', 1, 40), of('b', 1, 50), of('c', 2, 70), of('d', 2, 70), of('e', null, 99)],
    links: [link(1, 0, 10), link(2, 0, 30), link(3, 2, 5), link(4, 2, 20), link(5, 2, 0, 'owns')],
  };
  const scene = buildScene({ graph, hidden: [0, 0, 3, 0, 0, 0] });

  it('goes to the supplier that passes on the most risk, and back along the same edge', () => {
    expect(walk(scene, { at: 0, step: 'supplier', from: null })).toBe(2);
    expect(walk(scene, { at: 2, step: 'supplier', from: 0 })).toBe(4);
    expect(walk(scene, { at: 2, step: 'supplier', from: 3 })).toBe(3);
    expect(walk(scene, { at: 4, step: 'customer', from: 2 })).toBe(2);
    expect(walk(scene, { at: 4, step: 'supplier', from: 2 })).toBe(4);
  });

  it('goes through a tier and stops at its ends', () => {
    const [first = -1, second = -1] = scene.layout.ranks[1] ?? [];
    expect(walk(scene, { at: first, step: 'below', from: null })).toBe(second);
    expect(walk(scene, { at: second, step: 'above', from: null })).toBe(first);
    expect(walk(scene, { at: first, step: 'above', from: null })).toBe(first);
  });

  it('finds a company under a point, and shows how many are collapsed behind it', () => {
    for (const at of [0, 1, 2, 3, 4, 5])
      expect(partyAt(scene, { x: (scene.layout.x[at] ?? 0) + 3, y: (scene.layout.y[at] ?? 0) + 3 })).toBe(at);
    expect(partyAt(scene, { x: -5, y: -5 })).toBe(-1);
    expect(scene.tail[2]).toBe('+3');
  });

  it('leads to the worst upstream by supply only, the first of two equal ones', () => {
    expect(highestRiskPath(graph, 'you')).toEqual({ ids: ['you', 'b', 'c'], own: 70 });
    expect(highestRiskPath(graph, 'c')).toBeNull();
    expect(highestRiskPath(graph, 'nobody')).toBeNull();
  });
});
