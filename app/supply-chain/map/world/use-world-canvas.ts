import { type RefObject, useCallback, useEffect, useRef } from 'react';
import type { Point, Size } from '../canvas/camera';
import { useViewSize } from '../canvas/use-view-size';
import { drawWorldMap, type Inks, mixInks, type WorldScene } from './draw-world-map';
import type { TagBox } from './tag-boxes';
import type { WorldCamera } from './world-camera';
import { readWorldPalette } from './world-palette';

type Kept = { camera: WorldCamera | null; view: Size; tags: TagBox[] };
const moveTime = 140;

/**
 * A canvas that shows the world: drawn again when something changes, at most once a frame. `sceneAt` gives what is shown at a camera, `begin` the camera of
 * a view whose size is first known; `onRest` hears the camera when it no longer moves.
 */
export function useWorldCanvas({
  sceneAt,
  begin,
  onRest,
}: {
  sceneAt: (camera: WorldCamera) => WorldScene;
  begin: (view: Size) => WorldCamera;
  onRest: (camera: WorldCamera) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const kept = useRef<Kept>({ camera: null, view: { width: 0, height: 0 }, tags: [] });
  const latest = useRef({ sceneAt, begin, onRest });
  latest.current = { sceneAt, begin, onRest };
  const draw = useDraw(canvas, kept, latest);
  useViewSize(canvas, (view) => {
    kept.current.view = view;
    kept.current.camera ??= latest.current.begin(view);
    draw();
  });
  const rest = useRef<ReturnType<typeof setTimeout>>();
  const moving = useRef(0);
  const move = useCallback(
    (change: (camera: WorldCamera, view: Size) => WorldCamera) => {
      const { camera, view } = kept.current;
      if (!camera) return;
      kept.current.camera = change(camera, view);
      draw();
      clearTimeout(rest.current);
      rest.current = setTimeout(() => {
        if (kept.current.camera) latest.current.onRest(kept.current.camera);
      }, 200);
    },
    [draw],
  );
  /** Moves there in a short time, at once where the system asks for less motion. */
  const glide = useCallback(
    (change: (camera: WorldCamera, view: Size) => WorldCamera) => {
      cancelAnimationFrame(moving.current);
      const { camera: from, view } = kept.current;
      if (!from) return;
      const to = change(from, view);
      if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) return move(() => to);
      const start = performance.now();
      const step = () => {
        const part = Math.min(1, (performance.now() - start) / moveTime);
        const eased = 1 - (1 - part) ** 3;
        // The last step is exact.
        const between = (key: keyof WorldCamera) => (part === 1 ? to[key] : from[key] + (to[key] - from[key]) * eased);
        move(() => ({ x: between('x'), y: between('y'), zoom: between('zoom') }));
        if (part < 1) moving.current = requestAnimationFrame(step);
      };
      step();
    },
    [move],
  );
  useEffect(
    () => () => {
      clearTimeout(rest.current);
      cancelAnimationFrame(moving.current);
    },
    [],
  );
  return { canvas, draw, move, glide, look: () => kept.current, tagAt: (at: Point) => tagAt(kept.current.tags, at) };
}

function tagAt(tags: readonly TagBox[], { x, y }: Point): TagBox | null {
  const within = (tag: TagBox, margin: number) =>
    x >= tag.x - margin && y >= tag.y - margin && x <= tag.x + tag.width + margin && y <= tag.y + tag.height + margin;
  return tags.find((tag) => within(tag, 0)) ?? tags.find((tag) => within(tag, 6)) ?? null;
}

type Latest = RefObject<{ sceneAt: (camera: WorldCamera) => WorldScene }>;

function useDraw(canvas: RefObject<HTMLCanvasElement>, kept: RefObject<Kept>, latest: Latest): () => void {
  const frame = useRef(0);
  const inks = useRef<{ made: Inks; ratio: number } | null>(null);
  const draw = useCallback(() => {
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      const element = canvas.current;
      const context = element?.getContext('2d', { alpha: false });
      const { camera, view } = kept.current ?? {};
      if (!element || !context || !kept.current || !camera || !view || !latest.current) return;
      const ratio = element.width / view.width;
      if (inks.current?.ratio !== ratio) inks.current = { made: mixInks(context, readWorldPalette(element), ratio), ratio };
      kept.current.tags = drawWorldMap(context, { scene: latest.current.sceneAt(camera), camera, view, ratio, inks: inks.current.made });
    });
  }, [canvas, kept, latest]);
  useEffect(() => {
    const renew = () => {
      inks.current = null;
      draw();
    };
    const queries = ['(prefers-color-scheme: dark)', '(forced-colors: active)'].map((query) => window.matchMedia(query));
    const watcher = new MutationObserver(renew);
    watcher.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    for (const query of queries) query.addEventListener('change', renew);
    return () => {
      watcher.disconnect();
      for (const query of queries) query.removeEventListener('change', renew);
      cancelAnimationFrame(frame.current);
    };
  }, [draw]);
  return draw;
}
