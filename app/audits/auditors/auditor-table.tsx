import { Link } from '@remix-run/react';
import { m } from '~/paraglide/messages';
import { DataTable } from '~/ui/data-table';
import { formatDate, formatLanguage, formatList, formatNumber } from '~/ui/format';
import { bookingLabel, credentialKindLabel } from './labels';
import { expiryNoticeDays } from './lists';
import type { AuditorRow } from './read-auditors.server';

/** The state of a credential on a day: expired, expiring within the notice, or valid. */
export function CredentialDate({ validUntil, today }: { validUntil: string; today: string }) {
  const days = Math.round((Date.parse(validUntil) - Date.parse(today)) / 86_400_000);
  if (days < 0) return <span className="font-semibold text-danger">{m.auditors_expired({ date: formatDate(validUntil) })}</span>;
  if (days <= expiryNoticeDays) return <span className="text-warning">{m.auditors_expires({ date: formatDate(validUntil), days })}</span>;
  return <span>{m.auditors_valid_until({ date: formatDate(validUntil) })}</span>;
}

/** Auditors with credentials, languages and their next booking. */
export function AuditorTable({ rows, base, today }: { rows: readonly AuditorRow[]; base: string; today: string }) {
  return (
    <DataTable
      caption={m.auditors_title()}
      rows={rows}
      rowKey={({ userId }) => userId}
      isStacked
      columns={[
        {
          key: 'name',
          header: m.audits_team_name(),
          isRowHeader: true,
          cell: ({ userId, name }) => (
            <Link to={`${base}/auditors/${userId}`}>
              <bdi>{name}</bdi>
            </Link>
          ),
        },
        {
          key: 'credentials',
          header: m.auditors_credentials(),
          wraps: true,
          cell: ({ credentials }) =>
            credentials.length === 0 ? (
              <span className="text-muted">{m.auditors_credentials_none()}</span>
            ) : (
              <ul className="grid gap-0.5">
                {credentials.map(({ id, kind, validUntil }) => (
                  <li key={id}>
                    {credentialKindLabel(kind)}{' '}
                    <span className="text-xs">
                      <CredentialDate validUntil={validUntil} today={today} />
                    </span>
                  </li>
                ))}
              </ul>
            ),
        },
        {
          key: 'languages',
          header: m.audits_team_languages(),
          wraps: 'short',
          cell: ({ credentials }) =>
            formatList([...new Set(credentials.flatMap(({ languages }) => languages))].map((code) => formatLanguage(code))) || '—',
        },
        {
          key: 'next',
          header: m.auditors_next(),
          wraps: 'short',
          cell: ({ next }) => (next ? `${bookingLabel(next)}, ${formatDate(next.startsOn)}` : '—'),
        },
        { key: 'days', header: m.auditors_booked_days(), align: 'end', cell: ({ bookedDays }) => formatNumber(bookedDays) },
      ]}
    />
  );
}
