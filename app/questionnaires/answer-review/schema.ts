import { z } from 'zod';

/** What a desk can say of evidence: on-site grades need a visit. From weakest to strongest. */
export const deskGrades = ['none', 'self-declared', 'document-uploaded', 'document-checked'] as const;
export type DeskGrade = (typeof deskGrades)[number];

export const deskFilters = [
  'all',
  'unreviewed',
  'harm',
  'contradicted',
  'doubted',
  'resent',
  'changed',
  'outlier',
  'without-evidence',
] as const;
export type DeskFilter = (typeof deskFilters)[number];
export const isDeskFilter = (value: unknown): value is DeskFilter => deskFilters.some((filter) => filter === value);

/** What the answers of a response, by question, and the facts of the workforce, by field, do to the newest score. */
export type AnswerPoints = { answers: Readonly<Record<string, number>>; facts: Readonly<Record<string, number>> };

type Judged = {
  review: { outcome: string | null } | null;
  isWeak: boolean;
  contradictions: readonly string[];
  doubts: readonly string[];
  before: object | null;
  resent: object | null;
  outlier: object | null;
  evidence: readonly { isExpired: boolean }[];
};

/** Whether an answer is one of those that a filter shows. */
export function passes(row: Judged, filter: DeskFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'unreviewed':
      return (row.review?.outcome ?? null) === null;
    case 'harm':
      return row.isWeak;
    case 'contradicted':
      return row.contradictions.length > 0;
    case 'doubted':
      return row.doubts.length > 0;
    case 'resent':
      return row.resent !== null;
    case 'changed':
      return row.before !== null;
    case 'outlier':
      return row.outlier !== null;
    case 'without-evidence':
      return row.evidence.every(({ isExpired }) => isExpired);
  }
}

/** The address of the form that records a finding from an answer. */
export function recordHref(base: string, from: { supplier: string; response: string; question: string }): string {
  return `${base}/findings/new?${new URLSearchParams(from)}`;
}

const question = z.string().min(1).max(60);
const said = z.string().trim().min(3).max(1000);
/** The acts of the page; `send-back` returns all questioned answers at once. */
export const deskActSchema = z.discriminatedUnion('intent', [
  z.object({ intent: z.literal('accept'), question }),
  z.object({ intent: z.literal('question'), question, comment: said }),
  z.object({ intent: z.literal('clear'), question }),
  z.object({ intent: z.literal('grade'), question, grade: z.enum(deskGrades), reason: said }),
  z.object({ intent: z.literal('send-back') }),
  // `unreviewed`: how many answers the page said are not reviewed, where its box was ticked.
  z.object({ intent: z.literal('sign-off'), unreviewed: z.coerce.number().int().min(0).optional() }),
  z.object({ intent: z.literal('take-back') }),
]);
export type DeskAct = z.infer<typeof deskActSchema>;
