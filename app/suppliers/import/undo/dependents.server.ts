import { z } from 'zod';
import { queryRows } from '~/access/sql/query.server';
import { sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';

/** Records of one kind that build on an import: how many, and the first of those they are about. `kind`: a table, or `owner`. */
export type Dependents = { kind: string; count: number; about: { name: string; path: string }[] };

const foundSchema = z.object({ kind: z.string(), count: z.number(), ids: z.array(z.string()) });
const folders: Readonly<Record<string, string>> = { supplier: 'suppliers', site: 'sites', 'labour-recruiter': 'labour-recruiters' };
/** Where a supplier's page shows records of a table. */
const tabs: Readonly<Record<string, string>> = {
  QuestionnaireResponse: '/responses',
  Finding: '/findings',
  Note: '/notes',
  Task: '/tasks',
  SupplyLink: '/supply-chain',
  Site: '/sites',
  Fact: '/history',
};

/** What builds on a written import, by kind, with paths inside the organization; empty where it can be undone. At most three queries. */
export async function readDependents(db: TenantDb, batchId: string): Promise<Dependents[]> {
  const found = await queryRows(
    db,
    foundSchema,
    sql`
    WITH found AS MATERIALIZED (SELECT "kind", "count", "ids" FROM import_dependents(${batchId}::uuid))
    SELECT f."kind", sum(f."count")::int AS "count",
      ARRAY(SELECT DISTINCT i FROM found g, unnest(g."ids") i WHERE g."kind" = f."kind" ORDER BY i) AS "ids"
    FROM found f GROUP BY f."kind" ORDER BY f."kind"`,
  );
  const ids = found.flatMap((each) => each.ids);
  if (ids.length === 0) return [];
  const parties = await db.party.findMany({ where: { id: { in: ids } }, select: { id: true, kind: true, name: true, publicId: true } });
  const batches = await db.importBatch.findMany({ where: { id: { in: ids } }, select: { id: true, file: { select: { fileName: true } } } });
  return found.map(({ kind, count, ids }) => {
    const isAbout = ({ id }: { id: string }) => ids.includes(id);
    return {
      kind,
      count,
      about: [
        ...parties.filter(isAbout).map((party) => ({
          name: party.name,
          path: `${folders[party.kind] ?? 'suppliers'}/${party.publicId}${party.kind === 'supplier' ? (tabs[kind] ?? '') : ''}`,
        })),
        ...batches.filter(isAbout).map(({ id, file }) => ({ name: file.fileName, path: `suppliers/import/${id}` })),
      ].slice(0, 5),
    };
  });
}
