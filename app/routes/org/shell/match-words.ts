/** Text without diacritics, in lower case, so that "evaluations" matches "Évaluations". */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/**
 * How well a label and its synonyms match a query: 3 where the label begins with it, 2 where each word of the query begins a word of the label, 1 where each
 * begins a word of the label or of the synonyms, else 0.
 */
export function matchOf(question: string, { label, words = '' }: { label: string; words?: string }): 0 | 1 | 2 | 3 {
  const asked = wordsOf(question);
  if (asked.length === 0) return 0;
  if (fold(label).startsWith(fold(question.trim()))) return 3;
  const isIn = (among: readonly string[]) => asked.every((word) => among.some((other) => other.startsWith(word)));
  const own = wordsOf(label);
  if (isIn(own)) return 2;
  return isIn([...own, ...wordsOf(words)]) ? 1 : 0;
}
