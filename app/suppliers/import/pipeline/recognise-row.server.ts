import { goodsMatching } from '#scoring';
import { type GoodGuess, placeWords, type SectorGuess } from '~/suppliers/classification/place-words.server';
import { type Recognition, type TermField, termId } from '~/suppliers/classification/term-key';
import { guessParams, recogniseSector, saysNoSector, sectorOfProduct } from './clean/sector.server';
import type { Mapping } from './fields';
import type { RowReading } from './row-reading.server';

/**
 * Words of a row that name a sector or a listed good, or could: what was decided or guessed (null: nothing), and the candidates. Words that determine it are
 * not among them.
 */
export type RecognisedTerm = {
  field: TermField;
  text: string;
  /** A member decided it, for this text, in this or an earlier file. */
  isDecided: boolean;
  value: string | null;
  by: { text: string; source: string } | null;
  candidates: readonly string[];
};

type Recognised = {
  sector: string | null;
  sectorGuess: { sector: string; words: string; by: string; list: string } | null;
  listedGoods: Record<string, string>;
  terms: RecognisedTerm[];
};
type Asked = {
  products: readonly string[];
  country: string | null;
  mapping: Pick<Mapping, 'defaults'>;
  recognition: Recognition;
  header: string;
};

/**
 * The sector of a row: of its cell; else the one that makes a product of the row, by name, code or words; else the one chosen for all rows. And which goods
 * of the List of Goods its products are.
 * @param read `cleanSector` of the row's sector cell, which has recorded its problems
 */
export function recogniseRow(read: string | null, asked: Asked, reading: RowReading): Recognised {
  const { products, country, recognition } = asked;
  const { terms } = recognition;
  const cell = reading.first('sector');
  const found: RecognisedTerm[] = [];
  const isSaid = cell !== undefined && !saysNoSector(cell.text, recognition);
  const ofCell = isSaid ? recogniseSector(cell.text, asked.header, recognition) : null;
  if (isSaid && (ofCell === null || ofCell.guess !== undefined || terms.has(termId('sector', cell.text))))
    found.push(termOf('sector', cell.text, ofCell?.sector ?? null, ofCell?.guess ?? null, recognition));
  const listedGoods: Record<string, string> = {};
  for (const product of products) {
    const good = goodOf(product, country, recognition);
    if (good.value !== null) listedGoods[product] = good.value;
    if (good.term) found.push(good.term);
  }
  if (read !== null) {
    const guess = ofCell?.guess?.sector === read ? ofCell.guess : null;
    return { sector: read, sectorGuess: guess && cell ? asGuess(guess, cell.text) : null, listedGoods, terms: found };
  }
  return { ...ofProducts(asked, reading, found), listedGoods, terms: found };
}

const asGuess = (guess: SectorGuess, words: string) => ({
  sector: guess.sector,
  words: words.slice(0, 200),
  by: guess.by.text,
  list: guess.by.source,
});

function ofProducts(
  { products, mapping, recognition }: Asked,
  reading: RowReading,
  found: RecognisedTerm[],
): Pick<Recognised, 'sector' | 'sectorGuess'> {
  const cell = reading.first('sector');
  const settled = products.find((name) => sectorOfProduct(name) !== null);
  const at = cell ?? reading.first('product');
  if (settled !== undefined) {
    const sector = sectorOfProduct(settled);
    reading.note('sector', at, [{ code: 'sector-from-product', params: { sector: sector ?? '', product: settled }, severity: 'warning' }]);
    return { sector, sectorGuess: null };
  }
  if (mapping.defaults.sector) {
    if (cell)
      reading.note('sector', cell, [{ code: 'sector-from-default', params: { sector: mapping.defaults.sector }, severity: 'warning' }]);
    return { sector: mapping.defaults.sector, sectorGuess: null };
  }
  for (const product of products) {
    const decided = recognition.terms.get(termId('sector', product));
    const guess = decided === undefined && recognition.isGuessing ? placeWords(product).sector : null;
    if (decided !== undefined || guess !== null)
      found.push(termOf('sector', product, decided ?? guess?.sector ?? null, guess, recognition));
    if (decided) return { sector: decided, sectorGuess: null };
    if (guess === null) continue;
    reading.note('sector', at, [{ code: 'sector-guessed', params: guessParams(product, guess), severity: 'warning' }]);
    return { sector: guess.sector, sectorGuess: asGuess(guess, product) };
  }
  const [first] = products;
  if (first !== undefined && !cell) found.push(termOf('sector', first, null, null, recognition));
  return { sector: null, sectorGuess: null };
}

function termOf(field: TermField, text: string, value: string | null, guess: SectorGuess | null, { terms }: Recognition): RecognisedTerm {
  const candidates = placeWords(text).sectors.map(({ sector }) => sector);
  return { field, text, isDecided: terms.has(termId(field, text)), value, by: guess?.by ?? null, candidates };
}

const isCode = (product: string) => !/\p{L}{2}/u.test(product.replace(/^hs(?:\s*code)?/i, ''));

/** Which listed good a product is, and what is to be shown of it; nothing of codes, names of goods themselves, and words that come near no good. */
function goodOf(
  product: string,
  country: string | null,
  { terms, isGuessing }: Recognition,
): { value: string | null; term: RecognisedTerm | null } {
  if (isCode(product)) return { value: null, term: null };
  const decided = terms.get(termId('product', product));
  const { good, goods } = placeWords(product, { country });
  const guess = isGuessing ? good : null;
  const candidates = goods.map((each: GoodGuess) => each.good);
  const term = (value: string | null): RecognisedTerm => ({
    ...{ field: 'product' as const, text: product, isDecided: decided !== undefined, value, candidates },
    by: decided === undefined ? (guess?.by ?? null) : null,
  });
  if (decided !== undefined) return { value: decided, term: term(decided) };
  if (guess === null) return { value: null, term: candidates.length === 0 ? null : term(null) };
  const isNamed = goodsMatching(product).some((each) => each.match === 'exact' && each.good === guess.good);
  return isNamed ? { value: null, term: null } : { value: guess.good, term: term(guess.good) };
}
