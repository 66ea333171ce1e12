import { givenText } from '~/platform/http/given-text';
import { createReportingLink } from '~/access/reporting-links.server';
import type { Member } from '~/access/require-member.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { ShownLink } from '~/questionnaires/requests/link-notice';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { shownAddress } from '~/platform/mail/send.server';
import { m } from '~/paraglide/messages';
import type { FormFailure } from '~/ui/form-values';
import { formFailure, parseForm } from '~/platform/forms/parse-form';
import { reportingActs } from './monitoring-schema';
import { mailReporting } from './mail-reporting.server';
import { monitoringRefusalLabel } from './monitoring-labels';
import { remindContact } from './remind-reports.server';
import { endSchedule, scheduleReports } from './schedule-reports.server';

export type ReportingActed =
  | { kind: 'done'; message: string }
  | { kind: 'link'; link: ShownLink }
  | { kind: 'refused'; intent: string; failure: FormFailure }
  | { kind: 'unknown' };

/** The acts of the page of reports: the schedule, and who may report by link. The link is answered once and never shown again. */
export async function handleReportingAction(
  member: Member,
  options: { dealId: string; form: FormData; now: Date; origin: string },
): Promise<ReportingActed> {
  const { dealId, form, now } = options;
  const intent = givenText(form, 'intent');
  const read = parseForm(form, reportingActs);
  if (!read.ok) return { kind: 'refused', intent, failure: read };
  const act = read.value;
  const by = { dealId, userId: member.user.id };
  if (act.intent === 'link') {
    const { email, locale } = act;
    const link = await member.inOrganization((db) => makeLink(db, { ...by, email, locale, now }));
    if (!link) return { kind: 'unknown' };
    const { token, client, project, expiresAt } = link;
    const path = `/m/${token}`;
    const mailed = await mailReporting({ email, locale, asker: member.organization.name, client, project, path, reminder: null });
    if (mailed === 'bounced')
      await member.inOrganization((db) =>
        db.guestAccess.updateMany({ where: { dealId, email, kind: 'link', revokedAt: null }, data: { bouncedAt: now } }),
      );
    return { kind: 'link', link: { supplier: client, expiresAt, mailed, email, url: shownAddress(path, options.origin) } };
  }
  if (act.intent === 'remind') {
    const asker = member.organization.name;
    const reminded = await remindContact(member.inOrganization, { ...by, accessId: act.accessId, asker, now });
    if (reminded === 'unknown') return { kind: 'unknown' };
    if (reminded === 'mailed') return { kind: 'done', message: m.monitoring_flash_reminded() };
    const problem = reminded === 'bounced' ? m.monitoring_link_bounced() : m.monitoring_reminded_today();
    return { kind: 'refused', intent, failure: formFailure(form, { '': [problem] }) };
  }
  if (act.intent === 'revoke') {
    const isRevoked = await member.inOrganization((db) => revokeAccess(db, { ...by, accessId: act.accessId, now }));
    return isRevoked ? { kind: 'done', message: m.monitoring_flash_revoked() } : { kind: 'unknown' };
  }
  const done = await member.inOrganization((db) =>
    act.intent === 'schedule' ? scheduleReports(db, act, by) : endSchedule(db, { ...act, today: now.toISOString().slice(0, 10) }, by),
  );
  if (done.kind === 'unknown') return { kind: 'unknown' };
  if (done.kind === 'refused') {
    const field = { 'period-overlaps': 'firstPeriodFrom', 'not-a-period-end': 'endedOn' }[done.code as string] ?? '';
    return { kind: 'refused', intent, failure: formFailure(form, { [field]: [monitoringRefusalLabel(done.code)] }) };
  }
  return { kind: 'done', message: done.kind === 'scheduled' ? m.monitoring_flash_scheduled() : m.monitoring_flash_schedule_ended() };
}

async function makeLink(db: TenantDb, options: { dealId: string; userId: string; email: string | null; locale: string; now: Date }) {
  const { dealId, userId, email, locale, now } = options;
  const found = await findDeal(db, dealId);
  if (!found || found.status === 'declined') return null;
  const client = await db.party.findFirstOrThrow({ where: { id: found.clientPartyId }, select: { name: true } });
  const made = await createReportingLink(db, { dealId, locale, email, createdById: userId, now });
  await recordActivity(db, { recordKind: 'deal', recordId: dealId, act: 'make-reporting-link', userId });
  return { client: client.name, project: found.projectName, ...made };
}

/** Ends an unused link, or revokes a device. */
async function revokeAccess(db: TenantDb, options: { dealId: string; userId: string; accessId: string; now: Date }): Promise<boolean> {
  const { dealId, userId, accessId, now } = options;
  const { count } = await db.guestAccess.updateMany({
    where: { id: accessId, dealId, revokedAt: null },
    data: { revokedAt: now },
  });
  if (count > 0) await recordActivity(db, { recordKind: 'deal', recordId: dealId, act: 'revoke-reporting', userId });
  return count > 0;
}
