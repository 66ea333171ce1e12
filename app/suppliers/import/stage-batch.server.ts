import { isDeepStrictEqual } from 'node:util';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { readTerms } from '~/suppliers/classification/decide-term.server';
import { placeAhead } from '~/suppliers/classification/place-words.server';
import type { RunWatch } from '~/platform/jobs/follow-run.server';
import { readBytes } from '~/platform/files/store-file.server';
import { clusterProposals } from './cluster-proposals.server';
import { listNameOf } from './choose-list.server';
import { compareWithReplaced } from './compare-batches.server';
import { headerKey } from './pipeline/header-key.server';
import { mapTable } from './pipeline/map-columns.server';
import { parseApart } from './parse-apart.server';
import { cellAt } from './pipeline/pack-row';
import { isLongTable } from './pipeline/is-long-table';
import type { ParsedTable } from './pipeline/parse.server';
import type { FileProblemCode } from './pipeline/problems';
import { repairsSchema } from './pipeline/repairs';
import { rowReader } from './pipeline/validate.server';
import { planBatch } from './plan-batch.server';
import { forgetProposals, hasAutomatic, openProposals } from './propose-matches.server';
import { type Continued, countCorrection, readContinued } from './read-continued.server';
import { withinList } from './propose-within.server';
import { readNamesWithCommas, readReferences, readRemembered } from './read-references.server';
import { type BatchCounts, type BatchMapping, batchMappingSchema, type Detected, detectedSchema } from './schema';
import { stageRows } from './stage-rows.server';

export type Staged =
  | { kind: 'staged'; counts: BatchCounts }
  | { kind: 'refused'; code: FileProblemCode }
  | { kind: 'closed' }
  /** Too large to read within a request: nothing was written, and the queue reads it. Only for a request. */
  | { kind: 'too-much' };
/** Refusals of a reading at once after which the larger limits of the queue may do. */
const refusedAtOnce: ReadonlySet<FileProblemCode> = new Set([
  'inflated-too-large',
  'too-many-cells',
  'too-many-entries',
  'took-too-long',
  'too-much-memory',
]);

/** Without progress reports: a small file is read within the request. */
const unwatched: RunWatch = { report: async () => {}, finish: async () => {} };

/**
 * Reads a batch's file (of a workbook the sheet that was read before or chosen since), proposes its columns (or takes the chosen ones), cleans every row and keeps rows, problems and counts for the preview.
 * Done again it starts over. Parties, links and facts are not touched. `closed`: the batch was accepted or cancelled meanwhile.
 * The file is parsed in a reader process.
 * @param watch hears how many rows are read, and of the end within the transaction; when it throws, nothing of this reading is kept
 */
export async function stageBatch(
  inOrganization: InOrganization,
  batch: { organizationId: string; batchId: string },
  watch: RunWatch = unwatched,
  { isAtOnce = false }: { isAtOnce?: boolean } = {},
): Promise<Staged> {
  for (;;) {
    const staged = await stageOnce(inOrganization, batch, { watch, isAtOnce });
    // Other columns or another sheet were chosen meanwhile: what was read by the old choice is gone, and the file is read by the new one.
    if (staged.kind !== 'outdated') return staged;
  }
}

class Outdated extends Error {}

/** What a reading goes by; when one of these changes meanwhile, the reading is of no use. */
const chosenColumns = { mapping: true, detected: true, repairs: true, listName: true, replacesId: true } as const;

