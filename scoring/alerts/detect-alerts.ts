import { kept } from '../engine/kept.ts';
import { enforcementFor, entityCandidates, type EnforcementMatch, stateSponsoredOf, tablesKey } from '../reference/at.ts';
import type { AlertKind } from '../vocabulary.ts';
import { presumedRegionsOf } from './presumed-regions.ts';
import type { AlertComparison, AlertQuery, DetectedAlert } from './types.ts';

/** How serious an alert is, 1 the most: what is certain of the place and the party before what may be another, orders before lists, forced before child labour alone. */
const ranks = {
  region: 1,
  entity: 2,
  possibleRegion: 3,
  order: 4,
  entityElsewhere: 5,
  possibleOrder: 6,
  state: 7,
  sector: 8,
  forcedGood: 9,
  good: 10,
} as const;

/**
 * Every alert of a party on a day: one for each row of a list that it meets and that is in force, the most serious first, in one order whatever the order of
 * the query. Goods, sectors and countries meet the lists exactly as the score reads them (R3), so that neither contradicts the other.
 * Throws RangeError for a day before the first lists.
 */
export function detectAlerts(query: AlertQuery): DetectedAlert[] {
  const found = [...regionAlerts(query), ...namedAlerts(query), ...goodsAlerts(query), ...stateAlerts(query)];
  const seen = new Set<string>();
  return found
    .filter(({ kind, source }) => {
      const key = `${kind} ${source.table} ${source.row}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.rank - b.rank || compare(a.source.table, b.source.table) || compare(a.source.row, b.source.row));
}

function regionAlerts({ places = [], asOf }: AlertQuery): DetectedAlert[] {
  return presumedRegionsOf(places, asOf).map(({ region, source, found }) => {
    const isCertain = found.some(({ by }) => by.certainty === 'certain');
    return {
      kind: 'presumed-region',
      rank: isCertain ? ranks.region : ranks.possibleRegion,
      source,
      subject: region.name,
      country: region.iso2,
      isSameCountry: true,
      since: region.since,
      state: 'in-force',
      labour: ['forced'],
      madeWith: null,
      isToBeConfirmed: !isCertain,
      comparisons: found.map(({ place, by }) => ({
        of: place.site === null ? 'supplier' : 'site',
        site: place.site,
        by: by.by,
        given: by.by === 'coordinates' ? by.matched : [...place.texts, place.postalCode ?? ''].filter((text) => text !== '').join(', '),
        matched: by.matched,
      })),
    };
  });
}

/** Entities and orders that bear a name of the party: one alert a row, with every name that met it. */
function namedAlerts({ names, asOf, countries, fold }: AlertQuery): DetectedAlert[] {
  const byRow = new Map<string, DetectedAlert & { comparisons: AlertComparison[] }>();
  for (const { name, of, site } of names)
    for (const match of entityCandidates({ asOf, name, countries, ...(fold ? { fold } : {}) })) {
      const key = `${match.list} ${match.provenance.row}`;
      const comparison = { of, site, by: match.reason, given: match.given, matched: match.matched };
      const known = byRow.get(key);
      if (known) known.comparisons.push(comparison);
      else {
        const rank = match.isSameCountry === false ? ranks.entityElsewhere : ranks.entity;
        byRow.set(key, { ...ofMatch(match, kindOf(match), rank), isToBeConfirmed: true, comparisons: [comparison] });
      }
    }
  return [...byRow.values()];
}

/** A long list names the same goods of the same countries again and again. */
const ofGoods = new Map<string, DetectedAlert[]>();

function goodsAlerts({ asOf, countries, sector, products }: AlertQuery): DetectedAlert[] {
  const key = JSON.stringify([tablesKey(asOf), countries, sector, products]);
  return kept(ofGoods, key, () => readGoodsAlerts({ asOf, countries, sector, products }), 20_000);
}

/** What an order, a sector or a good of the lists says of goods of the party. Entries about others, or that ended, raise no alert. */
function readGoodsAlerts({ asOf, countries, sector, products }: Omit<AlertQuery, 'names'>): DetectedAlert[] {
  return enforcementFor({ asOf, countries, sector, products, withChapters: true })
    .filter(({ isAboutOthers, state }) => !isAboutOthers && (state === 'in-force' || state === 'unknown'))
    .map((match) => {
      const kind = kindOf(match);
      // Orders and presumptions are about goods, not all that a division makes, and a chapter has more goods than the listed one: a person says which.
      const isToBeConfirmed = match.reason === 'chapter' || match.reason === 'country-and-sector';
      return {
        ...ofMatch(match, kind, rankOf(match, kind, isToBeConfirmed)),
        isToBeConfirmed,
        comparisons: [{ of: 'supplier', site: null, by: match.reason, given: match.given, matched: match.matched }],
      };
    });
}

/** Governments that the newest report names for a policy or pattern of their own, in a country of the party. */
function stateAlerts({ asOf, countries = [] }: AlertQuery): DetectedAlert[] {
  return [...new Set(countries)].sort().flatMap((country): DetectedAlert[] => {
    const named = stateSponsoredOf(country, asOf);
    if (!named) return [];
    return [
      {
        kind: 'state-imposed',
        rank: ranks.state,
        source: named.provenance,
        subject: country,
        country,
        isSameCountry: true,
        since: String(named.reportYear),
        state: 'in-force',
        labour: ['forced'],
        madeWith: null,
        isToBeConfirmed: false,
        comparisons: [{ of: 'supplier', site: null, by: 'country', given: country, matched: country }],
      },
    ];
  });
}

function ofMatch(match: EnforcementMatch, kind: AlertKind, rank: number): Omit<DetectedAlert, 'isToBeConfirmed' | 'comparisons'> {
  const { provenance, subject, country, isSameCountry, since, state, labour, madeWith } = match;
  return { kind, rank, source: provenance, subject, country, isSameCountry, since, state, labour, madeWith };
}

function kindOf({ list }: EnforcementMatch): AlertKind {
  if (list === 'listed-entities') return 'listed-entity';
  if (list === 'import-orders') return 'import-order';
  return list === 'priority-sectors' ? 'priority-sector' : 'listed-good';
}

function rankOf({ labour }: EnforcementMatch, kind: AlertKind, isToBeConfirmed: boolean): number {
  if (kind === 'import-order') return isToBeConfirmed ? ranks.possibleOrder : ranks.order;
  if (kind === 'priority-sector') return ranks.sector;
  return labour.includes('forced') ? ranks.forcedGood : ranks.good;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
