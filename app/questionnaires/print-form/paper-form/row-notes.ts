import type { PaperForm, PaperQuestion } from './schema';

/** What the row of a table says below its name: its code, terms, condition, evidence, and what was written. Pure. */
export function rowNotes({ key, help, condition, evidence, missing, remark }: PaperQuestion, words: PaperForm['words']): string[] {
  return [
    ...(help === null ? [] : [help]),
    ...(condition === null ? [] : [condition]),
    `${words.evidence} – ${evidence}`,
    ...(missing === null ? [] : [missing]),
    ...(remark?.text ? [`${remark.label} – \u2068${remark.text}\u2069`] : []),
    `\u2068${key}\u2069`,
  ];
}
