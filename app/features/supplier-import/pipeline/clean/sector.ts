import { foldText } from '~/features/party/name-key';
import { type Cleaned, clean, flag } from '../problems';
import { sectorWords } from './sector-words';
import { saysNothing } from './text';

/**
 * A sector in words or as a code → ISIC Rev. 4 division ("14") or class ("1410"); null with a word about it when nobody can tell.
 * Of several sectors in one cell the first that is known counts.
 */
export function cleanSector(cell: string): Cleaned<string> {
  if (saysNothing(cell)) return clean<string>(null);
  for (const part of [cell, ...cell.split(/[|;,/]/)]) {
    const found = findSector(part);
    if (found !== null) return clean(found);
  }
  return flag<string>(null, 'unknown-sector', 'warning', { value: cell });
}

/** "Apparel" → 14, "C1410" → 1410, "14.10" → 1410; null when unknown. */
export function findSector(text: string): string | null {
  const code = /^(?:isic|nace)?\s*(?:rev\.?\s*[24])?\s*[A-U]?\s*(\d{2})(?:\.?(\d{2}))?(?:\s*[-–:].*)?$/i.exec(text.trim());
  if (code?.[1]) return isDivision(code[1]) ? `${code[1]}${code[2] ?? ''}` : null;
  const folded = foldText(text);
  const exact = byWord.get(folded);
  if (exact) return exact;
  for (const [word, division] of wordsByLength) if (` ${folded} `.includes(` ${word} `)) return division;
  return null;
}

/** The sector that a product's name is (“footwear”, "garments"), and only the name as a whole; null when it is none. */
export function sectorOfProduct(product: string): string | null {
  return byWord.get(foldText(product)) ?? null;
}

function isDivision(code: string): boolean {
  const number = Number(code);
  return number >= 1 && number <= 99 && ![4, 34, 40, 44, 48, 54, 57, 67, 76, 83, 89].includes(number);
}

const byWord = new Map(Object.entries(sectorWords).flatMap(([division, words]) => words.map((word) => [word, division] as const)));
const wordsByLength = [...byWord].sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
