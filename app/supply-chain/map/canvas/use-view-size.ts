import { type RefObject, useEffect, useRef } from 'react';
import type { Size } from './camera';

/** Gives the canvas as many pixels as it covers (at most two a CSS pixel), and says its size in CSS pixels now and after every change. */
export function useViewSize(canvas: RefObject<HTMLCanvasElement>, onSize: (view: Size) => void): void {
  const latest = useRef(onSize);
  latest.current = onSize;
  useEffect(() => {
    const element = canvas.current;
    if (!element) return;
    const watcher = new ResizeObserver(() => {
      const view = { width: element.clientWidth, height: element.clientHeight };
      if (view.width === 0) return;
      const ratio = Math.min(2, window.devicePixelRatio);
      element.width = Math.round(view.width * ratio);
      element.height = Math.round(view.height * ratio);
      latest.current(view);
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [canvas]);
}
