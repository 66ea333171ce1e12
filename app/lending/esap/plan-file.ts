import { writeAmount } from './amount';
import type { PlannedField } from './plan-lists';
import type { PlanItem, PlanRead } from './read-plan.server';

/** Fields of an item in a file beside its planned ones: for readers, and to match the item again. */
type FileLine = PlanItem & { said: string };

/**
 * The columns of a plan file, in order. `id` and `revision` match an item when the file returns; `plan_version` is the newest frozen version, and `as_frozen`
 * whether the plan still equals it.
 */
export const fileColumns = {
  id: ({ id }) => id,
  line_number: ({ number }) => number,
  action: ({ action }) => action,
  reason: ({ reason }) => reason,
  reference: ({ reference }) => reference,
  deliverable: ({ deliverable }) => deliverable,
  owner: ({ owner }) => owner,
  due_on: ({ dueOn }) => dueOn,
  cost: ({ costMinor, currency }) => (costMinor === null || currency === null ? null : writeAmount(costMinor, currency)),
  currency: ({ currency }) => currency,
  milestone: ({ milestone }) => milestone,
  completion_indicator: ({ indicator }) => indicator,
  status: ({ status }) => status,
  done_on: ({ doneOn }) => doneOn,
  done_note: ({ doneNote }) => doneNote,
  verified_on: ({ verifiedOn }) => verifiedOn,
  verified_seen: ({ verifiedSeen }) => verifiedSeen,
  overdue: ({ isLate }) => (isLate ? 'yes' : 'no'),
  review_item: ({ itemKey }) => itemKey,
  finding_id: ({ findingId }) => findingId,
  comments: ({ said }) => said,
  deal: (_, { deal }) => deal.number,
  plan_version: (_, { version }) => version?.number ?? null,
  as_frozen: (_, { version }) => (version === null ? null : version.isCurrent ? 'yes' : 'no'),
  revision: ({ revision }) => revision,
} satisfies Record<string, (line: FileLine, plan: PlanRead) => string | number | null>;
export type FileColumn = keyof typeof fileColumns;

/** Which column contains which planned field; a cost is read with its currency. */
export const columnOfField: Record<PlannedField, FileColumn> = {
  action: 'action',
  reason: 'reason',
  reference: 'reference',
  deliverable: 'deliverable',
  owner: 'owner',
  dueOn: 'due_on',
  costMinor: 'cost',
  currency: 'currency',
  milestone: 'milestone',
  indicator: 'completion_indicator',
};

/** A plan as rows of cells under `fileColumns`. `comments`: by line, the oldest first. */
export function fileRows(plan: PlanRead, comments: ReadonlyMap<string, string>): (string | number | null)[][] {
  return plan.lines.map((line) => Object.values(fileColumns).map((cell) => cell({ ...line, said: comments.get(line.id) ?? '' }, plan)));
}
