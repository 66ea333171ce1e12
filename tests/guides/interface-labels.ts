import { readdirSync, readFileSync } from 'node:fs';
import { fields } from '~/suppliers/fields';

type Variant = { match?: Record<string, string> };

/** Every text of a message: itself, or each of its plural forms. */
const textsOf = (message: string | Variant[]): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match ?? {}));

const sentencesOf = (text: string): string[] => [text, ...text.split(/(?<=[.?!:])\s+/)].map((each) => each.replace(/[.:]$/, '').trim());

const plain = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

/** A message with placeholders, as a pattern that captures their values. */
const patternOf = (text: string) =>
  new RegExp(
    `^${text
      .split(/\{[^}]*\}/)
      .map(plain)
      .join('(.{1,80})')}$`,
  );

/** The text of a message before its first placeholder, for a button "that begins with" it. */
const beginningOf = (text: string) => text.slice(0, text.indexOf('{')).replace(/[\s(:]+$/, '');

/** Whether the interface shows a text in English: the label of a field, a message, one of its sentences, or a message with its placeholders filled in. */
export function interfaceLabels(folder = 'app/locales/en'): (label: string) => boolean {
  const texts = new Set<string>();
  for (const file of readdirSync(folder)) {
    const messages: Record<string, string | Variant[]> = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
    for (const [key, message] of Object.entries(messages))
      if (key !== '$schema') for (const text of textsOf(message)) for (const each of sentencesOf(text)) texts.add(each);
  }
  for (const { label } of Object.values(fields)) texts.add(label.en);
  for (const text of [...texts]) if (/^[^{]{4,}\{/.test(text)) texts.add(beginningOf(text));
  const patterns = [...texts].filter((text) => /\{[^}]*\}/.test(text) && /\p{L}{4}/u.test(text.replace(/\{[^}]*\}/g, ''))).map(patternOf);
  const fills = (value: string) => /^[\d,.]+$/.test(value) || texts.has(value);
  return (label) => {
    const text = label.replace(/[.:]$/, '');
    return texts.has(text) || patterns.some((pattern) => (pattern.exec(text) ?? ['', '']).slice(1).every((value) => fills(value)));
  };
}

export type Label = { text: string; line: number };

/** Texts that a page quotes from the interface outside code: labels in bold, messages in italics. */
export function quotesOf(page: string): Label[] {
  return page
    .split('\n')
    .flatMap((line, index) =>
      [...line.replace(/`[^`]*`/g, '').matchAll(/(\*{1,2})([^*]+)\1/g)].map(([, , text = '']) => ({ text, line: index + 1 })),
    );
}
