import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { listReads, type ReadRow } from '~/sharing/access-log/list-reads.server';
import { wayLabel } from '~/sharing/access-log/labels';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { DataTable } from '~/ui/data-table';
import { formatNumber } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:response');
  const organizationId = member.organization.id;
  const url = new URL(request.url).searchParams;
  const [sharedAfter, readAfter] = [url.get('shared') ?? undefined, url.get('read') ?? undefined];
  return member.inOrganization(async (db) => ({
    shared: await listReads(db, { organizationId, side: 'shared', after: sharedAfter }),
    read: await listReads(db, { organizationId, side: 'read', after: readAfter }),
  }));
}

export const meta: MetaFunction = () => [{ title: `${m.shared_access_log_title()} · Manumit` }];

export default function Reads() {
  const { shared, read } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.shared_access_log_title()} lead={m.shared_access_reads_lead()} />
      <Section title={m.shared_access_log_shared()} lead={m.shared_access_log_shared_lead()}>
        <Log caption={m.shared_access_log_shared()} rows={shared.rows} partyHeader={m.shared_access_column_reader()} />
        {shared.next && <LinkButton to={`?shared=${encodeURIComponent(shared.next)}`}>{m.shared_access_log_older()}</LinkButton>}
      </Section>
      <Section title={m.shared_access_log_read()} lead={m.shared_access_log_read_lead()}>
        <Log caption={m.shared_access_log_read()} rows={read.rows} partyHeader={m.shared_access_column_granter()} withPeople />
        {read.next && <LinkButton to={`?read=${encodeURIComponent(read.next)}`}>{m.shared_access_log_older()}</LinkButton>}
      </Section>
    </>
  );
}

type Row = Omit<ReadRow, 'day' | 'at'> & { day: Date | string; at: Date | string };

function Log({
  caption,
  rows,
  partyHeader,
  withPeople = false,
}: {
  caption: string;
  rows: readonly Row[];
  partyHeader: string;
  withPeople?: boolean;
}) {
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ id }) => id}
      empty={<p className="text-muted">{m.shared_access_reads_none()}</p>}
      columns={[
        { key: 'day', header: m.shared_access_column_day(), cell: ({ day }) => <DateText value={day} /> },
        { key: 'party', header: partyHeader, wraps: true, cell: ({ party }) => party ?? m.shell_unknown() },
        ...(withPeople
          ? [
              {
                key: 'person',
                header: m.shared_access_column_reader(),
                wraps: true,
                cell: ({ person }: Row) => person ?? m.shell_unknown(),
              },
            ]
          : []),
        {
          key: 'what',
          header: m.shared_access_column_questionnaire(),
          wraps: true,
          isWideOnly: true,
          cell: ({ instrument }) => instrument ?? m.shell_unknown(),
        },
        {
          key: 'section',
          header: m.shared_access_column_section(),
          cell: ({ section }) => (section === '' ? m.shared_access_section_all() : section),
        },
        { key: 'how', header: m.shared_access_column_how(), cell: ({ how }) => wayLabel(how) },
        { key: 'times', header: m.shared_access_column_times(), align: 'end', cell: ({ times }) => formatNumber(times) },
      ]}
    />
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
