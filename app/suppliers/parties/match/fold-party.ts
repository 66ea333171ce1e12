import anyAscii from 'any-ascii';
import { foldName, foldText } from '../name-key';
import { type AddressParts, foldAddress } from './fold-address';
import { matchParameter } from './thresholds';
import { plainForeign, plainLabel, wordKind } from './match-words';

/** What is known of a party that could be matched. `ids`: identifiers as `idKey` writes them. */
export type MatchParty = {
  name: string;
  country: string | null;
  city?: string | null;
  address?: string | null;
  postalCode?: string | null;
  ids?: readonly string[];
};

/** A party folded once, compared often. Words are Latin, lower case, without accents; numbers are separate. */
export type FoldedParty = {
  words: readonly string[];
  /** The words as they sound: letters that transliterations mix up are one letter. */
  sounds: readonly string[];
  weights: readonly number[];
  numbers: readonly string[];
  /** The consonants of each word: what is left of Arabic or Hebrew letters. */
  bones: readonly string[];
  joined: string;
  /** All letters of the name as they sound, legal form included. */
  letters: string;
  /** The letters are set apart ("m e r c u r y"): words mean nothing, only `letters` can be compared. */
  isSpaced: boolean;
  wasForeign: boolean;
  country: string | null;
  city: string;
  address: AddressParts;
  postalCode: string;
  ids: readonly string[];
};

const romans: Readonly<Record<string, string>> = { ii: '2', iii: '3', iv: '4', vi: '6', vii: '7', viii: '8', ix: '9' };
const counted: Readonly<Record<string, string>> = { one: '1', two: '2', three: '3', four: '4', first: '1', second: '2', third: '3' };

/** A name in any script as lower-case Latin words without its legal form. */
export function latinName(name: string): { text: string; wasForeign: boolean } {
  const { text, wasForeign } = plainForeign(name);
  const latin = anyAscii(text.replace(/&/g, ' and ').replace(/['’‘`´]/g, '')).toLowerCase();
  return { text: foldName(latin.replace(/\b(?:j\.?\s*s\.?\s*c|joint[ -]stock co|share co(?:mpany)?)\b/g, 'jsc')), wasForeign };
}

/** How a word sounds, near enough to compare spellings of one name in several scripts and languages. */
export function soundOf(word: string): string {
  return word
    .replace(/ue/g, 'u')
    .replace(/oe/g, 'o')
    .replace(/ae/g, 'a')
    .replace(/ee/g, 'i')
    .replace(/oo|ou/g, 'u')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/kh|gh/g, 'k')
    .replace(/dh/g, 'd')
    .replace(/bh/g, 'b')
    .replace(/sch|sh|zh/g, 's')
    .replace(/tch|ch/g, 'c')
    .replace(/ck|q/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/z/g, 's')
    .replace(/y/g, 'i')
    .replace(/w/g, 'v')
    .replace(/(.)\1+/g, '$1');
}

/** Half vowels go with the vowels: Arabic and Hebrew write both with one letter, or not at all. */
export const bonesOf = (sound: string) => sound.replace(/[aeiouvhj\s']/g, '').replace(/c/g, 'k');
/** Words that say nothing of a firm. */
const empty = new Set('and the of de del y e und et da do dos das la le les el al m s ste no nr so number numero'.split(' '));

/** Folds a party for comparing. Costs about ten microseconds for a Latin name. */
export function foldParty(party: MatchParty): FoldedParty {
  const { text, wasForeign } = latinName(party.name);
  const words: string[] = [];
  const numbers: string[] = [];
  for (const raw of text.split(' ')) {
    for (const word of plainLabel(raw).split(' ')) {
      if (word === '') continue;
      const spelt = Object.hasOwn(romans, word) ? romans[word] : Object.hasOwn(counted, word) ? counted[word] : undefined;
      const digits = /^\d+$/.exec(word)?.[0] ?? spelt;
      const mixed = /^([a-z]+)(\d+)$/.exec(word);
      if (digits !== undefined) numbers.push(digits.replace(/^0+(?=\d)/, ''));
      else if (mixed) {
        if (mixed[1] && mixed[1] !== 'no') words.push(mixed[1]);
        numbers.push(mixed[2] ?? '');
      } else if (!empty.has(word)) words.push(word);
    }
  }
  if (words.length === 0) words.push(...text.split(' ').filter((word) => word !== '' && !/^\d/.test(word)));
  const sounds = words.map(soundOf);
  const weight = { own: 1, common: matchParameter('match.commonWord'), place: matchParameter('match.placeWord') };
  const place = (value: string | null | undefined) => foldText(anyAscii(value ?? ''));
  return {
    words,
    sounds,
    weights: words.map((word) => weight[wordKind(word)]),
    numbers: numbers.sort(),
    bones: sounds.map(bonesOf),
    joined: soundOf(words.join('')),
    letters: soundOf(foldText(anyAscii(party.name)).replace(/[^a-z]/g, '')),
    isSpaced: isSpaced(text),
    wasForeign,
    country: party.country,
    city: place(party.city)
      .replace(/\b(?:city|tp|thanh pho|shi|kota|kab)\b/g, '')
      .trim(),
    address: foldAddress(party.address, party.country),
    postalCode: place(party.postalCode).replaceAll(' ', ''),
    ids: party.ids ?? [],
  };
}

/** Whether a file has set the letters of a name apart: most of its pieces have one or two letters. */
function isSpaced(latin: string): boolean {
  const pieces = latin.split(' ').filter((piece) => /^[a-z]/.test(piece));
  return pieces.length >= 5 && pieces.filter((piece) => piece.length <= 2).length >= pieces.length * 0.5;
}
