import { type Activity, isMaterial, isWeak, type Phrase } from './read-phrase';
import type { Entry, WordIndex, WordSource } from './word-index.server';

/** Worth of what a list says, beside everyday words. */
export const otherWorth: Readonly<Record<WordSource, number>> = { words: 1, 'listed-goods': 0.8, isic: 0.95, naics: 0.85, hs: 0.85 };
/** Worth of an entry whose thing is another than that of the words. */
const otherHead = { swapped: 0.75, inRest: 0.7, ofEntry: 0.45, ofWords: 0.5, ofBoth: 0.3 };
/** Weight of a stem that is in no list, as a share of what its rarity would give; often a brand. */
const unknownWorth = 0.5;
/** Worth of an entry that names growing, mining or making where the words do not: "rice" is no "rice mill". */
const otherActivity = 0.8;
const shortWorth = 0.85;
const weakWorth = 0.25;
const materialWorth = 0.5;
const restWorth = 0.4;

/** `matched`: stems of the entry found in the words; `isWhole`: all of its stems; `isExact`: and the words contain no other. */
export type Scored = { entry: Entry; score: number; matched: ReadonlySet<string>; isWhole: boolean; isExact: boolean };

const foodCrops = /^(01$|01(1[1-4]|2[1-8]|4[1-9])|03)/;
/** A crop or an animal that was frozen, canned or milled is a food. */
function prepared(entry: Entry, phrase: Phrase): Entry {
  return phrase.isPrepared && !entry.isPrepared && entry.sector !== null && foodCrops.test(entry.sector)
    ? { ...entry, sector: '10' }
    : entry;
}

const farmed = /^0[123]/;
const mined = /^0[5-9]/;
/** Growing and mining are not making: "cotton mill" grows no cotton. An entry that says the activity itself is exempt. */
function activityWorth(sector: string | null, activity: Activity | null): number {
  if (sector === null || activity === null || activity === 'serve') return 1;
  if (activity === 'farm') return farmed.test(sector) ? 1 : 0.7;
  if (activity === 'mine') return mined.test(sector) ? 1 : 0.7;
  return farmed.test(sector) || mined.test(sector) ? 0.6 : 1;
}

/** How far an entry and the words of a phrase agree, 0 to 1. */
export function scoreEntry(found: Entry, phrase: Phrase, index: WordIndex): Scored {
  const entry = prepared(found, phrase);
  const stems = new Set(phrase.stems);
  const weight = (stem: string) =>
    index.weight(stem) * (isWeak(stem) ? weakWorth : isMaterial(stem) ? materialWorth : 1) * (index.has(stem) ? 1 : unknownWorth);
  const matched = new Set([...entry.stems, ...entry.rest].filter((stem) => stems.has(stem)));
  const sum = (all: Iterable<string>) => [...all].reduce((total, stem) => total + weight(stem), 0);
  const ofWords = sum(matched) / sum(phrase.stems);
  const whole = sum(entry.stems) + restWorth * sum(entry.rest);
  const ofEntry =
    (sum(entry.stems.filter((stem) => stems.has(stem))) + restWorth * sum(entry.rest.filter((stem) => stems.has(stem)))) / whole;
  const headIn = phrase.head !== null && entry.stems.includes(phrase.head);
  const entryHeadIn = stems.has(entry.head);
  const isSame = phrase.head === entry.head;
  const heads = isSame
    ? 1
    : headIn && entryHeadIn
      ? otherHead.swapped
      : entryHeadIn && phrase.head !== null && entry.rest.includes(phrase.head)
        ? otherHead.inRest
        : headIn
          ? otherHead.ofEntry
          : entryHeadIn
            ? otherHead.ofWords
            : otherHead.ofBoth;
  const isWhole = entry.stems.every((stem) => stems.has(stem));
  const saysActivity = [...phrase.weak].some((stem) => entry.stems.includes(stem));
  const worth = entry.sector === null ? 1 : otherWorth[entry.source] * (saysActivity ? 1 : activityWorth(entry.sector, phrase.activity));
  const activity = entry.activity !== null && phrase.activity === null ? otherActivity : 1;
  // What the entry is about and the words do not say: "consumables" are not "medical consumables".
  const isShort = entry.stems.some((stem) => !stems.has(stem) && !isWeak(stem));
  return {
    entry,
    score: (isShort ? shortWorth : 1) * activity * worth * heads * (0.2 + 0.8 * ofEntry) * (0.25 + 0.75 * ofWords),
    matched,
    isWhole,
    isExact: isSame && isWhole && matched.size === stems.size,
  };
}

/** Leaves out entries whose words are part of another entry that the text contains completely: "nitrile gloves" are not "gloves". */
export function withoutWider(scored: readonly Scored[]): Scored[] {
  const whole = scored.filter(({ isWhole, entry }) => isWhole && entry.source !== 'naics' && entry.stems.length > 1);
  return scored.filter(
    ({ matched }) => !whole.some((other) => other.matched.size > matched.size && [...matched].every((stem) => other.matched.has(stem))),
  );
}
