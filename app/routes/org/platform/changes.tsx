import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { m } from '~/paraglide/messages';
import { homeOf } from '~/platform/changes/home-of';
import { countUnlisted } from '~/platform/changes/count-unlisted.server';
import { lastVisit } from '~/platform/changes/last-visit.server';
import { readChangesFilter } from '~/platform/changes/changes-filter';
import { listChanges } from '~/platform/changes/read-changes.server';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { formatNumber, formatWeekday } from '~/ui/format';
import { PageHeader, Section } from '~/ui/page-header';
import { DateText } from '~/ui/values';

/** Of one kind alone more are shown than of several. */
const most = { alone: 200, together: 50 } as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params);
  const { user, can, organization, inOrganization } = member;
  const today = new Date(Date.now()).toISOString().slice(0, 10);
  const asked = readChangesFilter(new URL(request.url).searchParams, today);
  const found = await inOrganization(async (db) => {
    const since = asked.since ?? (await lastVisit(db, { userId: user.id, today })) ?? asked.usual;
    const reader = { userId: user.id, can, home: homeOf(member), since, today };
    const perKind = asked.kind === null ? most.together : most.alone;
    const changes = await listChanges(db, reader, { kind: asked.kind, perKind });
    const unlisted = asked.kind === null ? await countUnlisted(db, reader, changes) : 0;
    return { since, changes, unlisted };
  });
  return { ...found, today, kind: asked.kind, base: `/o/${organization.slug}` };
}

export const meta: MetaFunction = () => [{ title: `${m.changes_name()} · Manumit` }];

export default function Changes() {
  const { since, today, kind, changes, unlisted, base } = useLoaderData<typeof loader>();
  const day = formatWeekday(since, { today });
  return (
    <div className="max-w-4xl">
      <PageHeader title={m.changes_title({ day })} lead={m.changes_lead()} />
      <FilterBar
        filters={[
          { name: 'since', label: m.changes_since_filter(), kind: 'day' },
          { name: 'kind', label: changes[0]?.label ?? m.changes_kind(), kind: 'elsewhere' },
        ]}
      />
      {unlisted > 0 && (
        <p className="mb-4">
          <Link to={`${base}/notifications`}>
            {changes.length > 0 ? m.changes_more_notifications({ count: unlisted }) : m.changes_notifications({ count: unlisted })}
          </Link>
        </p>
      )}
      {changes.length === 0 && unlisted === 0 && (
        <EmptyState title={kind === null ? m.changes_none({ day }) : m.changes_none_kind({ day })}>{m.changes_period()}</EmptyState>
      )}
      {changes.map(({ kind: each, label, count, rows }) => (
        <Section key={each} title={capital(label)} id={each}>
          <ul className="-mt-3">
            {rows.map(({ id, subject, detail, path, on }) => (
              <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-baseline gap-x-4 border-b border-line py-1.5">
                <span className="min-w-0">
                  <Link to={`${base}/${path}`} className="font-semibold text-ink no-underline hover:underline">
                    <bdi>{subject}</bdi>
                  </Link>
                  {detail !== '' && <span className="block text-xs text-muted">{detail}</span>}
                </span>
                <span className="whitespace-nowrap text-xs text-muted">
                  <DateText value={on} />
                </span>
              </li>
            ))}
          </ul>
          {count > rows.length && (
            <p className="mt-2 text-xs text-muted">
              {m.changes_rest({ shown: formatNumber(rows.length), total: formatNumber(count) })}{' '}
              {kind === null && <Link to={`?since=${since}&kind=${each}`}>{m.queue_all()}</Link>}
            </p>
          )}
        </Section>
      ))}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
