import { inspect } from 'node:util';
import { destination, type Logger, pino } from 'pino';
import { logSettings } from '~/env.server';
import { describeError } from './describe-error.server';
import { logContext } from './log-context.server';
import { type LogEvent, logEvents, type LogLevel, type LogProcess } from './log-events';
import { type LogFields, permittedFields } from './log-fields';
import { readableLine } from './readable-line';

type Diversion = { line: (line: string) => void; error: (error: unknown) => void };
type State = { process: LogProcess; logger: Logger; diversion: Diversion | null; shownErrors: WeakSet<object> };

declare global {
  var manumitLog: State | undefined;
}

/** Lines of several processes meet in one pipe: none is cut by another while each write is at most this long. */
const atomicBytes = 4_096;

function writer(isReadable: boolean): (line: string) => void {
  if (isReadable) return (line) => process.stderr.write(readableLine(line));
  const stream = destination({ fd: 2, sync: false, maxWrite: atomicBytes });
  return (line) => void stream.write(line);
}

function open(): State {
  const { level, isDevelopment } = logSettings();
  const write = writer(isDevelopment || process.stderr.isTTY === true);
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const state: State = {
    process: 'command',
    diversion: null,
    shownErrors: new WeakSet(),
    logger: pino(options, { write: (line: string) => (state.diversion?.line ?? write)(line) }),
  };
  return state;
}

/** One logger for the whole process: the server's entry point and the built application each load this module. */
function state(): State {
  globalThis.manumitLog ??= open();
  return globalThis.manumitLog;
}

type OnlyFields<Given> = Given & { [Name in Exclude<keyof Given, keyof LogFields | 'error'>]: never };

/**
 * Writes one line: the event, the permitted fields of `given`, those of the request or job that is under way, and of `error` what `describeError` says. Anything else is
 * refused by the compiler and left out at run time.
 */
export function log<Given extends LogFields & { error?: unknown }>(event: LogEvent, given?: OnlyFields<Given>): void {
  const { logger, process: name } = state();
  const level = logEvents[event];
  if (!logger.isLevelEnabled(level)) return;
  const { error, ...fields }: Record<string, unknown> = given ?? {};
  const described = error === undefined ? {} : describeError(error);
  logger[level]({ process: name, event, ...permittedFields({ ...logContext(), ...fields }), ...described });
  if (error !== undefined) show(error);
}

/** Developers read the whole error: what runs with `--dev` are data of a demonstration. */
function show(error: unknown): void {
  const { diversion, shownErrors } = state();
  if (diversion) diversion.error(error);
  else if (logSettings().isDevelopment && !(typeof error === 'object' && error !== null && shownErrors.has(error))) {
    if (typeof error === 'object' && error !== null) shownErrors.add(error);
    process.stderr.write(`${inspect(error)}\n`);
  }
}

/** Says which process writes, at its start; nothing else may print from then on, and an error that nothing catches is logged before the process ends. */
export function logAs(name: LogProcess): void {
  state().process = name;
  process.on('uncaughtException', (error) => {
    log('process.crashed', { error });
    process.exit(1);
  });
  if (logSettings().isDevelopment || name === 'supervisor') return;
  // A package that prints may quote what it was given: the log says only that it printed, and where.
  for (const method of ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const)
    console[method] = (...printed) => log('process.printed', { error: printed.find((each) => each instanceof Error) ?? new Error() });
}

/** Lines and errors go to `diversion` instead: for tests. Answers how to end it. */
export function divertLog(diversion: Diversion, level: LogLevel = 'info'): () => void {
  const before = { diversion: state().diversion, level: state().logger.level };
  state().diversion = diversion;
  state().logger.level = level;
  return () => {
    state().diversion = before.diversion;
    state().logger.level = before.level;
  };
}
