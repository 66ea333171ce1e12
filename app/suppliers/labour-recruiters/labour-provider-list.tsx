import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { DataTable } from '~/ui/data-table';
import { CountryText, Unknown } from '~/ui/values';
import type { LabourProviderRow } from './list-labour-providers.server';

/** Who recruits for a supplier. */
export function LabourProviderList({ providers, base }: { providers: readonly LabourProviderRow[]; base: string }) {
  return (
    <DataTable
      caption={m.supplier_providers_title()}
      rows={providers}
      rowKey={(provider) => provider.partyId}
      empty={<p className="text-muted">{m.supplier_providers_none()}</p>}
      columns={[
        {
          key: 'name',
          header: m.supplier_provider(),
          wraps: true,
          cell: (provider) => <Link to={`${base}/labour-providers/${provider.publicId}`}>{provider.name}</Link>,
        },
        { key: 'country', header: m.supplier_fact_country(), cell: (provider) => <CountryText code={provider.country} /> },
        { key: 'licence', header: m.supplier_fact_licence(), cell: (provider) => provider.licence ?? <Unknown /> },
        {
          key: 'origins',
          header: m.supplier_fact_origin_countries(),
          wraps: true,
          cell: (provider) =>
            provider.originCountries.length > 0 ? provider.originCountries.map((code) => formatCountry(code)).join(', ') : <Unknown />,
        },
        {
          key: 'source',
          header: m.supplier_source(),
          cell: (provider) => <Link to={`${base}/sources/${provider.sourceId}`}>{m.supplier_source_open()}</Link>,
        },
      ]}
    />
  );
}
