import { alertKinds } from '#scoring';

/** What the filter by alert offers: any alert, or one of its kind. */
export const alertFilters = ['any', ...alertKinds] as const;
export type AlertFilter = (typeof alertFilters)[number];

/** Alerts up to this rank are of goods that an authority stops, or would stop once a person has confirmed the name, the place or the goods. */
export const banRank = 6;
