import { type Band, bands } from '#scoring';

export const assessmentStatuses = ['open', 'submitted', 'approved'] as const;
export type AssessmentStatus = (typeof assessmentStatuses)[number];

export const isBand = (value: unknown): value is Band => bands.some((band) => band === value);
