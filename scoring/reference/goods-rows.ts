import { type TableRow, tableRows } from './rows.ts';

export type ListedGood = TableRow<'listed-goods'>;

/** The list of goods made with child or forced labour: one row per country and good. A null flag is not known. */
export function listedGoods(asOf: string): ListedGood[] {
  return [...tableRows('listed-goods', asOf).values()];
}

/** Pairs of country and good that an edition of the list added or removed. `inputs`: the change is about inputs of the good alone. */
export function listedGoodsChanges(asOf: string) {
  return [...tableRows('listed-goods-changes', asOf).values()];
}

/** Every good of the list with its industry class and customs headings. Without `asOf` the newest vintage is read. */
export function classifiedGoods(asOf?: string): GoodRow[] {
  return [...tableRows('goods-classification', asOf).values()];
}
type GoodRow = TableRow<'goods-classification'>;
/** `exact`: the name, a term for it, or an HS code within its heading. `contains`: the words hold a term for it. `chapter`: the HS code is wider than its heading. */
export type MatchedGood = GoodRow & { match: 'exact' | 'contains' | 'chapter'; by: string };

/**
 * Goods of the list that a product name or an HS code (2, 4 or 6 digits, dots allowed) speaks of; exact matches first.
 * A term inside a longer matched term is dropped: "rubber gloves" is not "rubber". Empty when nothing fits. Without `asOf` the newest vintage is read.
 */
export function goodsMatching(termOrHs: string, asOf?: string): MatchedGood[] {
  const rows = [...tableRows('goods-classification', asOf).values()];
  const digits = termOrHs.replace(/[\s.]/g, '');
  const matches = /^\d{2,10}$/.test(digits) ? rows.flatMap((row) => matchCode(row, digits)) : matchWords(rows, plainWords(termOrHs));
  const order = { exact: 0, contains: 1, chapter: 2 };
  return matches.sort((a, b) => order[a.match] - order[b.match] || (a.good < b.good ? -1 : 1));
}

function matchCode(row: GoodRow, code: string): MatchedGood[] {
  const heading = row.hsPrefixes.find((prefix) => code.startsWith(prefix));
  if (heading) return [{ ...row, match: 'exact', by: heading }];
  const narrower = row.hsPrefixes.find((prefix) => prefix.startsWith(code));
  return narrower ? [{ ...row, match: 'chapter', by: narrower }] : [];
}

function matchWords(rows: GoodRow[], words: string): MatchedGood[] {
  if (words === '') return [];
  const found = rows.flatMap((row): { row: GoodRow; term: string }[] => {
    const terms = termsOf(row).filter((term) => ` ${words} `.includes(` ${term} `));
    const longest = terms.sort((a, b) => b.length - a.length)[0];
    return longest === undefined ? [] : [{ row, term: longest }];
  });
  const inLonger = (term: string) => found.some((other) => other.term !== term && ` ${other.term} `.includes(` ${term} `));
  return found
    .filter(({ term }) => !inLonger(term))
    .map(({ row, term }) => ({ ...row, match: term === words ? 'exact' : 'contains', by: term }));
}

const terms = new WeakMap<GoodRow, string[]>();
function termsOf(row: GoodRow): string[] {
  const known = terms.get(row);
  if (known) return known;
  const made = [row.good, row.good.replace(/\(.*?\)/g, ''), ...row.good.split('/'), ...row.matchTerms]
    .map(plainWords)
    .filter((term) => term !== '');
  terms.set(row, made);
  return made;
}

/** Lower case, no accents or signs, plural endings taken off. */
export function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map(singular)
    .join(' ');
}

function singular(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (word.length > 4 && /(ch|sh|x|ss|to)es$/.test(word)) return word.slice(0, -2);
  return word.length > 3 && word.endsWith('s') && !/(ss|us|is)$/.test(word) ? word.slice(0, -1) : word;
}
