import { z } from 'zod';
import type { DocumentDefinition } from '~/documents/frozen-documents/document-kinds';
import { itemStatuses, milestones, type PlannedField, plannedFields } from './plan-lists';

const frozenLine = z.strictObject({
  id: z.uuid(),
  number: z.int().positive(),
  action: z.string().min(1),
  reason: z.string(),
  reference: z.string(),
  deliverable: z.string(),
  owner: z.string(),
  dueOn: z.iso.date().nullable(),
  costMinor: z.int().nonnegative().nullable(),
  currency: z.string().nullable(),
  milestone: z.enum(milestones).nullable(),
  indicator: z.string(),
  status: z.enum(itemStatuses),
});
export type FrozenItem = z.infer<typeof frozenLine>;

/** A version of an action plan as both sides read it: its lines that were not dropped, in their order. What was dropped, and why, stays with the lender. */
export const planContentSchema = z.strictObject({
  format: z.literal('action-plan/1'),
  deal: z.string(),
  project: z.string(),
  client: z.string(),
  lender: z.string(),
  version: z.int().positive(),
  frozenAt: z.iso.datetime(),
  lines: z.array(frozenLine),
});
export type PlanContent = z.infer<typeof planContentSchema>;

/** A version of an action plan. The document has the number of the version. */
export const planDocument: DocumentDefinition<PlanContent> = {
  ...{ kind: 'esap', newest: 'action-plan/1' },
  schemas: { 'action-plan/1': planContentSchema },
};

export type ItemDifference =
  | { kind: 'added' | 'removed'; id: string; number: number; action: string }
  | { kind: 'changed'; id: string; number: number; action: string; fields: PlannedField[]; before: FrozenItem; after: FrozenItem };

/** Differences between two versions, item by item in order. Progress is excluded. Pure. */
export function comparePlans(before: Pick<PlanContent, 'lines'>, after: Pick<PlanContent, 'lines'>): ItemDifference[] {
  const old = new Map(before.lines.map((line) => [line.id, line]));
  const kept = new Set(after.lines.map(({ id }) => id));
  const named = ({ id, number, action }: FrozenItem) => ({ id, number, action });
  return [
    ...after.lines.flatMap((line): ItemDifference[] => {
      const was = old.get(line.id);
      if (!was) return [{ kind: 'added', ...named(line) }];
      const fields = plannedFields.filter((field) => was[field] !== line[field]);
      return fields.length === 0 ? [] : [{ kind: 'changed', ...named(line), fields, before: was, after: line }];
    }),
    ...before.lines.filter(({ id }) => !kept.has(id)).map((line): ItemDifference => ({ kind: 'removed', ...named(line) })),
  ].sort((a, b) => a.number - b.number);
}
