/** Which dimensions are positive. `act`: recruitment, transport, transfer, harbouring or receipt of a child. */
export type DelphiPattern = { d1: boolean; d2: boolean; d3: boolean; d4: boolean; d5: boolean; act: boolean };

/** What all dimensions say together: a result of screening, never a finding of law. */
export const delphiTotals = [
  'none',
  'exploitation',
  'deception-and-exploitation',
  'coerced-recruitment-and-exploitation',
  'coercion-inconclusive',
  'forced-labour',
  'trafficking-for-forced-labour',
  'child-trafficking',
] as const;
export type DelphiTotal = (typeof delphiTotals)[number];

/**
 * Reads the dimensions together (R13). Exploitation (D4) with coercion at destination (D5) shows forced labour, with a means at recruitment (D1, D2 or D3)
 * trafficking for it; coercion alone is inconclusive; exploitation alone is named by the recruitment, coerced before deceived. Of a child, exploitation with
 * an act is enough. D6 adds weight to D5 and decides nothing.
 */
export function readTotal({ d1, d2, d3, d4, d5, act }: DelphiPattern): DelphiTotal {
  if (d4 && act) return 'child-trafficking';
  if (d4 && d5) return d1 || d2 || d3 ? 'trafficking-for-forced-labour' : 'forced-labour';
  if (d5) return 'coercion-inconclusive';
  if (!d4) return 'none';
  if (d2) return 'coerced-recruitment-and-exploitation';
  return d1 ? 'deception-and-exploitation' : 'exploitation';
}
