import { setImmediate } from 'node:timers/promises';
import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { classifiedGoods, hsChapterNames, isicTitles, sectorFromNaics } from '#scoring';
import { sectorWords } from './sector-words';
import naicsIndex from './word-lists/naics-index-2017.json';
import productWords from './word-lists/product-words-2026-12.json';
import everydayWords from './word-lists/words-2026-11.json';
import { type Activity, isWeak, itemsOf, readPhrase } from './read-phrase';

/** Position of an entry's words. */
export type WordSource = 'words' | 'listed-goods' | 'isic' | 'naics' | 'hs';

/** One phrase that means an industry or a listed good. `stems` counts fully, `rest` (what an index adds after a comma) less. */
export type Entry = {
  text: string;
  source: WordSource;
  stems: string[];
  rest: string[];
  head: string;
  activity: Activity | null;
  isPrepared: boolean;
  /** ISIC Rev.4 division or class; null for words of a good that do not determine an industry. */
  sector: string | null;
  good: string | null;
};

export type WordIndex = {
  entries: readonly Entry[];
  search: (stems: readonly string[]) => Entry[];
  /** Inverse document frequency of a stem; that of a rare stem when it is not in the index. */
  weight: (stem: string) => number;
  has: (stem: string) => boolean;
  /** The stem of the index that differs by its ending ("consultant", "consulting") or by one letter; the stem itself where there is none. */
  nearest: (stem: string) => string;
};

/** Entries that are ranked at most. */
const mostFound = 400;
/** Divisions whose titles list what is sold, hired out or repaired: an item of the list alone is not that industry. */
const tradeDivisions = /^(33|45|46|47|77|95)/;
const without = /\((?:except|e\.g\.|i\.e\.|exc\.)[^)]*\)|,?\s+except\b.*$|\bn\.e\.c\..*$/gi;

function entry(text: string, source: WordSource, target: { sector: string | null; good?: string | null; rest?: string }): Entry[] {
  const phrase = readPhrase(text);
  if (phrase.head === null || phrase.stems.length === 0) return [];
  const rest = target.rest ? readPhrase(target.rest).stems.filter((stem) => !phrase.stems.includes(stem)) : [];
  return [
    {
      text,
      source,
      stems: phrase.stems,
      rest,
      head: phrase.head,
      activity: phrase.activity,
      isPrepared: phrase.isPrepared,
      sector: target.sector,
      good: target.good ?? null,
    },
  ];
}

function* fromEverydayWords(): Generator<Entry[]> {
  const lists = [everydayWords, productWords];
  for (const { sectors } of lists)
    for (const divisions of Object.values(sectors))
      for (const [sector, words] of Object.entries(divisions)) yield words.flatMap((word: string) => entry(word, 'words', { sector }));
  const ofGoods = lists.flatMap(({ goods }) =>
    Object.entries(goods).flatMap(([good, words]) => words.flatMap((word: string) => entry(word, 'listed-goods', { sector: null, good }))),
  );
  const earlier = Object.entries(sectorWords).flatMap(([sector, words]) => words.flatMap((word) => entry(word, 'words', { sector })));
  yield earlier;
  yield ofGoods;
}

function fromListedGoods(): Entry[] {
  return classifiedGoods().flatMap(({ good, isicClass, matchTerms }) =>
    [...new Set([good, good.replace(/\(.*?\)/g, ''), ...good.split('/'), ...matchTerms].map((term) => term.trim()))].flatMap((term) =>
      entry(term, 'listed-goods', { sector: isicClass, good }),
    ),
  );
}

function fromIsic(): Entry[] {
  return isicTitles().flatMap(({ code, title }) => {
    const plain = title.replace(without, '').trim();
    const whole = entry(plain, 'isic', { sector: code });
    if (code.length < 4 || tradeDivisions.test(code) || Number(code.slice(0, 2)) >= 35 || /\bother\b/i.test(plain)) return whole;
    const items = itemsOf(plain).filter((item) => !/(al|ed|ous|ic)$/.test(item));
    return [...whole, ...items.flatMap((item) => entry(item, 'isic', { sector: code }))];
  });
}

