import type { PlanContent } from './plan-content';
import { isCondition, isFinished, type Planned, type PlannedField, plannedFields } from './plan-lists';

export type PlanRow = Planned & { id: string; status: string };

/** Whether a line is late: its day has passed, and it is neither done nor dropped. A condition is late until it is verified. Pure. */
export function isOverdue(line: Pick<PlanRow, 'status' | 'dueOn' | 'milestone'>, today: string): boolean {
  if (isFinished(line.status) || line.dueOn === null || line.dueOn >= today) return false;
  return line.status !== 'done' || isCondition(line.milestone);
}

/** What a line lacks before both sides can agree to it: who, until when, at which milestone, and how it is seen to be done. Pure. */
export function lacksOf(line: Planned): PlannedField[] {
  return (['owner', 'dueOn', 'milestone', 'indicator'] as const).filter((field) => line[field] === null || line[field] === '');
}

/** Costs by currency, never added across currencies, and the number of items without a cost. Dropped items cost nothing. Integer minor units. Pure. */
export function totalsOf(lines: readonly Pick<PlanRow, 'status' | 'costMinor' | 'currency'>[]) {
  const counted = lines.filter(({ status }) => status !== 'dropped');
  const sums = new Map<string, number>();
  for (const { costMinor, currency } of counted)
    if (costMinor !== null && currency !== null) sums.set(currency, (sums.get(currency) ?? 0) + costMinor);
  return {
    sums: [...sums].map(([currency, minor]) => ({ currency, minor })).sort((a, b) => (a.currency < b.currency ? -1 : 1)),
    unknown: counted.filter(({ costMinor }) => costMinor === null).length,
  };
}

/** Whether a frozen version equals the current plan in every item; progress since then is ignored. Pure. */
export function isAsFrozen(content: PlanContent, lines: readonly PlanRow[]): boolean {
  const now = lines.filter(({ status }) => status !== 'dropped');
  const frozen = new Map(content.lines.map((line) => [line.id, line]));
  return (
    now.length === frozen.size &&
    now.every((line) => {
      const before = frozen.get(line.id);
      return before !== undefined && plannedFields.every((field) => before[field] === line[field]);
    })
  );
}

export type PlanFacts = {
  unplannedItems: number;
  planItems: number;
  isPlanAgreed: boolean;
  openSigningConditions: number;
  openDisbursementConditions: number;
  overdueConditions: number;
};

/**
 * The plan's facts for the rules of the next steps. `unmet`: review questions partly or not met; even a dropped item covers one, because dropping needs a
 * reason. `agreed`: the newest version, if the client agreed to it. `today`: ISO. Pure.
 */
export function planFactsOf(
  lines: readonly (PlanRow & { itemKey: string | null })[],
  options: { unmet: readonly string[]; agreed: PlanContent | null; today: string },
): PlanFacts {
  const taken = new Set(lines.map(({ itemKey }) => itemKey));
  const open = (milestone: string) => lines.filter((line) => line.milestone === milestone && !isFinished(line.status)).length;
  return {
    unplannedItems: options.unmet.filter((key) => !taken.has(key)).length,
    planItems: lines.filter(({ status }) => status !== 'dropped').length,
    isPlanAgreed: options.agreed !== null && isAsFrozen(options.agreed, lines),
    openSigningConditions: open('cp-signing'),
    openDisbursementConditions: open('cp-disbursement'),
    overdueConditions: lines.filter((line) => isCondition(line.milestone) && isOverdue(line, options.today)).length,
  };
}
