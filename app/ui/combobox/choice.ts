/** One record or code that can be chosen. `detail` tells two of the same label apart. */
export type Choice = {
  value: string;
  label: string;
  detail?: string;
  /** Further names it is found by: other languages, earlier and everyday names. */
  also?: readonly string[];
  /** Codes it is found by when they are typed in full. */
  codes?: readonly string[];
  /** Part of a finer division of the list: offered once something is typed. */
  isFiner?: boolean;
};

/** Where the choices come from: with the page (a few), a list fetched once, or a search on the server (`?q=`). */
export type ChoiceSource = { options: readonly Choice[] } | { list: string; isCoarse?: boolean } | { search: string };

const isText = (value: unknown): value is string => typeof value === 'string';
const isTextsOrNone = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.every(isText));

export function isChoice(value: unknown): value is Choice {
  if (typeof value !== 'object' || value === null) return false;
  const { value: code, label, detail, also, codes } = value as Partial<Record<keyof Choice, unknown>>;
  return isText(code) && isText(label) && (detail === undefined || isText(detail)) && isTextsOrNone(also) && isTextsOrNone(codes);
}

/** The choices of an answer of the server: `{ choices: [...] }`. */
export function choicesOf(body: unknown): Choice[] {
  if (typeof body !== 'object' || body === null || !('choices' in body) || !Array.isArray(body.choices)) return [];
  return body.choices.filter(isChoice);
}
