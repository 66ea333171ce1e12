/** Exit codes. Documented in the README and by --help. */
export const exitCode = { done: 0, rowsLeftOut: 1, usage: 2, listRefused: 3, notWritten: 4, fault: 5, notEstablished: 6 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
