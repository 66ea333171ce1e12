import { foldName, foldText } from '~/suppliers/parties/name-key';
import { saysNothing } from './text';

/** A piece that begins with one of these after a comma is the end of the name before it. */
const suffix =
  /^(co|ltd|limited|inc|incorporated|llc|l\.l\.c|llp|corp|corporation|plc|gmbh|ag|kg|ltda|lda|s\.?\s?a|s\.?\s?r\.?\s?l|s\.?\s?p\.?\s?a|s\.?\s?l|s\.?\s?a\.?\s?s|s\.?\s?a\.?\s?c|s\.?\s?a\.?\s?r\.?\s?l|s\.?\s?a\.? de c\.?\s?v|b\.?\s?v|n\.?\s?v|a\.?\s?s|pte|pvt|pty|sdn|bhd|jsc|tbk|k\.?\s?k|oy|ab|sro|s\.r\.o|sp|d\.o\.o|kft)\b\.?/i;

/**
 * A cell with several company names → the names. Bars, semicolons and line ends always separate; commas only where they are not part of a
 * name: not before a legal form ("Framas Korea Vina Co., Ltd"), not inside brackets, not inside a name that is `known` as a whole.
 * @param known folded names (`foldText`) that the file or the organization already contains
 */
export function splitNames(cell: string, known: ReadonlySet<string> = new Set()): string[] {
  if (saysNothing(cell)) return [];
  const names: string[] = [];
  for (const part of cell.split(/[|;\n；、]/)) names.push(...splitByComma(part.trim(), known));
  const seen = new Set<string>();
  return names.filter((name) => {
    const folded = foldText(name);
    if (folded === '' || saysNothing(name) || seen.has(folded)) return false;
    seen.add(folded);
    return true;
  });
}

/**
 * A cell of linked companies → the companies: bars, semicolons and line ends always separate, a slash between spaces only where every part is
 * `known`. Commas belong to names.
 */
export function splitLinked(cell: string, known: ReadonlySet<string>): string[] {
  const seen = new Set<string>();
  return cell
    .split(/[|;\n；、]/)
    .flatMap((part) => splitBySlash(part, known))
    .map((part) => part.trim())
    .filter((part) => {
      const folded = foldText(part);
      if (folded === '' || saysNothing(part) || seen.has(folded)) return false;
      seen.add(folded);
      return true;
    });
}

/** The parts between slashes that stand apart, where each is a `known` name; else the text. */
export function splitBySlash(text: string, known: ReadonlySet<string>): string[] {
  const parts = text.split(/\s\/\s/);
  return parts.length > 1 && parts.every((part) => isKnown(part, known)) ? parts : [text];
}

const isKnown = (name: string, known: ReadonlySet<string>) => known.has(foldText(name)) || known.has(foldName(name));

function splitByComma(part: string, known: ReadonlySet<string>): string[] {
  const pieces: string[] = [];
  for (const raw of part.split(/[,，]/)) {
    const piece = raw.trim();
    const previous = pieces.at(-1);
    if (previous !== undefined && (piece === '' || suffix.test(piece) || opensMore(previous)))
      pieces[pieces.length - 1] = piece === '' ? previous : `${previous}, ${piece}`;
    else if (piece !== '') pieces.push(piece);
  }
  return joinKnown(pieces, known);
}

function opensMore(text: string): boolean {
  return text.split(/[(（]/).length > text.split(/[)）]/).length;
}

/** Joins pieces whose concatenation is a known name; the longest such name wins. */
function joinKnown(pieces: readonly string[], known: ReadonlySet<string>): string[] {
  const names: string[] = [];
  for (let at = 0; at < pieces.length; ) {
    let length = Math.min(4, pieces.length - at);
    while (length > 1 && !known.has(foldText(pieces.slice(at, at + length).join(', ')))) length -= 1;
    names.push(pieces.slice(at, at + length).join(', '));
    at += length;
  }
  return names;
}
