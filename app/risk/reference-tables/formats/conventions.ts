/** The instruments that the two released tables have. */
export const fundamental: ReadonlySet<string> = new Set(['C029', 'P029', 'C105', 'C138', 'C182']);
export const others: ReadonlySet<string> = new Set(['C087', 'C098', 'C100', 'C111', 'C155', 'C187']);

/**
 * The code of an ILO instrument in the ways it is written: "C029", "C29", "C 29", "P029 - Protocol of 2014 …", "Forced Labour Convention, 1930 (No. 29)",
 * "Convention No. 29". Null where it is none.
 */
export function conventionOf(text: string): string | null {
  const start = /^\s*([CP])[\s.-]?0*(\d{1,3})(?!\d)/i.exec(text);
  if (start?.[1] && start[2]) return code(start[1].toUpperCase(), start[2]);
  if (/protocol of 2014.*forced labour/i.test(text) || /protocol.*forced labour convention/i.test(text)) return 'P029';
  const numbered = /(?:\(|convention\s+|^)n[o°º]\.?\s*0*(\d{1,3})(?!\d)/i.exec(text);
  return numbered?.[1] ? code('C', numbered[1]) : null;
}

const code = (letter: string, number: string): string => `${letter}${number.padStart(3, '0')}`;
