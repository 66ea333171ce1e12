import type { Drawing } from '~/ui/drawing/shapes';
import { m } from '~/paraglide/messages';
import type { MapReport } from '~/documents/pdf/map-report/schema';
import { bandName } from '~/ui/band-badge';
import { formatCountry, formatDate, formatNumber } from '~/ui/format';
import { shownScore } from '~/ui/shown-score';
import type { ShownSupplier } from '../read-suppliers-shown.server';
import type { TierColumn } from '../read-tiers.server';
import type { WorldShown } from '../read-world.server';
import { tierName } from '../labels';

const mostListed = 100;

type Given = {
  locale: MapReport['locale'];
  today: string;
  organization: string;
  filters: readonly string[];
  all: number;
  suppliers: readonly ShownSupplier[];
  world: WorldShown;
  worldDrawing: Drawing;
  tiers: readonly TierColumn[];
  tierPicture: { drawing: Drawing; note: string };
};

/** Arranges what is shown into the pages that are printed: the world, the tiers, and the tables that say the same. */
export function buildMapReport(given: Given): MapReport {
  const { locale, today, organization, filters, all, suppliers, world, worldDrawing, tiers, tierPicture } = given;
  const atRisk = world.countries.filter(({ worst }) => worst === 'high' || worst === 'severe').length;
  const finding = m.suppliers_map_finding({ count: atRisk, total: world.countries.length });
  return {
    format: 'map-report/1',
    locale,
    preparedOn: today,
    organization,
    title: m.map_report_title({ organization }),
    lead: [
      m.map_report_lead({ count: suppliers.length, shown: formatNumber(suppliers.length), all: formatNumber(all), day: formatDate(today) }),
      ...(filters.length > 0 ? [m.map_report_filters({ filters: filters.join('; ') })] : []),
    ],
    figures: [
      {
        title: finding,
        alt: m.map_report_world_alt({ finding }),
        note: m.map_world_source(),
        drawing: worldDrawing,
      },
      { title: m.map_report_tiers(), alt: m.map_report_tiers_alt(), ...tierPicture },
    ],
    tables: [
      countryTable(world),
      tierTable(tiers),
      supplierTable(suppliers),
      ...(world.corridors.length > 0 ? [corridorTable(world)] : []),
    ],
  };
}

type Table = MapReport['tables'][number];
const end = { align: 'end' } as const;

function countryTable({ countries, nowhere }: WorldShown): Table {
  return {
    title: m.map_report_countries(),
    note: nowhere ? m.suppliers_map_nowhere({ count: nowhere.suppliers }) : '',
    columns: [
      { label: m.suppliers_column_country(), share: 30 },
      { label: m.suppliers_list_title(), share: 13, ...end },
      { label: m.suppliers_sites_title(), share: 12, ...end },
      { label: m.map_column_figure(), share: 20, ...end },
      { label: m.suppliers_map_worst(), share: 15 },
      { label: m.suppliers_view_not_scored(), share: 14, ...end },
    ],
    rows: countries.map(({ country, suppliers, sites, figure, worst, scored }) => [
      formatCountry(country),
      formatNumber(suppliers),
      formatNumber(sites),
      figure ? `${formatNumber(shownScore(figure.score))} · ${bandName(figure.band)}` : bandName(null),
      bandName(worst),
      formatNumber(suppliers - scored),
    ]),
  };
}

function tierTable(tiers: readonly TierColumn[]): Table {
  return {
    title: m.map_report_tiers(),
    note: '',
    columns: [
      { label: m.suppliers_column_tier(), share: 24 },
      ...(['severe', 'high', 'elevated', 'moderate', 'low'] as const).map((band) => ({ label: bandName(band), share: 13, ...end })),
      { label: bandName(null), share: 13, ...end },
    ],
    rows: tiers.map(({ tier, total, byBand, notScored }) => [
      tierName(tier, total),
      ...(['severe', 'high', 'elevated', 'moderate', 'low'] as const).map((band) => formatNumber(byBand[band])),
      formatNumber(notScored),
    ]),
  };
}

function supplierTable(suppliers: readonly ShownSupplier[]): Table {
  const worst = [...suppliers]
    .sort((a, b) => (b.score ?? Number.NEGATIVE_INFINITY) - (a.score ?? Number.NEGATIVE_INFINITY))
    .slice(0, mostListed);
  return {
    title: m.map_report_suppliers({ count: worst.length }),
    note:
      suppliers.length > worst.length ? m.map_report_cut({ shown: formatNumber(worst.length), all: formatNumber(suppliers.length) }) : '',
    columns: [
      { label: m.suppliers_column_name(), share: 40 },
      { label: m.suppliers_column_country(), share: 22 },
      { label: m.suppliers_column_tier(), share: 12, ...end },
      { label: m.suppliers_filter_band(), share: 14 },
      { label: m.suppliers_column_risk(), share: 12, ...end },
    ],
    rows: worst.map(({ name, country, tier, band, score }) => [
      name,
      country ? formatCountry(country) : m.shell_unknown(),
      tier === null ? m.shell_unknown() : formatNumber(tier),
      bandName(band),
      score === null ? '–' : formatNumber(shownScore(score)),
    ]),
  };
}

function corridorTable({ corridors }: WorldShown): Table {
  return {
    title: m.map_corridors(),
    note: '',
    columns: [
      { label: m.map_corridor_origin(), share: 30 },
      { label: m.map_corridor_destination(), share: 30 },
      { label: m.map_corridor_providers(), share: 20, ...end },
      { label: m.suppliers_list_title(), share: 20, ...end },
    ],
    rows: corridors.map(({ origin, destination, providers, suppliers }) => [
      formatCountry(origin),
      formatCountry(destination),
      formatNumber(providers),
      formatNumber(suppliers),
    ]),
  };
}
