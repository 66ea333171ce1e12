import type { LoaderFunctionArgs } from '@remix-run/node';
import { findKeyHolder } from '~/access/notification-keys.server';
import { isLocale } from '~/paraglide/runtime';
import { downloadResponse } from '~/platform/http/download-response.server';
import { runInLocale } from '~/platform/http/locale.server';
import { param } from '~/platform/http/param.server';
import { limitKeyAddress } from '~/platform/notifications/limit-key-address.server';
import { notFound } from '~/platform/http/responses.server';
import { calendarFile } from '~/platform/lists/calendar-file';
import { siteAddress } from '~/platform/mail/send.server';
import { daysAfter } from '~/platform/queue/queue-dates';
import { readQueue } from '~/platform/queue/read-queue.server';

const mostOfKind = 1_000;
const horizonDays = 366;

/**
 * The deadlines and audits of one member as a calendar, for a program that has its secret address: kind of task and subject only, since calendars are
 * synchronized elsewhere. Sensitive cases are never included.
 */
export async function loader({ params, context }: LoaderFunctionArgs) {
  await limitKeyAddress(context.clientAddress);
  const now = new Date(Date.now());
  const holder = await findKeyHolder(param(params, 'token'), 'calendar', now);
  if (!holder) throw notFound();
  const { userId, role, locale, organization, inOrganization } = holder;
  const today = now.toISOString().slice(0, 10);
  const reader = { userId, organizationId: organization.id, role, today, until: daysAfter(today, horizonDays), now };
  const read = () => inOrganization((db) => readQueue(db, reader, { perKind: mostOfKind, isGrouped: false, isForFile: true }));
  const { items } = await (locale && isLocale(locale) ? runInLocale(locale, read) : read());
  const days = items.flatMap(({ kind, id, label, subjects, path, dueOn }) =>
    dueOn === null
      ? []
      : {
          ...{ uid: `${organization.id}-${kind}-${id}@manumit`, day: dueOn, title: [label, ...subjects].join(' · ') },
          url: path.startsWith('/') ? `${siteAddress()}${path}` : `${siteAddress()}/o/${organization.slug}/${path}`,
        },
  );
  return downloadResponse(calendarFile(days, { now }), { fileName: 'manumit.ics', mediaType: 'text/calendar; charset=utf-8' });
}
