export const personalKinds = ['name', 'phone', 'document', 'badge', 'address', 'email', 'bank-account'] as const;
export type PersonalKind = (typeof personalKinds)[number];

/** A place in a text that looks like data of a person: `text.slice(start, end)`. */
export type PersonalData = { kind: PersonalKind; start: number; end: number; text: string };
export type Span = { start: number; end: number };
