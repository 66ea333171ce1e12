/** How the program ends, for systemd and orchestrators (`README.md`). */
export const exitCodes = {
  /** It was asked to stop, and everything stopped in order. */
  stopped: 0,
  /** A fault of the program; or something did not stop in order; or a second Ctrl+C. */
  fault: 1,
  /** Settings, port or data folder cannot be used: a restart does not help before they are changed. */
  unusable: 2,
  /** The database cannot be started, reached or migrated. */
  noDatabase: 3,
  /** The web or the worker process died too often. */
  processDied: 4,
  /** The database of the data folder died and could not be started again. */
  databaseDied: 5,
} as const;

/** The database could not be brought up. */
export class DatabaseUnusable extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'DatabaseUnusable';
  }
}

const codes: Record<string, number> = {
  SettingsError: exitCodes.unusable,
  DataFolderInUse: exitCodes.unusable,
  PortUnusable: exitCodes.unusable,
  DatabaseUnusable: exitCodes.noDatabase,
};

/** With which code a start ends that failed so, and whether the message alone tells people enough. */
export function howStartFailed(error: unknown): { code: number; isForPeople: boolean } {
  const name = error instanceof Error ? error.name : '';
  return { code: codes[name] ?? exitCodes.fault, isForPeople: name in codes || name === 'Error' };
}
