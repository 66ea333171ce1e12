/** What a supplier names: who works for it on its orders, or who finds its workers. */
export const namedKinds = ['subcontractor', 'labour-recruiter'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** What it says of its own chain. Not knowing, and not telling, are answers. */
export const chainStatements = ['all', 'some', 'none', 'unknown', 'withheld'] as const;
export type ChainStatement = (typeof chainStatements)[number];

/** The most parties declared in one questionnaire. */
export const mostNamed = 200;

/** What a named party is asked: the core of a self-assessment, or the same questionnaire as the supplier that passes it on. */
export const passedQuestions = ['core', 'same'] as const;
export type PassedQuestions = (typeof passedQuestions)[number];
