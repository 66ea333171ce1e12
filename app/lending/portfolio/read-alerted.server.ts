import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { alertedDeals, type DealAlert, dealAlertSchema } from './alerted-deals.server';
import type { PortfolioFilter } from './filter';
import { lentRows, partiesOfLent } from './lent-rows.server';

const rowSchema = dealAlertSchema.extend({ id: z.string(), projectName: z.string(), total: z.number() });
export type Alerted = { total: number; first: (DealAlert & { projectName: string }) | null; byDeal: Record<string, DealAlert> };

/** How many deals have an import-ban alert in their supply chain, the one with the largest commitment, and the alert of each; at most 200. One query. */
export async function readAlerted(db: TenantDb, { filter, today }: { filter: PortfolioFilter; today: string }): Promise<Alerted> {
  const rows = await queryRows(
    db,
    rowSchema,
    sql`
    WITH lent AS MATERIALIZED (${lentRows(filter, today)}), named AS MATERIALIZED (${partiesOfLent}), alerted AS MATERIALIZED (${alertedDeals(today)})
    SELECT l."id", l."projectName", a."publicId", a.name, a.country, a.companies, a.since, (count(*) OVER ())::int AS total
    FROM alerted a JOIN lent l ON l."id" = a.tx ORDER BY l."usd" DESC NULLS LAST, l."id" LIMIT 200`,
  );
  const [first] = rows;
  return {
    total: first?.total ?? 0,
    first: first ? { ...alertOf(first), projectName: first.projectName } : null,
    byDeal: Object.fromEntries(rows.map((row) => [row.id, alertOf(row)])),
  };
}

const alertOf = ({ publicId, name, country, companies, since }: DealAlert): DealAlert => ({ publicId, name, country, companies, since });
