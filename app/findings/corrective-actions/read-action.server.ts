import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { readApprovals } from '~/platform/approvals/read-approvals.server';
import { listFiles } from '~/findings/findings/finding-files.server';
import { readVerificationAcceptance } from './accept-verification.server';
import { daysBetween } from './action-lists';
import { showBasis } from './verification-basis';
import { listActions } from './list-actions.server';

/** One action with its extensions, files and the people in it; null when there is none. */
export async function readAction(db: TenantDb, options: { actionId: string; today: string }) {
  const { actionId, today } = options;
  if (!z.uuid().safeParse(actionId).success) return null;
  const row = await db.correctiveAction.findFirst({ where: { id: actionId } });
  if (!row) return null;
  const extensions = await readApprovals(db, 'due-date-extension', { subjectIds: [actionId] });
  const { rows } = await listActions(db, { findingId: row.findingId, today, take: 500 });
  const shown = rows.find(({ id }) => id === actionId);
  if (!shown) return null;
  const people = [
    row.createdById,
    row.completedById,
    row.verifiedById,
    ...extensions.flatMap((each) => [each.proposedById, each.decidedById]),
  ];
  const names = await namePeople(
    db,
    people.flatMap((id) => id ?? []),
  );
  const site = await namesFromSite(db, actionId);
  // A person at the site is shown by the job title given there.
  const nameOf = (id: string | null) => (id === null ? null : (site.get(id) ?? names.get(id) ?? null));
  const { ownerMemberId, completedById, completionNote, verificationSeen, reopenReason, reopenedAt, committee, committeeOn } = row;
  return {
    ...shown,
    ...{ ownerMemberId, completedById, completionNote, verificationSeen, reopenReason, committee },
    committeeOn: committeeOn?.toISOString().slice(0, 10) ?? null,
    reopenedOn: reopenedAt?.toISOString().slice(0, 10) ?? null,
    basis: showBasis(row.verificationBasis),
    acceptance: await readVerificationAcceptance(db, { actionId, completedAt: row.completedAt }),
    completedBy: nameOf(completedById),
    verifiedBy: nameOf(row.verifiedById),
    waitingDays: shown.status === 'completed' && shown.completedOn ? daysBetween(shown.completedOn, today) : null,
    files: await listFiles(db, row.findingId, actionId),
    extensions: extensions.map(({ id, reason, payload, proposedById, proposedAt, state, decidedById, decidedAt, decisionNote }) => ({
      ...{ id, reason, ...payload, state, decidedAt, answer: decisionNote },
      ...{ askedAt: proposedAt, askedById: proposedById, askedBy: nameOf(proposedById), decidedBy: nameOf(decidedById) },
    })),
  };
}
export type ActionRead = NonNullable<Awaited<ReturnType<typeof readAction>>>;

/** The names of people of the site by sender, as they gave them in messages about the action. One query. */
async function namesFromSite(db: TenantDb, actionId: string): Promise<Map<string, string>> {
  const rows = await db.siteMessage.findMany({ where: { actionId }, orderBy: { sentAt: 'asc' }, select: { sentById: true, by: true } });
  return new Map(rows.map(({ sentById, by }) => [sentById, by]));
}

/** Members who may own an action, by name. */
export async function listOwnerMembers(db: TenantDb): Promise<{ id: string; name: string }[]> {
  const members = await db.membership.findMany({ select: { userId: true } });
  const names = await namePeople(
    db,
    members.map(({ userId }) => userId),
  );
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name));
}
