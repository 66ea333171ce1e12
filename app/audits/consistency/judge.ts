import type { Limits } from './parameters';

/** What an answer says of the fact that it is about; null: unknown, not assessed, or no statement either way. */
export type Judged = 'ok' | 'part' | 'bad' | 'na' | null;

/** Questions whose *yes* is the bad answer, and those answered with a share. Their scales say so; a test compares. */
export const redFlags: ReadonlySet<string> = new Set(['P3.Q5', 'P5.Q3', 'P6.Q6', 'S2.Q2', 'S3.Q3']);
export const shares: ReadonlySet<string> = new Set(['P1.Q4', 'P2.Q4', 'P6.Q1']);
const level = /^P\d+\.Q\d+$/;

const plain: Readonly<Record<string, Judged>> = {
  ...{ compliant: 'ok', met: 'ok', absent: 'ok' },
  ...{ 'not-compliant': 'bad', 'not-met': 'bad', present: 'bad' },
  ...{ partial: 'part', 'not-applicable': 'na' },
};

export function judge(key: string, value: string | number, limit: Limits): Judged {
  if (typeof value === 'number') {
    if (shares.has(key)) return value >= limit('share-good') ? 'ok' : null;
    if (!level.test(key)) return null;
    return value >= limit('g4-good') ? 'ok' : value === 0 ? 'bad' : null;
  }
  if (value === 'yes' || value === 'no') return (value === 'yes') !== redFlags.has(key) ? 'ok' : 'bad';
  return plain[value] ?? null;
}
