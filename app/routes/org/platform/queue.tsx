import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData, useSearchParams } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { isAtTime, isQueueFiltered, lastDayOf, queueWhens, readQueueFilter } from '~/platform/queue/queue-filter';
import { QueueList, QueueRest, whenLabel } from '~/platform/queue/queue-list';
import { queueKindsOf, readQueue } from '~/platform/queue/read-queue.server';
import { LinkButton } from '~/ui/button';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { organization, user, role, inOrganization } = await requireMember(request, params);
  const filter = readQueueFilter(new URL(request.url).searchParams);
  const now = new Date(Date.now());
  const today = now.toISOString().slice(0, 10);
  const reader = { userId: user.id, organizationId: organization.id, role, today, until: lastDayOf(filter.when, today), now };
  const { items, kinds, total } = await inOrganization((db) =>
    readQueue(db, reader, {
      perKind: isQueueFiltered(filter) ? 200 : 20,
      ...(filter.kind === null ? {} : { kinds: [filter.kind], isGrouped: false }),
      assigned: filter.assigned,
    }),
  );
  const shown = items.filter((item) => isAtTime(item, filter.when, today));
  return {
    base: `/o/${organization.slug}`,
    today,
    items: shown,
    total: filter.when === null ? total : shown.reduce((sum, { count }) => sum + count, 0),
    // Filtered by one kind of date, the number of omitted tasks is unknown.
    kinds: filter.when === null ? kinds : [],
    offered: queueKindsOf(reader),
    isFiltered: isQueueFiltered(filter),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.queue_title()} · Manumit` }];

export default function QueuePage() {
  const { base, today, items, total, kinds, offered, isFiltered } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  return (
    <div className="max-w-4xl">
      <PageHeader
        title={m.queue_title()}
        lead={m.queue_lead()}
        actions={
          items.length > 0 && (
            <LinkButton to={`${base}/queue/export?${params}`} reloadDocument icon="download">
              {m.queue_export()}
            </LinkButton>
          )
        }
      />
      <FilterBar
        filters={[
          {
            ...{ name: 'kind', label: m.queue_kind(), empty: m.queue_kind_any() },
            options: offered.map(({ kind, label }) => ({ value: kind, label })),
          },
          {
            ...{ name: 'when', label: m.queue_when(), empty: m.queue_when_any() },
            options: queueWhens.map((value) => ({ value, label: whenLabel(value) })),
          },
          {
            ...{ name: 'assigned', label: m.queue_assigned(), empty: m.queue_assigned_any() },
            options: [
              { value: 'me', label: m.queue_assigned_me() },
              { value: 'organization', label: m.queue_assigned_organization() },
            ],
          },
        ]}
      />
      {items.length === 0 ? (
        <EmptyState title={isFiltered ? m.queue_none_filtered() : m.queue_none()} />
      ) : (
        <>
          <p className="mb-2 text-muted">{m.queue_count({ count: total })}</p>
          <QueueList items={items} today={today} base={base} level={2} />
          <QueueRest kinds={kinds} items={items} base={base} />
        </>
      )}
    </div>
  );
}
