import { goodsMatching, listedGoods, type MatchedGood, type PrioritySector, type Provenance, prioritySectors } from '../reference/at.ts';
import { kept } from './kept.ts';
import type { Method } from './method.ts';
import type { Share } from './share.ts';

/** What one product was found to be. */
export type ProductReading = {
  product: string;
  share: number;
  low: number;
  high: number;
  known: boolean;
  why: string;
  reference?: Provenance;
};
export type ProductShare = Share & { readings: ProductReading[] };

/** A row of the list of goods. `isOwn`: the good itself is listed; else only because of an input it is made with. */
type Listed = { provenance: Provenance; isOwn: boolean; madeWith: string };
type Lists = { pairs: Map<string, Listed>; anywhere: Map<string, Listed>; priority: PrioritySector[] };
const lists = new Map<string, Lists>();
const matches = new Map<string, MatchedGood[]>();

function listsAt(asOf: string): Lists {
  return kept(lists, asOf, () => readLists(asOf), 32);
}

function readLists(asOf: string): Lists {
  const pairs = new Map<string, Listed>();
  const anywhere = new Map<string, Listed>();
  for (const row of listedGoods(asOf)) {
    const isOwn = row.childLabour === true || row.forcedLabour === true;
    const madeWith =
      row.upstreamGood === null ? 'a listed input' : [row.upstreamGood, row.upstreamIso2].filter((part) => part !== null).join(' of ');
    const listed = { provenance: row.provenance, isOwn, madeWith };
    pairs.set(`${row.iso2}|${row.good}`, listed);
    const before = anywhere.get(row.good);
    if (!before || (isOwn && !before.isOwn)) anywhere.set(row.good, listed);
  }
  return { pairs, anywhere, priority: prioritySectors(asOf) };
}

function matchesAt(product: string, asOf: string): MatchedGood[] {
  return kept(matches, `${asOf}|${product}`, () => goodsMatching(product, asOf), 20_000);
}

/**
 * The product component (R3): a good listed for a country of the party 1, listed there only for an input it is made with 0.75, listed elsewhere
 * 0.5 (for an input 0.375), else 0; a sector under a customs presumption for the country 1. Where the numbers of the day know no inputs, a good
 * listed for an input counts like any listed good. Words that name no listed good are not taken as harmless: they count as unknown. An HS code outside all listed headings is 0.
 * `products` undefined means nobody told us: the prior.
 */
export function productShare(
  facts: { products: readonly string[] | undefined; countries: readonly string[]; division: string | undefined },
  method: Method,
): ProductShare {
  const { of, asOf } = method;
  const prior = of['R8.prior'];
  const found = listsAt(asOf);
  const bySector = found.priority.find(
    (row) => facts.division !== undefined && facts.countries.includes(row.iso2) && row.isicDivisions.includes(facts.division),
  );
  const readings = [...new Set((facts.products ?? []).map(plainCode))]
    .sort()
    .map((product) => readProduct(product, facts.countries, { found, method }));
  if (bySector) {
    const share = of['R3.shares'].priority;
    readings.push({
      product: bySector.sector,
      share,
      low: share,
      high: share,
      known: true,
      why: `priority sector of the customs presumption since ${bySector.designated}`,
      reference: bySector.provenance,
    });
  }
  if (readings.length === 0) {
    if (facts.products === undefined) return { ...prior, known: 0, reliability: 1, readings };
    return { point: of['R3.shares'].none, low: of['R3.shares'].none, high: of['R3.shares'].none, known: 1, reliability: 1, readings };
  }
  const point = Math.max(...readings.map((each) => each.share));
  const top = readings.find((each) => each.share === point);
  const settled = readings.filter((each) => each.known).length / readings.length;
  return {
    point: facts.products === undefined ? Math.max(point, prior.point) : point,
    low: Math.max(...readings.map((each) => each.low)),
    high: Math.max(...readings.map((each) => each.high)),
    known: point === 1 ? 1 : settled,
    reliability: top?.reference ? of['R8.reliability'][top.reference.confidence] : 1,
    readings,
  };
}

/** "HS 6109.10" as "6109.10"; words as they are. */
function plainCode(product: string): string {
  return product.trim().replace(/^hs(?:\s*code)?\s*:?\s*(?=\d)/i, '');
}

function readProduct(product: string, countries: readonly string[], { found, method }: { found: Lists; method: Method }): ProductReading {
  const { pair, elsewhere, none, priority, inputs = pair, inputsElsewhere = elsewhere } = method.of['R3.shares'];
  const prior = method.of['R8.prior'];
  const code = product.replace(/[\s.]/g, '');
  const isCode = /^\d{2,10}$/.test(code);
  const goods = matchesAt(product, method.asOf);
  const customs = found.priority.find(
    (row) =>
      countries.includes(row.iso2) &&
      (isCode
        ? row.hsPrefixes.some((prefix) => code.startsWith(prefix))
        : goods.some((good) => good.hsPrefixes.some((heading) => row.hsPrefixes.some((prefix) => heading.startsWith(prefix))))),
  );
  if (customs)
    return {
      product,
      share: priority,
      low: priority,
      high: priority,
      known: true,
      why: `${customs.sector}: priority sector of the customs presumption since ${customs.designated}`,
      reference: customs.provenance,
    };
  let best: ProductReading | undefined;
  for (const good of goods) {
    const pairs = countries.flatMap((iso2) => found.pairs.get(`${iso2}|${good.good}`) ?? []);
    // The worst country counts: one that lists the good itself before one that lists it for an input.
    const here = pairs.find(({ isOwn }) => isOwn) ?? pairs[0];
    const listed = here ?? found.anywhere.get(good.good);
    if (!listed) continue;
    const share = here ? (listed.isOwn ? pair : inputs) : listed.isOwn ? elsewhere : inputsElsewhere;
    const low = good.match === 'chapter' ? none : share;
    const where = here ? 'listed for this country' : 'listed for other countries';
    const inputsOnly = listed.isOwn ? '' : `, because it is made with ${listed.madeWith}`;
    const why = `${good.good} (${good.by}): ${where}${inputsOnly}${good.match === 'chapter' ? '; the code is wider than the listed heading' : ''}`;
    if (!best || share > best.share) best = { product, share, low, high: share, known: true, why, reference: listed.provenance };
  }
  if (best) return best;
  if (isCode) return { product, share: none, low: none, high: none, known: true, why: 'no listed good has this code' };
  return {
    product,
    share: prior.point,
    low: prior.low,
    high: prior.high,
    known: false,
    why: 'names no listed good; not taken as harmless',
  };
}
