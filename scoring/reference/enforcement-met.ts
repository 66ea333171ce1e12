import { type ImportOrder, importOrders } from './enforcement-rows.ts';
import type { EnforcementMatch, EnforcementQuery } from './enforcement-types.ts';
import { goodsMatching, listedGoods, listedGoodsChanges, plainWords } from './goods-rows.ts';
import { prioritySectors } from './sector-rows.ts';
import { type Provenance, referenceAt } from './registry.ts';

/** Orders and the customs presumption are about forced labour. */
export const aboutForced: Pick<EnforcementMatch, 'labour' | 'madeWith'> = { labour: ['forced'], madeWith: null };

/** What every match of an order tells. */
export function orderMatch({ entity, issued, state, stateSince, provenance }: ImportOrder) {
  const until = state === 'in-force' ? null : stateSince;
  return { list: 'import-orders' as const, subject: entity, since: issued, until, state, ...aboutForced, provenance };
}

/** Orders on goods of a country of the party, by its sector or by a word of its products. */
export function ordersMet({ asOf, countries = [], sector, products = [] }: EnforcementQuery): EnforcementMatch[] {
  return importOrders(asOf).flatMap((order): EnforcementMatch[] => {
    if (!countries.includes(order.iso2)) return [];
    const met = metBy(order.isicDivisions, order.merchandise, { sector, products });
    if (!met) return [];
    const isAboutOthers = order.scope !== 'country';
    return [{ ...orderMatch(order), ...met, country: order.iso2, isSameCountry: true, isCandidate: false, isAboutOthers }];
  });
}

type Met = Pick<EnforcementMatch, 'reason' | 'given' | 'matched'>;

/** A whole word of the merchandise that a product names, else the division of the sector. */
function metBy(
  divisions: readonly string[],
  merchandise: string | null,
  given: { sector: string | undefined; products: readonly string[] },
): Met | null {
  const words = wordsOf(merchandise ?? '');
  for (const product of [...given.products].sort()) {
    const word = plainWords(product)
      .split(' ')
      .find((each) => words.has(each));
    if (word !== undefined) return { reason: 'country-and-product', given: product, matched: merchandise ?? word };
  }
  const division = given.sector?.slice(0, 2);
  return division !== undefined && divisions.includes(division)
    ? { reason: 'country-and-sector', given: given.sector ?? division, matched: division }
    : null;
}

/** The words of an order's merchandise that name goods: taken apart once, since every company of a chain is held against them. */
function wordsOf(merchandise: string): ReadonlySet<string> {
  const known = wordsKnown.get(merchandise);
  if (known) return known;
  const made = new Set(
    plainWords(merchandise)
      .split(' ')
      .filter((word) => word.length > 2 && !emptyWords.has(word)),
  );
  wordsKnown.set(merchandise, made);
  return made;
}
/** As many as the tables have. */
const wordsKnown = new Map<string, ReadonlySet<string>>();

/** Words of merchandise that name no goods. */
const emptyWords = new Set(
  plainWords(
    'and or other with made all products containing based its extracts derivatives processed disposable accessories parts fresh labour',
  ).split(' '),
);

/** Sectors under the customs presumption, by division or by the customs headings of the products. */
export function sectorsMet({ asOf, countries = [], sector, products = [] }: EnforcementQuery): EnforcementMatch[] {
  const ofCountries = prioritySectors(asOf).filter(({ iso2 }) => countries.includes(iso2));
  const headings = ofCountries.length === 0 ? [] : [...products].sort().map((product) => ({ product, codes: headingsOf(product, asOf) }));
  return ofCountries.flatMap((row): EnforcementMatch[] => {
    const product = headings.find(({ codes }) => codes.some((code) => row.hsPrefixes.some((prefix) => code.startsWith(prefix))))?.product;
    const division = sector?.slice(0, 2);
    const isInSector = division !== undefined && row.isicDivisions.includes(division);
    if (product === undefined && !isInSector) return [];
    return [
      {
        list: 'priority-sectors',
        subject: row.sector,
        reason: product === undefined ? 'country-and-sector' : 'country-and-product',
        given: product ?? sector ?? '',
        matched: row.sector,
        country: row.iso2,
        isSameCountry: true,
        since: row.designated,
        until: null,
        state: 'in-force',
        ...aboutForced,
        isCandidate: false,
        isAboutOthers: false,
        provenance: row.provenance,
      },
    ];
  });
}

