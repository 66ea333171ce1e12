import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import type { Size } from './camera';

/** A page is drawn on the server too, where nothing has a size. */
const useSizeEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect;

/**
 * Gives the canvas as many pixels as it covers (at most two a CSS pixel), and says its size in CSS pixels before the page answers to a key, and after
 * every change.
 */
export function useViewSize(canvas: RefObject<HTMLCanvasElement>, onSize: (view: Size) => void): void {
  const latest = useRef(onSize);
  latest.current = onSize;
  useSizeEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const known = { width: 0, height: 0 };
    const measure = () => {
      const view = { width: element.clientWidth, height: element.clientHeight };
      if (view.width === 0 || (view.width === known.width && view.height === known.height)) return;
      Object.assign(known, view);
      const ratio = Math.min(2, window.devicePixelRatio);
      element.width = Math.round(view.width * ratio);
      element.height = Math.round(view.height * ratio);
      latest.current(view);
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [canvas]);
}
