import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { calendarKeySince, createNotificationKey, revokeCalendarKey } from '~/access/notification-keys.server';
import { requireMember } from '~/access/require-member.server';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { notFound, redirectWithFlash } from '~/platform/http/responses.server';
import { canSendMail, shownAddress } from '~/platform/mail/send.server';
import { CalendarSection } from '~/platform/notifications/calendar-section';
import { saveSettings, settingsOf } from '~/platform/notifications/settings.server';
import { settingsFields } from '~/platform/notifications/settings-fields';
import { SettingsForm } from '~/platform/notifications/settings-form';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params);
  const settings = await inOrganization((db) => settingsOf(db, user.id));
  const zones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  const calendarSince = await calendarKeySince({ organizationId: organization.id, userId: user.id });
  return { settings, zones, canMail: canSendMail(), calendarSince, base: `/o/${organization.slug}` };
}

/** Saves the member's notification settings, or creates or revokes the member's calendar address. A new address is shown in this response only. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params);
  const form = await readForm(request);
  const here = `/o/${organization.slug}/settings/notifications`;
  const own = { organizationId: organization.id, userId: user.id };
  if (form.get('intent') === 'create-calendar') {
    const token = await createNotificationKey(own, 'calendar', new Date(Date.now()));
    return data({ ok: true as const, address: shownAddress(`/calendar/${token}.ics`, new URL(request.url).origin) });
  }
  if (form.get('intent') === 'revoke-calendar') {
    if (!(await revokeCalendarKey(own))) throw notFound();
    return redirectWithFlash(here, { tone: 'success', text: m.notifications_calendar_revoked() });
  }
  const read = parseForm(form, settingsFields);
  if (!read.ok) return data(read, { status: 422 });
  await inOrganization((db) => saveSettings(db, { userId: user.id, settings: read.value }));
  return redirectWithFlash(here, { tone: 'success', text: m.notifications_settings_saved() });
}

export const meta: MetaFunction = () => [{ title: `${m.notifications_settings()} · Manumit` }];

export default function NotificationSettingsPage() {
  const { settings, zones, canMail, calendarSince, base } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = answer?.ok === false ? answer : null;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: m.notifications_title(), to: `${base}/notifications` }]}
        title={m.notifications_settings()}
        lead={m.notifications_settings_lead()}
      />
      <SettingsForm settings={settings} zones={zones} canMail={canMail} failure={failure} />
      <CalendarSection since={calendarSince} address={answer?.ok === true ? answer.address : null} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
