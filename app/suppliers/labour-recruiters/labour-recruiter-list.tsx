import { Link } from '@remix-run/react';
import { factName } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { formatCountry } from '~/ui/format';
import { DataTable } from '~/ui/data-table';
import { CountryText, Unknown } from '~/ui/values';
import type { LabourRecruiterRow } from './list-labour-recruiters.server';

/** Who recruits for a supplier. */
export function LabourRecruiterList({ providers, base }: { providers: readonly LabourRecruiterRow[]; base: string }) {
  return (
    <DataTable
      caption={m.suppliers_providers_title()}
      rows={providers}
      rowKey={(provider) => provider.partyId}
      empty={<p className="text-muted">{m.suppliers_providers_none()}</p>}
      columns={[
        {
          key: 'name',
          header: m.suppliers_provider(),
          wraps: true,
          cell: (provider) => <Link to={`${base}/labour-recruiters/${provider.publicId}`}>{provider.name}</Link>,
        },
        { key: 'country', header: factName('country'), cell: (provider) => <CountryText code={provider.country} /> },
        { key: 'licence', header: factName('licence'), cell: (provider) => provider.licence ?? <Unknown /> },
        {
          key: 'origins',
          header: factName('originCountries'),
          wraps: true,
          cell: (provider) =>
            provider.originCountries.length > 0 ? provider.originCountries.map((code) => formatCountry(code)).join(', ') : <Unknown />,
        },
        {
          key: 'source',
          header: m.suppliers_source(),
          cell: (provider) => <Link to={`${base}/sources/${provider.sourceId}`}>{m.suppliers_source_open()}</Link>,
        },
      ]}
    />
  );
}
