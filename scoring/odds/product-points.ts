import { kept } from '../engine/kept.ts';
import {
  goodsMatching,
  type ListedGood,
  listedGoods,
  type MatchedGood,
  type PrioritySector,
  plainWords,
  prioritySectors,
  type Provenance,
  tablesKey,
} from '../reference/at.ts';
import type { PartyFacts } from '../types.ts';
import type { Numbers } from './parameters.ts';

/** Why a product has its points. `chapter`: its code is wider than the listed heading, so that it may or may not be that good. */
export type ProductReason = 'here' | 'by-input' | 'elsewhere' | 'chapter' | 'none' | 'words-unknown' | 'priority-sector';
/** One product as it was read. `points` 0 where its words name no good that any list knows: that is not harmless, it is not known. */
export type ProductReading = {
  product: string;
  reason: ProductReason;
  points: number;
  good: string | null;
  /** The word or code by which it was found. */
  by: string | null;
  /** The input made with forced labour for which the good is listed (`by-input`), as the list names it. */
  input?: string;
  provenance: Provenance | null;
};
export type ProductPoints = { points: number; error: number; isKnown: boolean; readings: ProductReading[] };

type Asked = { countries: readonly string[]; numbers: Numbers; outcome: Outcome };
type Lists = { byCountry: Map<string, ListedGood>; anywhere: Map<string, ListedGood>; priority: PrioritySector[] };
/** Whose flags of the list are read: each has a score of its own, and they are never mixed. */
export type Outcome = 'forced-labour' | 'child-labour';
const flags: Record<
  Outcome,
  { isOwn: (row: ListedGood) => boolean; isByInput: (row: ListedGood) => boolean; numbers: 'R3.goods' | 'C3.goods' }
> = {
  'forced-labour': {
    isOwn: (row) => row.forcedLabour === true || row.forcedChildLabour === true,
    isByInput: (row) => row.inputsForcedLabour === true,
    numbers: 'R3.goods',
  },
  'child-labour': {
    isOwn: (row) => row.childLabour === true || row.forcedChildLabour === true,
    isByInput: (row) => row.inputsChildLabour === true,
    numbers: 'C3.goods',
  },
};

const lists = new Map<string, Lists>();
/** Goods listed for the outcome, of themselves or by an input, by country and anywhere. The customs presumption speaks of forced labour alone. */
function listsAt(asOf: string, outcome: Outcome): Lists {
  return kept(lists, `${tablesKey(asOf)} ${outcome}`, () => readLists(asOf, outcome), 16);
}

function readLists(asOf: string, outcome: Outcome): Lists {
  const { isOwn, isByInput } = flags[outcome];
  const made: Lists = { byCountry: new Map(), anywhere: new Map(), priority: outcome === 'forced-labour' ? prioritySectors(asOf) : [] };
  for (const row of listedGoods(asOf)) {
    if (!isOwn(row) && !isByInput(row)) continue;
    made.byCountry.set(`${row.iso2}|${row.good}`, row);
    const before = made.anywhere.get(row.good);
    if (!before || (isOwn(row) && !isOwn(before))) made.anywhere.set(row.good, row);
  }
  return made;
}

/** "HS 6109.10" as "610910"; null of words. */
function codeOf(product: string): string | null {
  const digits = product
    .trim()
    .replace(/^hs(?:\s*code)?\s*:?\s*(?=\d)/i, '')
    .replace(/[\s.]/g, '');
  return /^\d{2,10}$/.test(digits) ? digits : null;
}

function readGood(product: string, good: MatchedGood, { countries, numbers, outcome }: Asked): ProductReading | null {
  const { isOwn, numbers: id } = flags[outcome];
  const { here, byInput, elsewhere } = numbers[id];
  const found = listsAt(numbers.asOf, outcome);
  const rows = countries.flatMap((iso2) => found.byCountry.get(`${iso2}|${good.good}`) ?? []);
  const own = rows.find(isOwn) ?? rows[0];
  const row = own ?? found.anywhere.get(good.good);
  if (!row) return null;
  const read = { product, good: good.good, by: good.by, provenance: row.provenance };
  if (good.match === 'chapter') return { ...read, reason: 'chapter', points: elsewhere };
  if (!own) return { ...read, reason: 'elsewhere', points: elsewhere };
  if (isOwn(own)) return { ...read, reason: 'here', points: here };
  return { ...read, reason: 'by-input', points: byInput, ...(own.upstreamGood === null ? {} : { input: own.upstreamGood }) };
}

const matched = new Map<string, readonly MatchedGood[]>();
/** Goods by word or code, each text matched once: lists repeat their products. */
function goodsOf(text: string, asOf: string): readonly MatchedGood[] {
  return kept(matched, `${tablesKey(asOf)} ${text}`, () => goodsMatching(text, asOf).sort(bestFirst), 20_000);
}

const matchOrder: Record<MatchedGood['match'], number> = { exact: 0, contains: 1, chapter: 2 };
/** Goods whose own words fit best first: named exactly, then by the longest term or code, then by name. */
const bestFirst = (a: MatchedGood, b: MatchedGood) =>
  matchOrder[a.match] - matchOrder[b.match] || b.by.length - a.by.length || (a.good < b.good ? -1 : 1);
/** The most points first, then products by their words; readings of one product keep their order. */
const mostFirst = (a: ProductReading, b: ProductReading) =>
  b.points - a.points || (a.product === b.product ? 0 : a.product < b.product ? -1 : 1);

/** What products say of a customs sector: their words and the goods they name, and their headings. */
type Said = { words: () => string[]; headings: string[] };

