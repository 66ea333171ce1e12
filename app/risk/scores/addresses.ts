/** The anchor of a step of the calculation. */
export const stepAnchor = (id: string): string => `step-${id.replaceAll('/', '.')}`;

const lines: Readonly<Record<string, string | undefined>> = {
  inherent: 'score/inherent',
  controlCredit: 'score/credit',
  findingsUplift: 'score/findings',
  overrideUplift: 'score/overrides',
  residual: 'score',
};

/** Where pressing a row of the waterfall leads: the step of the calculation behind it. */
export function waterfallHref(rowId: string, options: { components: readonly string[]; domains: readonly string[] }): string | undefined {
  const step = lines[rowId];
  if (step) return `#${stepAnchor(step)}`;
  if (options.components.includes(rowId)) return `#${stepAnchor(`score/inherent/${rowId}`)}`;
  if (options.domains.includes(rowId)) return `#${stepAnchor(`score/credit/${rowId}`)}`;
  return undefined;
}

/** The page of a rule, opened at one of its dated numbers. */
export const parameterHref = (rule: string, id: string): string => `/methodology/${rule}#${id}`;
