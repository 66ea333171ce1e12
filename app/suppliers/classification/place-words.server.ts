import { setImmediate } from 'node:timers/promises';
import { classifiedGoods, listedGoods } from '#scoring';
import { hubTerm, hubTermsIn, isLongHubName } from './hub-vocabulary.server';
import { foldWords, itemsOf, readPhrase } from './read-phrase';
import { otherWorth, type Scored, scoreEntry, withoutWider } from './score-entry';
import { sectorWords } from './sector-words';
import { readyWordIndex, type WordIndex, type WordSource, wordIndex } from './word-index.server';

/** What a guess was recognised by: the words as written in a list, and which list. */
export type RecognisedBy = { text: string; source: WordSource | `hub:${string}` };
/** A guess. `confidence` from 0 to 1: how much of the words and of the entry agree, no probability. */
export type SectorGuess = { sector: string; confidence: number; by: RecognisedBy };
export type GoodGuess = { good: string; confidence: number; by: RecognisedBy };
/** Null where nothing is likely enough; the nearest candidates then, the likeliest first. */
export type Placed = { sector: SectorGuess | null; good: GoodGuess | null; sectors: SectorGuess[]; goods: GoodGuess[] };

/** Below this confidence nothing is placed; nor where the next division comes nearer than `margin` of the best. */
const threshold = 0.6;
const margin = 0.15;
const goodThreshold = 0.6;
/** Confidence at which a good is taken where no industry is placed, and whatever the industry. */
const lonelyGood = 0.75;
const sureGood = 0.95;
const mostCandidates = 5;
/** Confidence of a name that a hub uses as it is written. */
const hubConfidence = 0.9;
const none: Placed = { sector: null, good: null, sectors: [], goods: [] };
const placed = new Map<string, Placed>();
const mostPlaced = 20_000;
const longest = 400;
/** A good that is listed for the country is taken at this part of the confidence of the likeliest. */
const asLikely = 0.9;
/** Texts placed before others get their turn. */
const ahead = 10;

/**
 * The industry and the good of the List of Goods that ordinary words name, each as a guess with what it was recognised by. Of several items in one cell
 * all have to lead to one division. Wrong is worse than unknown: where two divisions are about as likely, nothing is placed and both are candidates.
 * @param options.country ISO 3166-1 alpha-2: of several goods that the words fit as well, one that is listed for it is taken
 */
export function placeWords(text: string, { country = null }: { country?: string | null } = {}): Placed {
  const known = placed.get(text);
  const found = known ?? placeCell(text.slice(0, longest));
  if (!known) {
    if (placed.size > mostPlaced) placed.clear();
    placed.set(text, found);
  }
  const { good, goods } = found;
  if (good === null || country === null || listedIn(country).has(good.good)) return found;
  const listed = goods.find((each) => each.confidence >= good.confidence * asLikely && listedIn(country).has(each.good));
  return listed ? { ...found, good: listed } : found;
}

/** Places many texts piece by piece, so that others get their turn meanwhile; `placeWords` then has them at hand. */
export async function placeAhead(texts: Iterable<string>): Promise<void> {
  await readyWordIndex();
  let count = 0;
  for (const text of texts) {
    if (placed.has(text)) continue;
    placeWords(text);
    count += 1;
    if (count % ahead === 0) await setImmediate();
    if (count >= mostPlaced) return;
  }
}

function placeCell(text: string): Placed {
  const placed = placeItems(text);
  return hasOwnWords(placed) && !isLongHubName(text) ? placed : withHub(placed, text);
}

/** Everyday words that say exactly what the cell says come before the vocabularies of hubs. */
const hasOwnWords = ({ sector }: Placed) => sector?.confidence === 1 && sector.by.source === 'words';

/** The same with what a hub means by its sector names: its division as the guess, or none where the name covers several. */
function withHub(placed: Placed, text: string): Placed {
  const terms = hubTermsIn(text);
  if (terms.length === 0) return placed;
  const guess = (sector: string, { name, vocabulary }: (typeof terms)[number]): SectorGuess => ({
    ...{ sector, confidence: hubConfidence },
    by: { text: name, source: `hub:${vocabulary}` },
  });
  const first = terms.find(({ sector }) => sector !== null);
  const named = terms.flatMap((term) =>
    [...(term.sector === null ? [] : [term.sector]), ...term.candidates].map((code) => guess(code, term)),
  );
  const isWhole = hubTerm(text) !== null || terms.length === text.split(/[|;]/).filter((part) => part.trim() !== '').length;
  const sector = first?.sector ? guess(first.sector, first) : isWhole ? null : placed.sector;
  return {
    ...placed,
    sector,
    sectors: distinct(isWhole ? named : [...named, ...placed.sectors], (each) => each.sector.slice(0, 2)).slice(0, mostCandidates),
  };
}