/** "HS 6109.10" as "6109.10", the way the score reads it; words as they are. */
function plainCode(product: string): string {
  return product.trim().replace(/^hs(?:\s*code)?\s*:?\s*(?=\d)/i, '');
}

/** The customs headings of a product: the code itself, or those of the listed goods its name speaks of. */
function headingsOf(product: string, asOf: string): string[] {
  const digits = plainCode(product).replace(/[\s.]/g, '');
  return /^\d{4,10}$/.test(digits) ? [digits] : goodsMatching(product, asOf).flatMap(({ hsPrefixes }) => hsPrefixes);
}

/** Goods listed for a country of the party, and those that an edition took off: closed on its day, not erased. */
export function goodsMet({ asOf, countries = [], products = [], withChapters = false }: EnforcementQuery): EnforcementMatch[] {
  const met = new Map<string, { product: string; by: string; isChapter: boolean }>();
  for (const product of [...products].sort())
    for (const { good, by, match } of goodsMatching(plainCode(product), asOf))
      if (match !== 'chapter' && !met.has(good)) met.set(good, { product, by, isChapter: false });
  // A chapter is wider than the goods in it: it says too little by itself.
  for (const product of withChapters ? [...products].sort() : [])
    for (const { good, by, match } of goodsMatching(plainCode(product), asOf))
      if (match === 'chapter' && !met.has(good)) met.set(good, { product, by, isChapter: true });
  const changes = listedGoodsChanges(asOf).filter(({ iso2 }) => countries.includes(iso2));
  // A good that no edition lists any more is known by its name alone.
  for (const { good } of changes)
    for (const product of products)
      if (!met.has(good) && plainWords(product) === plainWords(good)) met.set(good, { product, by: good, isChapter: false });
  const edition = publishedOn(asOf);
  const match = (
    row: { iso2: string; good: string; provenance: Provenance },
    rest: Pick<EnforcementMatch, 'reason' | 'since' | 'until' | 'state' | 'labour' | 'madeWith'>,
  ): EnforcementMatch => ({
    list: 'listed-goods',
    subject: row.good,
    given: met.get(row.good)?.product ?? '',
    matched: met.get(row.good)?.by ?? row.good,
    country: row.iso2,
    isSameCountry: true,
    isCandidate: false,
    isAboutOthers: false,
    provenance: row.provenance,
    ...rest,
  });
  const listed = listedGoods(asOf)
    .filter(({ iso2, good }) => countries.includes(iso2) && met.has(good))
    .map((row) => {
      const isNew = changes.some((change) => change.change === 'added' && change.iso2 === row.iso2 && change.good === row.good);
      const since = isNew ? edition : null;
      const own = labourOf(row);
      const ofReason = (reason: 'good' | 'inputs') => (met.get(row.good)?.isChapter ? 'chapter' : reason);
      if (own.length > 0)
        return match(row, { reason: ofReason('good'), since, until: null, state: 'in-force', labour: own, madeWith: null });
      const labour = labourOf({ childLabour: row.inputsChildLabour, forcedLabour: row.inputsForcedLabour });
      return match(row, { reason: ofReason('inputs'), since, until: null, state: 'in-force', labour, madeWith: inputOf(row) });
    });
  const removed = changes
    .filter(({ change, good }) => change === 'removed' && met.has(good))
    .map((row) => match(row, { reason: 'good', since: null, until: edition, state: 'ended', labour: labourOf(row), madeWith: null }));
  return [...listed, ...removed];
}

/** Day of the edition of the list of goods in force. */
function publishedOn(asOf: string): string | null {
  return referenceAt('listed-goods', asOf).origin.datePublished;
}

function labourOf({ childLabour, forcedLabour }: { childLabour: boolean | null; forcedLabour: boolean | null }): ('child' | 'forced')[] {
  return [...(childLabour === true ? (['child'] as const) : []), ...(forcedLabour === true ? (['forced'] as const) : [])];
}

/** "Palm Fruit (MY)", as far as the list or our reading names the input. */
function inputOf({ upstreamGood, upstreamIso2 }: { upstreamGood: string | null; upstreamIso2: string | null }): string | null {
  return upstreamGood === null ? null : upstreamIso2 === null ? upstreamGood : `${upstreamGood} (${upstreamIso2})`;
}
