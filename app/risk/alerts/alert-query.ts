import type { AlertPlace, AlertQuery } from '#scoring';
import { foldName } from '~/suppliers/parties/name-key';

/** Where a supplier or a site is; null is not known. */
export type PlaceFacts = {
  address: string | null;
  city: string | null;
  region: string | null;
  postalCode: string | null;
  /** Degrees, WGS 84. */
  latitude: number | null;
  longitude: number | null;
};
type SiteFacts = PlaceFacts & {
  /** By which an alert names the site. */
  key: string;
  name: string;
  country: string | null;
};
/** What is known of a supplier and its sites where it is compared with the lists; null is not known. */
export type AlertFacts = {
  name: string;
  country: string | null;
  sector: string | null;
  products: readonly string[];
  parentCompany: string | null;
  /** The supplier's own place, which the score reads beside those of its sites. */
  place?: PlaceFacts | undefined;
  sites: readonly SiteFacts[];
};

/** What is compared with the lists for one supplier, and what of it a person compares with a name. */
export type GatheredQuery = { query: AlertQuery; countries: string[]; addresses: string[] };

/** A supplier as the lists are compared with it on a day (ISO). Its countries are its own and those of its sites, as for its score. */
export function queryOf(supplier: AlertFacts, asOf: string): GatheredQuery {
  const { name, country, sector, products, parentCompany, place, sites } = supplier;
  const countries = [...new Set([country, ...sites.map((site) => site.country)].flatMap((code) => code ?? []))].sort();
  const query: AlertQuery = {
    asOf,
    names: [
      { name, of: 'supplier', site: null },
      ...(parentCompany ? [{ name: parentCompany, of: 'parent-company' as const, site: null }] : []),
      // A site that a list gives no name of its own bears its supplier's.
      ...sites.filter((site) => site.name !== name).map((site) => ({ name: site.name, of: 'site' as const, site: site.key })),
    ],
    countries,
    ...(sector ? { sector } : {}),
    products,
    places: [...(place ? placeOf({ key: null, country, ...place }, country) : []), ...sites.flatMap((site) => placeOf(site, country))],
    fold: foldName,
  };
  return {
    query,
    countries,
    addresses: [...new Set([...(place ? [place] : []), ...sites].map(addressOf).filter((text) => text !== ''))].sort(),
  };
}

/** A site without a country of its own is taken to be in that of its supplier; without either it is compared with no region. */
function placeOf(
  { key, country: own, postalCode, latitude, longitude, ...site }: PlaceFacts & { key: string | null; country: string | null },
  ofSupplier: string | null,
): AlertPlace[] {
  const country = own ?? ofSupplier;
  if (country === null) return [];
  return [
    {
      ...{ site: key, country, texts: textsOf(site) },
      ...(postalCode ? { postalCode } : {}),
      ...(latitude !== null && longitude !== null ? { coordinates: { latitude, longitude } } : {}),
    },
  ];
}

const textsOf = ({ address, city, region }: Pick<PlaceFacts, 'address' | 'city' | 'region'>): string[] =>
  [address, city, region].flatMap((text) => text ?? []);

const addressOf = (site: PlaceFacts): string => [...textsOf(site), ...(site.postalCode ? [site.postalCode] : [])].join(', ');
