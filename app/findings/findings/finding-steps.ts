import type { FindingStatus } from '#scoring';

const order = ['open', 'plan-agreed', 'fixed', 'verified'] as const satisfies readonly FindingStatus[];

/** The status that comes next, or null when the finding is verified. */
export function nextStatus(status: FindingStatus): FindingStatus | null {
  return order[order.indexOf(status) + 1] ?? null;
}
