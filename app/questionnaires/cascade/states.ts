/** What a supplier names: who works for it on its orders, or who finds its workers. */
export const namedKinds = ['subcontractor', 'labour-recruiter'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** What it says of its own chain. Not knowing, and not telling, are answers. */
export const chainStatements = ['all', 'some', 'none', 'unknown', 'withheld'] as const;
export type ChainStatement = (typeof chainStatements)[number];

/** The most parties declared in one questionnaire. */
export const mostNamed = 200;
