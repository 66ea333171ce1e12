import { type Band, bands } from '#scoring';

export const responseStatuses = ['open', 'submitted', 'approved'] as const;
export type ResponseStatus = (typeof responseStatuses)[number];

export const isBand = (value: unknown): value is Band => bands.some((band) => band === value);
