import { type Band, bands } from '#scoring';
import { type PointDoubt, pointDoubts } from '~/suppliers/sites/points/point-doubt';
import type { Centre } from './country-centres.server';
import type { LocatedSupplier } from './read-located.server';

/** What the browser draws of the world, as columns of whole numbers: degrees are in hundred-thousandths, -1 is none. */
export type PackedPlaces = {
  ids: string[];
  names: string[];
  /** By supplier: place in `codes`, and of its band in the rising order. */
  countries: number[];
  bands: number[];
  /** By site: the supplier, where it is, and what is doubtful about it. */
  suppliers: number[];
  longitudes: number[];
  latitudes: number[];
  doubts: number[];
  /** Countries by ISO 3166-1: alpha-2, number (as the outlines name them), middle. */
  codes: string[];
  numerics: string[];
  centreLongitudes: number[];
  centreLatitudes: number[];
};

/** The same for drawing: typed columns, in degrees. */
export type Places = {
  ids: string[];
  names: string[];
  countries: Int16Array;
  bands: Int8Array;
  suppliers: Int32Array;
  longitudes: Float64Array;
  latitudes: Float64Array;
  doubts: Int8Array;
  codes: string[];
  numerics: string[];
  centres: { longitude: number; latitude: number }[];
};

const unit = 100_000;
const packed = (degrees: number) => Math.round(degrees * unit);

/** `numericOf`: the number of a country by its alpha-2 code. */
export function packPlaces(
  suppliers: readonly LocatedSupplier[],
  { centres, numericOf }: { centres: ReadonlyMap<string, Centre>; numericOf: (code: string) => string },
): PackedPlaces {
  const codes = [...centres.keys()];
  const placeOf = new Map(codes.map((code, at) => [code, at]));
  const sites = suppliers.flatMap((supplier, owner) => supplier.sites.map((site) => ({ ...site, owner })));
  return {
    ids: suppliers.map(({ publicId }) => publicId),
    names: suppliers.map(({ name }) => name),
    countries: suppliers.map(({ country }) => (country === null ? -1 : (placeOf.get(country) ?? -1))),
    bands: suppliers.map(({ band }) => (band === null ? -1 : bands.indexOf(band))),
    suppliers: sites.map(({ owner }) => owner),
    longitudes: sites.map(({ longitude }) => packed(longitude)),
    latitudes: sites.map(({ latitude }) => packed(latitude)),
    doubts: sites.map(({ doubt }) => (doubt === null ? -1 : pointDoubts.indexOf(doubt))),
    codes,
    numerics: codes.map(numericOf),
    centreLongitudes: codes.map((code) => packed(centres.get(code)?.longitude ?? 0)),
    centreLatitudes: codes.map((code) => packed(centres.get(code)?.latitude ?? 0)),
  };
}

export function unpackPlaces(given: PackedPlaces): Places {
  const degrees = (column: number[]) => Float64Array.from(column, (value) => value / unit);
  const latitudes = degrees(given.centreLatitudes);
  return {
    ids: given.ids,
    names: given.names,
    countries: Int16Array.from(given.countries),
    bands: Int8Array.from(given.bands),
    suppliers: Int32Array.from(given.suppliers),
    longitudes: degrees(given.longitudes),
    latitudes: degrees(given.latitudes),
    doubts: Int8Array.from(given.doubts),
    codes: given.codes,
    numerics: given.numerics,
    centres: [...degrees(given.centreLongitudes)].map((longitude, at) => ({ longitude, latitude: latitudes[at] ?? 0 })),
  };
}

export const bandAt = (place: number): Band | null => bands[place] ?? null;
export const doubtAt = (place: number): PointDoubt | null => pointDoubts[place] ?? null;
