import { Link } from '@remix-run/react';
import { bands } from '#scoring';
import { countryOptions } from '~/suppliers/facts/country-options';
import { BasisShort, StateImposedMark } from '~/risk/supplier-pages/score-cells';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import { ScoreWithInterval } from '~/ui/score-tile';
import { DataTable } from '~/ui/data-table';
import { FilterBar } from '~/ui/filter-bar';
import { formatCountry, formatList } from '~/ui/format';
import { MoneyText } from '~/ui/values';
import type { DealRow } from './list-deals.server';
import { categories, products, dealStates } from '~/lending/deal-record/states';
import { productLabel, stateLabel } from '~/lending/deal-record/labels';

export type ShownDeal = Omit<DealRow, 'openedAt'>;

/** The deals as a table with search and filters; all state is in the address. */
export function DealTable({ rows, base, countries }: { rows: readonly ShownDeal[]; base: string; countries: readonly string[] }) {
  const options = (values: readonly string[], word: (value: string) => string) => values.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <FilterBar
        searchLabel={m.deals_search()}
        searchHint={m.deals_search_hint()}
        filters={[
          { name: 'status', label: m.deals_status(), options: options(dealStates, stateLabel) },
          { name: 'category', label: m.deals_category(), options: options(categories, (value) => value) },
          { name: 'product', label: m.deals_product(), options: options(products, productLabel) },
          { name: 'country', label: m.deals_country(), options: countryOptions(countries) },
        ]}
      />
      <DataTable
        caption={m.deals_title()}
        rows={rows}
        rowKey={({ id }) => id}
        isStacked
        empty={<p className="py-8 text-muted">{m.deals_empty_filtered()}</p>}
        columns={[
          { key: 'number', header: m.deals_number(), cell: ({ id, number }) => <Link to={`${base}/deals/${id}`}>{number}</Link> },
          {
            key: 'project',
            header: m.deals_project(),
            wraps: true,
            cell: ({ projectName, client }) => (
              <>
                <bdi>{projectName}</bdi>
                <span className="block text-muted">
                  <bdi>{client.name}</bdi>
                </span>
              </>
            ),
          },
          { key: 'status', header: m.deals_status(), wraps: 'short', cell: ({ status }) => stateLabel(status) },
          {
            key: 'category',
            header: m.deals_category(),
            cell: ({ category }) => category ?? <span className="text-muted">{m.deals_category_none()}</span>,
          },
          { key: 'product', header: m.deals_product(), isWideOnly: true, wraps: 'short', cell: ({ product }) => productLabel(product) },
          {
            key: 'countries',
            header: m.deals_countries(),
            isWideOnly: true,
            wraps: 'short',
            cell: ({ hostCountries }) => formatList(hostCountries.map((code) => formatCountry(code))),
          },
          {
            key: 'commitment',
            header: m.deals_commitment(),
            align: 'end',
            isWideOnly: true,
            cell: ({ commitmentMinor, currency }) => <MoneyText value={commitmentMinor} currency={currency} />,
          },
          {
            key: 'risk',
            header: m.deals_risk(),
            cell: ({ score }) => (
              <span className="flex flex-wrap items-baseline gap-x-2">
                <BandBadge band={bands.find((band) => band === score?.band) ?? null} />
                {score && <ScoreWithInterval score={score.score} low={score.low} high={score.high} />}
                {score?.isStateImposed && <StateImposedMark />}
                {score?.basis && (
                  <span className="w-full text-xs text-muted">
                    <BasisShort basis={score.basis} />
                  </span>
                )}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
