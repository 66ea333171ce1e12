import { divertLog } from '~/platform/log/log.server';
import type { LogLevel } from '~/platform/log/log-events';

export type CapturedLog = {
  /** Each line, parsed. */
  lines: Record<string, unknown>[];
  /** The events, in their order. */
  events: () => unknown[];
  /** All lines as written. */
  text: () => string;
  /** The whole errors that log lines refer to. */
  errors: unknown[];
};

/** Collects the log until the test ends: a logged error does not fail it. */
export function captureLog(level: LogLevel = 'info'): CapturedLog {
  const written: string[] = [];
  const captured: CapturedLog = {
    lines: [],
    events: () => captured.lines.map(({ event }) => event),
    text: () => written.join(''),
    errors: [],
  };
  divertLog(
    {
      line: (line) => {
        written.push(line);
        captured.lines.push(JSON.parse(line));
      },
      error: (error) => captured.errors.push(error),
    },
    level,
  );
  return captured;
}
