import { isDeepStrictEqual } from 'node:util';
import type { InOrganization, TenantDb } from '~/access/tenant-db.server';
import { foldText } from '~/features/party/name-key';
import { readBytes } from '~/features/stored-file/store-file.server';
import { headerKey } from './pipeline/header-key.server';
import { mapTable } from './pipeline/map-columns.server';
import { type ParsedTable, parseFile } from './pipeline/parse.server';
import { planImport } from './pipeline/plan';
import type { FileProblemCode } from './pipeline/problems';
import { repairsSchema } from './pipeline/repairs';
import { rowReader, type ValidatedRow } from './pipeline/validate.server';
import { countCorrection, readContinued } from './read-continued.server';
import { readKnownParties } from './read-known-parties.server';
import { readReferences } from './read-references.server';
import { tallyRows } from './tally-rows';
import { type BatchCounts, type BatchMapping, batchMappingSchema, type Detected, detectedSchema } from './schema';

export type Staged = { kind: 'staged'; counts: BatchCounts } | { kind: 'refused'; code: FileProblemCode } | { kind: 'closed' };

/**
 * Reads a batch's file (of a workbook the sheet that was read before or chosen since), proposes its columns (or takes the chosen ones), cleans every row and keeps rows, problems and counts for the preview.
 * Done again it starts over. Parties, links and facts are not touched. `closed`: the batch was accepted or cancelled meanwhile.
 */
export async function stageBatch(inOrganization: InOrganization, batch: { organizationId: string; batchId: string }): Promise<Staged> {
  for (;;) {
    const staged = await stageOnce(inOrganization, batch);
    // Other columns or another sheet were chosen meanwhile: what was read by the old choice is gone, and the file is read by the new one.
    if (staged.kind !== 'outdated') return staged;
  }
}

class Outdated extends Error {}

async function stageOnce(
  inOrganization: InOrganization,
  batch: { organizationId: string; batchId: string },
): Promise<Staged | { kind: 'outdated' }> {
  const found = await inOrganization((db) =>
    db.importBatch.findFirst({
      where: { id: batch.batchId, status: { in: ['received', 'staged'] } },
      select: { mapping: true, detected: true, repairs: true, continuesId: true, file: { select: { sha256: true } } },
    }),
  );
  if (!found) return { kind: 'closed' };
  const sheetName = detectedSchema.safeParse(found.detected).data?.sheetName;
  const parsed = await parseFile(await readBytes(batch.organizationId, found.file.sha256), sheetName ? { sheetName } : {});
  if (!parsed.ok) {
    await inOrganization((db) =>
      db.importBatch.updateMany({
        where: { id: batch.batchId, status: 'received' },
        data: { status: 'failed', problemCode: parsed.problem.code, detected: { params: parsed.problem.params } },
      }),
    );
    return { kind: 'refused', code: parsed.problem.code };
  }
  const { table } = parsed;
  try {
    return await inOrganization(
      async (db): Promise<Staged> => {
        const key = headerKey(table.header);
        const chosen = batchMappingSchema.safeParse(found.mapping);
        const continued = await readContinued(db, table, found.continuesId);
        const remembered = chosen.success ? chosen.data : (continued?.mapping ?? (await readRemembered(db, key, table.header.length)));
        // The first reading of a corrected workbook goes by what was decided about the batch it corrects.
        const repairs = found.continuesId === null && continued ? continued.repairs : repairsSchema.parse(found.repairs ?? {});
        const { shape, proposals } = mapTable(table.header, table.rows, remembered ?? undefined);
        const mapping: BatchMapping = remembered ?? {
          columns: proposals.map(({ field }) => field),
          shape,
          // Who is listed supplies the organization; who stands in a table of links supplies whom the table says.
          suppliesUs: shape !== 'edges',
          defaults: {},
          isConfirmed: false,
        };
        const read = rowReader(table, mapping, {
          repairs,
          knownNames: await readNamesWithCommas(db),
          references: await readReferences(db, table, mapping),
        });
        const rows = table.rows.map(read.row);
        const detected: Detected = { ...detectedOf(table, key), columns: proposals };
        await replaceRows(db, batch.batchId, table, rows);
        const correction = continued ? await countCorrection(db, { from: continued.id, to: batch.batchId }) : null;
        const counts: BatchCounts = {
          ...(await countPlan(db, { rows, header: table.header, mapping, habits: read.habits.columns })),
          correction,
        };
        // The batch is locked only now, at the end: a person who chooses or gives up meanwhile does not wait for all rows.
        const [now] = await db.$queryRaw<{ status: string; mapping: unknown; detected: unknown; repairs: unknown }[]>`
          SELECT "status", "mapping", "detected", "repairs" FROM "ImportBatch" WHERE "id" = ${batch.batchId}::uuid FOR UPDATE`;
        if (!isDeepStrictEqual([now?.mapping, now?.detected, now?.repairs], [found.mapping, found.detected, found.repairs]))
          throw new Outdated();
        if (now?.status !== 'received' && now?.status !== 'staged') throw new Outdated();
        await db.importBatch.updateMany({
          where: { id: batch.batchId },
          data: {
            status: 'staged',
            detected: toJson(detected),
            headers: table.header,
            mapping: toJson(mapping),
            counts: toJson(counts),
            repairs: toJson(repairs),
            continuesId: continued?.id ?? null,
            rowCount: rows.length,
            problemCode: null,
          },
        });
        return { kind: 'staged', counts };
      },
      { timeoutMs: 300_000 },
    );
  } catch (error) {
    if (error instanceof Outdated) return { kind: 'outdated' };
    throw error;
  }
}

