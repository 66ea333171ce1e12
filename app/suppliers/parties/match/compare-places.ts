import { distance } from 'fastest-levenshtein';
import type { AddressParts } from './fold-address';
import type { FoldedParty } from './fold-party';

/** From the first likeness on, two addresses are one place; below the second, they are two. */
export const [sameAddress, otherAddress] = [0.85, 0.35];

/** Likeness of two addresses, 0 to 1; null where either says too little. Symmetric. */
export function addressLikeness(a: AddressParts, b: AddressParts): number | null {
  const shortest = Math.min(a.words.size, b.words.size);
  const grams = Math.min(a.grams.length, b.grams.length);
  if (shortest < 2 && grams < 10) return null;
  const alike = Math.max(
    shortest < 2 ? 0 : sharedWords(a.words, b.words) / shortest,
    grams < 10 ? 0 : sharedGrams(a.grams, b.grams) / grams,
  );
  return alike * (haveOtherNumbers(a.numbers, b.numbers) ? 0.6 : 1);
}

function sharedWords(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared;
}

/** Both ascending. */
function sharedGrams(a: Uint32Array, b: Uint32Array): number {
  let [left, right, shared] = [0, 0, 0];
  while (left < a.length && right < b.length) {
    const [here, there] = [a[left] ?? 0, b[right] ?? 0];
    if (here === there) shared++;
    if (here <= there) left++;
    if (there <= here) right++;
  }
  return shared;
}

/** Numbers that contradict each other: none is shared, and none is a part of another ("99 101" and "99101"). */
function haveOtherNumbers(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false;
  return !a.some((one) =>
    b.some((other) => one === other || (one.length > 1 && other.includes(one)) || (other.length > 1 && one.includes(other))),
  );
}

/** Whether two addresses have a number in common. */
export const haveSameNumber = (a: AddressParts, b: AddressParts): boolean => a.numbers.some((number) => b.numbers.includes(number));

/** Null where either town is not known. A town may also occur in the other's address. */
export function sameTown(a: FoldedParty, b: FoldedParty): boolean | null {
  const isWithin = (city: string, words: ReadonlySet<string>) => city !== '' && city.split(' ').every((word) => words.has(word));
  if (isWithin(a.city, b.address.words) || isWithin(b.city, a.address.words)) return true;
  if (a.city === '' || b.city === '') return null;
  if (a.city.includes(b.city) || b.city.includes(a.city)) return true;
  return likeness(a.city.replaceAll(' ', ''), b.city.replaceAll(' ', '')) >= 0.75;
}

export function likeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  return longest === 0 ? 0 : 1 - distance(a, b) / longest;
}
