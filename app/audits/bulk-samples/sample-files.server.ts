import { randomUUID } from 'node:crypto';
import type { TenantDb } from '~/access/tenant-db.server';
import { currentEntries } from '~/audits/entries/current-entries';
import { type EntryKind, entryValues, type SentEntry } from '~/audits/entries/entries';
import { entryHash } from '~/audits/entries/entry-hash';
import { hasPossibleDates, recordedBounds } from '~/audits/entries/possible-dates';
import { receiveEntries } from '~/audits/entries/receive-entries.server';
import { type FoundAudit, lockAudit } from '~/audits/planning/find-audit.server';
import { recordingStatuses } from '~/audits/planning/states';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { type Choices, choicesSchema } from './choices';
import { type SampleKind, sampleKinds } from './columns';
import { planSamples, type SamplePlan } from './plan-samples';
import { type StagedTable, stagedTableSchema } from './staged-table';

export type FileRefused = 'closed' | 'unknown' | 'no-samples' | 'same-file' | 'bad-dates';
type By = { userId: string };

/** Keeps what was read of a file until it is added or discarded, in place of what was read before. The file itself is not kept. */
export async function stageFile(
  db: TenantDb,
  audit: FoundAudit,
  options: By & { kind: SampleKind; sha256: string; table: StagedTable; choices: Choices },
): Promise<FileRefused | null> {
  if (!(await isOpen(db, audit))) return 'closed';
  const { userId, kind, sha256, table, choices } = options;
  const added = await db.auditSampleFile.findFirst({ where: { auditId: audit.id, kind, sha256, status: 'added' }, select: { id: true } });
  if (added) return 'same-file';
  await discardFile(db, audit);
  await db.auditSampleFile.create({
    data: {
      auditId: audit.id,
      kind,
      sha256,
      staged: JSON.stringify(table),
      mapping: choices,
      counts: { rows: table.rows.length },
      createdById: userId,
    },
  });
  return null;
}

export async function discardFile(db: TenantDb, audit: FoundAudit): Promise<void> {
  await db.auditSampleFile.updateMany({
    where: { auditId: audit.id, status: 'proposed' },
    data: { status: 'discarded', staged: null },
  });
}

export async function changeChoices(db: TenantDb, audit: FoundAudit, choices: Choices): Promise<void> {
  await db.auditSampleFile.updateMany({ where: { auditId: audit.id, status: 'proposed' }, data: { mapping: choices } });
}

export type StagedFile = { id: string; sha256: string; kind: SampleKind; table: StagedTable; choices: Choices; plan: SamplePlan };

/** The file of an audit that waits to be confirmed, with what would come of it. */
export async function readStaged(db: TenantDb, audit: { id: string }): Promise<StagedFile | null> {
  const row = await db.auditSampleFile.findFirst({ where: { auditId: audit.id, status: 'proposed' }, orderBy: { createdAt: 'desc' } });
  const kind = sampleKinds.find((each) => each === row?.kind);
  if (!row || !kind) return null;
  const table = stagedTableSchema.safeParse(row.staged === null ? null : JSON.parse(row.staged));
  const choices = choicesSchema.safeParse(row.mapping);
  if (!table.success || !choices.success) return null;
  return {
    id: row.id,
    sha256: row.sha256,
    kind,
    table: table.data,
    choices: choices.data,
    plan: planSamples(table.data, kind, choices.data),
  };
}

