import { bandAt } from '#scoring';
import type { Drawing, Shape } from '~/ui/drawing/shapes';
import { worldPaths, worldSize } from '~/supply-chain/map/world-paths.server';
import type { ExposureLine } from './fold-lines';

/**
 * Host countries as a map: each filled by the band of its mean score, hatched where no client is scored, with a disc whose area grows with the exposure in
 * dollars. `today` (ISO): selects the bands in force.
 */
export function drawExposure(lines: readonly ExposureLine[], today: string): Drawing {
  const { land, borders, outlines, centres } = worldPaths();
  const shapes: Shape[] = [{ kind: 'path', d: land, tone: 'land' }];
  for (const { key, mean } of lines) {
    const outline = outlines.get(key);
    if (outline) shapes.push({ kind: 'path', d: outline, tone: mean ? `band-${bandAt(mean.score, today)}` : 'hatched' });
  }
  shapes.push({ kind: 'path', d: borders, tone: 'border', weight: 0.6 });
  const most = Math.max(1, ...lines.map(({ usdCents }) => usdCents));
  for (const { key, usdCents } of lines) {
    const centre = centres.get(key);
    if (!centre) continue;
    const r = Math.round((3 + 15 * Math.sqrt(usdCents / most)) * 10) / 10;
    shapes.push({ kind: 'ring', cx: centre[0], cy: centre[1], r, tone: 'ink', weight: 1.4 });
  }
  const targets = lines.flatMap(({ key }) => {
    const centre = centres.get(key);
    return centre ? [{ id: key, x: centre[0] - 12, y: centre[1] - 12, width: 24, height: 24 }] : [];
  });
  return { ...worldSize, shapes, rows: [], targets };
}
