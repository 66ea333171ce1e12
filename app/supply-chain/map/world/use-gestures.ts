import { type RefObject, useEffect, useRef } from 'react';
import type { Point } from '../canvas/camera';

export type Gestures = {
  onPan: (by: Point) => void;
  /** `levels` of zoom, negative outwards, around a point. */
  onZoom: (levels: number, at: Point) => void;
  onTap: (at: Point, isDouble: boolean) => void;
  /** The pointer rests over a point, or is gone. */
  onHover: (at: Point | null) => void;
  /** The wheel was turned while the map had neither the focus nor Control. */
  onUnusedWheel: () => void;
};

const doubleTap = 350;

/** Dragging pans, two fingers or the wheel zoom, a press without dragging taps. The wheel is the page's until the map has the focus or Control is held. */
export function useGestures(element: RefObject<HTMLElement>, gestures: Gestures): void {
  const latest = useRef(gestures);
  latest.current = gestures;
  useEffect(() => {
    const canvas = element.current;
    if (!canvas) return;
    const down = new Map<number, Point>();
    let travelled = 0;
    let tapped = Number.NEGATIVE_INFINITY;
    const placeOf = (event: MouseEvent): Point => {
      const { left, top } = canvas.getBoundingClientRect();
      return { x: event.clientX - left, y: event.clientY - top };
    };
    const stop = new AbortController();
    const { signal } = stop;
    const onDown = (event: PointerEvent) => {
      if (down.size === 0) travelled = 0;
      down.set(event.pointerId, placeOf(event));
      canvas.setPointerCapture(event.pointerId);
      latest.current.onHover(null);
    };
    const onMove = (event: PointerEvent) => {
      const before = down.get(event.pointerId);
      const now = placeOf(event);
      if (!before) {
        if (event.pointerType === 'mouse') latest.current.onHover(now);
        return;
      }
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      down.set(event.pointerId, now);
      travelled += Math.hypot(now.x - before.x, now.y - before.y);
      if (other) {
        const factor =
          Math.max(1, Math.hypot(now.x - other.x, now.y - other.y)) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
        latest.current.onZoom(Math.log2(factor), other);
      } else latest.current.onPan({ x: now.x - before.x, y: now.y - before.y });
    };
    const onUp = (event: PointerEvent) => {
      const wasDown = down.delete(event.pointerId);
      if (!wasDown || travelled >= 5 || event.type !== 'pointerup') return;
      const isDouble = event.timeStamp - tapped < doubleTap;
      tapped = isDouble ? Number.NEGATIVE_INFINITY : event.timeStamp;
      latest.current.onTap(placeOf(event), isDouble);
    };
    const onWheel = (event: WheelEvent) => {
      const isAsked = event.ctrlKey || event.metaKey || canvas.parentElement?.contains(document.activeElement);
      if (!isAsked) return latest.current.onUnusedWheel();
      event.preventDefault();
      // Lines of a wheel are about as far as sixteen pixels of a pad.
      const pixels = event.deltaMode === 0 ? event.deltaY : event.deltaY * 16;
      latest.current.onZoom(-Math.max(-1, Math.min(1, pixels / 250)), placeOf(event));
    };
    canvas.addEventListener('pointerdown', onDown, { signal });
    canvas.addEventListener('pointermove', onMove, { signal });
    canvas.addEventListener('pointerup', onUp, { signal });
    canvas.addEventListener('pointercancel', onUp, { signal });
    canvas.addEventListener('pointerleave', () => latest.current.onHover(null), { signal });
    canvas.addEventListener('wheel', onWheel, { passive: false, signal });
    return () => stop.abort();
  }, [element]);
}
