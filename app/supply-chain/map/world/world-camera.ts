import type { Point, Size } from '../canvas/camera';

/**
 * What part of the world a canvas shows. The world is a square of side 1 in Mercator's projection, x to the east and y to the south; it is
 * 256 x 2^zoom CSS pixels wide, and (x, y) is in the middle of the view.
 */
export type WorldCamera = { x: number; y: number; zoom: number };
export type Box = { west: number; north: number; east: number; south: number };

const tile = 256;
const furthest = 85;
const closest = 12;
/** The inhabited world, as the view that shows everything: from the south of Chile to the north of Norway. */
const inhabited: Box = boxOf([-172, 179.9], [-56, 74]);

/** A place in the square. */
export function toPlane(longitude: number, latitude: number): Point {
  const sine = Math.sin((Math.min(furthest, Math.max(-furthest, latitude)) * Math.PI) / 180);
  return { x: (longitude + 180) / 360, y: 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI) };
}

/** The place at a point of the square, in degrees. */
export function toDegrees({ x, y }: Point): { longitude: number; latitude: number } {
  return { longitude: x * 360 - 180, latitude: (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI };
}

function boxOf([west, east]: readonly [number, number], [south, north]: readonly [number, number]): Box {
  const [first, last] = [toPlane(west, north), toPlane(east, south)];
  return { west: first.x, north: first.y, east: last.x, south: last.y };
}

/** CSS pixels to the side of the square. */
export const scaleOf = ({ zoom }: WorldCamera): number => tile * 2 ** zoom;

export function toView(camera: WorldCamera, { x, y }: Point, view: Size): Point {
  const scale = scaleOf(camera);
  return { x: (x - camera.x) * scale + view.width / 2, y: (y - camera.y) * scale + view.height / 2 };
}

export function fromView(camera: WorldCamera, at: Point, view: Size): Point {
  const scale = scaleOf(camera);
  return { x: camera.x + (at.x - view.width / 2) / scale, y: camera.y + (at.y - view.height / 2) / scale };
}

/** The camera nearest to the given one that is not too near, not too far, and shows no more beyond the edges of the world than it must. */
export function withinWorld({ x, y, zoom }: WorldCamera, view: Size): WorldCamera {
  const least = Math.min(Math.log2(Math.max(1, view.width) / tile), Math.log2(Math.max(1, view.height) / tile / 0.6));
  const near = Math.min(closest, Math.max(Math.min(least, 1), zoom));
  const scale = tile * 2 ** near;
  const inside = (value: number, [from, to]: [number, number], length: number) => {
    const half = length / scale / 2;
    return to - from <= 2 * half ? (from + to) / 2 : Math.min(to - half, Math.max(from + half, value));
  };
  return { x: inside(x, [0, 1], view.width), y: inside(y, [0.06, 0.76], view.height), zoom: near };
}

/** The camera that shows a box with a margin, no nearer than `most`. */
export function fitWorld(box: Box, view: Size, { most = closest, margin = 48 }: { most?: number; margin?: number } = {}): WorldCamera {
  const [width, height] = [Math.max(1, view.width - 2 * margin), Math.max(1, view.height - 2 * margin)];
  const zoom = Math.log2(Math.min(width / Math.max(1e-9, box.east - box.west), height / Math.max(1e-9, box.south - box.north)) / tile);
  return withinWorld({ x: (box.west + box.east) / 2, y: (box.north + box.south) / 2, zoom: Math.min(most, zoom) }, view);
}

export const wholeWorld = (view: Size): WorldCamera => fitWorld(inhabited, view, { margin: 0 });

/** Zooms by so many levels and leaves the point of the view where it is. */
export function zoomWorld(camera: WorldCamera, { levels, at, view }: { levels: number; at: Point; view: Size }): WorldCamera {
  const under = fromView(camera, at, view);
  const zoom = withinWorld({ ...camera, zoom: camera.zoom + levels }, view).zoom;
  const scale = tile * 2 ** zoom;
  return withinWorld({ x: under.x - (at.x - view.width / 2) / scale, y: under.y - (at.y - view.height / 2) / scale, zoom }, view);
}

/** Moves what is shown by so many pixels. */
export function panWorld(camera: WorldCamera, { x, y }: Point, view: Size): WorldCamera {
  const scale = scaleOf(camera);
  return withinWorld({ ...camera, x: camera.x - x / scale, y: camera.y - y / scale }, view);
}

/** The camera of an address (`at=longitude,latitude,zoom`), or null where it names none. */
export function readAt(text: string | null): WorldCamera | null {
  const parts = (text ?? '').split(',');
  const [longitude = Number.NaN, latitude = Number.NaN, zoom = Number.NaN] = parts.map((part) =>
    part.trim() === '' ? Number.NaN : Number(part),
  );
  const isGood = parts.length === 3 && Math.abs(longitude) <= 180 && Math.abs(latitude) <= furthest && zoom >= 0 && zoom <= closest;
  return isGood ? { ...toPlane(longitude, latitude), zoom } : null;
}

/** The part of an address that shows the same again, to about a pixel. */
export function writeAt(camera: WorldCamera): string {
  const { longitude, latitude } = toDegrees(camera);
  const digits = Math.max(1, Math.ceil(camera.zoom / 3));
  return `${Number(longitude.toFixed(digits))},${Number(latitude.toFixed(digits))},${Number(camera.zoom.toFixed(2))}`;
}
