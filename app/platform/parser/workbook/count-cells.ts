/** Tags of cells: one with content, and those that a program expands over a range. */
const tag = /<(?:\w+:)?(?:(c)(?=[\s/>])|(hyperlink|f)\s[^>]*?\bref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"|(col)\s([^>]*)>)/g;
/** A tag that is longer is none of these. */
const longestTag = 4_096;

/**
 * Counts the cells of worksheets from pieces of their XML. A range of links or of one formula, and a run of columns, count as what they would be
 * expanded to.
 */
export class CellCounter {
  cells = 0;
  #rest = '';

  /** A new part begins. */
  begin(): void {
    this.#rest = '';
  }

  add(piece: Uint8Array): void {
    const text = this.#rest + Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength).toString('latin1');
    const open = text.lastIndexOf('<');
    const isCut = open >= 0 && !text.includes('>', open) && text.length - open < longestTag;
    const whole = isCut ? text.slice(0, open) : text;
    this.#rest = isCut ? text.slice(open) : '';
    for (const [, cell, , fromColumn = '', fromRow = '', toColumn = '', toRow = '', column, attributes = ''] of whole.matchAll(tag)) {
      if (cell !== undefined) this.cells += 1;
      else if (column !== undefined) this.cells += Math.max(1, Math.ceil(spanOf(attributes) / 16_384));
      else this.cells += (columnAt(toColumn) - columnAt(fromColumn) + 1) * (Number(toRow) - Number(fromRow) + 1);
    }
  }
}

/** How many columns one tag describes; a workbook has 16,384. */
function spanOf(attributes: string): number {
  const of = (name: string) => Number(new RegExp(`\\b${name}="(\\d{1,15})"`).exec(attributes)?.[1] ?? 0);
  return of('max') - of('min') + 1;
}

/** 1 for "A", 27 for "AA". */
export const columnAt = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
