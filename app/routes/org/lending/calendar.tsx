import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, useLocation } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { calendarFilter } from '~/lending/monitoring/calendar-filter';
import { CalendarTable } from '~/lending/monitoring/calendar-table';
import { readCalendar } from '~/lending/monitoring/read-calendar.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { m } from '~/paraglide/messages';
import { LinkButton } from '~/ui/button';
import { Section } from '~/ui/page-header';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const today = new Date().toISOString().slice(0, 10);
  const filter = calendarFilter(new URL(request.url).searchParams);
  const calendar = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    return found && readCalendar(db, { dealId: found.id, today, ...filter });
  });
  if (!calendar) throw notFound();
  return { ...calendar, here: `/o/${member.organization.slug}/deals/${param(params, 'dealId')}/monitoring` };
}

export default function Calendar() {
  const { entries, years, here } = useLoaderData<typeof loader>();
  const { search } = useLocation();
  return (
    <Section
      title={m.monitoring_calendar_title()}
      lead={m.monitoring_calendar_lead()}
      actions={
        <>
          <LinkButton to={`${here}/calendar.ics${search}`} reloadDocument icon="download">
            {m.monitoring_ics()}
          </LinkButton>
          <LinkButton to={`${here}/export${search}`} reloadDocument icon="download">
            {m.monitoring_csv()}
          </LinkButton>
        </>
      }
    >
      <CalendarTable entries={entries} years={years} here={here} />
    </Section>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
