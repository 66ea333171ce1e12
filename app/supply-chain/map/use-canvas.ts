import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { type Camera, fitCamera, type Point, type Size, toDrawing, zoomCamera } from './canvas/camera';
import { drawScene, type SceneMarks } from './canvas/draw-scene';
import { readPalette } from './canvas/palette';
import { headHeight, partyAt, type Scene } from './canvas/scene';
import { useViewSize } from './canvas/use-view-size';
import { tierName } from './labels';

type Held = { camera: Camera; view: Size; marks: SceneMarks };

/** A canvas that shows a scene: it is drawn again when something changes, at most once a frame. Answers what moves it. */
export function useCanvas({ scene, marks, onPress }: { scene: Scene; marks: SceneMarks; onPress: (party: number) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const held = useRef<Held>({ camera: { scale: 0, x: 0, y: 0 }, view: { width: 0, height: 0 }, marks });
  const [isReady, setReady] = useState(false);
  held.current.marks = marks;
  const draw = useDrawOncePerFrame(canvas, scene, held);
  useViewSize(canvas, (view) => {
    const isFirst = held.current.view.width === 0;
    held.current.view = view;
    if (isFirst) held.current.camera = fitCamera(scene.layout, view, headHeight);
    setReady(true);
    draw();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another scene or other marks are what has to be drawn
  useEffect(draw, [scene, marks, draw]);
  const move = useCallback(
    (change: (camera: Camera, view: Size) => Camera) => {
      held.current.camera = change(held.current.camera, held.current.view);
      draw();
    },
    [draw],
  );
  usePointers(canvas, { move, onTap: (at) => onPress(partyAt(scene, toDrawing(held.current.camera, at))) });
  return { canvas, move, isReady, look: () => held.current };
}

function useDrawOncePerFrame(canvas: RefObject<HTMLCanvasElement>, scene: Scene, held: RefObject<Held>): () => void {
  const frame = useRef(0);
  const draw = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d', { alpha: false });
      if (!element || !context || !held.current || held.current.view.width === 0) return;
      const ratio = element.width / held.current.view.width;
      drawScene(context, { scene, ...held.current, ratio, palette: readPalette(element), tierName });
    });
  }, [canvas, scene, held]);
  useEffect(() => {
    const theme = window.matchMedia('(prefers-color-scheme: dark)');
    theme.addEventListener('change', draw);
    return () => {
      theme.removeEventListener('change', draw);
      cancelAnimationFrame(frame.current);
    };
  }, [draw]);
  return draw;
}

type Moves = { move: (change: (camera: Camera, view: Size) => Camera) => void; onTap: (at: Point) => void };

/** Dragging pans, two fingers zoom, the wheel zooms with Control held or while the graph has the focus, a press without dragging taps. */
function usePointers(canvas: RefObject<HTMLCanvasElement>, moves: Moves): void {
  const latest = useRef(moves);
  latest.current = moves;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const down = new Map<number, Point>();
    let travelled = 0;
    const placeOf = (event: MouseEvent): Point => {
      const { left, top } = element.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const onDown = (event: PointerEvent) => {
      if (down.size === 0) travelled = 0;
      down.set(event.pointerId, placeOf(event));
      element.setPointerCapture(event.pointerId);
    };
    const onMove = (event: PointerEvent) => {
      const before = down.get(event.pointerId);
      if (!before) return;
      const now = placeOf(event);
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, now);
      travelled += Math.hypot(now.x - before.x, now.y - before.y);
      if (other) {
        const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
        latest.current.move((camera) => zoomCamera(camera, { factor, at: other }));
      } else latest.current.move((camera) => ({ ...camera, x: camera.x + now.x - before.x, y: camera.y + now.y - before.y }));
    };
    const onUp = (event: PointerEvent) => {
      const wasDown = down.delete(event.pointerId);
      if (wasDown && travelled < 5 && event.type === 'pointerup') latest.current.onTap(placeOf(event));
    };
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !element.parentElement?.contains(document.activeElement)) return;
      event.preventDefault();
      latest.current.move((camera) => zoomCamera(camera, { factor: Math.exp(-event.deltaY / 400), at: placeOf(event) }));
    };
    element.addEventListener('pointerdown', onDown);
    element.addEventListener('pointermove', onMove);
    element.addEventListener('pointerup', onUp);
    element.addEventListener('pointercancel', onUp);
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => {
      element.removeEventListener('pointerdown', onDown);
      element.removeEventListener('pointermove', onMove);
      element.removeEventListener('pointerup', onUp);
      element.removeEventListener('pointercancel', onUp);
      element.removeEventListener('wheel', onWheel);
    };
  }, [canvas]);
}
