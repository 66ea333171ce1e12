import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import { applyAct } from './apply-act.server';
import type { DraftAct } from './draft-acts';
import { questionsIn } from './draft';
import { problemsOfDraft } from './problems-of-draft';
import { draftSchema, type OwnRow, readQuestionnaireTemplate, readVersions, stored } from './read-draft.server';

export type RefusedChange = {
  kind: 'refused';
  code: 'unknown-instrument' | 'used' | 'offered' | 'unknown-item' | 'unlike' | 'unknown-target' | 'nothing-to-undo';
};
export type Changed = { kind: 'changed'; selected: string | null } | RefusedChange;

/** The number of undo steps of a draft. */
const keptSteps = 100;

/** The draft of that key, locked until the transaction ends, or why it cannot be changed. */
async function lockDraft(db: TenantDb, key: string): Promise<OwnRow | RefusedChange> {
  await db.$queryRaw`SELECT 1 FROM "QuestionnaireTemplate" WHERE "key" = ${key} FOR UPDATE`;
  const row = await readQuestionnaireTemplate(db, key);
  if (!row || row.lentBy) return { kind: 'refused', code: 'unknown-instrument' };
  if (row.frozenAt) return { kind: 'refused', code: 'used' };
  return row.status === 'offered' ? { kind: 'refused', code: 'offered' } : row;
}

const isRow = (found: OwnRow | RefusedChange): found is OwnRow => !('kind' in found);

/** Does one act on a draft and keeps what it was before, for undo. `selected`: what the builder shows next. */
export async function changeDraft(db: TenantDb, options: { key: string; act: DraftAct; userId: string; now: Date }): Promise<Changed> {
  const { key, act, userId, now } = options;
  const row = await lockDraft(db, key);
  if (!isRow(row)) return row;
  const earlier = (await readVersions(db, row.code)).filter(({ version }) => version < row.version);
  const taken = new Set(earlier.flatMap(({ content }) => questionsIn(content).map((question) => question.key)));
  const applied = applyAct(row, { act, taken });
  if (applied.kind === 'refused') return applied;
  if (JSON.stringify(stored(applied.draft)) === JSON.stringify(stored(row))) return { kind: 'changed', selected: applied.selected };
  await keepStep(db, { row, userId, now });
  await db.questionnaireTemplate.updateMany({ where: { id: row.id }, data: { ...stored(applied.draft), changedAt: now } });
  return { kind: 'changed', selected: applied.selected };
}

/** Replaces a whole draft, as an imported file does; it can be undone like any other change. */
export async function replaceDraft(
  db: TenantDb,
  options: { key: string; draft: Parameters<typeof stored>[0]; userId: string; now: Date },
): Promise<Changed> {
  const row = await lockDraft(db, options.key);
  if (!isRow(row)) return row;
  await keepStep(db, { row, userId: options.userId, now: options.now });
  await db.questionnaireTemplate.updateMany({ where: { id: row.id }, data: { ...stored(options.draft), changedAt: options.now } });
  return { kind: 'changed', selected: null };
}

async function keepStep(db: TenantDb, { row, userId, now }: { row: OwnRow; userId: string; now: Date }): Promise<void> {
  const last = await db.questionnaireTemplateStep.findFirst({
    where: { instrumentId: row.id },
    orderBy: { position: 'desc' },
    select: { position: true },
  });
  const position = (last?.position ?? 0) + 1;
  await db.questionnaireTemplateStep.create({
    data: { instrumentId: row.id, position, before: stored(row), createdById: userId, createdAt: now },
    select: { id: true },
  });
  await db.questionnaireTemplateStep.deleteMany({ where: { instrumentId: row.id, position: { lte: position - keptSteps } } });
}

/** Takes the last change of a draft back. */
export async function undoDraft(db: TenantDb, options: { key: string; now: Date }): Promise<Changed> {
  const row = await lockDraft(db, options.key);
  if (!isRow(row)) return row;
  const step = await db.questionnaireTemplateStep.findFirst({
    where: { instrumentId: row.id },
    orderBy: { position: 'desc' },
    select: { id: true, before: true },
  });
  if (!step) return { kind: 'refused', code: 'nothing-to-undo' };
  await db.questionnaireTemplate.updateMany({
    where: { id: row.id },
    data: { ...stored(draftSchema.parse(step.before)), changedAt: options.now },
  });
  await db.questionnaireTemplateStep.deleteMany({ where: { id: step.id } });
  return { kind: 'changed', selected: null };
}

export type Offered = { kind: 'offered' } | RefusedChange | { kind: 'refused'; code: 'has-problems' };

/** Offers a draft where questionnaires are chosen; only one without problems. */
export async function offerDraft(db: TenantDb, options: { key: string; userId: string }): Promise<Offered> {
  const row = await lockDraft(db, options.key);
  if (!isRow(row)) return row;
  if (problemsOfDraft(row).length > 0) return { kind: 'refused', code: 'has-problems' };
  await db.questionnaireTemplate.updateMany({ where: { id: row.id }, data: { status: 'offered' } });
  await recordActivity(db, { recordKind: 'instrument', recordId: row.key, act: 'offer-instrument', userId: options.userId });
  return { kind: 'offered' };
}

/** Takes an offered version back into work; one that was used stays. */
export async function withdrawOffer(
  db: TenantDb,
  options: { key: string; userId: string },
): Promise<{ kind: 'withdrawn' } | RefusedChange> {
  const { count } = await db.questionnaireTemplate.updateMany({
    where: { key: options.key, status: 'offered', frozenAt: null, lentBy: null },
    data: { status: 'draft' },
  });
  if (count === 0) return { kind: 'refused', code: 'used' };
  await recordActivity(db, { recordKind: 'instrument', recordId: options.key, act: 'withdraw-instrument', userId: options.userId });
  return { kind: 'withdrawn' };
}

/** Deletes a draft. False when it was used, is offered, or is not there. */
export async function removeDraft(db: TenantDb, options: { key: string; userId: string }): Promise<boolean> {
  const row = await lockDraft(db, options.key);
  if (!isRow(row)) return false;
  await db.questionnaireTemplate.deleteMany({ where: { id: row.id } });
  await recordActivity(db, {
    recordKind: 'instrument',
    recordId: row.key,
    act: 'remove',
    userId: options.userId,
    before: { title: row.content.title.en },
  });
  return true;
}
