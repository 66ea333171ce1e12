import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { requireMember } from '~/access/require-member.server';
import { parseForm } from '~/platform/forms/parse-form';
import { readForm } from '~/platform/forms/read-form.server';
import { redirectWithFlash } from '~/platform/http/responses.server';
import { canSendMail } from '~/platform/mail/send.server';
import { saveSettings, settingsOf } from '~/platform/notifications/settings.server';
import { settingsFields } from '~/platform/notifications/settings-fields';
import { SettingsForm } from '~/platform/notifications/settings-form';
import { m } from '~/paraglide/messages';
import { PageHeader } from '~/ui/page-header';

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params);
  const settings = await inOrganization((db) => settingsOf(db, user.id));
  const zones = [...new Set(['UTC', settings.timeZone, ...Intl.supportedValuesOf('timeZone')])];
  return { settings, zones, canMail: canSendMail(), base: `/o/${organization.slug}` };
}

/** Saves how the member wants to be notified. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { user, organization, inOrganization } = await requireMember(request, params);
  const read = parseForm(await readForm(request), settingsFields);
  if (!read.ok) return data(read, { status: 422 });
  await inOrganization((db) => saveSettings(db, { userId: user.id, settings: read.value }));
  return redirectWithFlash(`/o/${organization.slug}/settings/notifications`, { tone: 'success', text: m.notifications_settings_saved() });
}

export const meta: MetaFunction = () => [{ title: `${m.notifications_settings()} · Manumit` }];

export default function NotificationSettingsPage() {
  const { settings, zones, canMail, base } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: m.notifications_title(), to: `${base}/notifications` }]}
        title={m.notifications_settings()}
        lead={m.notifications_settings_lead()}
      />
      <SettingsForm settings={settings} zones={zones} canMail={canMail} failure={failure} />
    </>
  );
}

export { ErrorSection as ErrorBoundary } from '~/ui/error-boundary';
