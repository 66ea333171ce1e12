import { foldText } from '~/suppliers/parties/name-key';
import { splitBySlash, splitNames } from './names';
import { saysNothing } from './text';

/** What parts the entries of a cell: `marks` bars, semicolons and line ends; `commas` these and commas; `whole` nothing. */
export type ListHabit = { parts: 'marks' | 'commas' | 'whole'; isSure: boolean };

const marks = /[|;\n；、]/;
/** Words of an address: the parts between its commas are not a list. */
const addressWord =
  /\b(road|rd|street|st|avenue|ave|lane|floor|building|block|plot|district|province|village|ward|zone|city|estate|highway|km|no|rue|strasse|straße|calle|rua|jalan|jl|duong|phuong|quan|xa)\b|\d{3,}/i;

/**
 * Whether commas separate the entries of a column. Where other marks do, a comma is part of a name. Otherwise the pieces decide together:
 * known names, goods that recur in other cells, pieces that start with a capital and contain no word of an address.
 */
export function learnListHabit(cells: readonly string[], known: ReadonlySet<string>, of: 'names' | 'goods'): ListHabit {
  const told = cells.filter((cell) => !saysNothing(cell));
  if (told.some((cell) => marks.test(cell))) return { parts: 'marks', isSure: true };
  const withComma = told.filter((cell) => /[,，]/.test(cell));
  if (withComma.length === 0) return { parts: 'marks', isSure: true };
  const pieces = withComma.flatMap((cell) => splitNames(cell, known));
  // Every comma belongs to a name: before a legal form, in brackets, in a known name.
  if (pieces.length === withComma.length) return { parts: 'commas', isSure: true };
  const share = (test: (piece: string) => boolean) => pieces.filter(test).length / pieces.length;
  if (share((piece) => addressWord.test(piece)) > 0.2) return { parts: 'marks', isSure: false };
  if (of === 'goods') {
    const cellsWith = new Map<string, number>();
    for (const cell of told)
      for (const piece of new Set(splitNames(cell).map(foldText))) cellsWith.set(piece, (cellsWith.get(piece) ?? 0) + 1);
    return share((piece) => (cellsWith.get(foldText(piece)) ?? 0) > 1) >= 0.6
      ? { parts: 'commas', isSure: true }
      : { parts: 'marks', isSure: false };
  }
  if (share((piece) => known.has(foldText(piece))) >= 0.3) return { parts: 'commas', isSure: true };
  return share((piece) => /^[\p{Lu}\p{Lo}\d]/u.test(piece)) >= 0.9 ? { parts: 'commas', isSure: false } : { parts: 'marks', isSure: false };
}

/** A cell → its entries by the habit of its column, each once. */
export function splitByHabit(cell: string, habit: ListHabit, known: ReadonlySet<string>): string[] {
  if (saysNothing(cell)) return [];
  if (habit.parts === 'commas') return splitNames(cell, known);
  const seen = new Set<string>();
  return (habit.parts === 'whole' ? [cell.trim()] : cell.split(marks).flatMap((part) => splitBySlash(part, known))).flatMap((part) => {
    const entry = part.trim();
    const folded = foldText(entry);
    if (folded === '' || saysNothing(entry) || seen.has(folded)) return [];
    seen.add(folded);
    return [entry];
  });
}
