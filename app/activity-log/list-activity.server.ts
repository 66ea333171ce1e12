import { z } from 'zod';
import type { Prisma } from '~/access/generated/client';
import type { TenantDb } from '~/access/tenant-db.server';
import { type AuditCaller, visibleAudits } from '~/audits/planning/find-audit.server';
import { hideSmallGroups } from '~/activity-log/hide-small-groups.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { nameRecords, type RecordName } from './name-records.server';
import { wordAnswers } from '~/activity-log/word-answers.server';

export type ActivityEvent = {
  id: string;
  at: Date;
  recordKind: string;
  recordId: string;
  /** What the record is called and its page inside the organization; null where there is none. */
  record: RecordName;
  act: string;
  changes: { field: string; before: unknown; after: unknown }[];
  /** Null when the software acted by itself; `name` is null when the account is gone. */
  person: { id: string; name: string | null } | null;
};
export type ActivityPage = { events: ActivityEvent[]; before: string | null; after: string | null };

const changesSchema = z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })).catch([]);
const cursorSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/**
 * The activity of the organization, newest first with answers in the reader's language, or of one record (`recordKind` and `recordId`), optionally of one
 * person.
 * `cursor`: the `after` (older) or `before` (newer) of a page; a broken one gives the first page. `limit` 1 to 200, default 50.
 */
export async function listActivity(
  db: TenantDb,
  options: {
    recordKind?: string | undefined;
    recordId?: string | undefined;
    userId?: string | undefined;
    /** Only these. */
    ids?: readonly string[] | undefined;
    cursor?: { after: string } | { before: string } | null;
    limit?: number;
    /** The reader of a list beyond one record: audits hidden from this reader are excluded. */
    reader?: AuditCaller;
  } = {},
): Promise<ActivityPage> {
  const limit = Math.min(Math.max(options.limit ?? 50, 1), 200);
  const isBackwards = options.cursor != null && 'before' in options.cursor;
  const from = options.cursor ? readCursor('before' in options.cursor ? options.cursor.before : options.cursor.after) : null;
  const excluded = options.reader ? await unreportedAudits(db, options.reader) : {};
  const rows = await db.activity.findMany({
    where: {
      ...excluded,
      ...(options.recordKind ? { recordKind: options.recordKind } : {}),
      ...(options.recordId ? { recordId: options.recordId } : {}),
      ...(options.ids ? { id: { in: [...options.ids] } } : {}),
      ...(options.userId ? { userId: options.userId } : {}),
      ...(from
        ? isBackwards
          ? { OR: [{ at: { gt: from.at } }, { at: from.at, id: { gt: from.id } }] }
          : { OR: [{ at: { lt: from.at } }, { at: from.at, id: { lt: from.id } }] }
        : {}),
    },
    orderBy: isBackwards ? [{ at: 'asc' }, { id: 'asc' }] : [{ at: 'desc' }, { id: 'desc' }],
    take: limit + 1,
    select: { id: true, at: true, recordKind: true, recordId: true, act: true, changes: true, userId: true },
  });
  const hasMore = rows.length > limit;
  const page = rows.slice(0, limit);
  if (isBackwards) page.reverse();
  const names = await namePeople(
    db,
    page.flatMap(({ userId }) => userId ?? []),
  );
  const records = await nameRecords(db, page);
  const first = page[0];
  const last = page.at(-1);
  const events = page.map(({ userId, changes, ...event }) => ({
    ...event,
    record: records.get(`${event.recordKind}:${event.recordId}`) ?? { name: null, path: null },
    changes: changesSchema.parse(changes).map(({ field, before, after }) => ({ field, before, after })),
    person: userId === null ? null : { id: userId, name: names.get(userId) ?? null },
  }));
  return {
    events: await wordAnswers(db, await hideSmallGroups(db, events)),
    before: first && (isBackwards ? hasMore : from !== null) ? writeCursor(first) : null,
    after: last && (isBackwards || hasMore) ? writeCursor(last) : null,
  };
}

/** Leaves out activity on audits that the reader may not see. One query at most. */
async function unreportedAudits(db: TenantDb, reader: AuditCaller): Promise<Prisma.ActivityWhereInput> {
  const visible = visibleAudits(reader);
  if (Object.keys(visible).length === 0) return {};
  const known = await db.audit.findMany({ where: visible, select: { id: true } });
  return { NOT: { recordKind: 'audit', recordId: { notIn: known.map(({ id }) => id) } } };
}

/** The kinds of record and the persons that occur, for filters. */
export async function listActivityFilters(db: TenantDb): Promise<{ recordKinds: string[]; people: { id: string; name: string | null }[] }> {
  const kinds = await db.activity.groupBy({ by: ['recordKind'], orderBy: { recordKind: 'asc' } });
  const persons = await db.activity.groupBy({ by: ['userId'], where: { userId: { not: null } } });
  const ids = persons.flatMap(({ userId }) => userId ?? []);
  const names = await namePeople(db, ids);
  return {
    recordKinds: kinds.map(({ recordKind }) => recordKind),
    people: ids.map((id) => ({ id, name: names.get(id) ?? null })).sort((a, b) => (a.name ?? '').localeCompare(b.name ?? '')),
  };
}

function writeCursor({ at, id }: { at: Date; id: string }): string {
  return `${at.toISOString()}_${id}`;
}

function readCursor(text: string): { at: Date; id: string } | null {
  const parsed = cursorSchema.safeParse(text.split('_'));
  return parsed.success ? { at: new Date(parsed.data[0]), id: parsed.data[1] } : null;
}
