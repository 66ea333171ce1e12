import { feature } from 'topojson-client';
import { geoMercator, geoPath } from 'd3-geo';
import { drawWorldMap, type Inks, mixInks, type WorldScene } from '~/supply-chain/map/world/draw-world-map';
import { areaCounts, markLevels } from '~/supply-chain/map/world/gather-marks';
import type { Places } from '~/supply-chain/map/world/pack-places';
import { panWorld, toPlane, type WorldCamera } from '~/supply-chain/map/world/world-camera';
import { palette } from './palette';

const view = { width: 1_200, height: 800 };
type Atlas = { objects: { countries: object } };
let context: CanvasRenderingContext2D | null = null;
let inks: Inks;
let sceneAt: (camera: WorldCamera) => WorldScene;

/** Sites at [longitude, latitude, place of the band] each of a supplier, on outlines of the given atlas. */
function openWorld(sites: readonly [number, number, number][], atlas: Atlas): void {
  const canvas = document.createElement('canvas');
  canvas.width = view.width;
  canvas.height = view.height;
  document.getElementById('place')?.append(canvas);
  context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no canvas');
  inks = mixInks(context, { ...palette, land: '#efece5', border: '#fcfbf8', hatch: '#8b9695', fills: palette.bands }, 1);
  const projection = geoMercator()
    .scale(1 / (2 * Math.PI))
    .translate([0.5, 0.5])
    .precision(0);
  const drawn = feature(atlas as never, atlas.objects.countries as never) as unknown as { features: { id?: string }[] };
  const outlines = drawn.features
    .filter(({ id }) => id !== '010')
    .map((country, at) => {
      const path = new Path2D();
      geoPath(projection, Object.assign(path, { beginPath: () => undefined }))(country as never);
      const [[west, north], [east, south]] = geoPath(projection).bounds(country as never);
      return { code: String(at), path, box: { west, north, east, south } };
    });
  const places: Places = {
    ids: sites.map((_, at) => `S${at}`),
    names: sites.map((_, at) => `Supplier ${at}`),
    countries: new Int16Array(sites.length).fill(-1),
    bands: Int8Array.from(sites, ([, , band]) => band),
    suppliers: Int32Array.from(sites, (_, at) => at),
    longitudes: Float64Array.from(sites, ([longitude]) => longitude),
    latitudes: Float64Array.from(sites, ([, latitude]) => latitude),
    doubts: Int8Array.from(sites, (_, at) => (at % 50 === 0 ? 1 : -1)),
    codes: [],
    numerics: [],
    centres: [],
  };
  const levels = markLevels(places);
  const areas = areaCounts(places).map((area) => ({ ...area, text: String(area.suppliers.length) }));
  const fills = new Map(outlines.map(({ code }, at) => [code, (at % 6) - 1]));
  sceneAt = (camera) => ({
    outlines,
    fills,
    marks: levels(camera.zoom),
    areas,
    corridors: [],
    labels: [],
    focused: null,
    writeCount: String,
    nameOf: ({ sites }) => `Supplier ${sites[0]}`,
  });
}

/** Median time of so many frames around a place, each panned by some pixels and read back. */
function panWorldFrames(count: number, [longitude, latitude, zoom]: readonly [number, number, number]): number {
  if (!context) throw new Error('no world');
  let camera: WorldCamera = { ...toPlane(longitude, latitude), zoom };
  const times: number[] = [];
  for (let step = 0; step < count; step += 1) {
    const start = performance.now();
    camera = panWorld(camera, { x: 3, y: -2 }, view);
    drawWorldMap(context, { scene: sceneAt(camera), camera, view, ratio: 1, inks });
    context.getImageData(0, 0, 1, 1);
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(count / 2)] ?? 0;
}

Object.assign(window, { openWorld, panWorldFrames });
