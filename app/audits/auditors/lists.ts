export const credentialKinds = ['apsca-csca', 'apsca-asca', 'apsca-ra', 'sa8000-lead', 'iso-45001-lead', 'interpreter', 'other'] as const;
export type CredentialKind = (typeof credentialKinds)[number];

export const absenceKinds = ['leave', 'travel', 'training', 'other'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** From how many days before its end a credential is announced as expiring. */
export const expiryNoticeDays = 60;

/** Parts that need a valid credential; an observer and an interpreter judge nothing. */
export const credentialedParts: readonly string[] = ['lead', 'assessor'];
