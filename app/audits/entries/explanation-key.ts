/*
 * Keys of explanations: a consistency rule, and the questions or entries that it found ("B1:BW.FL.1.c/H12.1"). The rules themselves read entries
 * (`consistency`), so that this module knows no more of them than their ids.
 */

/** Rules near a zero-tolerance question, whose explanations stay with the team; `consistency/catalogue.test.ts` compares them with the catalogue. */
export const rulesNearZeroTolerance: ReadonlySet<string> = new Set(['A32', 'A43', 'B1', 'B6', 'B16', 'B18', 'C3']);

export const ruleIdOfKey = (key: string): string => key.split(':')[0] ?? '';
/** The questions or entries that a key names. */
export const subjectsOfKey = (key: string): string[] => key.split(':').slice(1).join(':').split('/').filter(Boolean);
/** Whether an explanation may have this key. */
export const isExplanationKey = (key: string): boolean => /^[A-G]\d{1,2}(:[\w ./~-]{1,58})?$/.test(key);
