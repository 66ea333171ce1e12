import type { HasScore } from '#scoring';

const lines: Readonly<Record<string, string | undefined>> = {
  world: 'R8',
  inherent: 'R8',
  controlCredit: 'R5',
  findingsUplift: 'R6',
  overrideUplift: 'R7',
  residual: 'R8',
};

/** The rule behind a row of the waterfall. */
export function waterfallRule(rowId: string, result: HasScore): string | undefined {
  const component = result.components.find(({ id }) => id === rowId);
  const rule = lines[rowId] ?? component?.rule ?? (result.domains.some(({ domain }) => domain === rowId) ? 'R5' : undefined);
  return rule && `/methodology/${rule}`;
}
