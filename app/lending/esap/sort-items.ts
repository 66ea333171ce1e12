import { isFinished, itemStatuses, milestones } from './plan-lists';
import type { PlanItem } from './read-plan.server';
import type { ItemFilter } from './schema';

type Shown = Pick<
  PlanItem,
  'number' | 'status' | 'milestone' | 'isLate' | 'dueOn' | 'owner' | 'currency' | 'costMinor' | 'action' | 'reference'
>;

/** Filtered and sorted items; unknown values come last in both directions, and costs are ordered within each currency. Pure. */
export function sortItems<Line extends Shown>(lines: readonly Line[], { status, milestone, isOverdue, search, sort }: ItemFilter): Line[] {
  const words = search.toLowerCase();
  const isWanted = (line: Line) =>
    (status === undefined || (status === 'unsettled' ? !isFinished(line.status) : line.status === status)) &&
    (milestone === undefined || line.milestone === milestone) &&
    (!isOverdue || line.isLate) &&
    (words === '' || `${line.action} ${line.reference} ${line.owner}`.toLowerCase().includes(words));
  const turn = sort.direction === 'descending' ? -1 : 1;
  return lines.filter(isWanted).sort((a, b) => {
    const [left, right] = [keyOf(a, sort.key), keyOf(b, sort.key)];
    if (left === null || right === null) return left === right ? a.number - b.number : left === null ? 1 : -1;
    return (left < right ? -turn : left > right ? turn : 0) || a.number - b.number;
  });
}

function keyOf(line: Shown, key: string): string | null {
  const place = (at: number) => String(at).padStart(20, '0');
  switch (key) {
    case 'due':
      return line.dueOn;
    case 'owner':
      return line.owner === '' ? null : line.owner.toLowerCase();
    case 'milestone':
      return line.milestone === null ? null : place(milestones.indexOf(line.milestone));
    case 'status':
      return place(itemStatuses.indexOf(line.status));
    case 'cost':
      return line.costMinor === null || line.currency === null ? null : line.currency + place(line.costMinor);
    default:
      return place(line.number);
  }
}
