import type { TenantDb } from '~/access/tenant-db.server';
import { localizedInstrument } from '~/questionnaires/templates/instrument-at.server';
import { knowInstruments } from '~/questionnaires/templates/know-instruments.server';
import { getLocale } from '~/paraglide/runtime';

/** A question in the reader's language with what is good evidence for it and its section; null when the questionnaire has none. One query at most. */
export async function questionShown(db: TenantDb, instrumentKey: string, key: string) {
  await knowInstruments(db, [instrumentKey]);
  for (const section of localizedInstrument(instrumentKey, getLocale()).sections) {
    const question = section.questions.find((candidate) => candidate.key === key);
    if (question) return { key, text: question.text.text, hint: question.typicalEvidence.text, section: section.key };
  }
  return null;
}
