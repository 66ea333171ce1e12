import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { ActivityTimeline } from '~/activity-log/activity-timeline';
import { listActivity, listActivityFilters } from '~/activity-log/list-activity.server';
import { recordKindName } from '~/activity-log/labels';
import { m } from '~/paraglide/messages';
import { CursorPager } from '~/ui/cursor-pager';
import { FilterBar } from '~/ui/filter-bar';
import { PageHeader } from '~/ui/page-header';
import { parseTableState } from '~/ui/table-state';

/** So that a page of them is at most about three screens long. */
const shownAtOnce = 20;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inOrganization, organization, user, role } = await requireMember(request, params, 'read:activity');
  const { filters, cursor } = parseTableState(new URL(request.url).searchParams, {
    sorts: ['at'],
    defaultSort: { key: 'at', direction: 'descending' },
    filters: { kind: 'any', person: 'any' },
  });
  const person = z.uuid().safeParse(filters.person?.[0]);
  return inOrganization(async (db) => ({
    slug: organization.slug,
    page: await listActivity(db, {
      recordKind: filters.kind?.[0],
      userId: person.data,
      cursor,
      limit: shownAtOnce,
      reader: { userId: user.id, role },
    }),
    ...(await listActivityFilters(db)),
    isFiltered: filters.kind !== undefined || person.success,
  }));
}

export const meta: MetaFunction = () => [{ title: `${m.accounts_activity_title()} · Manumit` }];

export default function OrganizationActivity() {
  const { slug, page, recordKinds, people, isFiltered } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHeader title={m.accounts_activity_title()} lead={m.accounts_activity_lead()} />
      <FilterBar
        filters={[
          {
            name: 'kind',
            label: m.accounts_activity_kind(),
            options: recordKinds.map((value) => ({ value, label: recordKindName(value) })),
          },
          {
            name: 'person',
            label: m.accounts_activity_person(),
            options: people.map(({ id, name }) => ({ value: id, label: name ?? m.accounts_activity_by_former() })),
          },
        ]}
      />
      <ActivityTimeline
        events={page.events}
        base={`/o/${slug}`}
        empty={isFiltered ? m.accounts_activity_none_found() : m.accounts_activity_none()}
      />
      <CursorPager before={page.before} after={page.after} shown={page.events.length} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
