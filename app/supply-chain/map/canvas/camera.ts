/** The position of a drawing on a canvas: a point p of the drawing is shown at p x scale + shift, in CSS pixels. */
export type Camera = { scale: number; x: number; y: number };
export type Size = { width: number; height: number };
export type Point = { x: number; y: number };

export const leastScale = 0.005;
export const mostScale = 2;
const margin = 24;

/** The camera that shows the whole drawing, no larger than life, under a head of so many pixels. */
export function fitCamera(drawing: Size, view: Size, head = 0): Camera {
  const room = { width: Math.max(1, view.width - 2 * margin), height: Math.max(1, view.height - head - 2 * margin) };
  const scale = Math.min(
    1,
    Math.max(leastScale, Math.min(room.width / Math.max(1, drawing.width), room.height / Math.max(1, drawing.height))),
  );
  return { scale, x: (view.width - drawing.width * scale) / 2, y: head + (view.height - head - drawing.height * scale) / 2 };
}

/** Zooms by a factor and leaves the point of the view where it is. */
export function zoomCamera(camera: Camera, { factor, at }: { factor: number; at: Point }): Camera {
  const scale = Math.min(mostScale, Math.max(leastScale, camera.scale * factor));
  const ratio = scale / camera.scale;
  return { scale, x: at.x - (at.x - camera.x) * ratio, y: at.y - (at.y - camera.y) * ratio };
}

/** Brings a point of the drawing to the middle of the view. */
export function centreCamera(camera: Camera, { point, view }: { point: Point; view: Size }): Camera {
  return { scale: camera.scale, x: view.width / 2 - point.x * camera.scale, y: view.height / 2 - point.y * camera.scale };
}

/** The point of the drawing under a point of the view. */
export function toDrawing({ scale, x, y }: Camera, at: Point): Point {
  return { x: (at.x - x) / scale, y: (at.y - y) / scale };
}

/** Whether a box of the drawing lies wholly within the view, none of it under a head of so many pixels. */
export function isInView({ scale, x, y }: Camera, { box, view, head = 0 }: { box: Point & Size; view: Size; head?: number }): boolean {
  const [left, top] = [box.x * scale + x, box.y * scale + y];
  return left >= 0 && top >= head && left + box.width * scale <= view.width && top + box.height * scale <= view.height;
}
