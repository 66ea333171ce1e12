/** What a country can be read from, the most trusted first. */
export const evidenceKinds = ['registration', 'address', 'coordinates', 'subdivision', 'city', 'telephone', 'postal-code'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];
