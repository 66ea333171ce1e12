import { z } from 'zod';
import { isReferenceTable, type OwnEdition, type OwnTableKind, ownEditionSchema, ownTableKinds, tableTitle } from '#scoring';
import type { TenantDb } from '~/access/tenant-db.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { getLocale } from '~/paraglide/runtime';
import { shownOfRun } from '~/platform/jobs/read-run.server';
import { compareEdition, type NamedComparison } from './compare-edition';
import { type ComparedScores, comparedSchema } from './compared-scores';
import { type Format, formatOf, type Remark, remarkSchema } from './formats';
import { kindName } from './kind-name.server';
import { editionColumns, editionContent } from './own-tables.server';
import { editionState, type EditionState } from './states';

const kindSchema = z.enum(ownTableKinds);

export type EditionRead = {
  id: string;
  kind: OwnTableKind;
  kindName: string;
  moves: Format['moves'];
  title: string;
  producer: string;
  licence: string;
  publishedOn: string | null;
  fileName: string;
  sha256: string;
  hash: string | null;
  readRows: number;
  refusedRows: number;
  remarks: Remark[];
  state: EditionState;
  loaded: { by: string | null; at: Date };
  confirmed: { by: string | null; at: Date } | null;
  withdrawn: { by: string | null; at: Date; reason: string } | null;
  /** What it takes the place of, or took; null for the first of its kind. */
  replaces: { id: string; title: string } | null;
  differences: NamedComparison[];
  /** The newest comparison with the scores; `compared` null until it is done. */
  run: { run: Awaited<ReturnType<typeof readRun>>; compared: ComparedScores | null };
};

/** An edition with all that its page shows, by its id or the hash by which scores name it; null when the organization has none such. Six queries at most. */
export async function readEdition(db: TenantDb, key: string): Promise<EditionRead | null> {
  const byHash = /^[0-9a-f]{64}$/.test(key);
  if (!byHash && !z.uuid().safeParse(key).success) return null;
  const row = await db.referenceTableEdition.findFirst({
    where: byHash ? { hash: key } : { id: key },
    select: {
      ...editionColumns,
      ...{ id: true, fileName: true, sha256: true, hash: true, readRows: true, refusedRows: true, remarks: true },
      ...{ createdAt: true, createdById: true, confirmedById: true, withdrawnAt: true, withdrawnById: true, withdrawReason: true },
    },
  });
  if (!row) return null;
  const kind = kindSchema.parse(row.kind);
  const siblings = await db.referenceTableEdition.findMany({
    where: { kind, confirmedAt: { not: null } },
    orderBy: [{ confirmedAt: 'desc' }, { id: 'desc' }],
    select: { id: true, kind: true, title: true, confirmedAt: true, withdrawnAt: true },
  });
  const names = await namePeople(
    db,
    [row.createdById, row.confirmedById, row.withdrawnById].flatMap((userId) => userId ?? []),
  );
  const run = await readRun(db, row.id);
  const { id, title, producer, licence, publishedOn, fileName, sha256, hash, readRows, refusedRows } = row;
  const isBefore = (at: Date | null) => at !== null && (row.confirmedAt === null || at < row.confirmedAt);
  const replaced = siblings.find((each) => each.id !== id && each.withdrawnAt === null && isBefore(each.confirmedAt));
  const nameOfMember = (userId: string | null) => (userId === null ? null : (names.get(userId) ?? null));
  return {
    ...{ id, kind, title, producer, licence, publishedOn, fileName, sha256, hash, readRows, refusedRows },
    kindName: kindName(kind),
    moves: formatOf(kind).moves,
    remarks: z.array(remarkSchema).parse(row.remarks),
    state: editionState(row, siblings),
    loaded: { by: nameOfMember(row.createdById), at: row.createdAt },
    confirmed: row.confirmedAt && { by: nameOfMember(row.confirmedById), at: row.confirmedAt },
    withdrawn: row.withdrawnAt && { by: nameOfMember(row.withdrawnById), at: row.withdrawnAt, reason: row.withdrawReason ?? '' },
    replaces: replaced ? { id: replaced.id, title: replaced.title } : null,
    differences: compareEdition(contentOf(row)).map((each) => ({ ...each, name: nameOf(each.table) })),
    run: { run, compared: run?.status === 'done' ? (comparedSchema.safeParse(run.result).data ?? null) : null },
  };
}

const nameOf = (table: string): string => (isReferenceTable(table) ? tableTitle(table, getLocale()) : table);

/** The content of an edition, in force from its confirmation, or as of now while it waits. */
function contentOf(row: Parameters<typeof editionContent>[0] & { confirmedAt: Date | null; createdAt: Date }): OwnEdition {
  return ownEditionSchema.parse(editionContent(row, row.confirmedAt ?? row.createdAt));
}

function readRun(db: TenantDb, editionId: string) {
  return db.jobRun.findFirst({
    where: { kind: 'compare-edition', subjectId: editionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { ...shownOfRun, result: true },
  });
}
