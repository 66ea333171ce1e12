import { givenText } from '~/platform/http/given-text';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { AuditCalendar } from '~/audits/planning/audit-calendar';
import { AuditTable } from '~/audits/planning/audit-table';
import { listAudits, listMonth } from '~/audits/planning/list-audits.server';
import { auditStatuses } from '~/audits/planning/states';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { CursorPager } from '~/ui/cursor-pager';
import { EmptyState } from '~/ui/empty-state';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:audit');
  const url = new URL(request.url).searchParams;
  const caller = { userId: member.user.id, role: member.role };
  const status = auditStatuses.find((known) => known === url.get('status'));
  const search = url.get('q')?.trim() || undefined;
  const asked = givenText(url, 'month');
  const month = /^20\d\d-(0[1-9]|1[0-2])$/.test(asked)
    ? asked
    : url.get('view') === 'calendar'
      ? new Date().toISOString().slice(0, 7)
      : null;
  const page = await member.inOrganization(async (db) =>
    month
      ? { month, rows: await listMonth(db, { ...caller, month }), before: null, after: null }
      : { month, ...(await listAudits(db, { ...caller, status, search, after: url.get('after'), before: url.get('before') })) },
  );
  return {
    ...page,
    today: new Date().toISOString().slice(0, 10),
    base: `/o/${member.organization.slug}/audits`,
    mayPlan: member.can('plan:audit'),
    isFiltered: Boolean(status || search || url.get('after')),
  };
}

export const meta: MetaFunction = () => [{ title: `${m.audits_title()} · Manumit` }];

export default function Audits() {
  const { rows, month, today, before, after, base, mayPlan, isFiltered } = useLoaderData<typeof loader>();
  const plan = mayPlan && (
    <LinkButton to={`${base}/new`} variant="primary" icon="add">
      {m.audits_plan()}
    </LinkButton>
  );
  const isEmpty = rows.length === 0 && month === null && !isFiltered;
  return (
    <>
      <PageHeader title={m.audits_title()} lead={m.audits_lead()} actions={!isEmpty && plan} />
      {isEmpty ? (
        <EmptyState title={m.audits_empty_title()} actions={plan}>
          {mayPlan ? m.audits_empty_text() : m.audits_empty_own()}
        </EmptyState>
      ) : (
        <>
          <nav aria-label={m.audits_views()} className="mb-4 flex gap-4">
            <View to={base} isCurrent={month === null} label={m.audits_view_list()} />
            <View to={`${base}?view=calendar`} isCurrent={month !== null} label={m.audits_view_calendar()} />
          </nav>
          {month ? (
            <AuditCalendar month={month} today={today} rows={rows} base={base} />
          ) : (
            <>
              <AuditTable rows={rows} base={base} />
              <CursorPager before={before} after={after} shown={rows.length} />
            </>
          )}
        </>
      )}
    </>
  );
}

function View({ to, isCurrent, label }: { to: string; isCurrent: boolean; label: string }) {
  return (
    <Link
      to={to}
      aria-current={isCurrent ? 'page' : undefined}
      className="inline-flex items-center aria-[current=page]:font-semibold aria-[current=page]:no-underline pointer-coarse:min-h-11"
    >
      {label}
    </Link>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
