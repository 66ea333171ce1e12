/** A text of at most so many characters, by whole characters. */
export function shorten(text: string, length: number): string {
  const letters = [...text];
  return letters.length > length
    ? `${letters
        .slice(0, Math.max(1, length - 1))
        .join('')
        .trimEnd()}…`
    : text;
}
