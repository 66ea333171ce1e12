import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { bands } from '#scoring';
import { countryOptions } from '~/suppliers/facts/country-options';
import { categories, products, projectSectors } from '~/lending/deal-record/states';
import { productLabel } from '~/lending/deal-record/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';
import { Tabs } from '~/ui/tabs';
import { atRiskChoice, designations, filterQuery, none, dealStatuses } from './filter';
import type { FrameRead } from './frame.server';
import { keyLabel, dealStatusLabel } from './labels';

/** Heading, filters and tabs of all portfolio pages; the filter is in the address and kept between tabs. */
export function PortfolioFrame({ frame, children }: { frame: FrameRead; children: ReactNode }) {
  const { filter, countries, partyName, base, mayExport } = frame;
  const here = `${base}/portfolio`;
  const query = filterQuery(filter);
  const options = (values: readonly string[], word: (value: string) => string) => values.map((value) => ({ value, label: word(value) }));
  return (
    <>
      <PageHeader
        title={m.portfolio_title()}
        lead={m.portfolio_lead()}
        actions={
          mayExport && (
            <LinkButton to={`${here}/export${query}`} icon="download" reloadDocument>
              {m.portfolio_export()}
            </LinkButton>
          )
        }
      />
      <FilterBar
        filters={[
          {
            ...{ name: 'standing', label: m.portfolio_standing(), empty: dealStatusLabel('live') },
            options: dealStatuses.flatMap((value) => (value === 'live' ? [] : [{ value, label: dealStatusLabel(value) }])),
          },
          { name: 'band', label: m.deals_risk(), options: options([...bands, atRiskChoice, none], (value) => keyLabel('band', value)) },
          {
            name: 'category',
            label: m.deals_category(),
            options: options([...categories, none], (value) => (value === none ? keyLabel('category', value) : value)),
          },
          { name: 'sector', label: m.deals_sector(), options: options(projectSectors, (value) => keyLabel('sector', value)) },
          { name: 'country', label: m.deals_country(), options: countryOptions(countries) },
          { name: 'designation', label: m.deals_designation(), options: options(designations, (value) => keyLabel('designation', value)) },
          { name: 'product', label: m.deals_product(), options: options(products, productLabel) },
          { name: 'party', label: m.portfolio_with_party({ name: partyName ?? '' }), kind: 'elsewhere' },
        ]}
      />
      <Tabs
        label={m.portfolio_tabs()}
        tabs={[
          { to: `${here}${query}`, label: m.portfolio_tab_exposure(), end: true },
          { to: `${here}/deals${query}`, label: m.portfolio_tab_transactions() },
          { to: `${here}/watch${query}`, label: m.portfolio_tab_watch() },
          { to: `${here}/concentration${query}`, label: m.portfolio_tab_concentration() },
          { to: `${here}/map${query}`, label: m.portfolio_tab_map() },
          { to: `${here}/trend${query}`, label: m.portfolio_tab_trend() },
          { to: `${here}/what-if${query}`, label: m.portfolio_tab_what_if() },
        ]}
      />
      {children}
    </>
  );
}

/** Shown instead of figures where no deal matches, with a link that clears the filter. */
export function NothingHere({ frame }: { frame: FrameRead }) {
  // Each deal has a host country: where none occurs, there is no deal at all.
  if (frame.countries.length === 0)
    return (
      <EmptyState title={m.deals_empty_title()} actions={<LinkButton to={`${frame.base}/deals`}>{m.deals_title()}</LinkButton>}>
        {m.deals_empty_text()}
      </EmptyState>
    );
  return (
    <p className="py-6 text-muted">
      {m.portfolio_nothing()} <Link to={`${frame.base}/portfolio`}>{m.portfolio_show_all()}</Link>
    </p>
  );
}
