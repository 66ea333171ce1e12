import { z } from 'zod';
import { smallestGroup } from '~/platform/privacy/protect-counts';

export const lookedAtMethods = ['documents', 'photographs', 'interviews', 'observation'] as const;
export type LookedAtMethod = (typeof lookedAtMethods)[number];

const fileSchema = z.object({ name: z.string(), sha256: z.string() });

/** What a verification looked at, as it is kept with the action. `files`: those of the action on that day. `audit`: the number of the audit that revisited it. */
export const verificationBasisSchema = z.object({
  on: z.iso.date(),
  methods: z.array(z.enum(lookedAtMethods)),
  /** Workers interviewed about it; shown in words where they are fewer than five. */
  interviews: z.int().min(0).nullable(),
  documents: z.array(fileSchema),
  photographs: z.array(fileSchema),
  audit: z.string().nullable(),
});
export type VerificationBasis = z.infer<typeof verificationBasisSchema>;

/** What the person who verifies states; the files are those of the action. */
export type GivenBasis = Pick<VerificationBasis, 'on' | 'methods' | 'interviews' | 'audit'>;

/** A basis as pages show it: a count of interviews from five on, *few* below. */
export type ShownBasis = Omit<VerificationBasis, 'interviews'> & { interviews: number | 'few' | null };

export function showBasis(stored: unknown): ShownBasis | null {
  const parsed = verificationBasisSchema.nullable().safeParse(stored);
  if (!parsed.success || parsed.data === null) return null;
  const { interviews, ...basis } = parsed.data;
  return { ...basis, interviews: interviews !== null && interviews > 0 && interviews < smallestGroup ? 'few' : interviews };
}

/** From which day a verification on the day of completion needs more than a text, and why. A later rule is added beside. */
export const sameDayRule = {
  since: '2026-12-01',
  why: 'What was completed and verified by a sentence on one day was not looked at by two people.',
} as const;

/** The point that a second person may accept. */
export const sameDayPoint = 'same-day';

/** Whether the verification stops: on the day of completion, with nothing but a text. */
export function isTextAlone(
  basis: Pick<VerificationBasis, 'interviews' | 'documents' | 'photographs' | 'audit'>,
  completedOn: string,
  on: string,
): boolean {
  const { interviews, documents, photographs, audit } = basis;
  return on >= sameDayRule.since && completedOn === on && audit === null && !interviews && documents.length + photographs.length === 0;
}
