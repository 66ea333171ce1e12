import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { findDeal } from '~/lending/deal-record/find-deal.server';
import { countProposals } from './propose-issues.server';
import { rankIssues } from './rank-issues';
import { affectedGroups, issueStatuses, residuals, topics, vulnerableGroups } from './rights-lists';

const columns = {
  ...{ number: true, version: true, topic: true, title: true, affected: true, vulnerable: true, scale: true, scaleReason: true },
  ...{ scope: true, scopeReason: true, irremediability: true, irremediabilityReason: true, likelihood: true, likelihoodReason: true },
  ...{ response: true, itemKey: true, findingId: true, residual: true, residualReason: true, source: true, status: true },
  ...{ statusReason: true, assessedById: true, assessedAt: true, line: { select: { id: true, number: true, action: true, status: true } } },
} as const;

type Row = Awaited<ReturnType<typeof readVersions>>[number];
const readVersions = (db: TenantDb, where: { dealId: string; number?: number }) =>
  db.salientIssue.findMany({ where, orderBy: [{ number: 'asc' }, { version: 'desc' }], select: columns });

/** A row with values from the code lists, which a CHECK enforces. */
function readRow({ assessedById: _, line, ...row }: Row) {
  return {
    ...row,
    line,
    lineNumber: line?.number ?? null,
    topic: topics.find((word) => word === row.topic) ?? 'other',
    affected: affectedGroups.filter((word) => row.affected.includes(word)),
    vulnerable: vulnerableGroups.filter((word) => row.vulnerable.includes(word)),
    residual: residuals.find((word) => word === row.residual) ?? null,
    status: issueStatuses.find((word) => word === row.status) ?? 'open',
  };
}

/** The issues of a deal in their newest versions, in order; closed ones are separate. Two queries. */
export async function readIssues(db: TenantDb, dealId: string) {
  const rows = await readVersions(db, { dealId });
  const newest = rows.filter(({ number }, at) => rows[at - 1]?.number !== number);
  const people = await namePeople(db, [...new Set(newest.map(({ assessedById }) => assessedById))]);
  const issues = newest.map((row) => ({ ...readRow(row), assessedBy: people.get(row.assessedById) ?? null }));
  return {
    open: rankIssues(issues.filter(({ status }) => status === 'open')),
    closed: issues.filter(({ status }) => status === 'closed'),
  };
}
export type RightsRead = Awaited<ReturnType<typeof readIssues>>;
export type OpenIssue = RightsRead['open'][number];

/** Everything on the page of the issues; null for no such deal. */
export async function readRights(db: TenantDb, dealId: string) {
  const found = await findDeal(db, dealId);
  if (!found) return null;
  return {
    deal: { id: found.id, number: found.number, isClosed: found.status === 'declined' || found.status === 'exited' },
    ...(await readIssues(db, found.id)),
    proposals: await countProposals(db, found),
  };
}

/** One issue with every time it was judged, the newest first, and its place among the open ones; null where there is none. */
export async function readIssue(db: TenantDb, of: { dealId: string; number: number }) {
  const found = await findDeal(db, of.dealId);
  if (!found) return null;
  const rows = await readVersions(db, { dealId: found.id, number: of.number });
  const [newest] = rows;
  if (!newest) return null;
  const people = await namePeople(db, [...new Set(rows.map(({ assessedById }) => assessedById))]);
  const finding = newest.findingId
    ? await db.finding.findFirst({
        where: { id: newest.findingId },
        select: { id: true, withdrawnAt: true, party: { select: { name: true } } },
      })
    : null;
  const { open } = await readIssues(db, found.id);
  return {
    isClosed: found.status === 'declined' || found.status === 'exited',
    issue: readRow(newest),
    versions: rows.map((row) => ({ ...readRow(row), assessedBy: people.get(row.assessedById) ?? null })),
    ranked: open.find(({ number }) => number === of.number)?.ranked ?? null,
    finding: finding && { id: finding.id, isWithdrawn: finding.withdrawnAt !== null, party: finding.party.name },
  };
}
export type IssueRead = NonNullable<Awaited<ReturnType<typeof readIssue>>>;

/** The lines of the plan that an issue can name. One query. */
export async function listItems(db: TenantDb, dealId: string): Promise<{ number: number; action: string }[]> {
  return db.esapItem.findMany({
    where: { dealId, status: { not: 'dropped' } },
    orderBy: { number: 'asc' },
    select: { number: true, action: true },
  });
}
