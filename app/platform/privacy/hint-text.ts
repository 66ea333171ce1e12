import type { PersonalData, PersonalKind } from './finding';
import { recognizeInFileName, recognizePersonalData } from './recognize-personal-data';

/** What a hint says in the reader's language; `{found}` stands where what was recognised is named. */
export type HintWords = { hint: string; kinds: Readonly<Record<PersonalKind, string>> };

const mostNamed = 3;

/** What is recognised in a field and was not marked as a false alarm there. */
export function personalDataLeft(field: HTMLTextAreaElement | HTMLInputElement, harmless: ReadonlySet<string>): PersonalData[] {
  const found =
    field instanceof HTMLInputElement && field.type === 'file'
      ? [...(field.files ?? [])].flatMap(({ name }) => recognizeInFileName(name))
      : recognizePersonalData(withoutMentions(field));
  return found.filter(({ text }) => !harmless.has(text));
}

/** What was typed, with the members that it mentions (`@Name`, of the names in `data-mentionable`) blanked out. */
function withoutMentions({ value, dataset }: HTMLTextAreaElement | HTMLInputElement): string {
  const names: unknown = JSON.parse(dataset.mentionable ?? '[]');
  return (Array.isArray(names) ? names : []).reduce<string>(
    (text, name) => text.replaceAll(`@${name}`, (mention) => ' '.repeat(mention.length)),
    value,
  );
}

/** The sentence of a hint: each thing that was recognised once, the first three named. Empty where there is none. */
export function hintText(found: readonly PersonalData[], words: HintWords, locale: string): string {
  // Isolated, so that a Latin name keeps its place in a sentence from right to left.
  const named = [...new Set(found.map(({ kind, text }) => `${words.kinds[kind]} “\u2068${text}\u2069”`))].slice(0, mostNamed);
  return named.length === 0
    ? ''
    : words.hint.replace('{found}', () => new Intl.ListFormat(locale, { style: 'short', type: 'unit' }).format(named));
}
