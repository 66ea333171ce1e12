import type { Point, Size } from '../canvas/camera';
import { markRadius } from './draw-world-map';
import type { AreaCount, Mark } from './gather-marks';
import { toView, type WorldCamera } from './world-camera';

/** What of a map can be chosen: a mark, or the count of a country. */
export type Target = { kind: 'mark'; mark: Mark } | { kind: 'area'; area: AreaCount };
export const pointOf = (target: Target): Point => (target.kind === 'mark' ? target.mark : target.area);

/** A finger is not more exact than this. */
const reach = 14;

/** The mark under a point of the view: of those within reach the nearest. */
export function markAt(marks: readonly Mark[], { camera, view, at }: { camera: WorldCamera; view: Size; at: Point }): Mark | null {
  let best: { mark: Mark; distance: number } | null = null;
  for (const mark of marks) {
    const place = toView(camera, mark, view);
    const distance = Math.hypot(place.x - at.x, place.y - at.y);
    if (distance <= Math.max(reach, markRadius(mark)) && (best === null || distance < best.distance)) best = { mark, distance };
  }
  return best?.mark ?? null;
}

/** Everything in view in the order in which the keyboard goes through it: the highest band first, what is not scored last, then by the number of suppliers. */
export function targetsInView(
  { marks, areas }: { marks: readonly Mark[]; areas: readonly AreaCount[] },
  { camera, view }: { camera: WorldCamera; view: Size },
): Target[] {
  const isSeen = (point: Point) => {
    const { x, y } = toView(camera, point, view);
    return x >= 0 && y >= 0 && x <= view.width && y <= view.height;
  };
  const ranked = [
    ...marks
      .filter(isSeen)
      .map((mark) => ({ target: { kind: 'mark', mark } satisfies Target, worst: mark.worst, suppliers: mark.suppliers })),
    ...areas
      .filter(isSeen)
      .map((area) => ({ target: { kind: 'area', area } satisfies Target, worst: area.worst, suppliers: area.suppliers.length })),
  ];
  ranked.sort(
    (a, b) =>
      b.worst - a.worst ||
      b.suppliers - a.suppliers ||
      pointOf(a.target).x - pointOf(b.target).x ||
      pointOf(a.target).y - pointOf(b.target).y,
  );
  return ranked.map(({ target }) => target);
}
