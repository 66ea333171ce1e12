import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireMember } from '~/access/require-member.server';
import { calendarFile } from '~/platform/lists/calendar-file';
import { calendarFilter } from '~/lending/monitoring/calendar-filter';
import { entryTitle } from '~/lending/monitoring/calendar-table';
import { readCalendar } from '~/lending/monitoring/read-calendar.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { siteAddress } from '~/platform/mail/send.server';
import { downloadResponse } from '~/platform/http/download-response.server';
import { notFound } from '~/platform/http/responses.server';
import { param } from '~/platform/http/param.server';

/** Due dates of a deal as iCalendar: kinds and dates only, no covenant text, since calendars are shared and synchronized elsewhere. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const member = await requireMember(request, params, 'read:deal');
  const now = new Date();
  const today = now.toISOString().slice(0, 10);
  const filter = calendarFilter(new URL(request.url).searchParams);
  const read = await member.inOrganization(async (db) => {
    const found = await findDeal(db, param(params, 'dealId'));
    return found && { found, ...(await readCalendar(db, { dealId: found.id, today, ...filter })) };
  });
  if (!read) throw notFound();
  const { id, number } = read.found;
  const here = `${siteAddress()}/o/${member.organization.slug}/deals/${id}/monitoring`;
  const days = read.entries.map((entry) => ({
    ...{ uid: `${id}-${entry.key}@manumit`, day: entry.dueOn, title: `${number} · ${entryTitle(entry)}` },
    url: entry.covenant ? `${here}/covenants/${entry.covenant.id}` : `${here}/reports/${entry.period?.from ?? ''}`,
  }));
  return downloadResponse(calendarFile(days, { now }), {
    fileName: `calendar-${number}-${today}.ics`,
    mediaType: 'text/calendar; charset=utf-8',
  });
}
