import type { VerificationMethod } from '#scoring';

/** The origin of a finding: an answer, or a person who saw it. */
export const origins = ['answer', 'auditor'] as const;
export type Origin = (typeof origins)[number];

/** How often it was found to happen. */
export const frequencies = ['once', 'occasional', 'frequent', 'continuous', 'unknown'] as const;
export type Frequency = (typeof frequencies)[number];

/** Isolated or systemic. */
export const extents = ['isolated', 'systemic'] as const;
export type Extent = (typeof extents)[number];

/** By what a finding was verified: documents, management, workers, union, observation. */
export const methods = ['document', 'management', 'worker', 'union', 'observation'] as const;
export type Method = (typeof methods)[number];

/** By what a finding was verified, from the methods of a question. */
export const methodOfVerification = {
  documents: 'document',
  workers: 'worker',
  management: 'management',
  'worker-representatives': 'union',
  observation: 'observation',
} satisfies Record<VerificationMethod, Method>;

/** Whether the sources agree. */
export const agreements = ['agree', 'partly', 'contradict', 'single-source'] as const;
export type Agreement = (typeof agreements)[number];

/** A count of people, *unknown*, or null where not recorded. */
export type PeopleAffected = number | 'unknown' | null;

/** The number of people in a row. */
export function peopleOf(row: { peopleAffected: number | null; isPeopleUnknown: boolean }): PeopleAffected {
  return row.isPeopleUnknown ? 'unknown' : row.peopleAffected;
}
