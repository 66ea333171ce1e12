import type { TenantDb } from '~/access/tenant-db.server';
import { notify } from '~/platform/notifications/notify.server';
import { publish } from '~/platform/events/events.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { languageCodes } from '~/ui/format';
import { type AssignmentRefusal, checkAssignment } from '../auditors/check-assignment.server';
import { findOpenTies } from '../independence/open-ties.server';
import { type FoundAudit, lockAudit } from './find-audit.server';
import { recorders } from './plan-audit.server';
import { recordingStatuses, type TeamPart } from './states';

export type TeamChanged =
  | { kind: 'changed' }
  | { kind: 'refused'; code: 'not-open' | 'not-a-recorder' | 'last-lead' | 'interest-missing' | 'not-on-team' | 'language-unknown' }
  | { kind: 'refused'; code: 'conflict-open' }
  | ({ kind: 'refused' } & AssignmentRefusal);

/**
 * Adds a member to the team, or changes the member's role and languages. Languages are codes; free text from before may stay. A new lead replaces no other: an
 * audit may have two. In an audit firm the days of the audit must be free and a credential valid, unless `explanation` says why not; and a conflict of interest
 * with the commission must be accepted first.
 */
export async function putOnTeam(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; part: TeamPart; languages: readonly string[]; explanation?: string | undefined; by: string },
): Promise<TeamChanged> {
  const { status, members } = await lockTeam(db, audit);
  if (!recordingStatuses.includes(status)) return { kind: 'refused', code: 'not-open' };
  const member = await db.membership.findFirst({ where: { userId: options.userId, role: { in: recorders } }, select: { userId: true } });
  if (!member) return { kind: 'refused', code: 'not-a-recorder' };
  const typed = members.find(({ userId }) => userId === options.userId)?.languages ?? [];
  if (options.languages.some((each) => !languageCodes.includes(each) && !typed.includes(each)))
    return { kind: 'refused', code: 'language-unknown' };
  if (options.part !== 'lead' && isLastLead(members, options.userId)) return { kind: 'refused', code: 'last-lead' };
  const explanation = options.explanation ?? '';
  const [from, to] = [day(audit.startsOn), day(audit.endsOn)];
  const country = await countryOf(db, audit);
  const refusal = await checkAssignment(db, { ...options, explanation, from, to, country, except: [audit.id, audit.commissionId] });
  if (refusal) return { kind: 'refused', ...refusal };
  if (await findOpenTies(db, audit, { userId: options.userId, part: options.part, startsOn: from }))
    return { kind: 'refused', code: 'conflict-open' };
  const where = { auditId: audit.id, userId: options.userId };
  const data = { part: options.part, languages: [...options.languages], explanation };
  const { count } = await db.auditMember.updateMany({ where, data });
  if (count === 0) {
    await db.auditMember.create({ data: { ...where, ...data } });
    const now = new Date(Date.now());
    await notify(db, {
      ...{ event: 'audit-assigned', recordId: audit.id, partyId: audit.partyId, recipients: [options.userId], causedById: options.by, now },
      occurrence: now.toISOString(),
    });
  }
  await recordActivity(db, { ...actOf(audit, options.by), act: 'change-team', after: { member: options.userId, part: options.part } });
  await publish(db, 'audit.plan-changed', { auditId: audit.id });
  return { kind: 'changed' };
}

/** Removes a member from the team. The member's entries stay. */
export async function takeOffTeam(db: TenantDb, audit: FoundAudit, options: { userId: string; by: string }): Promise<TeamChanged> {
  const { status, members } = await lockTeam(db, audit);
  if (!recordingStatuses.includes(status)) return { kind: 'refused', code: 'not-open' };
  if (isLastLead(members, options.userId)) return { kind: 'refused', code: 'last-lead' };
  const { count } = await db.auditMember.deleteMany({ where: { auditId: audit.id, userId: options.userId } });
  if (count === 0) return { kind: 'refused', code: 'not-on-team' };
  await recordActivity(db, { ...actOf(audit, options.by), act: 'change-team', before: { member: options.userId } });
  await publish(db, 'audit.plan-changed', { auditId: audit.id });
  return { kind: 'changed' };
}

/**
 * A team member declares independence from the site and the paying party, or a conflict of interest. With a conflict the member cannot conclude the audit; it
 * is printed in the report.
 */
export async function declareIndependence(
  db: TenantDb,
  audit: FoundAudit,
  options: { userId: string; declaration: 'independent' | 'interest'; interest: string; now: Date },
): Promise<TeamChanged> {
  const { status } = await lockTeam(db, audit);
  if (!recordingStatuses.includes(status)) return { kind: 'refused', code: 'not-open' };
  const interest = options.declaration === 'interest' ? options.interest.trim() : '';
  if (options.declaration === 'interest' && interest === '') return { kind: 'refused', code: 'interest-missing' };
  const { count } = await db.auditMember.updateMany({
    where: { auditId: audit.id, userId: options.userId },
    data: { declaration: options.declaration, interest, declaredAt: options.now },
  });
  if (count === 0) return { kind: 'refused', code: 'not-on-team' };
  await recordActivity(db, { ...actOf(audit, options.userId), act: 'declare-independence', after: { declaration: options.declaration } });
  return { kind: 'changed' };
}

/** Locks the team: if two leads remove each other at the same moment, one remains. */
async function lockTeam(db: TenantDb, { id }: FoundAudit) {
  await lockAudit(db, id);
  return db.audit.findFirstOrThrow({
    where: { id },
    select: { status: true, members: { select: { userId: true, part: true, languages: true } } },
  });
}

const isLastLead = (team: readonly { userId: string; part: string }[], userId: string) =>
  team.some((member) => member.userId === userId && member.part === 'lead') &&
  !team.some((member) => member.userId !== userId && member.part === 'lead');

const actOf = (audit: FoundAudit, userId: string) => ({ recordKind: 'audit', recordId: audit.id, userId });

const day = (date: Date) => date.toISOString().slice(0, 10);

/** The country of the site, else of the supplier. */
async function countryOf(db: TenantDb, { partyId, sitePartyId }: FoundAudit): Promise<string | null> {
  const site = sitePartyId === null ? null : await db.site.findFirst({ where: { partyId: sitePartyId }, select: { country: true } });
  if (site?.country) return site.country;
  return (await db.supplier.findFirst({ where: { partyId }, select: { country: true } }))?.country ?? null;
}
