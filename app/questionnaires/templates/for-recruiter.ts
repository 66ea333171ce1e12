import type { Audience, InstrumentKind } from '#scoring';

/** Whether a questionnaire is about a labour recruiter: the review of one, or one of the organization's own that names recruiters as those who answer. */
export function isForRecruiter({ kind, audience }: { kind: InstrumentKind; audience: readonly Audience[] }): boolean {
  return kind === 'recruiter-review' || audience.includes('labour-provider');
}

/** Whether a questionnaire may be opened for a supplier: all but the review of a recruiter. */
export function isForSupplier({ kind }: { kind: InstrumentKind }): boolean {
  return kind !== 'recruiter-review';
}
