import { useNavigate, useSearchParams } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { m } from '~/paraglide/messages';
import { mapHref } from '../map-state';
import { markAt, pointOf, type Target, targetsInView } from './find-mark';
import { boxAround } from './gather-marks';
import { MarkList } from './mark-list';
import type { Outline } from './outlines';
import type { Places } from './pack-places';
import { useGestures } from './use-gestures';
import { useNearOutlines } from './use-places';
import { useScene, type WorldCorridor, type WorldFill } from './use-scene';
import { useWorldCanvas } from './use-world-canvas';
import { fitWorld, panWorld, readAt, type WorldCamera, wholeWorld, writeAt, zoomWorld } from './world-camera';
import { targetLabel } from './world-labels';
import { ZoomButtons } from './zoom-buttons';

type Tip = { x: number; y: number; text: string };
const panStep = 80;
const pans: Record<string, readonly [number, number]> = {
  ArrowLeft: [panStep, 0],
  ArrowRight: [-panStep, 0],
  ArrowUp: [0, panStep],
  ArrowDown: [0, -panStep],
};
const nearestFit = 11;

/** The world with every supplier shown, on a canvas that zooms and pans. The tables below have the same content. */
export function WorldCanvas({
  places,
  far,
  fills,
  corridors,
  title,
}: {
  places: Places;
  far: readonly Outline[];
  fills: readonly WorldFill[];
  corridors: readonly WorldCorridor[];
  title: string;
}) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const help = useId();
  const region = useRef<HTMLDivElement>(null);
  const shown = useRef(places);
  const [focused, setFocused] = useState<Target | null>(null);
  const [listed, setListed] = useState<Target | null>(null);
  const [tip, setTip] = useState<Tip | null>(null);
  const [hint, setHint] = useState(0);
  const scene = useScene({ places, far, fills, corridors });
  const address = useAddress();
  const outlinesAt = useNearOutlines(places, () => draw());
  const { canvas, draw, move, glide, look, tagAt } = useWorldCanvas({
    sceneAt: (camera) =>
      scene.sceneAt(camera, { outlines: outlinesAt(camera.zoom, far), focused: focused === null ? null : pointOf(focused) }),
    begin: (view) => readAt(params.get('at')) ?? showAll(view),
    onRest: address.keep,
  });
  function showAll(view: { width: number; height: number }): WorldCamera {
    const box = boxAround(places, scene.areas);
    return box ? fitWorld(box, view, { most: 5 }) : wholeWorld(view);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: other content is what has to be drawn
  useEffect(draw, [places, far, fills, focused, draw]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was chosen belongs to the places before
  useEffect(() => {
    if (shown.current === places) return;
    shown.current = places;
    setFocused(null);
    setListed(null);
    const { camera, view } = look();
    // A filter that leaves nothing in view shows where the rest is.
    if (camera && targetsInView({ marks: scene.levels(camera.zoom), areas: scene.areas }, { camera, view }).length === 0)
      glide((_, size) => showAll(size));
  }, [places]);
  useEffect(() => {
    if (hint === 0) return;
    const wait = setTimeout(() => setHint(0), 1_600);
    return () => clearTimeout(wait);
  }, [hint]);

  const hrefOf = (open: string) => mapHref(params, { open, at: address.at() });
  const openTarget = (target: Target) => {
    setTip(null);
    if (target.kind === 'area') return setListed(target);
    const { mark } = target;
    const [site = 0] = mark.sites;
    if (mark.suppliers === 1) {
      setListed(null);
      const id = places.ids[places.suppliers[site] ?? 0];
      return id === undefined ? undefined : navigate(hrefOf(id), { preventScrollReset: true });
    }
    const { box } = mark;
    if (box.east === box.west && box.north === box.south) return setListed(target);
    setListed(null);
    // A group opens: nearer by a level at least, so that it falls apart.
    glide((camera, view) => {
      const fitted = fitWorld(box, view, { most: nearestFit, margin: 80 });
      return fitted.zoom >= camera.zoom + 1
        ? fitted
        : zoomWorld({ ...camera, x: mark.x, y: mark.y }, { levels: 1, at: middleOf(view), view });
    });
  };
  const targetAt = (at: { x: number; y: number }): Target | null => {
    const { camera, view } = look();
    if (!camera) return null;
    const mark = markAt(scene.levels(camera.zoom), { camera, view, at });
    if (mark) return { kind: 'mark', mark };
    const tag = tagAt(at);
    return tag && { kind: 'area', area: tag.area };
  };
  useGestures(canvas, {
    onPan: (by) => move((camera, view) => panWorld(camera, by, view)),
    onZoom: (levels, at) => {
      setTip(null);
      move((camera, view) => zoomWorld(camera, { levels, at, view }));
    },
    onTap: (at, isDouble) => {
      region.current?.focus({ preventScroll: true });
      const target = targetAt(at);
      if (target) {
        setFocused(target);
        openTarget(target);
      } else if (isDouble) glide((camera, view) => zoomWorld(camera, { levels: 1, at, view }));
      else {
        setFocused(null);
        setListed(null);
      }
    },
    onHover: (at) => {
      const target = at && targetAt(at);
      if (canvas.current) canvas.current.style.cursor = target ? 'pointer' : '';
      setTip(target && at ? { ...at, text: targetLabel(places, target) } : null);
    },
    onUnusedWheel: () => setHint((count) => count + 1),
  });
  const zoomBy = (levels: number) => glide((camera, view) => zoomWorld(camera, { levels, at: middleOf(view), view }));
  const fitAll = () => glide((_, view) => showAll(view));
  const step = (by: number) => {
    const { camera, view } = look();
    if (!camera) return;
    const targets = targetsInView({ marks: scene.levels(camera.zoom), areas: scene.areas }, { camera, view });
    const at = targets.findIndex((target) => focused !== null && pointOf(target) === pointOf(focused));
    const next = targets[at < 0 ? (by > 0 ? 0 : targets.length - 1) : at + by];
    if (next) setFocused(next);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== event.currentTarget) return;
    const pan = pans[event.key];
    if (pan) glide((camera, view) => panWorld(camera, { x: pan[0], y: pan[1] }, view));
    else if (event.key === '+' || event.key === '=') zoomBy(0.75);
    else if (event.key === '-') zoomBy(-0.75);
    else if (event.key === '0') fitAll();
    else if (event.key === 'PageDown') step(1);
    else if (event.key === 'PageUp') step(-1);
    else if (event.key === 'Enter' && focused) openTarget(focused);
    else if (event.key === 'Escape' && (focused || listed)) {
      setFocused(null);
      setListed(null);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="grid gap-2">
      {/* Places have the same sides in every language. */}
      <div dir="ltr" className="relative">
        <div
          ref={region}
          role="application"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the map is moved by keyboard
          tabIndex={0}
          data-graph
          aria-label={title}
          aria-describedby={help}
          onKeyDown={onKeyDown}
          className="overflow-hidden rounded border border-line focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
        >
          <canvas
            ref={canvas}
            className="block h-[52dvh] min-h-72 w-full sm:h-[68dvh] sm:min-h-80 cursor-grab touch-none active:cursor-grabbing"
          />
        </div>
        <ZoomButtons onZoom={zoomBy} onFit={fitAll} />
        {tip && <TipBox tip={tip} width={look().view.width} />}
        {hint > 0 && (
          <p className="pointer-events-none absolute inset-x-0 top-1/2 mx-auto w-fit rounded bg-surface px-3 py-2 text-sm shadow-float">
            {m.map_wheel_hint()}
          </p>
        )}
        {listed && (
          <MarkList
            places={places}
            target={listed}
            hrefOf={hrefOf}
            countryHref={(country) => mapHref(params, { country, at: address.at() })}
            onClose={() => {
              setListed(null);
              region.current?.focus({ preventScroll: true });
            }}
          />
        )}
      </div>
      <p aria-live="polite" className="min-h-5 text-sm font-semibold">
        {focused === null ? '' : targetLabel(places, focused)}
      </p>
      <p id={help} className="max-w-prose text-xs text-muted" data-print="none">
        {m.map_world_keys()}
      </p>
    </div>
  );
}

const middleOf = ({ width, height }: { width: number; height: number }) => ({ x: width / 2, y: height / 2 });

function TipBox({ tip: { x, y, text }, width }: { tip: Tip; width: number }) {
  const isLeft = x > width / 2;
  return (
    <p
      dir="auto"
      style={{ left: isLeft ? undefined : x + 14, right: isLeft ? width - x + 14 : undefined, top: y + 12 }}
      className="pointer-events-none absolute max-w-72 rounded bg-surface px-2 py-1 text-xs text-ink shadow-float"
    >
      {text}
    </p>
  );
}

/** Keeps what is shown in the address, so that it can be shared and is there again after going back; no page is loaded for it. */
function useAddress() {
  const [params] = useSearchParams();
  const moved = useRef<WorldCamera | null>(null);
  const write = () => {
    if (moved.current === null) return;
    const url = new URL(window.location.href);
    if (url.searchParams.get('at') === writeAt(moved.current)) return;
    url.searchParams.set('at', writeAt(moved.current));
    window.history.replaceState(window.history.state, '', url);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page that was gone to has lost it
  useEffect(write, [params]);
  return {
    keep: (camera: WorldCamera) => {
      moved.current = camera;
      write();
    },
    at: () => (moved.current === null ? params.get('at') : writeAt(moved.current)),
  };
}
