import { localizedInstrument } from '~/features/instrument/instrument-at.server';
import { getLocale } from '~/paraglide/runtime';

/** A question in the reader's language with what is good evidence for it, its section, and the questions of that section; null when the instrument has none. */
export function questionShown(instrumentKey: string, key: string) {
  for (const section of localizedInstrument(instrumentKey, getLocale()).sections) {
    const question = section.questions.find((candidate) => candidate.key === key);
    if (question) return { key, text: question.text.text, hint: question.typicalEvidence.text, section: section.key };
  }
  return null;
}
