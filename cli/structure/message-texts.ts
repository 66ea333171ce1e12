import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message in English: one text, or one for each of its variants. */
export type Message = { key: string; texts: string[] };
export type GlossaryEntry = { replaces: readonly string[] };

/** A message is a text, or a list of variants with a text for each choice. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (!Array.isArray(value)) return [];
  return value.flatMap((variants: { match?: Record<string, string> }) => Object.values(variants.match ?? {}));
}

export function readMessages(folder: string): Message[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const content: Record<string, unknown> = JSON.parse(readFileSync(join(folder, name), 'utf8'));
      return Object.entries(content).filter(([key]) => key !== '$schema');
    })
    .map(([key, value]) => ({ key, texts: textsOf(value) }));
}

/** Messages with a term that the glossary replaces. What is filled in is no part of the text. */
export function withReplacedTerm(messages: readonly Message[], glossary: readonly GlossaryEntry[]): Message[] {
  const replaced = glossary.flatMap((entry) => entry.replaces);
  if (replaced.length === 0) return [];
  const pattern = new RegExp(`\\b(?:${replaced.join('|')})\\b`, 'i');
  return messages.filter(({ texts }) => texts.some((text) => pattern.test(text.replace(/\{\w+\}/g, '{}'))));
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
const wordsIn = (sentence: string): number => sentence.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;

/** Sentences of more than `most` words. A placeholder counts as one word. */
export function longSentences(messages: readonly Message[], most: number): string[] {
  return messages
    .flatMap(({ texts }) => texts)
    .flatMap((text) => [...sentences.segment(text)].map(({ segment }) => segment.trim()))
    .filter((sentence) => wordsIn(sentence) > most);
}
