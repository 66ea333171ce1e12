import type { TraceNode } from '#scoring';

/** The corridor and the labour recruiter from whose ledger a step of the calculation read the months of pay; null for every other step. */
export function ledgerOfStep({ label }: TraceNode): { origin: string; destination: string; recruiter: string } | null {
  const [, origin, destination, recruiter] = /^recruitmentCost; ([A-Z]{2})-([A-Z]{2}), ledger of (.+)$/s.exec(label) ?? [];
  return origin && destination && recruiter ? { origin, destination, recruiter } : null;
}

/** That step, wherever it is in a calculation. */
export function findLedgerStep(node: TraceNode): TraceNode | null {
  if (ledgerOfStep(node)) return node;
  for (const input of node.inputs ?? []) {
    const found = findLedgerStep(input);
    if (found) return found;
  }
  return null;
}