function saidOf(product: string, asOf: string): Said {
  const code = codeOf(product);
  const goods = goodsOf(code ?? product, asOf);
  return {
    words: () => (code === null ? [product, ...goods.map(({ good }) => good)].flatMap((text) => plainWords(text).split(' ')) : []),
    headings: code === null ? goods.flatMap(({ hsPrefixes }) => hsPrefixes) : [code],
  };
}

/** How well products fit a customs sector: the longest of its headings that they lie in, and before that a word of its name. 0 where neither does. */
function fitOf({ sector, hsPrefixes }: PrioritySector, words: readonly string[], headings: readonly string[]): number {
  const named = plainWords(sector).split(' ');
  const longest = Math.max(
    0,
    ...hsPrefixes.filter((prefix) => headings.some((each) => each.startsWith(prefix))).map((each) => each.length),
  );
  return longest + (words.some((word) => word.length > 3 && named.includes(word)) ? 100 : 0);
}

/** The customs sector that products fit best; of equal fits the first of the table. */
function bestFitting(sectors: readonly PrioritySector[], read: () => Said): PrioritySector | undefined {
  if (sectors.length < 2) return sectors[0];
  const said = read();
  const words = said.words();
  const fits = sectors.map((sector) => fitOf(sector, words, said.headings));
  return sectors[fits.indexOf(Math.max(...fits))];
}

function readProduct(product: string, asked: Asked): ProductReading {
  const { countries, numbers, outcome } = asked;
  const code = codeOf(product);
  const goods = goodsOf(code ?? product, numbers.asOf);
  const readings = goods.flatMap((good) => readGood(product, good, asked) ?? []);
  const said = saidOf(product, numbers.asOf);
  const within = listsAt(numbers.asOf, outcome).priority.filter(
    ({ iso2, hsPrefixes }) =>
      countries.includes(iso2) && said.headings.some((heading) => hsPrefixes.some((prefix) => heading.startsWith(prefix))),
  );
  const customs = bestFitting(within, () => said);
  if (customs)
    readings.push({
      product,
      reason: 'priority-sector',
      points: numbers['R3.priority-sector'],
      good: null,
      by: customs.sector,
      provenance: customs.provenance,
    });
  const [most] = readings.sort(mostFirst);
  if (most) return most;
  // A good that the list knows for the other outcome alone, or a code outside every listed heading, is known; other words are not.
  const isKnown = code !== null || goods.length > 0;
  return {
    product,
    reason: isKnown ? 'none' : 'words-unknown',
    points: isKnown ? numbers[flags[outcome].numbers].none : 0,
    good: goods[0]?.good ?? null,
    by: goods[0]?.by ?? null,
    provenance: null,
  };
}

/**
 * Points of what a party makes (R3): the product with the most points counts. A sector under a customs presumption counts in the country concerned, also
 * where no product is named.
 *
 * Which row is cited: of the goods that give a product its points, the one whose own words fit best: named exactly before named among other words before a wider
 * code, then the longest term or heading. Of the customs sectors of a division, the one that the products name or in whose longest heading they lie; without
 * such a product the first of the table. A good that is listed for an input names the input. None of this changes points.
 * @param products words or HS codes; undefined where nobody said, empty where none is made that could be listed
 */
export function productPoints(
  { products, countries, division }: { products: readonly string[] | undefined; countries: readonly string[]; division: string | null },
  numbers: Numbers,
  outcome: Outcome = 'forced-labour',
): ProductPoints {
  const { none, error } = numbers[flags[outcome].numbers];
  const readings = [...new Set(products)].map((product) => readProduct(product, { countries, numbers, outcome }));
  const ofDivision = listsAt(numbers.asOf, outcome).priority.filter(
    ({ iso2, isicDivisions }) => division !== null && countries.includes(iso2) && isicDivisions.includes(division),
  );
  const bySector = bestFitting(ofDivision, () => {
    const said = (products ?? []).map((product) => saidOf(product, numbers.asOf));
    return { words: () => said.flatMap(({ words }) => words()), headings: said.flatMap(({ headings }) => headings) };
  });
  if (bySector)
    readings.push({
      ...{ product: bySector.sector, reason: 'priority-sector', points: numbers['R3.priority-sector'] },
      ...{ good: null, by: bySector.sector, provenance: bySector.provenance },
    });
  if (readings.length === 0) {
    const isKnown = products !== undefined;
    return { points: isKnown ? none : 0, error: isKnown ? 0 : error, isKnown, readings };
  }
  readings.sort(mostFirst);
  const known = readings.filter(({ reason }) => reason !== 'words-unknown');
  const points = known[0]?.points ?? 0;
  // What is not known could be worse than the best known, never better: it widens.
  const isSettled = products !== undefined && known.length === readings.length && readings[0]?.reason !== 'chapter';
  return { points, error: isSettled ? 0 : error, isKnown: known.length > 0, readings };
}

/** The points of a party's products (R3). Products that were withdrawn count as unknown, and never for less than they did. */
export function productOf(
  { products }: PartyFacts,
  place: { countries: readonly string[]; division: string | null },
  numbers: Numbers,
  outcome: Outcome = 'forced-labour',
): ProductPoints {
  const read = productPoints({ products: products?.value, ...place }, numbers, outcome);
  if (!products?.withdrawn) return read;
  return { ...read, points: Math.max(0, read.points), error: numbers[flags[outcome].numbers].error, isKnown: false };
}

/** Whether any of these products is on the list of goods for any country. */
export function isListedAnywhere(products: readonly string[], numbers: Numbers): boolean {
  return productPoints({ products, countries: [], division: null }, numbers).readings.some(
    ({ reason }) => reason === 'elsewhere' || reason === 'chapter',
  );
}
