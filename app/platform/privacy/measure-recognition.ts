import type { PersonalData, PersonalKind } from './finding';
import { recognizePersonalData } from './recognize-personal-data';

export type Marked = { kind: PersonalKind; text: string };
export type Measured = {
  /** Data marked in the sentences and found, by group. A number counts as found whatever kind of number it was taken for. */
  numbers: { marked: number; found: number };
  names: { marked: number; found: number };
  /** Sentences without such data, and those in which something was recognised all the same. */
  harmless: { sentences: number; alarms: number };
  /** What was missed and what was raised wrongly, to read. */
  missed: string[];
  alarmed: string[];
};

const mark = /\[\[([a-z-]+):([^\]]+)\]\]/g;

/** A sentence of the set: `text` as an auditor would write it, `marked` the personal data in it. */
export function readSentence(sentence: string): { text: string; marked: (Marked & { start: number; end: number })[] } {
  const marked: (Marked & { start: number; end: number })[] = [];
  let removed = 0;
  const text = sentence.replace(mark, (whole, kind: PersonalKind, value: string, index: number) => {
    const start = index - removed;
    marked.push({ kind, text: value, start, end: start + value.length });
    removed += whole.length - value.length;
    return value;
  });
  return { text, marked };
}

const groupOf = (kind: PersonalKind): 'names' | 'numbers' => (kind === 'name' ? 'names' : 'numbers');
const covers = (found: PersonalData, marked: { start: number; end: number }): boolean =>
  found.start < marked.end && marked.start < found.end;
const isAddress = (kind: PersonalKind): boolean => kind === 'address';

/** How much of what is marked in the sentences is recognised, and how often nothing is there and something is recognised. */
export function measureRecognition(sentences: readonly string[]): Measured {
  const measured: Measured = {
    ...{ numbers: { marked: 0, found: 0 }, names: { marked: 0, found: 0 }, harmless: { sentences: 0, alarms: 0 } },
    ...{ missed: [], alarmed: [] },
  };
  for (const sentence of sentences) {
    const { text, marked } = readSentence(sentence);
    const found = recognizePersonalData(text);
    if (marked.length === 0) {
      measured.harmless.sentences += 1;
      if (found.length > 0) {
        measured.harmless.alarms += 1;
        measured.alarmed.push(`${found.map((each) => `${each.kind} ${each.text}`).join(', ')} in: ${text}`);
      }
    }
    for (const each of marked) {
      const count = measured[groupOf(each.kind)];
      count.marked += 1;
      const isFound = found.some(
        (one) => covers(one, each) && groupOf(one.kind) === groupOf(each.kind) && isAddress(one.kind) === isAddress(each.kind),
      );
      if (isFound) count.found += 1;
      else measured.missed.push(`${each.kind} ${each.text} in: ${text}`);
    }
  }
  return measured;
}