function placeItems(text: string): Placed {
  const items = itemsOf(text);
  if (items.length === 0) return placeHan(text);
  const [only = text] = items;
  const whole = placePhrase(items.length === 1 ? only : text);
  if (items.length === 1 || (whole.sector !== null && whole.sector.confidence >= 0.95))
    return whole.sector === null ? orHan(whole, text) : whole;
  const each = items.slice(0, 12).map((item) => placePhrase(item));
  const sectors = each.flatMap(({ sector }) => sector ?? []);
  const divisions = new Set(sectors.map(({ sector }) => sector.slice(0, 2)));
  const goods = distinct(
    each.flatMap(({ good }) => good ?? []),
    ({ good }) => good,
  );
  const candidates = distinct([...sectors, ...whole.sectors, ...each.flatMap((one) => one.sectors)], ({ sector }) => sector).slice(
    0,
    mostCandidates,
  );
  const first = sectors[0];
  const isOne = divisions.size === 1 && first !== undefined;
  return {
    sector: isOne
      ? { ...first, sector: new Set(sectors.map(({ sector }) => sector)).size === 1 ? first.sector : first.sector.slice(0, 2) }
      : null,
    good: goods[0] ?? null,
    sectors: candidates,
    goods: distinct([...goods, ...each.flatMap((one) => one.goods)], ({ good }) => good).slice(0, mostCandidates),
  };
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(keyOf(item)) && seen.add(keyOf(item)));
}

function placePhrase(text: string): Placed {
  const index = wordIndex();
  // Text in brackets describes the text before it.
  const read = readPhrase(text.replace(/^([^(]+)\(([^)]*)\)/, '$2 $1'));
  const phrase = { ...read, stems: read.stems.map((stem) => corrected(stem, index)), head: read.head && corrected(read.head, index) };
  if (phrase.head === null) return none;
  const scored = index.search(phrase.stems).map((entry) => scoreEntry(entry, phrase, index));
  const exact = exactSector(scored);
  if (exact === null && !phrase.stems.some((stem) => index.has(stem) && !phrase.weak.has(stem))) return none;
  const ranked = bestOf(withoutWider(scored.filter(({ entry }) => entry.sector !== null)));
  const sectors = exact === null ? ranked : distinct([exact, ...ranked], ({ sector }) => sector.slice(0, 2));
  const goods = goodsOf(withoutWider(scored.filter(({ entry }) => entry.good !== null)));
  const [best, next] = sectors;
  const isLikely =
    best !== undefined && best.confidence >= threshold && (next === undefined || next.confidence <= best.confidence * (1 - margin));
  const sector = exact ?? (isLikely && !isLoose(best, scored) ? best : null);
  return {
    sector,
    good: goods.find((good) => isGoodOf(good, sector)) ?? null,
    sectors: sectors.slice(0, mostCandidates),
    goods: goods.slice(0, mostCandidates),
  };
}

/** Whether a guess rests on one word of an index of industries, which says more: the "drivers" of harness racing, the metal of "trim". It is asked about. */
function isLoose({ by, sector }: SectorGuess, scored: readonly Scored[]): boolean {
  const behind = scored.filter(({ entry }) => entry.text === by.text && entry.source === by.source);
  const isSupported = scored.some(
    ({ entry, matched }) => entry.sector?.slice(0, 2) === sector.slice(0, 2) && entry.source === 'words' && matched.size > 0,
  );
  return (
    by.source !== 'words' &&
    by.source !== 'listed-goods' &&
    !isSupported &&
    behind.every(({ matched, isExact }) => matched.size < 2 && !isExact)
  );
}

/** The sector of entries that say what the words say and no more, everyday words first; null where there is none, or where they lead to several. */
function exactSector(scored: readonly Scored[]): SectorGuess | null {
  const exact = scored.filter(
    ({ isExact, entry }) => isExact && entry.sector !== null && entry.source !== 'naics' && entry.source !== 'hs',
  );
  const own = exact.filter(({ entry }) => entry.source === 'words');
  const [first, ...others] = own.length > 0 ? own : exact;
  const sector = first?.entry.sector;
  if (!first || !sector || others.some(({ entry }) => entry.sector?.slice(0, 2) !== sector.slice(0, 2))) return null;
  const isOne = others.every(({ entry }) => entry.sector === sector);
  return { sector: isOne ? sector : sector.slice(0, 2), confidence: 1, by: { text: first.entry.text, source: first.entry.source } };
}

