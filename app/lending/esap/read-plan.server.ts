import type { TenantDb } from '~/access/tenant-db.server';
import { readContent } from '~/documents/frozen-documents/document-kinds';
import { namePeople } from '~/platform/activity/name-people.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { itemColumns, readItemRow } from './item-columns';
import { offerSources } from './offer-sources.server';
import { planDocument } from './plan-content';
import { isAsFrozen, isOverdue, lacksOf, totalsOf } from './plan-rules';
import { findItem } from './write-item.server';

/** The whole plan of a deal: ordered items, status of the newest version, totals by currency. Null for no such deal. Five queries. */
export async function readPlan(db: TenantDb, options: { dealId: string; today: string }) {
  const found = await findDeal(db, options.dealId);
  if (!found) return null;
  const where = { dealId: found.id };
  const rows = await db.esapItem.findMany({
    where,
    orderBy: { number: 'asc' },
    select: { ...itemColumns, _count: { select: { comments: true } } },
  });
  const client = await db.party.findFirst({ where: { id: found.clientPartyId }, select: { name: true } });
  const newest = await db.frozenDocument.findFirst({
    where: { ...where, kind: 'esap' },
    orderBy: { version: 'desc' },
    select: { id: true, version: true, schemaVersion: true, content: true, hash: true, issuedAt: true, agreements: true },
  });
  const lines = rows.map(({ _count, ...row }) => {
    const line = readItemRow(row);
    return { ...line, comments: _count.comments, isLate: isOverdue(line, options.today), lacks: lacksOf(line) };
  });
  const agreement = newest?.agreements[0] ?? null;
  return {
    deal: {
      ...{ id: found.id, number: found.number, projectName: found.projectName, status: found.status },
      ...{ client: client?.name ?? '', signedOn: found.signedOn?.toISOString().slice(0, 10) ?? null },
      isClosed: found.status === 'declined' || found.status === 'exited',
    },
    lines,
    totals: totalsOf(lines),
    version: newest && {
      ...{ id: newest.id, number: newest.version, hash: newest.hash, frozenAt: newest.issuedAt.toISOString() },
      isCurrent: isAsFrozen(readContent(planDocument, newest), lines),
      agreement: agreement && {
        ...{ name: agreement.name, function: agreement.function, how: agreement.how },
        agreedOn: agreement.agreedOn.toISOString().slice(0, 10),
      },
    },
  };
}
export type PlanRead = NonNullable<Awaited<ReturnType<typeof readPlan>>>;
export type PlanItem = PlanRead['lines'][number];

/** What lines could still be made from. */
export async function readOpenSources(db: TenantDb, dealId: string) {
  const found = await findDeal(db, dealId);
  return found ? (await offerSources(db, found)).filter(({ taken }) => !taken) : [];
}
export type OpenSource = Awaited<ReturnType<typeof readOpenSources>>[number];

/** One item with its source, progress and comments, newest first; null when it is not in this plan. */
export async function readItem(db: TenantDb, options: { dealId: string; itemId: string; today: string }) {
  const line = await findItem(db, options);
  if (!line) return null;
  const whole = await db.esapItem.findFirstOrThrow({
    where: { id: line.id },
    select: {
      ...{ statusReason: true, doneById: true, doneAt: true, doneNote: true, verifiedById: true, verifiedAt: true, verifiedSeen: true },
      finding: { select: { id: true, status: true, withdrawnAt: true, party: { select: { name: true } } } },
      deal: { select: { status: true, equatorId: true, ps2Id: true } },
    },
  });
  const comments = await db.esapComment.findMany({
    where: { itemId: line.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 500,
    select: { id: true, text: true, byUserId: true, byName: true, byFunction: true, at: true, version: { select: { version: true } } },
  });
  const { finding, deal, ...progress } = whole;
  const people = await namePeople(
    db,
    [progress.doneById, progress.verifiedById, ...comments.map(({ byUserId }) => byUserId)].flatMap((id) => id ?? []),
  );
  const name = (id: string | null) => (id === null ? null : (people.get(id) ?? null));
  return {
    ...line,
    ...progress,
    isLate: isOverdue(line, options.today),
    isClosed: deal.status === 'declined' || deal.status === 'exited',
    doneBy: name(progress.doneById),
    verifiedBy: name(progress.verifiedById),
    reviewId: line.itemKey === null ? null : line.itemKey.startsWith('PS2') ? deal.ps2Id : deal.equatorId,
    finding: finding && { id: finding.id, status: finding.status, isWithdrawn: finding.withdrawnAt !== null, party: finding.party.name },
    comments: comments.map(({ byUserId, version, ...comment }) => ({
      ...comment,
      by: byUserId === null ? comment.byName : (name(byUserId) ?? ''),
      ofVersion: version?.version ?? null,
    })),
  };
}
export type ItemRead = NonNullable<Awaited<ReturnType<typeof readItem>>>;
