/**
 * A name without what lists and registers write differently: capital letters, accents, signs, "&" and the most common legal forms at its end.
 * A name that is nothing but legal forms keeps them. Two names that fold alike may still be two parties.
 */
export function foldEntityName(name: string): string {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/gu, '')
    .toLowerCase()
    .normalize('NFC')
    .replace(/&/gu, ' and ')
    .replace(/['’‘`´.]/gu, '')
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter((word) => word !== '');
  const kept = [...words];
  while (kept.length > 1 && legalForms.has(kept.at(-1) ?? '')) kept.pop();
  return (kept.length > 0 && !kept.every((word) => legalForms.has(word)) ? kept : words).join(' ');
}

const legalForms = new Set(
  'co ltd limited llc llp lp plc inc incorporated corp corporation company bhd sdn berhad pte pty pvt private gmbh ag bv nv sa srl sarl spa sas ltda doo cv tbk jsc'.split(
    ' ',
  ),
);
