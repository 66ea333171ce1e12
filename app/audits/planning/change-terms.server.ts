import type { TenantDb } from '~/access/tenant-db.server';
import { publish } from '~/platform/events/events.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type AssignmentRefusal, checkAssignment } from '../auditors/check-assignment.server';
import type { FoundAudit } from './find-audit.server';
import type { AuditTerms } from './schema';
import { recordingStatuses } from './states';

export type TermsChanged =
  | { kind: 'changed' }
  | { kind: 'refused'; code: 'not-open' | 'announcement-fixed' }
  | ({ kind: 'refused' } & AssignmentRefusal);

/**
 * Changes dates, person-days, payer and the like of an open audit. How the audit was announced is fixed once recording has started, because the evidence
 * grade of its answers rests on it. The number keeps the year in which the audit was first planned. In an audit firm the team must be free on the new days.
 */
export async function changeTerms(db: TenantDb, audit: FoundAudit, options: { terms: AuditTerms; by: string }): Promise<TermsChanged> {
  const { terms, by } = options;
  if (!recordingStatuses.includes(audit.status)) return { kind: 'refused', code: 'not-open' };
  const was = await db.audit.findFirstOrThrow({
    where: { id: audit.id },
    select: {
      ...{ announcement: true, startsOn: true, endsOn: true, personDays: true, paidBy: true },
      ...{ purpose: true, contact: true, licences: true, startedAt: true },
    },
  });
  if (was.startedAt !== null && terms.announcement !== was.announcement) return { kind: 'refused', code: 'announcement-fixed' };
  const { startsOn, endsOn, personDays, ...rest } = terms;
  for (const { userId, part, explanation } of audit.members) {
    const days = { from: startsOn, to: endsOn, country: null, except: [audit.id, audit.commissionId] };
    const refusal = await checkAssignment(db, { userId, part, explanation, ...days });
    if (refusal) return { kind: 'refused', ...refusal };
  }
  const days = personDays ?? was.personDays.toNumber();
  await db.audit.updateMany({
    where: { id: audit.id },
    data: { ...rest, startsOn: new Date(startsOn), endsOn: new Date(endsOn), personDays: days },
  });
  await recordActivity(db, {
    recordKind: 'audit',
    recordId: audit.id,
    act: 'edit-audit',
    userId: by,
    before: {
      ...{ startsOn: dayOf(was.startsOn), endsOn: dayOf(was.endsOn), personDays: was.personDays.toNumber() },
      ...{ announcement: was.announcement, paidBy: was.paidBy },
    },
    after: { startsOn, endsOn, personDays: days, announcement: terms.announcement, paidBy: terms.paidBy },
  });
  await publish(db, 'audit.plan-changed', { auditId: audit.id });
  return { kind: 'changed' };
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
