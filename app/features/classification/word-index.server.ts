import MiniSearch from 'minisearch';
import { stemmer } from 'stemmer';
import { classifiedGoods, hsChapterNames, isicTitles, sectorFromNaics } from '#scoring';
import { sectorWords } from './sector-words';
import naicsIndex from './word-lists/naics-index-2017.json';
import everydayWords from './word-lists/words-2026-11.json';
import { type Activity, itemsOf, readPhrase } from './read-phrase';

/** Where the words of an entry stand. */
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
  /** ISIC Rev.4 division or class; null for words of a good that do not settle an industry. */
  sector: string | null;
  good: string | null;
};

export type WordIndex = {
  entries: readonly Entry[];
  search: (stems: readonly string[]) => Entry[];
  /** Inverse document frequency of a stem; of one that the index does not hold, that of a rare one. */
  weight: (stem: string) => number;
  has: (stem: string) => boolean;
  /** The stem of the index that differs by its ending ("consultant", "consulting") or by one letter; the stem itself where there is none. */
  nearest: (stem: string) => string;
};

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

function fromEverydayWords(): Entry[] {
  const ofSectors = Object.values(everydayWords.sectors).flatMap((divisions) =>
    Object.entries(divisions).flatMap(([sector, words]) => words.flatMap((word) => entry(word, 'words', { sector }))),
  );
  const ofGoods = Object.entries(everydayWords.goods).flatMap(([good, words]) =>
    words.flatMap((word) => entry(word, 'listed-goods', { sector: null, good })),
  );
  const earlier = Object.entries(sectorWords).flatMap(([sector, words]) => words.flatMap((word) => entry(word, 'words', { sector })));
  return [...ofSectors, ...earlier, ...ofGoods];
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

function fromNaics(): Entry[] {
  return Object.entries(naicsIndex.entries).flatMap(([code, texts]) => {
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

/** The index of everything that names an industry or a listed good, by the newest vintages; made when it is first asked for (about a second). */
export function wordIndex(): WordIndex {
  made ??= makeIndex([...fromEverydayWords(), ...fromListedGoods(), ...fromIsic(), ...fromNaics(), ...fromHs()]);
  return made;
}

function makeIndex(all: Entry[]): WordIndex {
  const entries = withoutRepeats(all);
  const search = new MiniSearch<{ id: number; text: string }>({
    fields: ['text'],
    tokenize: (text) => text.split(' '),
    processTerm: (term) => term,
    searchOptions: { combineWith: 'OR', prefix: false, fuzzy: false },
  });
  search.addAll(entries.map(({ stems, rest }, id) => ({ id, text: [...stems, ...rest].join(' ') })));
  const counts = new Map<string, number>();
  for (const { stems, rest } of entries) for (const stem of [...stems, ...rest]) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  const byStem = new Map<string, string[]>();
  for (const stem of counts.keys()) byStem.set(stemmer(stem), [...(byStem.get(stemmer(stem)) ?? []), stem]);
  const idf = (count: number) => Math.log(1 + entries.length / count);
  const rare = idf(3);
  const near = new Map<string, string>();
  return {
    entries,
    has: (stem) => counts.has(stem),
    weight: (stem) => Math.min(rare, idf(counts.get(stem) ?? 3)),
    search: (stems) =>
      search
        .search(stems.join(' '))
        .slice(0, 600)
        .flatMap(({ id }) => entries[id] ?? []),
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

/** Of entries with the same words and target the first: everyday words before indexes. */
function withoutRepeats(entries: readonly Entry[]): Entry[] {
  const seen = new Set<string>();
  return entries.filter(({ stems, rest, head, sector, good }) => {
    const key = [[...stems].sort().join(' '), [...rest].sort().join(' '), head, sector, good].join('|');
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
