import { Link, useSearchParams } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { BandBadge } from '~/ui/band-badge';
import type { Band } from '#scoring';
import { DataTable } from '~/ui/data-table';
import { CountryText, Unknown } from '~/ui/values';

export type ChooseRow = {
  publicId: string;
  name: string;
  country: string | null;
  tier: number | null;
  band: Band | null;
  email: string | null;
  isOut: boolean;
};

/** The filtered suppliers, each with a link to exclude or include it; all state is in the address. */
export function ChooseTable({ rows }: { rows: readonly ChooseRow[] }) {
  const [params] = useSearchParams();
  const toggled = ({ publicId, isOut }: ChooseRow) => {
    const next = new URLSearchParams(params);
    next.delete('except');
    for (const other of params.getAll('except')) if (other !== publicId) next.append('except', other);
    if (!isOut) next.append('except', publicId);
    return `?${next}`;
  };
  return (
    <DataTable
      caption={m.campaigns_chosen_caption()}
      rows={rows}
      rowKey={({ publicId }) => publicId}
      empty={<p className="py-6 text-muted">{m.campaigns_none_chosen()}</p>}
      columns={[
        {
          key: 'name',
          header: m.responses_column_supplier(),
          wraps: true,
          cell: ({ name, isOut }) => (isOut ? <s>{name}</s> : name),
        },
        { key: 'band', header: m.suppliers_filter_band(), cell: ({ band }) => <BandBadge band={band} /> },
        { key: 'country', header: m.requests_column_country(), isWideOnly: true, cell: ({ country }) => <CountryText code={country} /> },
        { key: 'tier', header: m.requests_column_tier(), align: 'end', isWideOnly: true, cell: ({ tier }) => tier ?? <Unknown /> },
        { key: 'email', header: m.requests_email(), isWideOnly: true, cell: ({ email }) => email ?? m.requests_no_address() },
        {
          key: 'act',
          header: m.accounts_members_actions(),
          cell: (row) => (
            <Link
              to={toggled(row)}
              preventScrollReset
              rel="nofollow"
              aria-label={row.isOut ? m.campaigns_take_in_named(row) : m.campaigns_take_out_named(row)}
            >
              {row.isOut ? m.campaigns_take_in() : m.campaigns_take_out()}
            </Link>
          ),
        },
      ]}
    />
  );
}
