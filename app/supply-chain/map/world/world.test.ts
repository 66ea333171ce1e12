import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pointDoubts } from '~/suppliers/sites/points/point-doubt';
import { areaCounts, boxAround, everyPlaceFrom, markLevels } from './gather-marks';
import type { Places } from './pack-places';
import {
  fitWorld,
  fromView,
  panWorld,
  readAt,
  toDegrees,
  toPlane,
  toView,
  wholeWorld,
  withinWorld,
  writeAt,
  zoomWorld,
} from './world-camera';

const view = { width: 1_000, height: 600 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('the camera of the world', () => {
  it('leads from degrees to the plane and back', () => {
    fc.assert(
      fc.property(number(-180, 180), number(-84, 84), (longitude, latitude) => {
        const back = toDegrees(toPlane(longitude, latitude));
        expect(back.longitude).toBeCloseTo(longitude, 8);
        expect(back.latitude).toBeCloseTo(latitude, 8);
      }),
    );
  });

  it('keeps the point under the pointer in place while zooming in', () => {
    fc.assert(
      fc.property(number(0, 1_000), number(0, 600), number(0, 3), (x, y, levels) => {
        const camera = withinWorld({ ...toPlane(90, 24), zoom: 6 }, view);
        const before = fromView(camera, { x, y }, view);
        const after = fromView(zoomWorld(camera, { levels, at: { x, y }, view }), { x, y }, view);
        expect(after.x).toBeCloseTo(before.x, 9);
        expect(after.y).toBeCloseTo(before.y, 9);
      }),
    );
  });

  it('never leaves the world, however far it is moved', () => {
    fc.assert(
      fc.property(number(-1e6, 1e6), number(-1e6, 1e6), number(0, 12), (x, y, zoom) => {
        const camera = panWorld(withinWorld({ x: 0.5, y: 0.5, zoom }, view), { x, y }, view);
        expect(camera.x).toBeGreaterThanOrEqual(0);
        expect(camera.x).toBeLessThanOrEqual(1);
        expect(camera.y).toBeGreaterThanOrEqual(0);
        expect(camera.y).toBeLessThanOrEqual(1);
      }),
    );
    expect(wholeWorld(view)).toEqual(withinWorld(wholeWorld(view), view));
  });

  it('fits a box into the view', () => {
    const box = { west: 0.7, east: 0.8, north: 0.4, south: 0.45 };
    const camera = fitWorld(box, view);
    const first = toView(camera, { x: box.west, y: box.north }, view);
    const last = toView(camera, { x: box.east, y: box.south }, view);
    expect(Math.min(first.x, first.y)).toBeGreaterThanOrEqual(47.9);
    expect(last.x).toBeLessThanOrEqual(952.1);
    expect(last.y).toBeLessThanOrEqual(552.1);
  });

  it('is read from the address that it wrote, and from nothing else', () => {
    fc.assert(
      fc.property(number(-179, 179), number(-60, 75), number(1, 12), (longitude, latitude, zoom) => {
        const camera = { ...toPlane(longitude, latitude), zoom };
        const read = readAt(writeAt(camera));
        expect(read?.zoom).toBeCloseTo(zoom, 1);
        const shift = toView(camera, read ?? { x: 0, y: 0 }, { width: 0, height: 0 });
        expect(Math.hypot(shift.x, shift.y)).toBeLessThan(40);
      }),
    );
    for (const text of [null, '', ',,', '90,24', '90,24,x', '190,24,3', '90,89,3', '90,24,13', '90,24,3,1'])
      expect(readAt(text)).toBeNull();
  });
});

/** Suppliers with a band and sites at [longitude, latitude]. */
function placesOf(suppliers: readonly { band: number; country?: number; sites: readonly (readonly [number, number])[] }[]): Places {
  const sites = suppliers.flatMap((supplier, owner) => supplier.sites.map((site) => ({ site, owner })));
  return {
    ids: suppliers.map((_, at) => `S${at}`),
    names: suppliers.map((_, at) => `Supplier ${at}`),
    countries: Int16Array.from(suppliers, ({ country }) => country ?? -1),
    bands: Int8Array.from(suppliers, ({ band }) => band),
    suppliers: Int32Array.from(sites, ({ owner }) => owner),
    longitudes: Float64Array.from(sites, ({ site: [longitude] }) => longitude),
    latitudes: Float64Array.from(sites, ({ site: [, latitude] }) => latitude),
    doubts: Int8Array.from(sites, () => -1),
    codes: ['VN', 'BD'],
    numerics: ['704', '050'],
    centres: [
      { longitude: 106, latitude: 16 },
      { longitude: 90, latitude: 24 },
    ],
  };
}

describe('marks of the world', () => {
  const site = fc.tuple(number(-179, 179), number(-60, 75));
  const anyPlaces = fc
    .array(fc.record({ band: fc.integer({ min: -1, max: 4 }), sites: fc.array(site, { maxLength: 3 }) }), { maxLength: 60 })
    .map(placesOf);

  it('contain every site exactly once at every zoom, with their number of suppliers and their highest band', () => {
    fc.assert(
      fc.property(anyPlaces, number(0, 12), (places, zoom) => {
        const marks = markLevels(places)(zoom);
        expect(marks.flatMap(({ sites }) => sites).sort((a, b) => a - b)).toEqual([...places.suppliers.keys()]);
        for (const mark of marks) {
          const owners = new Set(mark.sites.map((each) => places.suppliers[each]));
          expect(mark.suppliers).toBe(owners.size);
          expect(mark.atRisk).toBe([...owners].filter((owner) => (places.bands[owner ?? 0] ?? -1) >= 3).length);
          expect(mark.worst).toBe(Math.max(-1, ...[...owners].map((owner) => places.bands[owner ?? 0] ?? -1)));
        }
      }),
    );
  });

  it('open with the zoom until every coordinate is drawn', () => {
    const places = placesOf([
      { band: 4, sites: [[90.4, 23.8]] },
      {
        band: 1,
        sites: [
          [90.41, 23.8],
          [91.8, 22.3],
        ],
      },
      { band: -1, sites: [[90.41, 23.8]] },
    ]);
    const at = markLevels(places);
    expect(at(2).map(({ suppliers, worst }) => [suppliers, worst])).toEqual([[3, 4]]);
    expect(at(6).map(({ suppliers }) => suppliers)).toEqual([3, 1]);
    expect(at(everyPlaceFrom).map(({ suppliers, worst, sites }) => [suppliers, worst, sites])).toEqual([
      [1, 4, [0]],
      [2, 1, [1, 3]],
      [1, 1, [2]],
    ]);
  });

  it('leave suppliers without coordinates to their country', () => {
    const places = placesOf([
      { band: 3, country: 0, sites: [] },
      { band: -1, country: 0, sites: [] },
      { band: -1, country: 1, sites: [] },
      { band: 4, country: 1, sites: [[90.4, 23.8]] },
      { band: 4, sites: [] },
    ]);
    expect(areaCounts(places).map(({ code, suppliers, worst }) => [code, suppliers, worst])).toEqual([
      ['VN', [0, 1], 3],
      ['BD', [2], -1],
    ]);
  });

  it('do not widen what is shown at first by sites that are in the sea', () => {
    const places = placesOf([
      {
        band: 3,
        sites: [
          [90.4, 23.8],
          [-30, 80],
        ],
      },
    ]);
    places.doubts[1] = pointDoubts.indexOf('sea');
    const { x, y } = toPlane(90.4, 23.8);
    expect(boxAround(places, [])).toEqual({ west: x, east: x, north: y, south: y });
    expect(boxAround(placesOf([]), [])).toBeNull();
  });
});
