import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bands } from '#scoring';
import { pointDoubts } from '~/suppliers/sites/points/point-doubt';
import { bandAt, doubtAt, packPlaces, unpackPlaces } from './pack-places';

const centres = new Map([
  ['VN', { longitude: 106.1, latitude: 15.97 }],
  ['FJ', { longitude: 178, latitude: -17.8 }],
]);
const degrees = (most: number) => fc.integer({ min: -most * 100_000, max: most * 100_000 }).map((value) => value / 100_000);
const supplier = fc.record({
  publicId: fc.uuid(),
  name: fc.string(),
  country: fc.option(fc.constantFrom('VN', 'FJ'), { nil: null }),
  band: fc.option(fc.constantFrom(...bands), { nil: null }),
  sites: fc.array(
    fc.record({
      longitude: degrees(180),
      latitude: degrees(90),
      country: fc.constant('VN'),
      doubt: fc.option(fc.constantFrom(...pointDoubts), { nil: null }),
    }),
    { maxLength: 3 },
  ),
});

describe('packed places', () => {
  it('are the same after transfer to the browser', () => {
    fc.assert(
      fc.property(fc.array(supplier, { maxLength: 20 }), (suppliers) => {
        const places = unpackPlaces(JSON.parse(JSON.stringify(packPlaces(suppliers, { centres, numericOf: (code) => `n${code}` }))));
        const unpacked = suppliers.map((_, at) => ({
          publicId: places.ids[at],
          name: places.names[at],
          country: places.codes[places.countries[at] ?? -1] ?? null,
          band: bandAt(places.bands[at] ?? -1),
          sites: [...places.suppliers].flatMap((owner, site) =>
            owner === at
              ? [
                  {
                    longitude: places.longitudes[site],
                    latitude: places.latitudes[site],
                    country: 'VN',
                    doubt: doubtAt(places.doubts[site] ?? -1),
                  },
                ]
              : [],
          ),
        }));
        expect(unpacked).toEqual(suppliers);
        expect(places.numerics).toEqual(['nVN', 'nFJ']);
        expect(places.centres).toEqual([...centres.values()]);
      }),
    );
  });
});
