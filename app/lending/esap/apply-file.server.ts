import { z } from 'zod';
import type { TenantDb } from '~/access/tenant-db.server';
import { recordActivity } from '~/platform/activity/record-activity.server';
import type { FileCompared } from './compare-file';
import { itemColumns, plannedColumns, plannedOf, readItemRow } from './item-columns';
import { lockPlan, nextNumber, type PlanClosed } from './lock-plan.server';
import { isChangeable, mostLines, type Planned, type PlannedField, plannedFields } from './plan-lists';
import { plannedSchema } from './schema';
import { writePlanned } from './write-item.server';

/** What a preview proposes, as its form carries it to the confirmation. */
export const proposalSchema = z.strictObject({
  changes: z
    .array(
      z.strictObject({ itemId: z.guid(), number: z.int(), row: z.int(), revision: z.int(), before: plannedSchema, planned: plannedSchema }),
    )
    .max(mostLines),
  added: z.array(z.strictObject({ row: z.int(), planned: plannedSchema })).max(mostLines),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** What of a comparison can be confirmed. */
export function proposalOf({ changes, added }: FileCompared): Proposal {
  return {
    changes: changes.map(({ itemId, number, row, revision, before, planned }) => ({ itemId, number, row, revision, before, planned })),
    added,
  };
}

/** A line that somebody changed since the preview: what it said then, and what it says now. */
export type MovedItem = { number: number; fields: PlannedField[]; before: Planned; now: Planned; isOpen: boolean };
export type Applied =
  | { kind: 'applied'; changed: number; added: number }
  | { kind: 'stale'; moved: MovedItem[]; proposal: Proposal }
  | PlanClosed
  | { kind: 'refused'; code: 'nothing-chosen' | 'too-many-lines' };

/**
 * Writes what was confirmed of a preview: all of it or nothing. Where a line was changed since the preview was made, nothing is written and the answer says
 * what changed, with the same proposal made anew from how the lines stand now. Nothing is removed.
 */
export async function applyFile(
  db: TenantDb,
  proposal: Proposal,
  options: { dealId: string; userId: string; now: Date },
): Promise<Applied> {
  const { dealId, userId } = options;
  const locked = await lockPlan(db, dealId);
  if (locked.kind !== 'found') return locked;
  if (proposal.changes.length + proposal.added.length === 0) return { kind: 'refused', code: 'nothing-chosen' };
  const rows = await db.esapItem.findMany({
    where: { dealId, id: { in: proposal.changes.map(({ itemId }) => itemId) } },
    select: itemColumns,
  });
  const lines = new Map(rows.map((row) => [row.id, readItemRow(row)]));
  const moved = proposal.changes.flatMap((change): MovedItem[] => {
    const line = lines.get(change.itemId);
    if (!line) return [{ number: change.number, fields: [], before: change.before, now: change.before, isOpen: false }];
    if (line.revision === change.revision && isChangeable(line.status)) return [];
    const fields = plannedFields.filter((field) => change.before[field] !== line[field]);
    return [{ number: line.number, fields, before: change.before, now: plannedOf(line), isOpen: isChangeable(line.status) }];
  });
  if (moved.length > 0) {
    const changes = proposal.changes.flatMap((change) => {
      const line = lines.get(change.itemId);
      if (!line || !isChangeable(line.status)) return [];
      return [{ ...change, revision: line.revision, before: plannedOf(line), planned: onTopOf(plannedOf(line), change) }];
    });
    return { kind: 'stale', moved, proposal: { ...proposal, changes } };
  }
  const first = await nextNumber(db, dealId);
  if (first - 1 + proposal.added.length > mostLines) return { kind: 'refused', code: 'too-many-lines' };
  let changed = 0;
  for (const { itemId, planned } of proposal.changes) {
    const line = lines.get(itemId);
    if (line && (await writePlanned(db, line, { planned, dealId, userId }))) changed += 1;
  }
  await db.esapItem.createMany({
    data: proposal.added.map(({ planned }, at) => ({
      ...plannedColumns(planned),
      ...{ dealId, number: first + at, createdById: userId, createdAt: options.now },
    })),
  });
  await recordActivity(db, {
    recordKind: 'deal',
    recordId: dealId,
    act: 'import-plan',
    userId,
    after: { changedLines: changed, addedLines: proposal.added.length },
  });
  return { kind: 'applied', changed, added: proposal.added.length };
}

/** What the file changed, on top of how the line stands now: what it left as it was keeps what somebody wrote meanwhile. An amount goes with its currency. */
function onTopOf(now: Planned, { before, planned }: Pick<Proposal['changes'][number], 'before' | 'planned'>): Planned {
  const isCostChanged = before.costMinor !== planned.costMinor || before.currency !== planned.currency;
  const pick = <Field extends PlannedField>(field: Field): Planned[Field] =>
    before[field] === planned[field] ? now[field] : planned[field];
  return {
    ...{ action: pick('action'), reason: pick('reason'), reference: pick('reference'), deliverable: pick('deliverable') },
    ...{ owner: pick('owner'), dueOn: pick('dueOn'), milestone: pick('milestone'), indicator: pick('indicator') },
    ...(isCostChanged
      ? { costMinor: planned.costMinor, currency: planned.currency }
      : { costMinor: now.costMinor, currency: now.currency }),
  };
}