function toJson(value: object) {
  return JSON.parse(JSON.stringify(value));
}

function detectedOf(table: ParsedTable, key: string): Omit<Detected, 'columns'> {
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

async function readRemembered(db: TenantDb, key: string, columns: number): Promise<BatchMapping | null> {
  const saved = await db.columnMapping.findFirst({ where: { headerKey: key }, select: { mapping: true } });
  const parsed = batchMappingSchema.safeParse(saved?.mapping);
  return parsed.success && parsed.data.columns.length === columns ? { ...parsed.data, isConfirmed: false } : null;
}

/** Only a name that holds a comma can keep two pieces of a list together. */
async function readNamesWithCommas(db: TenantDb): Promise<string[]> {
  const parties = await db.party.findMany({ where: { kind: 'supplier', name: { contains: ',' } }, select: { name: true }, take: 50_000 });
  return parties.map(({ name }) => foldText(name));
}

async function countPlan(
  db: TenantDb,
  of: { rows: readonly ValidatedRow[]; header: readonly string[]; mapping: BatchMapping; habits: BatchCounts['habits'] },
): Promise<Omit<BatchCounts, 'correction'>> {
  const good = of.rows.flatMap(({ rowNumber, record }) => (record ? [{ rowNumber, record }] : []));
  const plan = planImport(good, await readKnownParties(db, good, of.mapping.shape), of.mapping);
  const tally = tallyRows(of.header);
  for (const row of of.rows) tally.add(row);
  const isNew = ({ partyId }: { partyId: string | null }) => partyId === null;
  const fresh = plan.suppliers.filter(isNew).length;
  const freshSites = plan.sites.filter(isNew).length;
  return {
    ...tally.result(),
    habits: of.habits,
    suppliersNew: fresh,
    suppliersKnown: plan.suppliers.length - fresh,
    sitesNew: freshSites,
    sitesKnown: plan.sites.length - freshSites,
    providersNew: plan.providers.filter(isNew).length,
    subcontractors: new Set(plan.links.flatMap(({ kind, fromKey }) => (kind === 'subcontracts' ? [fromKey] : []))).size,
    links: plan.links.length,
    withoutSector: of.mapping.shape === 'edges' ? 0 : good.filter(({ record }) => record.sector === null).length,
    withoutCountry: of.mapping.shape === 'edges' ? 0 : good.filter(({ record }) => record.country === null).length,
  };
}

const chunk = 5_000;

async function replaceRows(db: TenantDb, batchId: string, table: ParsedTable, rows: readonly ValidatedRow[]): Promise<void> {
  await db.$executeRaw`DELETE FROM "ImportRow" WHERE "batchId" = ${batchId}::uuid`;
  for (let start = 0; start < rows.length; start += chunk) {
    const part = rows.slice(start, start + chunk);
    await db.$executeRaw`
      INSERT INTO "ImportRow" ("batchId", "rowNumber", "raw", "cleaned", "problems", "status")
      SELECT ${batchId}::uuid, t.row_number, t.raw::jsonb, t.cleaned::jsonb, t.problems::jsonb, t.status
      FROM unnest(
        ${part.map(({ rowNumber }) => rowNumber)}::int[],
        ${part.map((_, at) => JSON.stringify(table.rows[start + at]?.cells ?? []).replace(/\\u0000/g, ''))}::text[],
        ${part.map(({ record }) => (record ? JSON.stringify(record).replace(/\\u0000/g, '') : null))}::text[],
        ${part.map(({ problems }) => JSON.stringify(problems).replace(/\\u0000/g, ''))}::text[],
        ${part.map(({ status }) => status)}::text[]
      ) AS t(row_number, raw, cleaned, problems, status)`;
  }
}
