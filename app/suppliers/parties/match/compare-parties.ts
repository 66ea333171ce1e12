import { distance } from 'fastest-levenshtein';
import { addressLikeness, haveSameNumber, likeness, otherAddress, sameAddress, sameTown } from './compare-places';
import { bonesOf, type FoldedParty } from './fold-party';
import { arms, areInterchangeable, tradeKinds, wordKind } from './match-words';
import { matchParameter } from './thresholds';

export const matchReasons = [
  'same-id',
  'other-lei',
  'same-name',
  'close-name',
  'same-sound',
  'letters-apart',
  'other-order',
  'other-number',
  'number-missing',
  'other-trade',
  'added-trade',
  'other-place',
  'same-country',
  'other-country',
  'country-unknown',
  'same-city',
  'other-city',
  'same-address',
  'close-address',
  'other-address',
  'same-postal-code',
] as const;
export type MatchReason = (typeof matchReasons)[number];
/** `score` 0 to 1; 1 is an equal identifier or an equal name in an equal place. Reasons in the order in which they were found. */
export type Comparison = { score: number; reasons: MatchReason[] };

const parameter = {
  common: matchParameter('match.commonWord'),
  closeWord: matchParameter('match.closeWord'),
  looseWord: matchParameter('match.looseWord'),
  otherTrade: matchParameter('match.otherTrade'),
  addedTrade: matchParameter('match.addedTrade'),
  otherNumber: matchParameter('match.otherNumber'),
  numberMissing: matchParameter('match.numberMissing'),
  otherCountry: matchParameter('match.otherCountry'),
  countryUnknown: matchParameter('match.countryUnknown'),
  otherCity: matchParameter('match.otherCity'),
  sameCity: matchParameter('match.sameCity'),
  sameAddress: matchParameter('match.sameAddress'),
  otherAddress: matchParameter('match.otherAddress'),
  otherNameThere: matchParameter('match.otherNameThere'),
  ask: matchParameter('match.ask'),
};

/** How likely two records are one firm, and why. Symmetric: the same for (a, b) as for (b, a). Pure; some ten microseconds. */
export function compareParties(a: FoldedParty, b: FoldedParty): Comparison {
  const reasons: MatchReason[] = [];
  if (a.ids.some((id) => b.ids.includes(id))) return { score: 1, reasons: ['same-id'] };
  const leiOf = (party: FoldedParty) => party.ids.find((id) => id.startsWith('lei:'));
  const [leiA, leiB] = [leiOf(a), leiOf(b)];
  if (leiA && leiB) return { score: 0, reasons: ['other-lei'] };
  const caps: number[] = [];
  let name = compareNames(a, b, reasons, caps);
  if (a.isSpaced || b.isSpaced) name = Math.max(name, compareLetters(a, b, reasons));
  const address = addressLikeness(a.address, b.address);
  if (name < 0.4 && (address === null || address < sameAddress)) return { score: Math.max(0, name), reasons };
  compareNumbers(a, b, reasons, caps);
  const score = name + comparePlaces(a, b, address, reasons, caps);
  const held = Math.max(0, Math.min(1, score, ...caps));
  return { score: Math.max(held, askedForAddress(a, b, { address, name, isOtherUnit: reasons.includes('other-number') })), reasons };
}

/** A name whose letters are set apart has no words: all letters are compared, the legal form included. */
function compareLetters(a: FoldedParty, b: FoldedParty, reasons: MatchReason[]): number {
  const alike = Math.max(likeness(a.letters, b.letters), likeness(a.joined, b.letters), likeness(a.letters, b.joined));
  const [shorter, longer] = a.letters.length <= b.letters.length ? [a.letters, b.letters] : [b.letters, a.letters];
  let shared = 0;
  for (let at = 0; at + 3 <= shorter.length; at++) if (longer.includes(shorter.slice(at, at + 3))) shared++;
  const score = Math.max(alike, shorter.length < 6 ? 0 : (shared / (shorter.length - 2)) * 0.9);
  if (score >= 0.6) reasons.push('letters-apart');
  return score;
}

/**
 * The least score that an equal address gives, so that a person is asked: one firm may have two names (a former name, a brand), and a place may be
 * entered under another country. Zero where the address is not that much alike, or names another unit.
 */
function askedForAddress(
  a: FoldedParty,
  b: FoldedParty,
  { address, name, isOtherUnit }: { address: number | null; name: number; isOtherUnit: boolean },
): number {
  if (address === null || address < sameAddress || isOtherUnit) return 0;
  const isPlain = haveSameNumber(a.address, b.address) && Math.min(a.address.words.size, b.address.words.size) >= 4;
  if (name >= 0.4) return parameter.ask;
  return isPlain && a.country === b.country ? parameter.otherNameThere : 0;
}

/** Likeness of two words as they sound, 0 to 1; words of up to five letters may differ in a vowel only. */
function wordLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const longest = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) <= 3 || Math.abs(a.length - b.length) > 3) return 0;
  const alike = 1 - distance(a, b) / longest;
  if (longest <= 5) return alike >= 0.6 && a[0] === b[0] && bonesOf(a) === bonesOf(b) ? alike : 0;
  return alike >= (longest === 6 ? 0.8 : 0.72) ? alike : 0;
}

/** The same across scripts, of which one may write no vowels. */
function bareLikeness(a: string, b: string): number {
  if (a === b) return a.length >= 3 ? 0.92 : a.length === 2 ? 0.8 : 0;
  return Math.min(a.length, b.length) >= 4 && distance(a, b) === 1 ? 0.75 : 0;
}