/** Writes the samples of the confirmed file as entries of the record, each with its file, and deletes what was read of it. */
export async function addSamples(
  db: TenantDb,
  audit: FoundAudit,
  { userId, now }: By & { now: Date },
): Promise<FileRefused | { added: number }> {
  await lockAudit(db, audit.id);
  if (!(await isOpen(db, audit))) return 'closed';
  const file = await readStaged(db, audit);
  if (!file) return 'unknown';
  const { plan, kind, table } = file;
  const samples = kind === 'hours' ? plan.hours : plan.pay;
  if (samples.length === 0) return 'no-samples';
  const values = samples.map((sample) => ({ ...sample, file: file.id, isWithdrawn: false }));
  const bounds = recordedBounds({ endsOn: audit.endsOn.toISOString().slice(0, 10), now });
  if (!values.every((value) => hasPossibleDates({ kind, key: '', value }, { bounds, isDate: false }))) return 'bad-dates';
  await recordAll(db, audit, {
    userId,
    now,
    kind,
    deviceId: file.id,
    entries: values.map((value) => ({ key: randomUUID(), value, replaces: [] })),
  });
  const counts = {
    rows: table.rows.length,
    unread: new Set(plan.problems.map(({ row }) => row)).size,
    workers: new Set(samples.map(({ code }) => code)).size,
    samples: samples.length,
    partWeeks: plan.partWeeks,
  };
  await db.auditSampleFile.updateMany({
    where: { id: file.id },
    data: { status: 'added', counts, addedById: userId, addedAt: now, staged: null },
  });
  await recordActivity(db, { ...actOf(audit, userId), act: 'add-samples', after: { sha256: file.sha256, samples: samples.length } });
  return { added: samples.length };
}

/** Withdraws the samples of a file while the audit is recorded: a withdrawal is an entry too, and each sample stays readable. */
export async function withdrawSamples(
  db: TenantDb,
  audit: FoundAudit,
  { userId, now, fileId }: By & { now: Date; fileId: string },
): Promise<FileRefused | null> {
  await lockAudit(db, audit.id);
  if (!(await isOpen(db, audit))) return 'closed';
  const file = await db.auditSampleFile.findFirst({ where: { id: fileId, auditId: audit.id, status: 'added' } });
  const kind = sampleKinds.find((each) => each === file?.kind);
  if (!file || !kind) return 'unknown';
  const rows = await db.auditEntry.findMany({
    where: { auditId: audit.id, kind },
    select: { id: true, kind: true, key: true, value: true, replaces: true },
  });
  const withdrawn = [...currentEntries(rows).values()].flatMap(({ key, heads }) => {
    const value = entryValues[kind].safeParse(heads[0]?.value);
    return value.success && value.data.file === fileId && !value.data.isWithdrawn
      ? [{ key, value: { ...value.data, isWithdrawn: true }, replaces: heads.map(({ id }) => id) }]
      : [];
  });
  await recordAll(db, audit, { userId, now, kind, deviceId: fileId, entries: withdrawn });
  await db.auditSampleFile.updateMany({ where: { id: fileId }, data: { status: 'withdrawn', withdrawnById: userId, withdrawnAt: now } });
  await recordActivity(db, { ...actOf(audit, userId), act: 'withdraw-samples', before: { sha256: file.sha256 } });
  return null;
}

const actOf = (audit: FoundAudit, userId: string) => ({ recordKind: 'audit', recordId: audit.id, userId });

async function recordAll(
  db: TenantDb,
  audit: FoundAudit,
  options: By & { now: Date; kind: EntryKind; deviceId: string; entries: readonly { key: string; value: object; replaces: string[] }[] },
): Promise<void> {
  const { userId, now, kind, deviceId } = options;
  const entries: SentEntry[] = [];
  for (const each of options.entries) {
    const bare = { id: randomUUID(), kind, ...each };
    entries.push({ ...bare, hash: await entryHash(bare), madeAt: now.toISOString() });
  }
  const received = await receiveEntries(db, audit, { deviceId, userId, entries });
  if (received.kind === 'refused' || received.refused.length > 0) throw new Error('Samples of a file were refused by the record.');
}

async function isOpen(db: TenantDb, audit: FoundAudit): Promise<boolean> {
  const { status } = await db.audit.findFirstOrThrow({ where: { id: audit.id }, select: { status: true } });
  return recordingStatuses.includes(status);
}
