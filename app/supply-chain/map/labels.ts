import { m } from '~/paraglide/messages';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import type { GraphParty, PartyKind } from './graph';
import type { MapView } from './map-state';

const kindWords = {
  buyer: m.map_kind_buyer,
  supplier: m.map_kind_supplier,
  'labour-recruiter': m.map_kind_labour_recruiter,
  'unknown-origin': m.map_kind_unknown_origin,
} satisfies Record<PartyKind, () => string>;

/** What a party is, in the reader's language. */
export function partyKindName(kind: string): string {
  const known = Object.entries(kindWords).find(([name]) => name === kind);
  return known ? known[1]() : kind;
}

const viewWords = { table: m.map_view_table, tiers: m.map_view_tiers, world: m.map_view_world } satisfies Record<MapView, () => string>;

export function viewName(view: MapView): string {
  return viewWords[view]();
}

/** "Tier 2"; tier 0 is the organization. */
export function tierLabel(tier: number | null): string {
  if (tier === 0) return m.map_tier_organization();
  return tier === null ? m.suppliers_tier_unknown() : m.suppliers_tier({ tier });
}

/** The heading of a column: "Tier 2 · 34". */
export function tierName(tier: number | null, count: number): string {
  return tier === 0 ? tierLabel(tier) : `${tierLabel(tier)} · ${formatNumber(count)}`;
}

/** A party in one breath, for those who hear the graph: name, what it is, where, tier, band, inherited. */
export function partyWords(party: GraphParty): string {
  const parts = [party.name];
  if (party.kind !== 'supplier') parts.push(partyKindName(party.kind));
  if (party.country) parts.push(formatCountry(party.country));
  if (party.kind === 'supplier') {
    parts.push(party.tier === null ? m.suppliers_tier_unknown() : m.suppliers_tier({ tier: party.tier }));
    parts.push(bandName(party.band));
  }
  if (party.inherited !== null) parts.push(m.map_inherits({ points: formatNumber(shownScore(party.inherited)) }));
  return parts.join(', ');
}
