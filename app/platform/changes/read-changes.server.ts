import { z } from 'zod';
import type { Permission } from '~/access/permissions';
import { queryRows } from '~/access/sql/query.server';
import { joinBy, type Sql, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { m } from '~/paraglide/messages';
import type { ChangeReader, ChangeRow, ChangeSource } from './change-source';
import { answersForFirm } from './home-of';
import { changeSources } from './register-changes.server';

/** A kind of change with how many there are; `brief`: which one, or what they are about. */
export type ChangeCount = { kind: string; label: string; count: number; brief?: string };
export type ListedChanges = ChangeCount & { rows: ChangeRow[] };
type Reader = Omit<ChangeReader, 'answersForFirm'> & { can: (permission: Permission) => boolean };

/** The kinds that a reader sees. */
function sourcesFor({ home, can }: Reader, kind: string | null): [string, ChangeSource][] {
  return [...changeSources()].filter(
    ([each, { homes, permission }]) => homes.includes(home) && can(permission) && (kind === null || each === kind),
  );
}

/** What others changed: what the reader did is no news to the reader. */
const byOthers = (source: ChangeSource, reader: Reader): Sql =>
  sql`(SELECT r.* FROM (${source.rows({ ...reader, answersForFirm: answersForFirm(reader.can) })}) r WHERE r."byId" IS DISTINCT FROM ${reader.userId}::uuid)`;

const countSchema = z.object({
  kind: z.string(),
  count: z.number().int(),
  only: z.string().nullable(),
  names: z.string().array(),
  subjects: z.number().int(),
});

/** The first two that changes are about, and how many more. */
function namesOf({ names, subjects }: { names: readonly string[]; subjects: number }): string {
  const more = subjects - names.length;
  return more > 0 ? `${names.join(', ')} ${m.queue_and_more({ count: more })}` : names.join(', ');
}

/** How many changes of each kind there are, without those that have none. One statement. */
export async function countChanges(db: TenantDb, reader: Reader): Promise<ChangeCount[]> {
  const asked = sourcesFor(reader, null);
  if (asked.length === 0) return [];
  const parts = asked.map(
    ([kind, source]) =>
      sql`SELECT ${kind}::text AS "kind", count(*)::int AS "count", CASE WHEN count(*) = 1 THEN min(r."detail") END AS "only",
          COALESCE((array_agg(DISTINCT r."subject"))[1:2], '{}') AS "names", count(DISTINCT r."subject")::int AS "subjects" FROM ${byOthers(source, reader)} r`,
  );
  const counts = new Map((await queryRows(db, countSchema, joinBy(parts, ' UNION ALL '))).map((row) => [row.kind, row]));
  return asked.flatMap(([kind, { label, brief }]) => {
    const found = counts.get(kind);
    if (!found || found.count === 0) return [];
    const { count, only } = found;
    return [
      {
        kind,
        label: label(count),
        count,
        brief: brief && only !== null ? m.shell_named({ name: namesOf(found), text: brief(only) }) : namesOf(found),
      },
    ];
  });
}

const rowSchema = z.object({
  kind: z.string(),
  id: z.string(),
  subject: z.string(),
  detail: z.string(),
  path: z.string(),
  on: z.string(),
  total: z.number().int(),
});

/** The changes themselves, the newest first, at most `perKind` of each kind, with the numbers of all. One statement. */
export async function listChanges(
  db: TenantDb,
  reader: Reader,
  { kind, perKind }: { kind: string | null; perKind: number },
): Promise<ListedChanges[]> {
  const asked = sourcesFor(reader, kind);
  if (asked.length === 0) return [];
  const parts = asked.map(
    ([each, source]) => sql`(
      SELECT ${each}::text AS "kind", r."id"::text AS "id", r."subject", r."detail", r."path", r."on"::text AS "on", (count(*) OVER ())::int AS "total"
      FROM ${byOthers(source, reader)} r ORDER BY r."on" DESC, r."id" LIMIT ${perKind}::int)`,
  );
  const found = await queryRows(db, rowSchema, joinBy(parts, ' UNION ALL '));
  return asked.flatMap(([each, { label, detail }]) => {
    const rows = found.filter((row) => row.kind === each);
    const count = rows[0]?.total ?? 0;
    if (count === 0) return [];
    const shown = rows.map(({ kind: _, total: __, ...row }) => ({ ...row, detail: detail ? detail(row.detail) : row.detail }));
    return [{ kind: each, label: label(count), count, rows: shown }];
  });
}
