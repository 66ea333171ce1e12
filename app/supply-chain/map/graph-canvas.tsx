import { useNavigate, useSearchParams } from '@remix-run/react';
import { type KeyboardEvent, useEffect, useId, useMemo, useState } from 'react';
import { m } from '~/paraglide/messages';
import { Button } from '~/ui/button';
import { centreCamera, fitCamera, isInView, zoomCamera } from './canvas/camera';
import { detail, type SceneMarks } from './canvas/draw-scene';
import { buildScene, headHeight, type Scene } from './canvas/scene';
import { type Step, walk } from './canvas/walk';
import { foldGraph } from './fold-graph';
import { linksOf, type MapGraph } from './graph';
import { box } from './lay-out-tiers';
import { foldHref, mapHref } from './map-state';
import { useCanvas } from './use-canvas';
import { partyWords } from './labels';
import { highestRiskPath } from './highest-risk-path';

const steps: Record<string, Step> = { ArrowLeft: 'customer', ArrowRight: 'supplier', ArrowUp: 'above', ArrowDown: 'below' };

/** A graph of any size on a canvas, navigated by keyboard along its edges. The table view has the same data. */
export function GraphCanvas({ graph }: { graph: MapGraph }) {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const help = useId();
  const open = params.get('open');
  const folds = params.getAll('fold').join(' ');
  const scene = useMemo(() => buildScene(foldGraph(graph, folds === '' ? [] : folds.split(' '))), [graph, folds]);
  const [focus, setFocus] = useState<{ id: string | null; from: string | null }>({ id: null, from: null });
  const place = useMemo(() => new Map(scene.graph.parties.map(({ id }, party) => [id, party])), [scene]);
  const focused = focus.id === null ? null : (place.get(focus.id) ?? null);
  const marks = useMemo(() => marksOf(scene, { open, focused, place }), [scene, open, focused, place]);
  const openParty = (party: number) => {
    const id = scene.graph.parties[party]?.id;
    if (id) navigate(mapHref(params, { open: id }), { preventScrollReset: true });
  };
  const { canvas, move, look } = useCanvas({
    scene,
    marks,
    onPress: (party) => {
      if (party >= 0) {
        setFocus({ id: scene.graph.parties[party]?.id ?? null, from: null });
        openParty(party);
      }
    },
  });
  const bringIntoView = (party: number) => {
    const { camera, view } = look();
    const at = { x: scene.layout.x[party] ?? 0, y: scene.layout.y[party] ?? 0 };
    if (camera.scale >= detail.boxes && isInView(camera, { box: { ...at, ...box }, view, head: headHeight })) return;
    const near = camera.scale < detail.words ? { ...camera, scale: 0.8 } : camera;
    move(() => centreCamera(near, { point: { x: at.x + box.width / 2, y: at.y + box.height / 2 }, view }));
  };
  const focusOn = (party: number, from: string | null) => {
    setFocus({ id: scene.graph.parties[party]?.id ?? null, from });
    bringIntoView(party);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another open party moves the view
  useEffect(() => {
    const party = open === null ? undefined : place.get(open);
    if (party !== undefined && look().view.width > 0) {
      setFocus({ id: open, from: null });
      bringIntoView(party);
    }
  }, [open]);
  const zoom = (factor: number) => move((camera, view) => zoomCamera(camera, { factor, at: { x: view.width / 2, y: view.height / 2 } }));
  const pan = (x: number, y: number) => move((camera) => ({ ...camera, x: camera.x + x, y: camera.y + y }));
  const showAll = () => move((_, view) => fitCamera(scene.layout, view, headHeight));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = steps[event.key];
    const at =
      focused ??
      Math.max(
        0,
        scene.graph.parties.findIndex(({ kind }) => kind === 'buyer'),
      );
    if (step && event.shiftKey)
      pan(step === 'customer' ? 80 : step === 'supplier' ? -80 : 0, step === 'above' ? 80 : step === 'below' ? -80 : 0);
    else if (step && focused === null) focusOn(at, null);
    else if (step) {
      const from = focus.from === null ? null : (place.get(focus.from) ?? null);
      const next = walk(scene, { at, step, from });
      if (next !== at) focusOn(next, step === 'customer' || step === 'supplier' ? focus.id : null);
    } else if (event.key === 'Home') focusOn(at === focused ? 0 : at, null);
    else if (event.key === 'End' && marks.worst !== null) focusOn(marks.worst, null);
    else if (event.key === 'Enter' && focused !== null) openParty(focused);
    else if (event.key === ' ' && focus.id !== null) navigate(foldHref(params, focus.id), { preventScrollReset: true });
    else if (event.key === '+' || event.key === '=') zoom(1.4);
    else if (event.key === '-') zoom(1 / 1.4);
    else if (event.key === '0') showAll();
    else return;
    event.preventDefault();
  };

  return (
    <figure className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2" data-print="none">
        <Button type="button" size="sm" onClick={() => zoom(1.6)}>
          {m.map_zoom_in()}
        </Button>
        <Button type="button" size="sm" onClick={() => zoom(1 / 1.6)}>
          {m.map_zoom_out()}
        </Button>
        <Button type="button" size="sm" onClick={showAll}>
          {m.map_zoom_fit()}
        </Button>
        {marks.worst !== null && (
          <Button type="button" size="sm" onClick={() => focusOn(marks.worst ?? 0, null)}>
            {m.map_go_to_worst()}
          </Button>
        )}
      </div>
      <div
        role="application"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph is walked by keyboard
        tabIndex={0}
        data-graph
        aria-label={m.map_graph_label({ count: scene.graph.parties.length })}
        aria-describedby={help}
        onKeyDown={onKeyDown}
        className="rounded border border-line focus-visible:outline-2 focus-visible:outline-offset-2 focus-visible:outline-accent"
      >
        <canvas ref={canvas} className="block h-[70dvh] min-h-80 w-full cursor-grab touch-none active:cursor-grabbing" />
      </div>
      <p aria-live="polite" className="min-h-5 font-semibold">
        {focused === null ? '' : focusWords(scene, focused)}
      </p>
      <figcaption id={help} className="max-w-prose text-xs text-muted">
        {m.map_graph_keys()} {m.map_graph_legend()}
      </figcaption>
    </figure>
  );
}

function focusWords(scene: Scene, party: number): string {
  const known = scene.graph.parties[party];
  if (!known) return '';
  return m.map_focus({
    party: partyWords(known),
    customers: linksOf(scene.out, party).length,
    suppliers: linksOf(scene.into, party).length,
  });
}

type Marks = SceneMarks & { worst: number | null };

/** What is marked: the way from what is open, or from the organization, to the worst upstream. */
function marksOf(
  scene: Scene,
  { open, focused, place }: { open: string | null; focused: number | null; place: ReadonlyMap<string, number> },
): Marks {
  const buyer = scene.graph.parties.find(({ kind }) => kind === 'buyer')?.id ?? null;
  const root = open !== null && place.has(open) ? open : buyer;
  const way = root === null ? null : highestRiskPath(scene.graph, root);
  const parties = (way?.ids ?? []).flatMap((id) => place.get(id) ?? []);
  const links = parties.slice(1).flatMap((from, step) => {
    const positions = [...linksOf(scene.out, from)].filter((position) => scene.graph.links[position]?.to === parties[step]);
    return positions.slice(0, 1);
  });
  return {
    focused,
    open: open === null ? null : (place.get(open) ?? null),
    way: { parties: new Set(parties), links: new Set(links) },
    worst: parties.at(-1) ?? null,
  };
}
