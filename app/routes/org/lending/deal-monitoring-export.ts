import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { calendarFilter } from '~/lending/monitoring/calendar-filter';
import { exportCalendar } from '~/lending/monitoring/export-calendar';
import { readCalendar } from '~/lending/monitoring/read-calendar.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** The obligations of a deal as CSV: all that match the filters in the address, in the order of the page. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const today = new Date().toISOString().slice(0, 10);
  const filter = calendarFilter(new URL(request.url).searchParams);
  const read = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    return found && { number: found.number, ...(await readCalendar(db, { dealId: found.id, today, ...filter })) };
  });
  if (!read) throw notFound();
  return downloadResponse(exportCalendar(read.entries), {
    fileName: `calendar-${read.number}-${today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
