import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber, formatPercent } from '~/ui/format';
import { KeyValueList } from '~/ui/key-value';
import { Unknown } from '~/ui/values';
import { type Concentration, type ConcentrationLevel, concentrationLevel } from './concentration';
import type { ConcentrationFound, Part } from './read-concentration.server';

/** The highest of the levels by what it was found, in a line. */
export function concentrationStatus({ byCountry, byGroup }: ConcentrationFound): string {
  const found = [
    { label: m.supply_chain_by_country_spend(), index: byCountry.spend.index },
    { label: m.supply_chain_by_country_suppliers(), index: byCountry.suppliers.index },
    { label: m.supply_chain_by_group_spend(), index: byGroup.spend.index },
    { label: m.supply_chain_by_group_suppliers(), index: byGroup.suppliers.index },
  ];
  const [highest] = found
    .flatMap(({ label, index }) => (index === null ? [] : [{ label, index }]))
    .sort((first, second) => second.index - first.index);
  return highest ? `${highest.label}: ${concentrationLabel(highest.index)}` : m.shell_unknown();
}

/** How unevenly the chain is spread over countries and groups, by suppliers and by direct spend. */
export function ConcentrationSection({ found, map }: { found: ConcentrationFound; map: string }) {
  const { byCountry, byGroup, suppliers, spendKnown } = found;
  return (
    <div className="grid grid-cols-1 gap-6">
      <KeyValueList
        columns={2}
        pairs={[
          { key: 'cs', label: m.supply_chain_by_country_suppliers(), value: <Index of={byCountry.suppliers} /> },
          { key: 'gs', label: m.supply_chain_by_group_suppliers(), value: <Index of={byGroup.suppliers} /> },
          { key: 'cp', label: m.supply_chain_by_country_spend(), value: <Index of={byCountry.spend} /> },
          { key: 'gp', label: m.supply_chain_by_group_spend(), value: <Index of={byGroup.spend} /> },
        ]}
      />
      <p className="max-w-prose text-muted">
        {m.supply_chain_index_words()}{' '}
        {m.supply_chain_index_coverage({
          country: formatNumber(found.withoutCountry),
          group: formatNumber(found.withoutGroup),
          spend: formatPercent(spendKnown),
        })}
      </p>
      <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
        <PartTable
          caption={m.supply_chain_countries()}
          header={m.suppliers_column_country()}
          parts={byCountry.parts}
          suppliers={suppliers}
          nameOf={(name) => <Link to={`${map}?country=${name}`}>{formatCountry(name)}</Link>}
        />
        <PartTable
          caption={m.supply_chain_groups()}
          header={m.supply_chain_parent_company()}
          parts={byGroup.parts}
          suppliers={suppliers}
          nameOf={(name) => name}
        />
      </div>
    </div>
  );
}

const levelWords = {
  low: m.supply_chain_index_low,
  moderate: m.supply_chain_index_moderate,
  high: m.supply_chain_index_high,
} satisfies Record<ConcentrationLevel, (inputs: { index: string }) => string>;

/** "Moderate concentration (HHI 1,480)". */
export const concentrationLabel = (index: number): string => levelWords[concentrationLevel(index)]({ index: formatNumber(index) });

function Index({ of: { index } }: { of: Concentration }) {
  if (index === null) return <Unknown />;
  return <strong>{concentrationLabel(index)}</strong>;
}

function PartTable({
  caption,
  header,
  parts,
  suppliers,
  nameOf,
}: {
  caption: string;
  header: string;
  parts: readonly Part[];
  suppliers: number;
  nameOf: (name: string) => ReactNode;
}) {
  return (
    <DataTable
      caption={caption}
      isCaptionShown
      rows={parts}
      rowKey={({ name }) => name}
      empty={<p className="text-muted">{m.supply_chain_parts_none()}</p>}
      columns={[
        { key: 'name', header, wraps: true, cell: ({ name }) => nameOf(name) },
        { key: 'suppliers', header: m.suppliers_list_title(), align: 'end', cell: ({ suppliers: count }) => formatNumber(count) },
        {
          key: 'share',
          header: m.supply_chain_share_suppliers(),
          align: 'end',
          cell: ({ suppliers: count }) => formatPercent(suppliers === 0 ? 0 : count / suppliers, { digits: 1 }),
        },
        {
          key: 'spend',
          header: m.supply_chain_share_spend(),
          align: 'end',
          cell: ({ spend }) => (spend === 0 ? <Unknown /> : formatPercent(spend, { digits: 1 })),
        },
      ]}
    />
  );
}
