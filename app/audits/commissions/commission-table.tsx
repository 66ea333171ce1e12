import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { m } from '~/paraglide/messages';
import { type Column, DataTable } from '~/ui/data-table';
import { formatCountry, formatDate } from '~/ui/format';
import type { Sort } from '~/ui/table-state';
import { announcementLabel } from '../planning/labels';
import { commissionStatusLabel } from './labels';
import type { CommissionRow } from './list-commissions.server';

/** Two days as one text. */
export const daysText = (from: string, to: string): string => (from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`);

/** Commissions as a table; `sort` makes its heads links. `isFirm`: the other side of each is a client. */
export function CommissionTable({
  rows,
  base,
  sort,
  isFirm,
  empty,
}: {
  rows: readonly CommissionRow[];
  base: string;
  sort?: Sort;
  isFirm: boolean;
  empty: ReactNode;
}) {
  const columns: Column<CommissionRow>[] = [
    {
      key: 'number',
      header: m.audits_number(),
      sortKey: 'created',
      isRowHeader: true,
      cell: ({ id, number, party }) => (
        <Link to={`${base}/commissions/${id}`} aria-label={isFirm ? `${number}, ${party}` : undefined}>
          {number}
        </Link>
      ),
    },
    // Two clients number theirs alike: the client is beside the number.
    {
      key: 'party',
      header: isFirm ? m.commissions_client() : m.commissions_firm(),
      sortKey: 'party',
      wraps: 'short',
      cell: ({ party }) => <bdi>{party}</bdi>,
    },
    {
      key: 'supplier',
      header: m.commissions_site(),
      sortKey: 'supplier',
      wraps: true,
      cell: ({ supplier, site, city, country }) => (
        <span className="grid gap-0.5">
          <bdi>{site ?? supplier}</bdi>
          <span className="text-xs text-muted">
            {[site === null ? null : supplier, city, country && formatCountry(country)].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'wanted',
      header: m.commissions_wanted(),
      sortKey: 'wanted',
      wraps: 'short',
      cell: (row) => daysText(row.wantedFrom, row.wantedTo),
    },
    {
      key: 'agreed',
      header: m.commissions_agreed(),
      sortKey: 'agreed',
      wraps: 'short',
      cell: ({ startsOn, endsOn }) => (startsOn && endsOn ? daysText(startsOn, endsOn) : '—'),
    },
    { key: 'announcement', header: m.audits_announcement(), isWideOnly: true, cell: (row) => announcementLabel(row.announcement) },
    {
      key: 'status',
      header: m.audits_status(),
      wraps: 'short',
      cell: ({ status, side, auditNumber }) => (
        <>
          {commissionStatusLabel(status, side)}
          {auditNumber && <span className="block text-xs text-muted">{m.audits_named({ number: auditNumber })}</span>}
        </>
      ),
    },
  ];
  return (
    <DataTable
      {...{ caption: m.commissions_title(), columns, rows, empty, isStacked: true }}
      rowKey={({ id }) => id}
      {...(sort ? { sort } : {})}
    />
  );
}
