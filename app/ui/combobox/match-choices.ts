import type { Choice } from './choice';

/** Letters that Unicode does not decompose into a base letter and a mark. */
const undecomposed: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ð: 'd', þ: 'th' };

/**
 * Text as it is compared: lower case, without accents, Arabic vowel signs and punctuation, one space between words. Vowel signs of Indian scripts stay: they are
 * letters, not accents.
 */
export function foldChoice(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640]/g, '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[đøłßæœıðþ]/g, (letter) => undecomposed[letter] ?? letter)
      // "U.K." is one word, an email address several.
      .replace(/(?<!\p{L})(\p{L})\./gu, '$1')
      .replace(/['’`´]/g, '')
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
      .trim()
  );
}

type Folded = { label: string; also: readonly string[]; codes: readonly string[]; words: readonly string[] };
const kept = new WeakMap<Choice, Folded>();

function folded(choice: Choice): Folded {
  const known = kept.get(choice);
  if (known) return known;
  const label = foldChoice(choice.label);
  const also = (choice.also ?? []).map(foldChoice);
  const codes = (choice.codes ?? []).map(foldChoice);
  const detail = choice.detail === undefined ? [] : [foldChoice(choice.detail)];
  const words = [label, ...also, ...detail].join(' ').split(' ');
  const made = { label, also, codes, words };
  kept.set(choice, made);
  return made;
}

/** How well a choice answers a folded text; 0 for not at all. */
function rankOf(choice: Choice, asked: string): number {
  const { label, also, codes, words } = folded(choice);
  if (label === asked || also.includes(asked)) return 6;
  if (codes.includes(asked)) return 5;
  if (label.startsWith(asked)) return 4;
  if (also.some((name) => name.startsWith(asked))) return 3;
  const parts = asked.split(' ');
  if (parts.every((part) => label.split(' ').some((word) => word.startsWith(part)))) return 2;
  if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 1;
  // Scripts without spaces between words: a part of the name is enough.
  return /[^\p{Script=Latin}\p{N} ]/u.test(asked) && [label, ...also].some((name) => name.includes(asked)) ? 1 : 0;
}

/** The choices that answer a text, best first and otherwise in the order of the list; without a text all but the finer ones. */
export function matchChoices(choices: readonly Choice[], text: string): Choice[] {
  const asked = foldChoice(text);
  if (asked === '') return choices.filter(({ isFiner }) => !isFiner);
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice, asked) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ choice }) => choice);
}

/** The one choice that a text names in full, by name or code; null when none or several do. */
export function namedChoice(choices: readonly Choice[], text: string): Choice | null {
  const asked = foldChoice(text);
  if (asked === '') return null;
  const best = choices.map((choice) => ({ choice, rank: rankOf(choice, asked) })).filter(({ rank }) => rank >= 5);
  const top = best.filter(({ rank }) => rank === Math.max(...best.map((each) => each.rank)));
  return top.length === 1 ? (top[0]?.choice ?? null) : null;
}
