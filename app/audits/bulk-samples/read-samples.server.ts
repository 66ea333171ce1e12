import type { TenantDb } from '~/access/tenant-db.server';
import { currentByKey, readRecord } from '~/audits/entries/read-record.server';
import type { FoundAudit } from '~/audits/planning/find-audit.server';
import { namePeople } from '~/platform/activity/name-people.server';
import { z } from 'zod';
import { sampleKinds } from './columns';
import { keptColumns } from './choices';
import { countsOf } from './plan-samples';
import { readSampleLaw, type SampleLaw } from './default-choices.server';
import { hoursDistribution, payDistribution } from './distribution';
import { readStaged, type StagedFile } from './sample-files.server';

const countsSchema = z.object({
  rows: z.int().catch(0),
  unread: z.int().nullable().catch(null),
  workers: z.int().nullable().catch(null),
  samples: z.int().nullable().catch(null),
});
/** Problems are named up to this one; their number is always complete. */
const mostProblems = 60;
const previewRows = 8;

/** The samples of an audit as its team sees them: files, the one to confirm, and how the recorded samples are distributed. */
export async function readSamples(db: TenantDb, audit: FoundAudit, { country, on }: { country: string | null; on: string }) {
  const law = await readSampleLaw(db, { country, on });
  const staged = await readStaged(db, audit);
  const record = await readRecord(db, audit);
  const hours = [...currentByKey(record, 'hours').values()].map(({ value }) => value);
  const wages = [...currentByKey(record, 'wage').values()].map(({ value }) => value);
  const weekly = law.limits['weekly-hours'][0]?.value ?? null;
  return {
    law,
    files: await listFiles(db, audit),
    staged: staged && showStaged(staged, law),
    hours: hoursDistribution(hours, weekly),
    pay: payDistribution(wages),
  };
}
export type SamplesRead = Awaited<ReturnType<typeof readSamples>>;

async function listFiles(db: TenantDb, audit: FoundAudit) {
  const rows = await db.auditSampleFile.findMany({
    where: { auditId: audit.id, status: { in: ['added', 'withdrawn'] } },
    orderBy: { addedAt: 'desc' },
    select: {
      id: true,
      kind: true,
      sha256: true,
      status: true,
      counts: true,
      addedById: true,
      addedAt: true,
      withdrawnById: true,
      withdrawnAt: true,
    },
  });
  const names = await namePeople(
    db,
    rows.flatMap(({ addedById, withdrawnById }) => [addedById ?? [], withdrawnById ?? []].flat()),
  );
  return rows.map(({ kind, counts, addedById, withdrawnById, ...row }) => ({
    ...row,
    kind: sampleKinds.find((each) => each === kind) ?? 'hours',
    counts: countsSchema.parse(counts),
    addedBy: addedById && (names.get(addedById) ?? null),
    withdrawnBy: withdrawnById && (names.get(withdrawnById) ?? null),
  }));
}

function showStaged({ kind, table, choices, plan }: StagedFile, { limits }: SampleLaw) {
  const limit = { weekly: limits['weekly-hours'][0]?.value ?? null, deduction: choices.deductionLimit };
  return {
    ...{ kind, choices, codesFrom: table.codesFrom, sheet: table.sheet, headerRow: table.headerRow },
    columns: keptColumns(table),
    dropped: table.columns.flatMap(({ letter, dropped }) => (dropped === null || dropped === 'empty' ? [] : [{ letter, reason: dropped }])),
    rows: table.rows.slice(0, previewRows).map(([row, code, cells]) => ({ row, code, cells })),
    rowCount: table.rows.length,
    counts: countsOf(plan, kind, limit),
    limit,
    ...{ partWeeks: plan.partWeeks, inFile: plan.inFile, isDrawn: plan.isDrawn },
    period: periodOf(plan),
    problemCount: plan.problems.length,
    problems: plan.problems.slice(0, mostProblems).map(({ row, column, code }) => ({
      row,
      code,
      letter: column === null ? null : (keptColumns(table)[column]?.letter ?? null),
    })),
  };
}
export type StagedShown = ReturnType<typeof showStaged>;

function periodOf({ hours, pay }: StagedFile['plan']): { from: string; to: string } | null {
  const days = [...hours.map(({ weekOf }) => weekOf), ...pay.flatMap(({ periodFrom, periodTo }) => [periodFrom, periodTo])].sort();
  const [from, to] = [days[0], days.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}
