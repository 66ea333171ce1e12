import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useSearchParams } from '@remix-run/react';
import { z } from 'zod';
import { requireMember } from '~/access/require-member.server';
import { listNotifications, markRead } from '~/platform/notifications/list-notifications.server';
import { notificationKinds } from '~/platform/notifications/notification-events';
import { NotificationList } from '~/platform/notifications/notification-list';
import { kindLabel } from '~/platform/notifications/notification-labels';
import { zoneOf } from '~/platform/notifications/settings.server';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { m } from '~/paraglide/messages';
import { Button, LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { FilterBar } from '~/ui/filter-bar';
import { Form } from '~/ui/form';
import { PageHeader } from '~/ui/page-header';
import { pageHref, parseTableState } from '~/ui/table-state';

const table = { sorts: ['time'], defaultSort: { key: 'time', direction: 'descending' } } as const;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, can, organization, inOrganization } = await requireMember(request, params);
  const search = new URL(request.url).searchParams;
  const { cursor } = parseTableState(search, table);
  const after = cursor && 'after' in cursor ? cursor.after : undefined;
  const kind = notificationKinds.find((known) => known === search.get('kind'));
  const list = await inOrganization(async (db) => ({
    ...(await listNotifications(db, { userId: user.id, can, kind, cursor: after })),
    zone: await zoneOf(db, user.id),
  }));
  return { ...list, isFirst: after === undefined, base: `/o/${organization.slug}` };
}

const actFields = z.union([z.object({ intent: z.literal('read'), id: z.uuid() }), z.object({ intent: z.literal('read-all') })]);

/** Marks one notification, or all, as read. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params);
  const read = actFields.safeParse(Object.fromEntries(await readForm(request)));
  if (!read.success) return data(null, { status: 422 });
  const id = read.data.intent === 'read' ? read.data.id : null;
  const isKnown = await inOrganization((db) => markRead(db, { userId: user.id, id, now: new Date(Date.now()) }));
  if (!isKnown) throw notFound();
  return redirectWithFlash(`/o/${organization.slug}/notifications`, { tone: 'success', text: m.notifications_marked() });
}

export const meta: MetaFunction = () => [{ title: `${m.notifications_title()} · Manumit` }];

export default function Notifications() {
  const { notifications, next, zone, isFirst, base } = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  return (
    <>
      <PageHeader
        title={m.notifications_title()}
        lead={m.notifications_lead()}
        actions={
          <>
            {notifications.some(({ isRead }) => !isRead) && (
              <Form method="post">
                <Button name="intent" value="read-all">
                  {m.notifications_mark_all()}
                </Button>
              </Form>
            )}
            <LinkButton to={`${base}/settings/notifications`} variant="quiet" icon="settings">
              {m.notifications_settings()}
            </LinkButton>
          </>
        }
      />
      <FilterBar
        filters={[
          {
            name: 'kind',
            label: m.notifications_kind(),
            empty: m.notifications_kind_any(),
            options: notificationKinds.map((kind) => ({ value: kind, label: kindLabel(kind) })),
          },
        ]}
      />
      {notifications.length === 0 ? (
        params.has('kind') ? (
          <EmptyState title={m.notifications_none_filtered()} actions={<Link to="?">{m.shell_clear_all()}</Link>} />
        ) : (
          <EmptyState
            title={m.notifications_none()}
            actions={<Link to={`${base}/settings/notifications`}>{m.notifications_settings()}</Link>}
          >
            {m.notifications_none_text()}
          </EmptyState>
        )
      ) : (
        <NotificationList notifications={notifications} base={base} zone={zone} />
      )}
      {(notifications.length > 0 || !isFirst) && <CursorPager before={null} after={next} shown={notifications.length} />}
      {!isFirst && (
        <p className="mt-2">
          <Link to={pageHref(params, null)}>{m.shell_pager_first()}</Link>
        </p>
      )}
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
