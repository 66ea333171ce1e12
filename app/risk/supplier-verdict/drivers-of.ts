import type { HasScore } from '#scoring';
import type { Driver } from './choose-verdict';

type Parts = Pick<HasScore, 'components' | 'lines'>;

/**
 * What moves a score most, the largest first, whichever way: known lines of place and workforce, findings and overrides. Lines that move nothing are left out.
 * Controls are not among them: they lower the risk that the others describe. Pure.
 */
export function driversOf({ components, lines }: Parts, count = 3): Driver[] {
  const all: Driver[] = [
    ...components.filter(({ known }) => known).map(({ id, points, rule }): Driver => ({ id, points, rule })),
    { id: 'findings', points: lines.findingsUplift, rule: 'R6' },
    { id: 'overrides', points: lines.overrideUplift, rule: 'R7' },
  ];
  return all
    .filter(({ points }) => points !== 0)
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points))
    .slice(0, count);
}

/** What raises a score most; null where nothing does. */
export const mainDriver = (parts: Parts): Driver | null =>
  driversOf(parts, Number.POSITIVE_INFINITY).find(({ points }) => points > 0) ?? null;