let divisionsOfGoods: Map<string, ReadonlySet<string>> | undefined;
/** Whether a good is likely enough, and made in the industry that the words name: the butter of "peanut butter" is no dairy product. */
function isGoodOf({ good, confidence }: GoodGuess, sector: SectorGuess | null): boolean {
  if (confidence >= sureGood) return true;
  divisionsOfGoods ??= new Map(
    classifiedGoods().map((row) => [row.good, new Set([row.isicDivision, ...row.isicAlternatives.map((code) => code.slice(0, 2))])]),
  );
  if (sector === null) return confidence >= lonelyGood;
  return confidence >= goodThreshold && divisionsOfGoods.get(good)?.has(sector.sector.slice(0, 2)) === true;
}

/** The closest stem in the index for one that is not in it: by one letter, or its ending: "lederschuh" as "schuh". */
function corrected(stem: string, index: WordIndex): string {
  if (index.has(stem) || stem.length < 6 || /\d/.test(stem)) return stem;
  const near = index.nearest(stem);
  if (near !== stem) return near;
  for (let start = 3; start <= stem.length - 5; start += 1) if (stem.length >= 9 && index.has(stem.slice(start))) return stem.slice(start);
  return stem;
}

/** The likeliest industries, one a division; a class where all that speaks for the division about as much names it. */
function bestOf(scored: readonly Scored[]): SectorGuess[] {
  const byDivision = new Map<string, Scored[]>();
  for (const each of scored) {
    const division = each.entry.sector?.slice(0, 2) ?? '';
    byDivision.set(division, [...(byDivision.get(division) ?? []), each]);
  }
  const guesses = [...byDivision].map(([division, all]) => {
    const [best, ...others] = all.sort((a, b) => b.score - a.score || (a.entry.text < b.entry.text ? -1 : 1));
    const near = all.filter(({ score }) => score >= (best?.score ?? 0) * 0.95);
    const codes = new Set(near.map(({ entry }) => entry.sector ?? division));
    const support = others.slice(0, 3).reduce((total, { score }) => total + score, 0);
    return {
      sector: codes.size === 1 ? (best?.entry.sector ?? division) : division,
      confidence: rounded(Math.min(1, (best?.score ?? 0) + 0.02 * support)),
      by: { text: best?.entry.text ?? '', source: best?.entry.source ?? 'words' },
    };
  });
  return guesses
    .filter(({ confidence }) => confidence >= 0.2)
    .sort((a, b) => b.confidence - a.confidence || (a.sector < b.sector ? -1 : 1));
}

/** A day after every edition of the list. */
const newest = '9999-12-31';
const listed = new Map<string, ReadonlySet<string>>();
function listedIn(country: string): ReadonlySet<string> {
  const known = listed.get(country);
  if (known) return known;
  const goods = new Set(listedGoods(newest).flatMap((row) => (row.iso2 === country ? [row.good] : [])));
  listed.set(country, goods);
  return goods;
}

/** The likeliest listed goods. */
function goodsOf(scored: readonly Scored[]): GoodGuess[] {
  const best = new Map<string, Scored>();
  for (const each of scored) {
    const { good } = each.entry;
    if (good === null) continue;
    const score = each.entry.sector === null ? each.score : each.score / otherWorth['listed-goods'];
    const before = best.get(good);
    if (!before || score > before.score) best.set(good, { ...each, score });
  }
  const guesses = [...best].map(([good, { score, entry }]) => ({
    good,
    confidence: rounded(Math.min(1, score)),
    by: { text: entry.text, source: entry.source },
  }));
  return guesses.filter(({ confidence }) => confidence >= 0.2).sort((a, b) => b.confidence - a.confidence || (a.good < b.good ? -1 : 1));
}

const rounded = (value: number) => Math.round(value * 1000) / 1000;

const hanWords = Object.entries(sectorWords)
  .flatMap(([sector, words]) => words.flatMap((word) => (/\p{Script=Han}/u.test(word) ? [{ sector, word }] : [])))
  .sort((a, b) => b.word.length - a.word.length);
/** Chinese is written without spaces: a word for an industry anywhere in the cell. */
function placeHan(text: string): Placed {
  const folded = foldWords(text);
  const found = distinct(
    hanWords
      .filter(({ word }) => folded.includes(word))
      .map(({ sector, word }) => ({ sector, confidence: 0.7, by: { text: word, source: 'words' as const } })),
    ({ sector }) => sector,
  );
  return { ...none, sector: found.length === 1 ? (found[0] ?? null) : null, sectors: found.slice(0, mostCandidates) };
}

const orHan = (otherwise: Placed, text: string): Placed => (/\p{Script=Han}/u.test(text) ? placeHan(text) : otherwise);
