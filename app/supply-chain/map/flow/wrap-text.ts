import { shorten } from '../shorten';

/** A text in lines of at most so many characters each, broken between words where it can be; the last line ends with "…" where the text goes on. Pure. */
export function wrapText(text: string, lengths: readonly number[]): string[] {
  const [length = 0, ...others] = lengths;
  if ([...text].length <= length || others.length === 0) return [shorten(text, length)];
  const broken = text.lastIndexOf(' ', length);
  if (broken < length / 3) return [shorten(text, length)];
  return [text.slice(0, broken), ...wrapText(text.slice(broken + 1), others)];
}
