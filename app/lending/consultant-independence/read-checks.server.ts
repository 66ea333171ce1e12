import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { categories, products } from '~/lending/deal-record/states';
import { knowns, purposes, requirementOf, statusOfApproval, yesNo } from './independence-lists';

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const word = <Word extends string>(list: readonly [Word, ...Word[]], value: string): Word =>
  list.find((known) => known === value) ?? list[0];
const isNewest = <Row extends { number: number }>({ number }: Row, at: number, rows: readonly Row[]) => rows[at - 1]?.number !== number;

/** Every record of the consultants with what was judged of it, the newest of a number first. Two queries. */
async function readVersions(db: TenantDb, where: { dealId: string; number?: number }) {
  const rows = await db.consultantCheck.findMany({
    where,
    orderBy: [{ number: 'asc' }, { version: 'desc' }],
    include: { approvals: { select: { state: true, decisionNote: true, decidedById: true, decidedAt: true } } },
  });
  const people = await namePeople(db, [
    ...new Set(rows.flatMap(({ recordedById, approvals: [approval] }) => [recordedById, approval?.decidedById ?? []].flat())),
  ]);
  return rows.map(({ organizationId: _, id: __, dealId: ___, approvals: [approval], reportOn, ...row }) => ({
    ...row,
    ...{ purpose: word(purposes, row.purpose), isRequired: word(yesNo, row.isRequired), isShared: word(knowns, row.isShared) },
    ...{ reportOn: day(reportOn), recordedBy: people.get(row.recordedById) ?? null },
    status: statusOfApproval(approval?.state),
    verdict:
      approval?.decidedAt && approval.decidedById
        ? { reason: approval.decisionNote, at: approval.decidedAt, by: people.get(approval.decidedById) ?? null }
        : null,
  }));
}

/** The consultants of a deal in their newest versions. Two queries. */
export async function readChecks(db: TenantDb, dealId: string) {
  return (await readVersions(db, { dealId })).filter(isNewest);
}
export type CheckRead = Awaited<ReturnType<typeof readChecks>>[number];

/** The consultants with the requirements of EQ7 and EQ9 for this deal; null for no such deal. */
export async function readChecksPage(db: TenantDb, dealId: string) {
  const found = await findDeal(db, dealId);
  if (!found) return null;
  const newest = await db.dealCategorisation.findFirst({
    where: { dealId: found.id },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { category: true },
  });
  const category = categories.find((known) => known === newest?.category) ?? null;
  const product = products.find((known) => known === found.product) ?? 'other';
  return {
    ...{ dealId: found.id, number: found.number, isClosed: found.status === 'declined' || found.status === 'exited' },
    ...{ checks: await readChecks(db, found.id), requirement: requirementOf({ category, product }) },
  };
}

/** One consultant with every version, the newest first; null where there is none. */
export async function readCheck(db: TenantDb, of: { dealId: string; number: number }) {
  const page = await readChecksPage(db, of.dealId);
  if (!page) return null;
  const versions = await readVersions(db, { dealId: page.dealId, number: of.number });
  const [check] = versions;
  return check ? { check, versions, requirement: page.requirement, isClosed: page.isClosed } : null;
}
export type CheckPage = NonNullable<Awaited<ReturnType<typeof readCheck>>>;
