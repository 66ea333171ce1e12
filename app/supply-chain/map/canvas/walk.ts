import { linksOf } from '../graph';
import type { Scene } from './scene';

export type Step = 'customer' | 'supplier' | 'above' | 'below';

/**
 * The target of a keyboard step from a party: the customer or supplier whose link passes most on (of equal ones the first by position), or the neighbour in
 * its column. `from` is the party before: a step back along the same edge returns to it. The party itself without a target.
 */
export function walk(scene: Scene, { at, step, from }: { at: number; step: Step; from: number | null }): number {
  if (step === 'above' || step === 'below') {
    const column = scene.layout.ranks.find((nodes) => nodes.includes(at));
    const place = column?.indexOf(at) ?? -1;
    return column?.[place + (step === 'above' ? -1 : 1)] ?? at;
  }
  const isUp = step === 'supplier';
  const positions = [...linksOf(isUp ? scene.into : scene.out, at)];
  const others = positions.map((position) => {
    const link = scene.graph.links[position];
    return { party: link?.[isUp ? 'from' : 'to'] ?? at, points: link?.points ?? 0 };
  });
  if (from !== null && others.some(({ party }) => party === from)) return from;
  return others.reduce((best, other) => (other.points > best.points ? other : best), others[0] ?? { party: at, points: 0 }).party;
}
