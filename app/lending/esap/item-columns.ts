import type { Prisma } from '~/access/generated/client';
import { itemStatuses, milestones, type Planned } from './plan-lists';

/** What a line is read from. */
export const itemColumns = {
  id: true,
  number: true,
  action: true,
  reason: true,
  reference: true,
  deliverable: true,
  owner: true,
  dueOn: true,
  costMinor: true,
  currency: true,
  milestone: true,
  indicator: true,
  status: true,
  statusReason: true,
  itemKey: true,
  findingId: true,
  revision: true,
  doneAt: true,
  doneNote: true,
  verifiedAt: true,
  verifiedSeen: true,
} as const satisfies Prisma.EsapItemSelect;

const day = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** A line as the pages, files and rules take it. Whole minor units stay exact up to 90 trillion in cents. */
export function readItemRow(row: Prisma.EsapItemGetPayload<{ select: typeof itemColumns }>) {
  const { dueOn, doneAt, verifiedAt, costMinor, milestone, status, ...rest } = row;
  return {
    ...rest,
    dueOn: day(dueOn),
    doneOn: day(doneAt),
    verifiedOn: day(verifiedAt),
    costMinor: costMinor === null ? null : Number(costMinor),
    milestone: milestones.find((known) => known === milestone) ?? null,
    status: itemStatuses.find((known) => known === status) ?? 'open',
  };
}
export type ItemRow = ReturnType<typeof readItemRow>;

/** What is planned, as columns of the table. */
export function plannedColumns(planned: Planned) {
  const { dueOn, costMinor, ...rest } = planned;
  return { ...rest, dueOn: dueOn === null ? null : new Date(dueOn), costMinor: costMinor === null ? null : BigInt(costMinor) };
}

/** Only what is planned of a row. */
export function plannedOf(row: Planned): Planned {
  const { action, reason, reference, deliverable, owner, dueOn, costMinor, currency, milestone, indicator } = row;
  return { action, reason, reference, deliverable, owner, dueOn, costMinor, currency, milestone, indicator };
}
