import { z } from 'zod';
import { type Band, type LinkKind, linkKindSchema } from '#scoring';
import { readYear } from '~/suppliers/supply-links/link-window';
import { type BoxAddress, type Grouping, groupings } from './flow/flow';
import { readListState, type SupplierListState } from '~/suppliers/registry/list-state';

export const mapViews = ['tiers', 'world', 'table'] as const;
export type MapView = (typeof mapViews)[number];
const worldFills = ['suppliers', 'country'] as const;
/** West, south, east, north in degrees. */
export type Area = readonly [number, number, number, number];

/**
 * What the map shows, as its address says it: `?view=world&country=VN&kind=recruits&on=2026-03-01&open=S…`. The three views are one set of
 * suppliers under one set of filters; only `view`, `open`, `fold`, `fill`, `sort` and the cursor are about how it is shown.
 */
export type MapState = {
  view: MapView;
  search: string;
  bands: Band[];
  /** Also those that are not scored (`band=none`). */
  withUnscored: boolean;
  countries: string[];
  sectors: string[];
  tiers: (number | 'unknown')[];
  /** Relations that count; none named means all. */
  kinds: LinkKind[];
  /** Part of the world in which a site lies. */
  area: Area | null;
  /** The day whose knowledge is shown; null is now. */
  on: string | null;
  /** The year whose links are shown; null: the links of today, or of `on`. */
  year: number | null;
  /** Public ID of the party in the side panel. */
  open: string | null;
  /** What the boxes of the tiers are: groups by a property, or single suppliers; null: groups where there are many suppliers. */
  group: Grouping | 'none' | null;
  /** The opened box of the tier flow (`at=2&in=VN&in=14`). */
  at: BoxAddress | null;
  /** The tier whose suppliers without known suppliers are listed; null: none. */
  gap: number | null;
  /** Tiers whose boxes are all shown. */
  full: (number | null)[];
  /** Whether the browser draws the tiers on a canvas that zooms, also where there are few. */
  isZoomable: boolean;
  /** Public IDs of parties whose suppliers are folded away. */
  folded: string[];
  /** What fills a country of the world: the worst of the suppliers there, or its own figure (R1). */
  fill: (typeof worldFills)[number];
  list: SupplierListState;
};

/** Names of the parameters that narrow what is shown; the rest are about how. */
export const filterNames = [
  'q',
  'band',
  'riskiest',
  'basis',
  'child',
  'country',
  'sector',
  'tier',
  'alert',
  'kind',
  'area',
  'on',
  'year',
] as const;
const publicId = z.string().regex(/^[A-Z0-9-]{4,40}$/);
const mostFolded = 200;

/** Reads the state from a query string; what is not understood falls back, so that an old link still opens. */
export function readMapState(params: URLSearchParams): MapState {
  const list = readListState(params);
  const bands = list.bands;
  const kinds = [...new Set(params.getAll('kind'))].flatMap((text) => {
    const parsed = linkKindSchema.safeParse(text);
    return parsed.success ? [parsed.data] : [];
  });
  const day = z.iso.date().safeParse(params.get('on'));
  const open = publicId.safeParse(params.get('open'));
  return {
    view: mapViews.find((view) => view === params.get('view')) ?? 'tiers',
    search: list.search,
    bands,
    withUnscored: params.getAll('band').includes('none'),
    countries: list.countries,
    sectors: list.sectors,
    tiers: list.tiers,
    kinds,
    area: readArea(params.get('area')),
    on: day.success ? day.data : null,
    year: readYear(params),
    open: open.success ? open.data : null,
    group: params.get('group') === 'none' ? 'none' : (groupings.find((each) => each === params.get('group')) ?? null),
    at: readBox(params),
    gap: readTier(params.get('gap'))?.tier ?? null,
    full: [...new Set(params.getAll('full'))].flatMap((text) => readTier(text) ?? []).map(({ tier }) => tier),
    isZoomable: params.get('draw') === 'canvas',
    folded: [...new Set(params.getAll('fold'))].filter((id) => publicId.safeParse(id).success).slice(0, mostFolded),
    fill: worldFills.find((fill) => fill === params.get('fill')) ?? 'suppliers',
    // Bands are asked for by the map's own condition, which knows "not scored" too.
    list: { ...list, view: 'all', bands: [] },
  };
}

/** A tier in an address; null is no tier, while the tier that is not known is `unknown`. */
function readTier(text: string | null): { tier: number | null } | null {
  if (text === 'unknown') return { tier: null };
  const tier = z.coerce.number().int().min(1).max(99).safeParse(text);
  return text !== null && tier.success ? { tier: tier.data } : null;
}

const deepestBox = 3;

function readBox(params: URLSearchParams): BoxAddress | null {
  const found = readTier(params.get('at'));
  const values = params.getAll('in').slice(0, deepestBox);
  return found && values.length > 0 ? { ...found, values: values.map((value) => value.slice(0, 200)) } : null;
}

function readArea(text: string | null): Area | null {
  const parts = (text ?? '').split(',').map(Number);
  const [west = Number.NaN, south = Number.NaN, east = Number.NaN, north = Number.NaN] = parts;
  const isGood = parts.length === 4 && west >= -180 && east <= 180 && south >= -90 && north <= 90 && west < east && south < north;
  return isGood ? [west, south, east, north] : null;
}

/** The same address with some parameters set (null takes one away), back on the first page. '?' for the map at rest. */
export function mapHref(params: URLSearchParams, changes: Readonly<Record<string, string | readonly string[] | null>>): string {
  const next = new URLSearchParams(params);
  for (const name of ['after', 'before', ...Object.keys(changes)]) next.delete(name);
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) continue;
    for (const each of typeof value === 'string' ? [value] : value) next.append(name, each);
  }
  return `?${next}`;
}

/** The address that opens a box of the tier flow; null closes it. The party of the panel was inside or beside it, so its panel closes. */
export function boxHref(params: URLSearchParams, address: BoxAddress | null): string {
  return mapHref(params, { at: address ? tierText(address.tier) : null, in: address?.values ?? null, open: null, gap: null });
}

/** The address that lists the suppliers of a tier whose own suppliers are not known; null closes the list. */
export function gapHref(params: URLSearchParams, tier: number | null): string {
  return mapHref(params, { gap: tier === null ? null : String(tier), open: null });
}

/** The address that shows all boxes of a tier. */
export function fullHref(params: URLSearchParams, tier: number | null): string {
  return mapHref(params, { full: [...params.getAll('full'), tierText(tier)] });
}

const tierText = (tier: number | null): string => (tier === null ? 'unknown' : String(tier));

/** The address that folds a party's suppliers away, or unfolds them. */
export function foldHref(params: URLSearchParams, id: string): string {
  const folded = params.getAll('fold');
  return mapHref(params, { fold: folded.includes(id) ? folded.filter((other) => other !== id) : [...folded, id] });
}