function compareNames(a: FoldedParty, b: FoldedParty, reasons: MatchReason[], caps: number[]): number {
  const [shorter, longer] = a.words.length <= b.words.length ? [a, b] : [b, a];
  const taken = new Set<number>();
  const isAcross = a.wasForeign !== b.wasForeign;
  let matched = 0;
  let usesBones = false;
  let loosest = 1;
  const left: string[] = [];
  shorter.sounds.forEach((sound, at) => {
    let best = 0;
    let where = -1;
    let isBare = false;
    longer.sounds.forEach((other, index) => {
      if (taken.has(index)) return;
      const bare = isAcross ? bareLikeness(shorter.bones[at] ?? '', longer.bones[index] ?? '') : 0;
      const spelt = wordLikeness(shorter.words[at] ?? '', longer.words[index] ?? '');
      const alike = Math.max(wordLikeness(sound, other), spelt === 1 ? 1 : spelt * 0.98, bare);
      if (alike > best) [best, where, isBare] = [alike, index, alike === bare];
    });
    if (where < 0) left.push(shorter.words[at] ?? '');
    else {
      taken.add(where);
      usesBones ||= isBare;
      if (!isBare && (shorter.weights[at] ?? 1) === 1) loosest = Math.min(loosest, best);
      matched += best * ((shorter.weights[at] ?? 1) + (longer.weights[where] ?? 1));
    }
  });
  const right = longer.words.filter((_, at) => !taken.has(at));
  const total = sum(a.weights) + sum(b.weights);
  let name = total === 0 ? 0 : matched / total;
  const whole = likeness(a.joined, b.joined);
  // Words written together or apart; not for names whose own words differ.
  const isSpacing = whole >= 0.88 && (a.words.length !== b.words.length || isAcross) && whole * 0.98 > name;
  if (isSpacing) name = whole * 0.98;
  else if (usesBones && name >= 0.6) reasons.push('same-sound');
  const isEqual = a.joined === b.joined;
  if (!isEqual && !isSpacing && loosest < parameter.closeWord) caps.push(parameter.looseWord);
  if (isEqual) reasons.push(name < 1 ? 'same-name' : a.words.join() === b.words.join() ? 'same-name' : 'close-name');
  else if (name >= 0.999) reasons.push('other-order');
  else if (name >= 0.6 && !reasons.includes('same-sound')) reasons.push('close-name');
  return isEqual ? Math.max(name, 0.97) : isSpacing ? name : name - contradictions(left, right, reasons);
}

/** What the words that found no partner say against the two being one. */
function contradictions(left: readonly string[], right: readonly string[], reasons: MatchReason[]): number {
  const kindsOf = (words: readonly string[]) => words.filter((word) => tradeKinds.has(word));
  const [kindsLeft, kindsRight] = [kindsOf(left), kindsOf(right)];
  let off = 0;
  if (kindsLeft.length > 0 && kindsRight.length > 0) {
    if (!kindsLeft.some((kind) => kindsRight.some((other) => areInterchangeable(kind, other)))) {
      reasons.push('other-trade');
      off += parameter.otherTrade;
    }
  } else if ([...left, ...right].some((word) => arms.has(word))) {
    reasons.push('added-trade');
    off += parameter.addedTrade;
  }
  const placesOf = (words: readonly string[]) => words.filter((word) => wordKind(word) === 'place');
  if (placesOf(left).length > 0 && placesOf(right).length > 0) {
    reasons.push('other-place');
    off += parameter.otherTrade;
  }
  return off;
}

function compareNumbers(a: FoldedParty, b: FoldedParty, reasons: MatchReason[], caps: number[]): void {
  const [left, right] = [a.numbers.join(' '), b.numbers.join(' ')];
  if (left === right) return;
  const isMissing = left === '' || right === '';
  reasons.push(isMissing ? 'number-missing' : 'other-number');
  caps.push(isMissing ? parameter.numberMissing : parameter.otherNumber);
}

/** What country, town and address add to or take from the score; what they forbid goes to `caps`. */
function comparePlaces(a: FoldedParty, b: FoldedParty, address: number | null, reasons: MatchReason[], caps: number[]): number {
  if (a.country && b.country && a.country !== b.country) {
    reasons.push('other-country');
    caps.push(parameter.otherCountry);
    if (address !== null && address >= sameAddress) reasons.push('same-address');
    return 0;
  }
  if (!a.country || !b.country) {
    reasons.push('country-unknown');
    caps.push(parameter.countryUnknown);
  } else reasons.push('same-country');
  if (address !== null && address >= 0.6) {
    reasons.push(address >= sameAddress ? 'same-address' : 'close-address');
    return address >= sameAddress ? parameter.sameAddress : parameter.sameAddress / 2;
  }
  if (a.postalCode.length > 3 && a.postalCode === b.postalCode) {
    reasons.push('same-postal-code');
    return parameter.sameCity;
  }
  const isElsewhere = address !== null && address < otherAddress;
  if (isElsewhere) caps.push(parameter.otherAddress);
  const town = sameTown(a, b);
  if (town === true) {
    reasons.push('same-city');
    if (isElsewhere) {
      reasons.push('other-address');
      return -parameter.sameCity;
    }
    return parameter.sameCity;
  }
  if (town === false) {
    reasons.push('other-city');
    return -parameter.otherCity;
  }
  if (isElsewhere) {
    reasons.push('other-address');
    return -parameter.otherCity / 2;
  }
  return 0;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
