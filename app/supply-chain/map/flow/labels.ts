import { sectorName } from '~/locales/sector-names';
import { bandName } from '~/ui/band-badge';
import { m } from '~/paraglide/messages';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import type { FlowBox, FlowColumn, Grouping, Level } from './flow';

const groupingLabels = {
  country: m.map_group_country,
  owner: m.map_group_owner,
  sector: m.map_group_sector,
  product: m.map_group_product,
} satisfies Record<Grouping, () => string>;

/** "Country": what the boxes are grouped by. */
export const groupingLabel = (grouping: Grouping): string => groupingLabels[grouping]();

const missing = {
  country: m.map_group_no_country,
  owner: m.map_group_no_owner,
  sector: m.map_group_no_sector,
  product: m.map_group_no_product,
} satisfies Record<Grouping, () => string>;

/** The name of a group; '' is of suppliers that have no such value. */
export function boxLabel(level: Level, value: string): string {
  if (level === 'party') return value;
  if (value === '') return missing[level]();
  if (level === 'country') return formatCountry(value);
  return level === 'sector' ? (sectorName(value) ?? value) : value;
}

const rests = {
  country: m.map_rest_countries,
  owner: m.map_rest_owners,
  sector: m.map_rest_sectors,
  product: m.map_rest_products,
  party: m.map_rest_suppliers,
} satisfies Record<Level, (inputs: { count: number }) => string>;

/** "6 more countries". */
export const restLabel = (level: Level, count: number): string => rests[level]({ count });

export const unknownLabel = (): string => m.map_not_known();

/** "8 suppliers · 3 severe or high", under the name of a tier. */
export function columnSummary({ count, atRisk }: Pick<FlowColumn, 'count' | 'atRisk'>): string {
  const all = m.suppliers_count({ count });
  return atRisk === 0 ? all : m.map_column_at_risk({ suppliers: all, count: formatNumber(atRisk) });
}

/** A box in one sentence, for those who hear the drawing. */
export function boxSentence(box: FlowBox): string {
  if (box.kind === 'unknown')
    return m.map_unknown_sentence({ count: box.count, shown: formatNumber(box.count), all: formatNumber(box.of) });
  const parts = [box.label];
  if (box.kind !== 'party') parts.push(m.suppliers_count({ count: box.count }));
  parts.push(box.kind === 'party' ? bandName(box.worst) : m.map_box_worst({ band: bandName(box.worst) }));
  if (box.party && box.party.score !== null) parts.push(formatNumber(shownScore(box.party.score)));
  if (box.unknown > 0) parts.push(box.kind === 'party' ? m.map_party_unknown() : m.map_box_unknown({ count: box.unknown }));
  return parts.join(', ');
}

/** "30% (12 of 40)": the part of a box whose suppliers are not known. */
export const unknownShare = ({ unknown, count }: Pick<FlowBox, 'unknown' | 'count'>): string =>
  m.map_share_of({ share: formatPercent(count === 0 ? 0 : unknown / count), count: formatNumber(unknown), all: formatNumber(count) });
