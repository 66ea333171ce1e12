type Item = {
  isNotStated?: true | undefined;
  answer?: string | null | undefined;
  findings?: readonly string[];
  doesNotApply?: string | undefined;
};

/** Whether a question that applies was left without an answer. A zero-tolerance question never is: no report states it. */
export const isLeftOpen = ({ answer, isNotStated, doesNotApply }: Item): boolean =>
  !isNotStated && doesNotApply === undefined && (answer === null || answer === 'not-assessed');

export type ItemGroup = 'not-compliant' | 'open' | 'compliant' | 'does-not-apply' | 'not-stated';

/** The part of a section in which an item of a checklist is printed. What a finding is about is never among those without. */
export function groupOf(item: Item): ItemGroup {
  if (item.isNotStated) return 'not-stated';
  if (item.answer === 'not-compliant' || (item.findings ?? []).length > 0) return 'not-compliant';
  if (item.doesNotApply !== undefined || item.answer === 'not-applicable') return 'does-not-apply';
  return isLeftOpen(item) ? 'open' : 'compliant';
}

/** Codes of one point in short: "BW.OS.7.a, b, d.1". Pure. */
export function shortCodes(codes: readonly string[]): string {
  return codes
    .map((code, at) => {
      const [own, before] = [code.split('.'), codes[at - 1]?.split('.') ?? []];
      const shared = own.slice(0, 3).every((part, level) => part === before[level]) && own.length > 3;
      return shared ? own.slice(3).join('.') : code;
    })
    .join(', ');
}
