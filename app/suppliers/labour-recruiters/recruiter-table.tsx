import { Link } from '@remix-run/react';
import { factName } from '~/suppliers/facts/fact-labels';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatCountry, formatNumber } from '~/ui/format';
import { CountryText, DateText, Unknown } from '~/ui/values';
import { corridorName } from './corridor-name';
import type { RecruiterRow } from './list-recruiters.server';
import { licenceStateName, statusName } from '~/suppliers/facts/recruiter-labels';

/** The labour recruiters of an organization: where they recruit, whether their licences are valid, their status, for how many suppliers. */
export function RecruiterTable({ rows, base, isFiltered }: { rows: readonly RecruiterRow[]; base: string; isFiltered: boolean }) {
  return (
    <DataTable
      caption={m.supply_links_nav_providers()}
      rows={rows}
      rowKey={({ partyId }) => partyId}
      isStacked
      empty={<p className="text-muted">{isFiltered ? m.supply_links_providers_not_found() : m.supply_links_providers_none()}</p>}
      columns={[
        {
          key: 'name',
          header: factName('name'),
          wraps: true,
          cell: ({ name, publicId, country }) => (
            <>
              <Link to={`${base}/labour-recruiters/${publicId}`}>{name}</Link>
              <span className="block text-xs text-muted">
                <CountryText code={country} />
              </span>
            </>
          ),
        },
        {
          key: 'corridors',
          header: m.supply_links_corridors(),
          wraps: true,
          isWideOnly: true,
          cell: ({ corridors }) => (corridors.length === 0 ? <Unknown /> : corridors.map((key) => corridorName(endsOf(key))).join('; ')),
        },
        {
          key: 'licences',
          header: m.supply_links_licences(),
          wraps: true,
          cell: ({ licences }) =>
            licences.length === 0 ? (
              <Unknown />
            ) : (
              licences
                .map(({ country, state }) => m.shell_named({ name: formatCountry(country), text: licenceStateName(state) }))
                .join('; ')
            ),
        },
        {
          key: 'status',
          header: m.supply_links_status(),
          wraps: true,
          cell: ({ status, hasProposal }) =>
            [status ? statusName(status) : m.supply_links_status_open(), hasProposal ? m.supply_links_status_pending() : null]
              .filter(Boolean)
              .join(', '),
        },
        {
          key: 'assessed',
          header: m.recruiter_reviews_last_assessed(),
          isWideOnly: true,
          cell: ({ assessedOn }) => <DateText value={assessedOn} />,
        },
        { key: 'for', header: m.supply_links_recruits_for_count(), align: 'end', cell: ({ recruitsFor }) => formatNumber(recruitsFor) },
        {
          key: 'agents',
          header: m.supply_links_sub_agents(),
          align: 'end',
          isWideOnly: true,
          cell: ({ subAgents }) => formatNumber(subAgents),
        },
      ]}
    />
  );
}

function endsOf(key: string): { origin: string; destination: string } {
  const [origin = '', destination = ''] = key.split('-');
  return { origin, destination };
}
