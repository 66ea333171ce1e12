import type { Size } from '../canvas/camera';
import type { AreaCount, Mark } from './gather-marks';
import { toView, type WorldCamera } from './world-camera';

/** Where the count of a country is put in the view. `text` is empty where there is only room for a small square. */
export type TagBox = { x: number; y: number; width: number; height: number; area: AreaCount; text: string };
export type Rect = { x: number; y: number; width: number; height: number };

const height = 20;
const square = 9;
/** From the middle of the country outwards. */
const shifts: readonly (readonly [number, number])[] = [
  [0, 0],
  [0, 24],
  [0, -30],
  [44, 0],
  [-44, 0],
  [0, 46],
  [0, -52],
  [46, 26],
  [-46, 26],
  [46, -30],
  [-46, -30],
];

/**
 * Puts the counts of countries beside the marks, those with most suppliers first; where there is no room for a number, a small square remains. `text`:
 * what is written in each.
 */
export function tagBoxes(
  areas: readonly (AreaCount & { text: string })[],
  { camera, view, marks, widthOf }: { camera: WorldCamera; view: Size; marks: readonly Mark[]; widthOf: (text: string) => number },
): TagBox[] {
  const taken: Rect[] = marks.length > 400 ? [] : marks.map((mark) => around(toView(camera, mark, view)));
  const boxes: TagBox[] = [];
  for (const area of areas) {
    const at = toView(camera, area, view);
    if (at.x < -40 || at.y < -40 || at.x > view.width + 40 || at.y > view.height + 40) continue;
    const width = 28 + widthOf(area.text);
    const free = shifts
      .map(([right, down]) => ({ x: at.x - width / 2 + right, y: at.y - height / 2 + down, width, height }))
      .find((box) => !taken.some((other) => overlap(box, other)));
    const box = free ?? { x: at.x - square / 2, y: at.y - square / 2, width: square, height: square };
    taken.push(box);
    boxes.push({ ...box, area, text: free ? area.text : '' });
  }
  return boxes;
}

const around = ({ x, y }: { x: number; y: number }): Rect => ({ x: x - 15, y: y - 22, width: 30, height: 38 });

export const overlap = (a: Rect, b: Rect) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