function fromNaics(industries: [string, string[]][]): Entry[] {
  return industries.flatMap(([code, texts]) => {
    const isic = sectorFromNaics(code)?.isic;
    if (isic === undefined) return [];
    const sector = isic.length === 3 ? isic.slice(0, 2) : isic;
    return texts.flatMap((text) => {
      const [core = '', ...rest] = text
        .replace(without, ' ')
        .replace(/[()]/g, ' ')
        .split(/,|\s(?=(?:made|cut|produced|including|used|using)\s)/);
      return entry(core, 'naics', { sector, rest: rest.join(' ') });
    });
  });
}

const fromHs = (): Entry[] =>
  hsChapterNames().flatMap(({ shortName, mainIsicDivision }) =>
    mainIsicDivision === null ? [] : entry(shortName, 'hs', { sector: mainIsicDivision }),
  );

let made: WordIndex | undefined;
let making: Generator<void, WordIndex> | undefined;

function step(): void {
  making ??= makeIndex();
  const next = making.next();
  if (next.done) made = next.value;
}

/** The index of everything that names an industry or a listed good, by the newest vintages; made when it is first asked for (half a second of computing). */
export function wordIndex(): WordIndex {
  for (;;) {
    if (made) return made;
    step();
  }
}

/** Makes the index piece by piece, so that others get their turn meanwhile. Web processes wait for it before they read words. */
export async function readyWordIndex(): Promise<void> {
  while (!made) {
    step();
    await setImmediate();
  }
}

/** All entries, in pieces that take a few milliseconds each. */
function* pieces(): Generator<Entry[]> {
  yield* fromEverydayWords();
  yield [...fromListedGoods(), ...fromHs()];
  yield fromIsic();
  const industries = Object.entries(naicsIndex.entries);
  for (let start = 0; start < industries.length; start += piece) yield fromNaics(industries.slice(start, start + piece));
}
const piece = 25;

function* makeIndex(): Generator<void, WordIndex> {
  const entries: Entry[] = [];
  const seen = new Set<string>();
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
  });
  for (const found of pieces()) {
    // Of entries with the same words and target the first counts: everyday words before indexes.
    const added = found.filter((each) => {
      const key = keyOf(each);
      return !seen.has(key) && seen.add(key);
    });
    search.addAll(added.map(({ stems, rest }, at) => ({ id: entries.length + at, text: [...stems, ...rest].join(' ') })));
    entries.push(...added);
    yield;
  }
  const counts = new Map<string, number>();
  for (const { stems, rest } of entries) for (const stem of [...stems, ...rest]) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  yield;
  const byStem = new Map<string, string[]>();
  for (const stem of counts.keys()) {
    const short = stemmer(stem);
    byStem.set(short, [...(byStem.get(short) ?? []), stem]);
  }
  yield;
  const idf = (count: number) => Math.log(1 + entries.length / count);
  const rare = idf(3);
  const near = new Map<string, string>();
  return {
    entries,
    has: (stem) => counts.has(stem),
    weight: (stem) => Math.min(rare, idf(counts.get(stem) ?? 3)),
    search: (stems) => {
      // Words that say little lead to thousands of entries; they rank what the others find.
      const strong = stems.filter((stem) => !isWeak(stem));
      const found = search.search((strong.length > 0 ? strong : stems).join(' '));
      return found.slice(0, mostFound).flatMap(({ id }) => entries[id] ?? []);
    },
    nearest: (stem) => {
      const known = near.get(stem);
      if (known !== undefined) return known;
      const terms = byStem.get(stemmer(stem)) ?? [...new Set(search.search(stem, { fuzzy: 1 }).flatMap((result) => result.terms))];
      const [best] = [...terms].sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0) || (a < b ? -1 : 1));
      if (near.size > 20_000) near.clear();
      near.set(stem, best ?? stem);
      return best ?? stem;
    },
  };
}

const keyOf = ({ stems, rest, head, sector, good }: Entry): string =>
  [[...stems].sort().join(' '), [...rest].sort().join(' '), head, sector, good].join('|');
