import { z } from 'zod';
import { can } from '~/access/permissions';
import { queryRows } from '~/access/sql/query.server';
import { joinBy, sql } from '~/access/sql.server';
import type { TenantDb } from '~/access/tenant-db.server';
import { byDueDate } from './queue-dates';
import type { Queue, QueueItem, QueueReader, QueueRow, QueueSource } from './queue-source';
import { queueSources } from './register-queue.server';

const rowSchema = z.object({
  kind: z.string(),
  id: z.string(),
  subject: z.string().nullable(),
  detail: z.string(),
  path: z.string(),
  dueOn: z.string().nullable(),
  isMine: z.boolean(),
  total: z.number().int(),
  overdue: z.number().int(),
  mine: z.number().int(),
  parties: z.number().int(),
});

type Found = { rows: QueueRow[]; total: number; overdue: number; mine: number; parties: number };

/**
 * The tasks of a member: those assigned to the member, and those of the organization that the role does. At most `perKind` of each kind, the earliest first,
 * with the totals of all. One query, and those of the sources that read for themselves, however many tasks there are.
 */
export async function readQueue(db: TenantDb, reader: QueueReader, wanted: Wanted): Promise<Queue> {
  const { perKind, assigned = null } = wanted;
  const asked = sourcesFor(reader, wanted);
  const found = await readTogether(db, reader, { asked, perKind, assigned });
  for (const [kind, source] of asked) {
    if (!('read' in source)) continue;
    const rows = (await source.read(db, reader)).filter(({ isMine }) => assigned === null || isMine === (assigned === 'me'));
    const overdue = rows.filter(({ dueOn }) => isPast(dueOn, reader)).length;
    const mine = rows.filter(({ isMine }) => isMine).length;
    const parties = new Set(rows.map(({ subject }) => subject)).size;
    if (rows.length > 0) found.set(kind, { rows: rows.slice(0, perKind), total: rows.length, overdue, mine, parties });
  }
  const present = asked.flatMap(([kind, source]) => {
    const each = found.get(kind);
    return each ? [{ kind, source, ...each }] : [];
  });
  return {
    items: present.flatMap((each) => itemsOf(each, { reader, isGrouped: wanted.isGrouped ?? true })).sort(byDueDate(reader.today)),
    kinds: present.map(({ kind, source, total, overdue, mine }) => ({
      kind,
      label: source.label(),
      icon: source.icon,
      total,
      overdue,
      mine,
    })),
    total: present.reduce((sum, { total }) => sum + total, 0),
    overdue: present.reduce((sum, { overdue }) => sum + overdue, 0),
    mine: present.reduce((sum, { mine }) => sum + mine, 0),
  };
}

export type Assigned = 'me' | 'organization';
export type Wanted = {
  /** How many tasks of each kind at most. */
  perKind: number;
  /** Only tasks of these kinds, and only those assigned so. */
  kinds?: readonly string[];
  assigned?: Assigned | null;
  /** Whether several tasks of a kind may be shown as one; yes unless said. */
  isGrouped?: boolean;
  /** For a file: without what may not be passed on. */
  isForFile?: boolean;
};

function sourcesFor({ role }: QueueReader, { kinds, isForFile }: Wanted): [string, QueueSource][] {
  return [...queueSources()].filter(
    ([kind, { permission, isConfidential }]) => can(role, permission) && (!kinds || kinds.includes(kind)) && !(isForFile && isConfidential),
  );
}

/** The kinds of tasks that a role can have, for a filter. */
export const queueKindsOf = (reader: QueueReader): { kind: string; label: string }[] =>
  sourcesFor(reader, { perKind: 0 }).map(([kind, { label }]) => ({ kind, label: label() }));

const isPast = (dueOn: string | null, { today }: QueueReader) => dueOn !== null && dueOn < today;

async function readTogether(
  db: TenantDb,
  reader: QueueReader,
  { asked, perKind, assigned }: { asked: readonly [string, QueueSource][]; perKind: number; assigned: Assigned | null },
): Promise<Map<string, Found>> {
  const parts = asked.flatMap(([kind, source]) =>
    'rows' in source
      ? [
          sql`(WITH r AS (SELECT * FROM (${source.rows(reader)}) r WHERE ${assigned === null} OR r."isMine" = ${assigned === 'me'})
            SELECT ${kind}::text AS "kind", r."id"::text AS "id", r."subject", r."detail", r."path", r."dueOn"::date::text AS "dueOn", r."isMine",
              (count(*) OVER ())::int AS "total", (count(*) FILTER (WHERE r."dueOn"::date < ${reader.today}::date) OVER ())::int AS "overdue",
              (count(*) FILTER (WHERE r."isMine") OVER ())::int AS "mine", (SELECT count(DISTINCT "subject") FROM r)::int AS "parties"
            FROM r
            ORDER BY r."dueOn" NULLS LAST, ${source.order ?? sql`r."isMine" DESC`}, r."id" LIMIT ${perKind}::int)`,
        ]
      : [],
  );
  const found = new Map<string, Found>();
  if (parts.length === 0) return found;
  for (const { kind, total, overdue, mine, parties, subject, ...row } of await queryRows(db, rowSchema, joinBy(parts, ' UNION ALL '))) {
    const known = found.get(kind) ?? { rows: [], total, overdue, mine, parties };
    const detail = queueSources().get(kind)?.detail;
    known.rows.push({ ...row, subject: subject ?? '', detail: detail ? detail(row.detail) : row.detail });
    found.set(kind, known);
  }
  return found;
}

function itemsOf(
  { kind, source, rows, total, parties }: Found & { kind: string; source: QueueSource },
  { reader, isGrouped }: { reader: QueueReader; isGrouped: boolean },
): QueueItem[] {
  const { icon, grouped, comesFirst = false } = source;
  const [first] = rows;
  if (isGrouped && grouped && first && total > 1) {
    const { dueOn } = first;
    return [
      {
        ...{
          kind,
          id: 'all',
          icon,
          comesFirst,
          label: grouped.label(total, parties),
          subjects: [...new Set(rows.map(({ subject }) => subject))],
          detail: '',
          count: total,
          parties,
          isUrgent: rows.some(({ isUrgent }) => isUrgent),
        },
        ...{ path: grouped.path, dueOn, isOverdue: isPast(dueOn, reader), isMine: rows.some(({ isMine }) => isMine) },
      },
    ];
  }
  return rows.map(({ subject, ...row }) => ({
    ...{ kind, icon, comesFirst, label: source.label(), count: 1, parties: 1, isUrgent: false, ...row },
    ...{ subjects: subject === '' ? [] : [subject], isOverdue: isPast(row.dueOn, reader) },
  }));
}
