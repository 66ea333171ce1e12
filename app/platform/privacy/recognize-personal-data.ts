import { findAddresses } from './find-addresses';
import { findHanNames } from './find-han-names';
import { findNames } from './find-names';
import { findNumbers } from './find-numbers';
import { sureNames } from './name-lists';
import { isOrganization } from './not-names';
import { nameKey } from './words-of-text';
import { type PersonalData, type PersonalKind, personalKinds, type Span } from './finding';

const email = /[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,}/gu;
/** Longer texts are read up to this length; text areas allow less. */
const longest = 20_000;

/**
 * What in a text looks like data of a person, in order and without overlap: names, telephone numbers, numbers of documents, badges and accounts, addresses,
 * e-mail. By form, cue and short lists of names, in twelve languages and their digits; nothing is fetched and nothing leaves the device. It warns and does
 * not judge: it misses names and raises false alarms (measured: README).
 */
export function recognizePersonalData(text: string): PersonalData[] {
  if (text.trim() === '') return [];
  const read = text.slice(0, longest);
  const of = (kind: PersonalKind) => (span: Span) => ({ kind, ...span });
  const emails = [...read.matchAll(email)].map(({ 0: found, index }) => ({ start: index, end: index + found.length }));
  const ranked = [
    ...emails.map(of('email')),
    ...findAddresses(read).map(of('address')),
    ...findNumbers(read),
    ...[...findNames(read), ...findHanNames(read)].sort((a, b) => b.end - b.start - (a.end - a.start)).map(of('name')),
  ];
  const taken: PersonalData[] = [];
  for (const { kind, start, end } of ranked)
    if (end > start && !taken.some((other) => start < other.end && other.start < end))
      taken.push({ kind, start, end, text: read.slice(start, end) });
  return taken.sort((a, b) => a.start - b.start);
}

/**
 * The same for a file's name, whose words are parted by signs and written with capitals or without: a word is a name there only if it is a known one.
 */
export function recognizeInFileName(name: string): PersonalData[] {
  const words = name
    .replace(/\.\w{1,5}$/u, '')
    .replace(/[_.+-]/gu, ' ')
    .replace(/\p{L}[\p{L}\p{M}]*/gu, (word) => {
      const lower = word.toLowerCase();
      if (lower.length !== word.length || !/^\p{Script=Latin}/u.test(word) || /^[A-Z]{1,4}$/u.test(word)) return word;
      const key = nameKey(word);
      return sureNames.has(key) || isOrganization(key) ? (word[0] ?? '').toUpperCase() + lower.slice(1) : lower;
    });
  return recognizePersonalData(words).map((found) => ({ ...found, text: name.slice(found.start, found.end) }));
}

/** The kinds of personal data that a text seems to contain, each once. */
export function personalKindsIn(text: string): PersonalKind[] {
  const found = new Set(recognizePersonalData(text).map(({ kind }) => kind));
  return personalKinds.filter((kind) => found.has(kind));
}