async function stageOnce(
  inOrganization: InOrganization,
  batch: { organizationId: string; batchId: string },
  { watch, isAtOnce }: { watch: RunWatch; isAtOnce: boolean },
): Promise<Staged | { kind: 'outdated' }> {
  const found = await inOrganization((db) =>
    db.importBatch.findFirst({
      where: { id: batch.batchId, status: { in: ['received', 'staged'] } },
      select: { ...chosenColumns, continuesId: true, file: { select: { sha256: true, fileName: true } } },
    }),
  );
  if (!found) return { kind: 'closed' };
  const { file, continuesId, ...chosen } = found;
  const sheetName = detectedSchema.safeParse(chosen.detected).data?.sheetName;
  const decided = repairsSchema.parse(chosen.repairs ?? {});
  const bytes = await readBytes(batch.organizationId, file.sha256);
  const parsed = await parseApart({ bytes }, { owner: batch.organizationId, sheetName, reading: decided.reading, isAtOnce });
  if (isAtOnce && (parsed.ok ? isLongTable(parsed.table) : refusedAtOnce.has(parsed.problem.code))) return { kind: 'too-much' };
  if (!parsed.ok) {
    await inOrganization(async (db) => {
      await db.importBatch.updateMany({
        where: { id: batch.batchId, status: 'received' },
        data: { status: 'failed', problemCode: parsed.problem.code, detected: { params: parsed.problem.params } },
      });
      await watch.finish(db);
    });
    return { kind: 'refused', code: parsed.problem.code };
  }
  const { table } = parsed;
  await watch.report(0, table.rows.length);
  try {
    return await inOrganization(
      async (db): Promise<Staged> => {
        // Two tabs may start the same reading: they run one after the other. The batch row stays unlocked, so people can change columns or cancel meanwhile.
        await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('stage-import ' || ${batch.batchId}::text, 0))`;
        const key = headerKey(table.header);
        const continued = await readContinued(db, table, continuesId);
        const confirmed = batchMappingSchema.safeParse(chosen.mapping);
        const remembered = confirmed.success
          ? confirmed.data
          : (continued?.mapping ?? (await readRemembered(db, key, table.header.length)));
        // The first reading of a corrected workbook goes by what was decided about the batch it corrects.
        const repairs = continuesId === null && continued ? { ...continued.repairs, reading: {} } : decided;
        const { shape, proposals, grain } = mapTable(table.header, table.rows, remembered ?? undefined);
        const mapping: BatchMapping = remembered ?? {
          columns: proposals.map(({ field }) => field),
          shape,
          // Listed parties supply the organization; parties in a table of links supply those that the table names.
          suppliesUs: shape !== 'edges',
          defaults: {},
          isConfirmed: false,
        };
        await placeAhead(wordsIn(table, mapping));
        const read = rowReader(table, mapping, {
          repairs,
          knownNames: await readNamesWithCommas(db),
          references: await readReferences(db, table, mapping),
          recognition: { terms: await readTerms(db), isGuessing: true },
        });
        const tally = await stageRows(db, { batchId: batch.batchId, table, readRow: read.row, report: watch.report });
        const list =
          chosen.listName === null
            ? await proposeList(db, continued, { batchId: batch.batchId, fileName: file.fileName })
            : { listName: chosen.listName, replacesId: chosen.replacesId };
        await forgetProposals(db, batch.batchId);
        const matches = await openProposals(db, batch.batchId);
        const planned = { batchId: batch.batchId, mapping, headers: table.header, replacesId: list.replacesId };
        const within = withinList(db, batch.batchId);
        const proposed = await planBatch(db, planned, async (plan, rows, known) => {
          await matches?.propose(plan, rows, known);
          within.add(plan, rows);
        });
        await matches?.settle(proposed.known);
        const isCompared = await within.propose();
        await clusterProposals(db, batch.batchId);
        // What the batch matches by itself is counted as matched: the counts that are shown are those that accepting gives.
        const counted = (await hasAutomatic(db, batch.batchId)) ? await planBatch(db, planned) : proposed;
        const counts: BatchCounts = {
          ...tally,
          ...counted.counts,
          isCompared,
          habits: read.habits.columns,
          // Of a batch that was given up no row is left to compare with.
          correction:
            continued && continued.status !== 'cancelled' ? await countCorrection(db, { from: continued.id, to: batch.batchId }) : null,
          comparison: list.replacesId
            ? await compareWithReplaced(db, { replacesId: list.replacesId, batchId: batch.batchId, mapping })
            : null,
        };
        // The batch is locked only now, at the end: a person who chooses or gives up meanwhile does not wait for all rows.
        await db.$executeRaw`SELECT 1 FROM "ImportBatch" WHERE "id" = ${batch.batchId}::uuid FOR NO KEY UPDATE`;
        const now = await db.importBatch.findFirst({
          where: { id: batch.batchId, status: { in: ['received', 'staged'] } },
          select: chosenColumns,
        });
        if (!isDeepStrictEqual(now, chosen)) throw new Outdated();
        await db.importBatch.updateMany({
          where: { id: batch.batchId },
          data: {
            status: 'staged',
            detected: toJson({ ...detectedOf(table, key), grain, columns: proposals }),
            headers: table.header,
            mapping: toJson(mapping),
            counts: toJson(counts),
            repairs: toJson(repairs),
            continuesId: continued?.id ?? null,
            ...list,
            rowCount: tally.rows,
            problemCode: null,
          },
        });
        await watch.finish(db);
        return { kind: 'staged', counts };
      },
      { timeoutMs: 300_000 },
    );
  } catch (error) {
    if (error instanceof Outdated) return { kind: 'outdated' };
    throw error;
  }
}

/**
 * The list that a file read for the first time is a state of: a corrected workbook's own, else that of its file's name; and what it takes
 * the place of: the import it corrects, when that was written, else the newest import of a list of that name.
 */
async function proposeList(
  db: TenantDb,
  continued: Continued | null,
  { batchId, fileName }: { batchId: string; fileName: string },
): Promise<{ listName: string; replacesId: string | null }> {
  const listName = continued?.listName ?? listNameOf(fileName);
  if (continued?.status === 'committed') return { listName, replacesId: continued.id };
  // A list that is still open says itself what it takes the place of.
  if (continued && ['received', 'staged', 'accepted'].includes(continued.status)) return { listName, replacesId: continued.replacesId };
  const newest = await db.importBatch.findFirst({
    where: { listName, status: 'committed', id: { not: batchId } },
    orderBy: { committedAt: 'desc' },
    select: { id: true },
  });
  return { listName, replacesId: newest?.id ?? null };
}

function toJson(value: object) {
  return JSON.parse(JSON.stringify(value));
}

function detectedOf(table: ParsedTable, key: string): Omit<Detected, 'columns' | 'grain'> {
  const { format, sheetName, sheets, encoding, delimiter, lineEnd, headerRow, titleLines } = table;
  return {
    format,
    sheetName,
    sheets,
    encoding,
    delimiter,
    lineEnd,
    headerRow,
    titleLines,
    headerKey: key,
    problems: table.problems.filter(({ row }) => row === null || row === headerRow),
  };
}

/** The texts of the columns of sectors and products, whole and in parts; only those that contain a word. */
function* wordsIn(table: ParsedTable, mapping: Pick<BatchMapping, 'columns'>): Generator<string> {
  const columns = mapping.columns.flatMap((field, at) => (field === 'sector' || field === 'product' ? [at] : []));
  const seen = new Set<string>();
  for (const row of table.rows)
    for (const column of columns) {
      const cell = cellAt(row, column);
      if (seen.has(cell)) continue;
      seen.add(cell);
      for (const text of new Set([cell, ...cell.split(/[;|,/\n]/).map((part) => part.trim())])) if (/\p{L}{2}/u.test(text)) yield text;
    }
}
