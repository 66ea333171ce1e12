import { bandAt, propagate } from '#scoring';
import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { readNetwork } from '~/suppliers/supply-links/read-network.server';
import { listProjectGoods } from './list-project-goods.server';
import { stepsFrom } from './steps-from';

/** Companies whose own chain is explained one by one. */
const mostRoots = 200;
type Ends = { score: number; low: number; high: number };

/**
 * The chain behind the companies of a project: inherited risk of each (R10), and goods, sectors and names of the whole chain on public lists. A site counts as
 * its supplier; labour recruiters have no chain. Eight queries, one more for each step of the chain, up to eight.
 */
export async function readProjectChain(db: TenantDb, options: { clientPartyId: string; partyIds: readonly string[]; asOf: string }) {
  const { clientPartyId, partyIds, asOf } = options;
  const suppliers = await db.supplier.findMany({ where: { partyId: { in: [...partyIds] } }, select: { partyId: true } });
  const sites = await db.site.findMany({ where: { partyId: { in: [...partyIds] } }, select: { supplierPartyId: true } });
  const roots = [...new Set([clientPartyId, ...suppliers.map(({ partyId }) => partyId), ...sites.map((site) => site.supplierPartyId)])];
  const { network, parties } = await readNetwork(db, { asOf, upstreamOf: roots, withOverrides: false });
  const known = roots.filter((id) => parties.has(id));
  const workers = await readWorkers(db, known.slice(0, mostRoots));
  const steps = stepsFrom(roots, network.links);
  const solved = propagate(network);
  const partyOf = (id: string) => parties.get(id) ?? { publicId: '', name: '', kind: '' };
  return {
    goods: await listProjectGoods(db, { steps, asOf, partyOf }),
    /** Companies of the project whose own chain is not examined: the list gives their number. */
    unexplained: Math.max(0, known.length - mostRoots),
    inherited:
      solved.status === 'refused'
        ? null
        : known.slice(0, mostRoots).map((id) => {
            const { node, worst, upstream } = solved.explain(id);
            // Without a score of its own a company's total would rest on the prior.
            const figure = (ends: Ends | null) => ends && { ...ends, band: bandAt(ends.score, asOf) };
            return {
              ...partyOf(id),
              id,
              isClient: id === clientPartyId,
              /** Null is unknown, never zero. */
              workers: workers.get(id) ?? null,
              own: figure(node.own),
              inherited: figure(node.inherited),
              total: figure(node.own && node.total),
              upstream,
              coverage: node.coverage,
              worst: worst && {
                ...partyOf(worst.path.at(-1)?.supplier ?? ''),
                own: worst.own,
                band: bandAt(worst.own, asOf),
                steps: worst.path.length,
              },
            };
          }),
  };
}
const workersSchema = z.object({ id: z.string(), workers: z.number().nullable() });

/** Workers of companies: those of their sites where these are known, as on Home. One query. */
async function readWorkers(db: TenantDb, ids: readonly string[]): Promise<Map<string, number | null>> {
  const rows = await queryRows(
    db,
    workersSchema,
    sql`
      SELECT s."partyId" AS "id", COALESCE((SELECT sum(t."workers") FROM "Site" t WHERE t."supplierPartyId" = s."partyId"), s."workers")::int AS "workers"
      FROM "Supplier" s WHERE s."partyId" = ANY(${[...ids]}::uuid[])`,
  );
  return new Map(rows.map(({ id, workers }) => [id, workers]));
}

export type ProjectChain = Awaited<ReturnType<typeof readProjectChain>>;
