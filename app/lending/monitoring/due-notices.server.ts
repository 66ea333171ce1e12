import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { isWaived } from '~/lending/covenants/waived-covenant.server';
import type { NamedRecord } from '~/platform/notifications/name-records.server';
import type { Round } from '~/platform/notifications/notification-sources.server';

/** The open deal `d` of a row `r`, whose deadline `nextDueOn` concerns the member who opened it. */
const due = (table: 'Covenant' | 'ReportSchedule') => sql`
  SELECT r."id" AS "recordId", d."clientPartyId" AS "partyId", d."openedById" AS "userId", NULL::uuid AS "causedById", r."nextDueOn"::text AS "occurrence"
  FROM ${table === 'Covenant' ? sql`"Covenant"` : sql`"ReportSchedule"`} r
  JOIN "Deal" d ON d."organizationId" = r."organizationId" AND d."id" = r."dealId" AND d."status" NOT IN ('declined', 'exited')`;
const covenants = (today: string) => sql`${due('Covenant')} WHERE r."endedOn" IS NULL AND NOT ${isWaived(sql`r`, today)}`;
const soonDue = ({ today, soon }: Round) => sql`r."nextDueOn" BETWEEN ${today}::date AND ${soon}::date`;
const late = ({ today }: Round) => sql`r."nextDueOn" < ${today}::date AND r."nextDueOn" > ${today}::date - 30`;

/** Covenants to test and monitoring reports that a client owes: due within days, and overdue since less than a month. */
export const dueNotices = {
  'covenant-due': (round: Round) => sql`${covenants(round.today)} AND ${soonDue(round)}`,
  'covenant-overdue': (round: Round) => sql`${covenants(round.today)} AND ${late(round)}`,
  'monitoring-due': (round: Round) => sql`${due('ReportSchedule')} WHERE ${soonDue(round)}`,
  'monitoring-overdue': (round: Round) => sql`${due('ReportSchedule')} WHERE ${late(round)}`,
};

type Named = ReadonlyMap<string, NamedRecord>;
const ofDeal = { id: true, dealId: true, deal: { select: { number: true } } } as const;

/** Covenants by the number of their deal. */
export async function nameCovenants(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const found = await db.covenant.findMany({ where: { id: { in: [...ids] } }, select: ofDeal });
  return new Map(found.map(({ id, dealId, deal }) => [id, { label: deal.number, path: `/deals/${dealId}/monitoring/covenants/${id}` }]));
}

/** Monitoring reports by the number of their deal; a period that was reported on leads to all of them. */
export async function nameSchedules(db: TenantDb, ids: readonly string[]): Promise<Named> {
  const found = await db.reportSchedule.findMany({ where: { id: { in: [...ids] } }, select: ofDeal });
  return new Map(found.map(({ id, dealId, deal }) => [id, { label: deal.number, path: `/deals/${dealId}/monitoring/reports` }]));
}
