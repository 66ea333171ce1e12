/** Every event that a line of the log can name, with its level. A line says nothing else in words. */
export const logEvents = {
  'process.started': 'info',
  'process.ended': 'warn',
  'process.restarted': 'info',
  'process.given-up': 'fatal',
  /** An error that nothing caught: the process ends. */
  'process.crashed': 'fatal',
  /** A package printed to the console. What it printed is left out; the stack shows where. */
  'process.printed': 'warn',
  'start.failed': 'fatal',
  'server.ready': 'info',
  'server.stopping': 'info',
  'stop.failed': 'error',
  'request.answered': 'info',
  'request.failed': 'error',
  /** Health checks and the browser's files. */
  'request.routine': 'debug',
  'job.finished': 'info',
  /** `outcome` says whether the queue tries again. */
  'job.failed': 'error',
  'queue.failed': 'error',
  'database.away': 'warn',
  'mail.failed': 'error',
  /** A signature stays without a time stamp; the queue tries again. */
  'timestamp.failed': 'warn',
  'passkey.refused': 'warn',
  'file.damaged': 'error',
  'files.missing': 'error',
  'work-files.not-removed': 'error',
  'reading.failed': 'error',
  'drawing.failed': 'error',
  'scoring.postponed': 'error',
  'answers.not-received': 'error',
  'chain.not-followed': 'error',
  'translations.not-read': 'error',
  'pace.not-read': 'error',
} as const;

export type LogEvent = keyof typeof logEvents;
export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Which part of the installation wrote a line. `command`: a command of the server that a person runs. */
export const logProcesses = ['supervisor', 'web', 'worker', 'parser', 'renderer', 'command'] as const;
export type LogProcess = (typeof logProcesses)[number];
